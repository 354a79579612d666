#include "indexer/source/formats/number_format.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <utility>
#include <vector>

namespace commsearch::source {
namespace {

/// From here on a double holds no whole number of its own.
constexpr double largest_whole = 1e15;

/// A piece of a section of a format code.
struct FormatPiece {
    enum class Kind : unsigned char { literal, digits, percent, date };
    Kind kind = Kind::literal;
    std::string text;
};

bool is_date_letter(char byte) {
    return std::string_view("yYmMdDhHsS").find(byte) != std::string_view::npos;
}
bool is_digit_place(char byte) {
    return std::string_view("0#?.,").find(byte) != std::string_view::npos;
}

/// The sections between ';' outside of quotes.
std::vector<std::string_view> sections_of(std::string_view code) {
    std::vector<std::string_view> sections;
    bool quoted = false;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < code.size(); ++at) {
        if (code[at] == '"') quoted = !quoted;
        if (!quoted && code[at] == '\\') ++at;
        if (at < code.size() && !quoted && code[at] == ';') {
            sections.push_back(code.substr(begin, at - begin));
            begin = at + 1;
        }
    }
    sections.push_back(code.substr(begin));
    return sections;
}

/// Takes a section apart.
class SectionReader {
public:
    explicit SectionReader(std::string_view section) : left_(section) {}

    std::vector<FormatPiece> run() {
        while (!left_.empty()) take();
        return std::move(pieces_);
    }

private:
    using Kind = FormatPiece::Kind;

    void take() {
        constexpr std::string_view general_word = "General";
        if (left_.starts_with(general_word)) {
            left_.remove_prefix(general_word.size());
            return add(Kind::digits, {});
        }
        const char byte = left_.front();
        if (byte == '"') return take_to('"');
        if (byte == '[') return take_bracket();
        if (byte == '\\') return take_marked(true);
        if (byte == '_' || byte == '*') return take_marked(false);  // room, filling
        if (byte == '%') return add_and_drop(Kind::percent, 1);
        if (is_am_pm()) return;
        if (is_digit_place(byte)) return take_run(Kind::digits, is_digit_place);
        if (is_date_letter(byte)) return take_date(byte);
        if (byte == 'E' || byte == 'e') return take_marked(false);  // and its sign
        add_and_drop(byte == '@' ? Kind::digits : Kind::literal, 1);
    }

    void add(Kind kind, std::string_view text) {
        if (!pieces_.empty() && pieces_.back().kind == kind && kind == Kind::literal) {
            pieces_.back().text += text;
        } else {
            pieces_.push_back({kind, std::string(text)});
        }
    }
    void add_and_drop(Kind kind, std::size_t size) {
        add(kind, left_.substr(0, size));
        left_.remove_prefix(std::min(size, left_.size()));
    }
    /// Drops the mark before a letter, and takes the letter as it is if it is `wanted`.
    void take_marked(bool wanted) {
        left_.remove_prefix(1);
        std::size_t size = std::min<std::size_t>(1, left_.size());
        while (size < left_.size() && (static_cast<unsigned char>(left_[size]) & 0xC0) == 0x80)
            ++size;
        if (wanted) add(Kind::literal, left_.substr(0, size));
        left_.remove_prefix(size);
    }
    void take_to(char end) {
        left_.remove_prefix(1);
        const std::size_t stop = std::min(left_.find(end), left_.size());
        add(Kind::literal, left_.substr(0, stop));
        left_.remove_prefix(std::min(stop + 1, left_.size()));
    }
    /// "[$₫-42A]" is a currency, "[h]" hours, anything else a colour or a condition.
    void take_bracket() {
        const std::size_t stop = std::min(left_.find(']'), left_.size());
        const std::string_view inside = left_.substr(1, stop - 1);
        left_.remove_prefix(std::min(stop + 1, left_.size()));
        if (inside.starts_with('$')) {
            add(Kind::literal, inside.substr(1, inside.find('-') - 1));
        } else if (!inside.empty() &&
                   inside.find_first_not_of("hHmMsS") == std::string_view::npos) {
            add(Kind::date, inside);
        }
    }
    bool is_am_pm() {
        for (const std::string_view mark : {"AM/PM", "am/pm", "A/P", "SA/CH"}) {
            if (!left_.starts_with(mark)) continue;
            left_.remove_prefix(mark.size());
            return true;
        }
        return false;
    }
    void take_run(Kind kind, bool (*belongs)(char)) {
        const auto end = std::find_if_not(left_.begin(), left_.end(), belongs);
        add_and_drop(kind, static_cast<std::size_t>(end - left_.begin()));
    }
    void take_date(char letter) {
        const std::size_t end = std::min(left_.find_first_not_of(letter), left_.size());
        add_and_drop(Kind::date, end);
    }

    std::string_view left_;
    std::vector<FormatPiece> pieces_;
};

bool has_kind(const std::vector<FormatPiece>& pieces, FormatPiece::Kind kind) {
    return std::any_of(pieces.begin(), pieces.end(),
                       [&](const FormatPiece& piece) { return piece.kind == kind; });
}

/// "# ?/?"
bool is_fraction(std::string_view code) {
    const std::size_t slash = code.find('/');
    return slash != std::string_view::npos && slash > 0 &&
           std::string_view("?#0").find(code[slash - 1]) != std::string_view::npos;
}

/// "-1234.50" -> "-1.234,50".
std::string in_vietnamese(std::string_view number, bool grouped) {
    const std::size_t point = std::min(number.find('.'), number.size());
    const std::size_t sign = number.starts_with('-') ? 1 : 0;
    std::string text(number.substr(0, sign));
    for (std::size_t at = sign; at < point; ++at) {
        if (grouped && at > sign && (point - at) % 3 == 0) text += '.';
        text += number[at];
    }
    if (point < number.size()) text.append(1, ',').append(number.substr(point + 1));
    return text;
}

std::string printed(const char* format, int decimals, double value) {
    std::array<char, 400> buffer{};
    std::snprintf(buffer.data(), buffer.size(), format, decimals, value);
    return buffer.data();
}

/// As many digits as a cell without a format shows, without a power of ten.
std::string general(double value) {
    constexpr int shown_digits = 10;
    if (value == std::trunc(value) && std::abs(value) < largest_whole)
        return in_vietnamese(printed("%.*f", 0, value), false);
    std::string text = printed("%.*g", shown_digits, value);
    if (text.find('e') != std::string::npos) {
        const bool is_small = std::abs(value) < 1;
        text = printed("%.*f", is_small ? shown_digits : 0, value);
        if (is_small) text.erase(text.find_last_not_of('0') + 1);
        if (text.ends_with('.')) text.pop_back();
    }
    return in_vietnamese(text, false);
}

/// `value` in the digit places of a section: "#,##0.0#".
std::string in_places(double value, std::string_view places) {
    if (places.empty() || places == "@") return general(value);
    constexpr std::ptrdiff_t most_decimals = 30;
    while (places.ends_with(',')) {  // each stands for thousands left out
        places.remove_suffix(1);
        value /= 1000;
    }
    const std::size_t point = std::min(places.find('.'), places.size());
    const std::string_view decimals = places.substr(std::min(point + 1, places.size()));
    const auto count = std::min<std::ptrdiff_t>(
        std::count_if(decimals.begin(), decimals.end(), [](char byte) { return byte != ','; }),
        most_decimals);
    if (value == 0 && places.find('0') == std::string_view::npos) return {};
    // 1234.55 is 1234.6 with one digit, though the double nearest to it lies below.
    constexpr double half_up = 1 + 1e-15;
    std::string text = printed("%.*f", static_cast<int>(count), value * half_up);
    const auto required =
        std::min<std::ptrdiff_t>(std::count(decimals.begin(), decimals.end(), '0'), most_decimals);
    for (auto i = count; i > required && text.ends_with('0'); --i) text.pop_back();
    if (text.ends_with('.')) text.pop_back();
    const auto whole_digits =
        std::count(places.begin(), places.begin() + static_cast<std::ptrdiff_t>(point), '0');
    const auto shown = std::min(text.find('.'), text.size()) - (text.starts_with('-') ? 1U : 0U);
    if (static_cast<std::size_t>(whole_digits) > shown)
        text.insert(text.starts_with('-') ? 1 : 0, static_cast<std::size_t>(whole_digits) - shown,
                    '0');
    return in_vietnamese(text, places.substr(0, point).find(',') != std::string_view::npos);
}

/// A serial number of days -> "05/10/2023 07:30", only what the pieces ask for; empty for none.
std::string as_date(double serial, const std::vector<FormatPiece>& pieces, bool from_1904) {
    using namespace std::chrono;
    constexpr double last_day = 2958466;  // 9999-12-31
    if (serial < 0 || serial >= last_day) return general(serial);
    std::string letters;
    for (const FormatPiece& piece : pieces) {
        if (piece.kind == FormatPiece::Kind::date)
            letters += static_cast<char>(piece.text.front() | 0x20);
    }
    const auto asks = [&](char letter) { return letters.find(letter) != std::string::npos; };
    const bool time = asks('h') || asks('s');
    constexpr std::int64_t seconds_of_day = 86'400;
    const auto all = static_cast<std::int64_t>(std::llround(serial * seconds_of_day));
    // Excel's February of 1900 has 29 days.
    const std::int64_t day = all / seconds_of_day + (!from_1904 && serial < 60 ? 1 : 0);
    const year_month_day date{sys_days(from_1904 ? 1904y / January / 1 : 1899y / December / 30) +
                              days(day)};
    std::array<char, 64> text{};
    const auto put = [&](const char* format, auto... values) {
        std::snprintf(text.data(), text.size(), format, values...);
        return std::string(text.data());
    };
    const auto number = [](auto part) { return static_cast<unsigned>(part); };
    const int year = static_cast<int>(date.year());
    std::string shown;
    if (asks('d')) shown = put("%02u", number(date.day()));
    if (asks('m') && (!time || asks('d') || asks('y')))
        shown += (shown.empty() ? "" : "/") + put("%02u", number(date.month()));
    if (asks('y')) shown += (shown.empty() ? "" : "/") + put("%d", year);
    if (time) {
        const std::int64_t of_day = all % seconds_of_day;
        shown += (shown.empty() ? "" : " ") + put("%02d:%02d", static_cast<int>(of_day / 3600),
                                                  static_cast<int>(of_day / 60 % 60));
    }
    return shown;
}

}  // namespace

std::string formatted_number(double value, std::string_view code, bool from_1904) {
    if (!std::isfinite(value)) return {};
    if (code.empty() || code == "General" || code == "@") return general(value);
    const std::vector<std::string_view> sections = sections_of(code);
    const bool negative = value < 0 && sections.size() > 1;
    const bool zero = value == 0 && sections.size() > 2;
    const auto pieces = SectionReader(sections[zero ? 2 : negative ? 1 : 0]).run();
    if (has_kind(pieces, FormatPiece::Kind::date)) return as_date(value, pieces, from_1904);
    if (is_fraction(code)) return general(value);
    if (has_kind(pieces, FormatPiece::Kind::percent)) value *= 100;
    std::string text;
    bool placed = false;
    for (const FormatPiece& piece : pieces) {
        if (piece.kind == FormatPiece::Kind::digits) {
            // A section for negative numbers writes their sign itself.
            if (!placed) text += in_places(negative ? -value : value, piece.text);
            placed = true;
        } else {
            text += piece.text;
        }
    }
    return text;
}

std::string_view builtin_number_format(unsigned number) {
    constexpr auto codes = std::to_array<std::pair<unsigned, std::string_view>>(
        {{1, "0"},      {2, "0.00"},      {3, "#,##0"},     {4, "#,##0.00"},  {9, "0%"},
         {10, "0.00%"}, {14, "d/m/yyyy"}, {15, "d/m/yyyy"}, {16, "d/m"},      {17, "m/yyyy"},
         {18, "h:mm"},  {19, "h:mm:ss"},  {20, "h:mm"},     {21, "h:mm:ss"},  {22, "d/m/yyyy h:mm"},
         {37, "#,##0"}, {38, "#,##0"},    {39, "#,##0.00"}, {40, "#,##0.00"}, {41, "#,##0"},
         {42, "#,##0"}, {43, "#,##0.00"}, {44, "#,##0.00"}, {45, "h:mm"},     {46, "h:mm"},
         {47, "h:mm"}});
    const auto* const found = std::find_if(codes.begin(), codes.end(),
                                           [&](const auto& one) { return one.first == number; });
    return found == codes.end() ? std::string_view() : found->second;
}

}  // namespace commsearch::source
