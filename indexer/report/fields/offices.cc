#include "indexer/report/fields/offices.h"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "analyzers/base/unicode.h"
#include "indexer/report/text_scan.h"

namespace commsearch::report {
namespace {

constexpr std::size_t max_office = 90;  ///< characters
constexpr std::size_t max_office_words = 10;

/// Offices that sign, the longer ones of equal begin first; capitals are written as here.
constexpr std::array<std::string_view, 85> offices = {"Phó Chỉ huy trưởng",
                                                      "Phó Viện trưởng",
                                                      "Phó Chủ nhiệm",
                                                      "Phó Chánh án",
                                                      "Phó Hạt trưởng",
                                                      "Hạt trưởng",
                                                      "Phó Đồn trưởng",
                                                      "Đồn trưởng",
                                                      "Phó Đội trưởng",
                                                      "Đội trưởng",
                                                      "Phó Tổ trưởng",
                                                      "Phó Chi hội trưởng",
                                                      "Chi hội trưởng",
                                                      "Phó Trưởng khoa",
                                                      "Trưởng khoa",
                                                      "Phó Trưởng Thuế",
                                                      "Trưởng Thuế",
                                                      "Phó Thủ trưởng",
                                                      "Thẩm phán",
                                                      "Kiểm sát viên",
                                                      "Phó Trưởng bản",
                                                      "Phó Trưởng ấp",
                                                      "Khối trưởng",
                                                      "Trưởng xóm",
                                                      "Trưởng khu phố",
                                                      "Phó Chủ tịch Thường trực",
                                                      "Phó Chủ tịch",
                                                      "Chủ tịch",
                                                      "Phó Bí thư Thường trực",
                                                      "Phó Bí thư",
                                                      "Bí thư",
                                                      "Ủy viên Thường vụ",
                                                      "Ủy viên Thường trực",
                                                      "Ủy viên",
                                                      "Phó Chánh Văn phòng",
                                                      "Chánh Văn phòng",
                                                      "Phó Chánh Thanh tra",
                                                      "Chánh Thanh tra",
                                                      "Chánh án",
                                                      "Phó Giám đốc",
                                                      "Giám đốc",
                                                      "Phó Tổng Giám đốc",
                                                      "Tổng Giám đốc",
                                                      "Phó Hiệu trưởng",
                                                      "Hiệu trưởng",
                                                      "Phó Trưởng phòng",
                                                      "Trưởng phòng",
                                                      "Phó Trưởng ban",
                                                      "Trưởng ban",
                                                      "Phó Trưởng Công an",
                                                      "Trưởng Công an",
                                                      "Phó Trưởng đoàn",
                                                      "Trưởng đoàn",
                                                      "Phó Trưởng trạm",
                                                      "Trưởng trạm",
                                                      "Phó Trưởng thôn",
                                                      "Trưởng thôn",
                                                      "Trưởng bản",
                                                      "Trưởng ấp",
                                                      "Tổ trưởng",
                                                      "Phó Chi cục trưởng",
                                                      "Chi cục trưởng",
                                                      "Phó Cục trưởng",
                                                      "Cục trưởng",
                                                      "Phó Vụ trưởng",
                                                      "Vụ trưởng",
                                                      "Thứ trưởng",
                                                      "Bộ trưởng",
                                                      "Phó Thủ tướng",
                                                      "Thủ tướng",
                                                      "Phó Tổng Thanh tra",
                                                      "Tổng Thanh tra",
                                                      "Chỉ huy trưởng",
                                                      "Chính trị viên",
                                                      "Thủ trưởng",
                                                      "Viện trưởng",
                                                      "Phó Tổng Bí thư",
                                                      "Tổng Bí thư",
                                                      "Chủ nhiệm",
                                                      "Chủ trì",
                                                      "Chủ tọa",
                                                      "Chủ tài khoản",
                                                      "Kế toán trưởng",
                                                      "Người lập biểu",
                                                      "Người ký"};
/// The same, but no more than these words: they begin sentences, too.
constexpr std::array<std::string_view, 32> short_offices = {"Người làm đơn",
                                                            "Giáo viên chủ nhiệm",
                                                            "Đại diện cha mẹ học sinh",
                                                            "Đại diện hộ gia đình",
                                                            "Chủ hộ",
                                                            "Người giao",
                                                            "Người nhận",
                                                            "Bên giao",
                                                            "Bên nhận",
                                                            "Người làm chứng",
                                                            "Người chứng kiến",
                                                            "Cán bộ lập biểu",
                                                            "Đại diện bên A",
                                                            "Đại diện bên B",
                                                            "Người ủy quyền",
                                                            "Người được ủy quyền",
                                                            "Thư ký",
                                                            "Thư ký cuộc họp",
                                                            "Chủ tọa cuộc họp",
                                                            "Chủ trì cuộc họp",
                                                            "Kế toán",
                                                            "Thủ quỹ",
                                                            "Người lập",
                                                            "Người báo cáo",
                                                            "Người viết báo cáo",
                                                            "Người lập báo cáo",
                                                            "Người viết đơn",
                                                            "Người ghi biên bản",
                                                            "Thành viên",
                                                            "Các thành viên",
                                                            "Đại diện",
                                                            "Văn thư"};

std::vector<std::string> keys_of(std::span<const std::string_view> offices_named) {
    std::vector<std::string> keys;
    for (const std::string_view office : offices_named) keys.push_back(words_key(office));
    return keys;
}

std::string_view without_marks(std::string_view text) {
    constexpr std::string_view marks = " \t.,;:()[]/*\"'";
    const std::size_t begin = text.find_first_not_of(marks);
    if (begin == std::string_view::npos) return {};
    return without_blanks(text.substr(begin, text.find_last_not_of(marks) + 1 - begin));
}

bool holds_digit(std::string_view text) {
    return text.find_first_of("0123456789") != std::string_view::npos;
}

/// The office at the begin of `key`; npos when there is none.
std::size_t office_index(std::string_view key) {
    static const std::vector<std::string> keys = keys_of(offices);
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (begins_with_words(key, keys[i])) return i;
    }
    return std::string_view::npos;
}

std::string_view short_office(std::string_view key) {
    static const std::vector<std::string> keys = keys_of(short_offices);
    const auto found = std::find(keys.begin(), keys.end(), key);
    if (found == keys.end()) return {};
    return short_offices.at(static_cast<std::size_t>(found - keys.begin()));
}

/// "Q. CHỦ TỊCH" -> "CHỦ TỊCH": the office that somebody holds for the time being.
std::string_view without_acting(std::string_view text, bool& acting) {
    for (const std::string_view prefix : {"Q.", "QUYỀN ", "Quyền "}) {
        acting = text.starts_with(prefix);
        if (acting) return without_blanks(text.substr(prefix.size()));
    }
    return text;
}

}  // namespace

bool is_capital_text(std::string_view text) { return text == upper(text); }

bool begins_with_office(std::string_view text) {
    return office_index(words_key(text)) != std::string_view::npos;
}

bool is_office(std::string_view text) {
    bool acting = false;
    const std::string_view office = without_marks(without_acting(text, acting));
    if (office.empty() || length(office) > max_office || holds_digit(office)) return false;
    const std::string key = words_key(office);
    if (!short_office(key).empty()) return true;
    // "CỤM TRƯỞNG": nobody is called so.
    constexpr std::size_t max_head_words = 4;
    if (is_capital_text(office) && key.ends_with(" truong") && word_count(office) <= max_head_words)
        return true;
    const std::size_t at = office_index(key);
    if (at == std::string_view::npos) return false;
    if (key.size() == words_key(offices[at]).size()) return true;
    return is_capital_text(office) && word_count(office) <= max_office_words;
}

std::string office_text(std::string_view text) {
    bool acting = false;
    const std::string_view office = without_marks(without_acting(text, acting));
    const std::string key = words_key(office);
    std::string written(short_office(key));
    const std::size_t at = written.empty() ? office_index(key) : std::string_view::npos;
    if (at != std::string_view::npos && key == words_key(offices[at])) {
        // "TRƯỞNG BAN" is no "Trưởng bản".
        const std::string small = lower(office);
        const auto* const same =
            std::find_if(offices.begin(), offices.end(),
                         [&](std::string_view one) { return lower(one) == small; });
        written = same == offices.end() ? offices[at] : *same;
    }
    if (written.empty()) written = office;
    return acting ? "Quyền " + written : written;
}

}  // namespace commsearch::report
