#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace commsearch::report {

/// What a unit measures.
enum class UnitKind : std::uint8_t {
    none,     ///< no unit is said
    percent,  ///< "%"
    money,    ///< "đồng"
    measure,  ///< "ha", "tấn"
    count,    ///< "hộ", "trường hợp"
    factor,   ///< "triệu": money, or many of the counted noun behind it
    time,     ///< "ngày", "tuổi": a length of time or an age, no figure
    rank,     ///< "bậc": no figure
};

/// A row of figure_units.tsv.
struct FigureUnit {
    std::string_view name;  ///< its one spelling
    UnitKind kind = UnitKind::count;
    double factor = 1;
};

/// What words beside a number tell of it: the roles of figure_words.tsv, in order.
enum class Cue : std::uint8_t {
    name,        ///< the number behind it is a name: "tháng", "đề án", "lớp"
    label,       ///< the same, unless a unit follows: "thôn", "nghị quyết"
    compound,    ///< ends with the word of a name and is none: "môi trường", "tài khoản"
    date,        ///< a/b behind it is a day: "trước", "ngày"
    slogan,      ///< behind a number: it is no quantity ("3 sao")
    counter,     ///< what a portal counts of itself: "lượt truy cập"
    no_unit,     ///< words no unit begins with
    up,          ///< "tăng"
    down,        ///< "giảm"
    beyond,      ///< "vượt"
    link,        ///< may stand between those and their number: "được", "thêm"
    versus,      ///< "so với"
    plan,        ///< "kế hoạch", "dự toán"
    plan_link,   ///< may stand between a plan and its number: "giao", "năm"
    ask,         ///< "phấn đấu", "đề nghị": what follows is wished for
    quota,       ///< what is done by a quota: "giao quân"
    share_link,  ///< may stand between a count and its share: "chiếm", "đạt"
    share,       ///< tells a share by itself: "chiếm"
    rate,        ///< "tỷ lệ"
    whole,       ///< "trong tổng số"
    money,       ///< what is said in đồng: "số tiền", "kinh phí"
    rank,        ///< "xếp thứ"
    about,       ///< "khoảng", "ước đạt"
    above,       ///< "trên", "ít nhất"
    below,       ///< "dưới"
    upwards,     ///< behind a number: "trở lên"
    downwards,   ///< behind a number: "trở xuống"
    to,          ///< between the ends of a range: "đến"
    each,        ///< "mỗi", "một"
    now,         ///< "đến nay", "cuối năm"
    year_begin,  ///< "đầu năm"
    whole_year,  ///< "cả năm"
    running,     ///< "lũy kế"
    this_month,  ///< "trong tháng"
    filler,      ///< says nothing of what is counted: "đã", "có", "đạt"
};

/// Some cues.
class CueSet {
public:
    constexpr CueSet() = default;
    template <typename... Cues>
    constexpr explicit CueSet(Cue first, Cues... more) : bits_((bit(first) | ... | bit(more))) {}
    [[nodiscard]] constexpr bool meets(CueSet other) const { return (bits_ & other.bits_) != 0; }
    constexpr void add(Cue cue) { bits_ |= bit(cue); }

private:
    [[nodiscard]] static constexpr std::uint64_t bit(Cue cue) {
        return std::uint64_t{1} << static_cast<unsigned>(cue);
    }
    std::uint64_t bits_ = 0;
};

/// Words that tell something of a number, by their first one.
struct LexiconPhrase {
    std::vector<std::string_view> rest;  ///< the words behind the first
    CueSet cues;
    const FigureUnit* unit = nullptr;  ///< what they spell
};

/// All phrases that begin with one word, the longest first.
using LexiconEntry = std::vector<LexiconPhrase>;

/// The phrases that begin with `word` (lower case with accents, or a mark); null when there are
/// none. The tables figure_words.tsv and figure_units.tsv are read at the first call.
[[nodiscard]] const LexiconEntry* lexicon_entry(std::string_view word);

}  // namespace commsearch::report
