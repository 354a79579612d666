#pragma once

#include <array>
#include <string_view>

namespace commsearch::citation {

/// A kind of paper as its number and its name show it.
struct PaperKind {
    std::string_view name;
    std::string_view symbols;           ///< in its numbers, parted by blanks, the usual one first
    std::string_view short_forms = {};  ///< others that stand before a number: "CT 135"
    bool is_everyday = false;           ///< a word of running text: "theo quy định 3 học kỳ"
};

inline constexpr std::array<PaperKind, 22> paper_kinds = {{
    {"nghị quyết", "nq"},
    {"chỉ thị", "ct"},
    {"nghị định", "nđ"},
    {"thông tư", "tt"},
    {"thông tư liên tịch", "ttlt"},
    {"thông tri", ""},
    {"luật", ""},
    {"pháp lệnh", ""},
    {"đề án", "đa"},
    {"tờ trình", "ttr"},
    {"công văn", "cv"},
    {"công điện", "cđ"},
    {"quyết định", "qđ", "", true},
    {"quy định", "qđ qyđ qđi", "", true},
    {"quy chế", "qc", "", true},
    {"kết luận", "kl", "", true},
    {"kế hoạch", "kh", "", true},
    {"phương án", "pa", "", true},
    {"chương trình", "ctr", "ct", true},
    {"báo cáo", "bc", "", true},
    {"thông báo", "tb", "", true},
    {"hướng dẫn", "hd", "", true},
}};

/// True when the word is the last of some kind's name, as a document writes it, or "số".
[[nodiscard]] bool ends_paper_name(std::string_view term);

/// What a number without "số" and without symbols counts when one of these follows: "báo cáo 9
/// tháng", "hướng dẫn 15 hộ".
inline constexpr std::array<std::string_view, 32> counted_things = {
    "tháng", "năm",   "ngày", "tuần",  "quý",  "giờ",  "phút", "buổi",   "lần", "lượt", "đợt",
    "người", "hộ",    "cháu", "em",    "đồng", "thôn", "đơn",  "trường", "ha",  "tấn",  "kg",
    "tr",    "triệu", "tỷ",   "nghìn", "cuộc", "lớp",  "bước", "nhóm",   "nội", "trang"};

/// Whether `word` is one of `words`, which are parted by blanks.
[[nodiscard]] bool is_in_list(std::string_view words, std::string_view word);

}  // namespace commsearch::citation
