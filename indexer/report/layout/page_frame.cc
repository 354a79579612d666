#include "indexer/report/layout/page_frame.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>

#include "analyzers/base/ascii.h"
#include "indexer/report/fields/dates.h"
#include "indexer/report/fields/document_number.h"
#include "indexer/report/layout/contents_list.h"
#include "indexer/report/layout/letterhead.h"
#include "indexer/report/layout/running_lines.h"
#include "indexer/report/sections/headings.h"

namespace commsearch::report {
namespace {

using Marks = std::vector<bool>;  ///< of each line: whether it is dropped

constexpr std::size_t top_lines = 60;        ///< where the begin of a page is looked for
constexpr std::size_t short_line = 80;       ///< characters; menus and links are not longer
constexpr std::size_t min_copied_lines = 3;  ///< fewer may be said twice on purpose
constexpr std::size_t sapo_lines = 12;

bool is_number_line(const Line& line) {
    return line.key.find_first_not_of("0123456789 ") == std::string::npos;
}

bool is_short(const Line& line) { return length(line.text) <= short_line; }

bool is_counter_label(std::string_view key) {
    constexpr std::array labels = {"truy cap",
                                   "hom nay",
                                   "hom qua",
                                   "tuan nay",
                                   "tuan truoc",
                                   "thang nay",
                                   "thang truoc",
                                   "tat ca",
                                   "luot truy cap",
                                   "dang truy cap",
                                   "nam nay",
                                   "tong truy cap",
                                   "tong luot truy cap",
                                   "thong ke truy cap",
                                   "dang online",
                                   "truc tuyen",
                                   "khach online",
                                   "tong so luot truy cap"};
    while (!key.empty() && (key.back() == ' ' || is_ascii_digit(key.back()))) {
        key.remove_suffix(1);
    }
    return is_one_of(key, labels);
}

/// Visit counters: labels and the numbers behind or below them. At least two, or it is text.
void mark_counters(const std::vector<Line>& lines, Marks& dropped) {
    const auto counts = [&](std::size_t i) {
        if (!is_counter_label(lines[i].key)) return false;
        const char last = lines[i].key.back();
        return is_ascii_digit(last) || (i + 1 < lines.size() && is_number_line(lines[i + 1]));
    };
    std::size_t counters = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) counters += counts(i) ? 1 : 0;
    if (counters < 2) return;
    bool in_counter = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        in_counter = is_counter_label(lines[i].key) || (in_counter && is_number_line(lines[i]));
        if (in_counter) dropped[i] = true;
    }
}

bool is_frame_line(const Line& line) {
    constexpr std::array keys = {
        "y kien tham do", "binh chon",     "xem ket qua",     "in trang",         "in bai viet",
        "gui email",      "ve dau trang",  "len dau trang",   "lien ket website", "cong khai thhc",
        "cong khai tthc", "gui binh luan", "tro ve dau trang"};
    return is_one_of(line.key, keys) || begins_with_words(line.key, "trang chu tin tuc") ||
           begins_with_words(line.key, "luot xem");
}

bool begins_related_links(const Line& line) {
    constexpr std::array keys = {"cac tin khac",        "tin khac",           "tin lien quan",
                                 "tin moi hon",         "tin cu hon",         "cac tin da dang",
                                 "tin cung chuyen muc", "bai viet lien quan", "cac bai viet khac",
                                 "cac tin cu hon",      "cac tin moi hon"};
    return is_one_of(line.key, keys);
}

/// Link lines of the frame anywhere; in the second half, everything behind "Các tin khác" that is
/// as short as a link.
void mark_frame_lines(const std::vector<Line>& lines, Marks& dropped) {
    bool in_links = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool begins = i >= lines.size() / 2 && begins_related_links(lines[i]);
        in_links = begins || (in_links && length(lines[i].text) <= 2 * short_line);
        if (in_links || is_frame_line(lines[i])) dropped[i] = true;
    }
}

/// The number of a line that may be a page number: "12", "- 12 -", "Trang 12/30"; -1 else.
std::int32_t page_number(const Line& line) {
    constexpr std::size_t max_size = 16;
    if (line.text.size() > max_size) return -1;
    const std::vector<LineToken> tokens = tokens_of(line.key, 4);
    const bool named = tokens.size() > 1 && tokens[0].is("trang");
    const std::size_t at = named ? 1 : 0;
    if (!tokens[at].is_number() || (!named && tokens.size() > 1)) return -1;
    return tokens[at].value;
}

/// Page numbers between lines of running text, counting up by one.
void mark_page_numbers(const std::vector<Line>& lines, Marks& dropped) {
    constexpr std::size_t running_text = 40;  // bytes; between cells of a table it counts rows
    const auto is_text = [&](std::size_t i) {
        return i >= lines.size() || lines[i].text.size() >= running_text;
    };
    std::int32_t last = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::int32_t value = dropped[i] ? -1 : page_number(lines[i]);
        const bool next = value == last + 1 || (last == 0 && value == 2);
        if (!next || !is_text(i + 1) || (i > 0 && !is_text(i - 1))) continue;
        dropped[i] = true;
        last = value;
    }
}

bool is_in_letterhead(const Line& line) {
    const std::vector<std::string_view> columns = columns_of(line);
    return !columns.empty() && is_national_line(words_key(columns.back()));
}

/// Drops posting dates and finds the headline, the line the first of them follows. A further one
/// of the same day stands above a second copy of the text. Below a letterhead stand days of the body.
void mark_posting_dates(const std::vector<Line>& lines, Marks& dropped, FramedText& framed) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!framed.posting_date.is_known() && (i > top_lines || is_in_letterhead(lines[i])))
            return;
        const auto posted = posting_date(lines[i]);
        if (!posted || dropped[i]) continue;
        if (framed.posting_date.is_known()) {
            dropped[i] = posted->labelled && posted->date == framed.posting_date;
            continue;
        }
        dropped[i] = true;
        framed.posting_date = posted->date;
        std::size_t above = i;
        while (above > 0 && dropped[above - 1]) --above;
        if (above > 0) framed.headline = above - 1;
    }
}

/// The line near the top that the page's title repeats, perhaps with the portal's name behind it.
void find_stated_title(const std::vector<Line>& lines, std::string_view stated_title,
                       FramedText& framed) {
    constexpr std::size_t min_letters = 15;
    const std::string key = words_key(stated_title);
    for (std::size_t i = 0; i < std::min(lines.size(), top_lines); ++i) {
        const std::string& line = lines[i].key;
        // Below a letterhead the title has its place, and nothing above it is a menu.
        if (has_words(line, "cong hoa xa hoi chu nghia") ||
            has_words(line, "dang cong san viet nam") || stated_number(lines[i].tokens()))
            return;
        if (line.size() < min_letters || !begins_with_words(key, line)) continue;
        framed.headline = i;
        return;
    }
}

/// Drops the menu above the headline when there is nothing else above it.
void mark_menu(const std::vector<Line>& lines, Marks& dropped, FramedText& framed) {
    if (framed.headline == FramedText::no_headline) return;
    const auto end = lines.begin() + static_cast<std::ptrdiff_t>(framed.headline);
    const auto is_menu = [](const Line& line) {
        return is_short(line) && heading_mark(line.text).level == HeadingMark::none;
    };
    if (!std::all_of(lines.begin(), end, is_menu)) return;
    framed.banner.assign(lines.begin(), end);
    std::fill_n(dropped.begin(), framed.headline, true);
}

void keep_left_out(LeftOutPart part, std::vector<Line> lines, FramedText& framed) {
    if (!lines.empty()) framed.left_out.push_back({part, std::move(lines)});
}

/// Drops what `dropped` marks, as such a part; the headline keeps pointing at its line.
void remove_marked(std::vector<Line>& lines, const Marks& dropped, LeftOutPart part,
                   FramedText& framed) {
    std::vector<Line> left_out;
    std::size_t kept = 0;
    std::size_t kept_headline = FramedText::no_headline;
    bool after_blank = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (dropped[i]) {
            after_blank = true;
            left_out.push_back(std::move(lines[i]));
            continue;
        }
        if (i == framed.headline) kept_headline = kept;
        if (kept != i) lines[kept] = std::move(lines[i]);
        lines[kept].after_blank = lines[kept].after_blank || after_blank;
        after_blank = false;
        ++kept;
    }
    lines.resize(kept);
    framed.headline = kept_headline;
    keep_left_out(part, std::move(left_out), framed);
}

/// Second copies of blocks: each line is compared with the one that followed the first copy of the
/// line above it, else with the first line of its text; so the work stays linear.
Marks second_copies(const std::vector<Line>& lines) {
    constexpr std::size_t no_original = static_cast<std::size_t>(-1);
    constexpr std::size_t min_copied_letters = 80;
    Marks copied(lines.size(), false);
    std::unordered_map<std::string_view, std::size_t> first_of;
    first_of.reserve(lines.size());
    std::size_t original = no_original;  // what the line above is a copy of
    std::size_t begin = 0;
    std::size_t letters = 0;
    const auto close = [&](std::size_t end) {
        if (original == no_original) return;
        const bool block = end - begin >= min_copied_lines && letters >= min_copied_letters;
        if (block)
            std::fill(copied.begin() + static_cast<std::ptrdiff_t>(begin),
                      copied.begin() + static_cast<std::ptrdiff_t>(end), true);
    };
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto [first, is_new] = first_of.emplace(lines[i].key, i);
        if (original != no_original && lines[original + 1].key == lines[i].key &&
            original + 1 < begin) {
            ++original;
            letters += lines[i].key.size();
            continue;
        }
        close(i);
        original = is_new ? no_original : first->second;
        begin = i;
        letters = lines[i].key.size();
    }
    close(lines.size());
    return copied;
}

/// Whether a number stands in one of the next lines, as below the bodies of a letterhead.
bool is_numbered_below(const std::vector<Line>& lines, std::size_t at) {
    constexpr std::size_t looked_at = 3;
    const std::size_t end = std::min(lines.size(), at + 1 + looked_at);
    return std::any_of(lines.begin() + static_cast<std::ptrdiff_t>(at),
                       lines.begin() + static_cast<std::ptrdiff_t>(end),
                       [](const Line& line) { return stated_number(line.tokens()).has_value(); });
}

/// A paragraph of the opening that is said again within the opening, or the headline again; but the
/// summary below "BÁO CÁO" may well be the headline, and a page may be called as the body that
/// issues its paper: then the headline is the copy.
Marks repeated_sapo(const std::vector<Line>& lines, std::size_t headline) {
    constexpr std::size_t min_words = 12;
    Marks repeated(lines.size(), false);
    const std::size_t begin = headline == FramedText::no_headline ? 0 : headline;
    const std::size_t end = std::min(lines.size(), begin + sapo_lines);
    for (std::size_t i = begin + 1; i < end; ++i) {
        if (type_of_name(lines[i - 1].key) != DocumentType::unknown) continue;
        for (std::size_t j = begin; j < i && !repeated[i]; ++j) {
            if (lines[i].key != lines[j].key) continue;
            if (j == headline && is_numbered_below(lines, i)) {
                repeated[j] = true;
                break;
            }
            repeated[i] = j == headline || word_count(lines[i].text) >= min_words;
        }
    }
    return repeated;
}

}  // namespace

FramedText without_frame(std::vector<Line> lines, std::string_view stated_title) {
    FramedText framed;
    keep_left_out(LeftOutPart::running, take_running_lines(lines), framed);
    keep_left_out(LeftOutPart::contents, take_contents(lines), framed);
    Marks dropped(lines.size(), false);
    mark_counters(lines, dropped);
    mark_frame_lines(lines, dropped);
    mark_posting_dates(lines, dropped, framed);
    find_stated_title(lines, stated_title, framed);
    mark_menu(lines, dropped, framed);
    remove_marked(lines, dropped, LeftOutPart::portal, framed);
    Marks numbers(lines.size(), false);
    mark_page_numbers(lines, numbers);
    remove_marked(lines, numbers, LeftOutPart::page_number, framed);
    remove_marked(lines, second_copies(lines), LeftOutPart::copy, framed);
    remove_marked(lines, repeated_sapo(lines, framed.headline), LeftOutPart::copy, framed);
    framed.lines = std::move(lines);
    return framed;
}

}  // namespace commsearch::report
