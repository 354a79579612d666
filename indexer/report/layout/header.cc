#include "indexer/report/layout/header.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "indexer/report/fields/dates.h"
#include "indexer/report/sections/headings.h"

namespace commsearch::report {
namespace {

constexpr std::size_t header_lines = 45;      ///< a header ends before; with a page above it too
constexpr std::size_t max_header_line = 100;  ///< characters
constexpr std::size_t max_title_lines = 6;
constexpr std::size_t max_title_length = 600;  ///< characters
constexpr std::size_t no_line = static_cast<std::size_t>(-1);

bool is_national_line(const Line& line) {
    constexpr std::array phrases = {"cong hoa xa hoi chu nghia viet nam", "doc lap tu do hanh phuc",
                                    "dang cong san viet nam"};
    return length(line.text) <= max_header_line &&
           std::any_of(phrases.begin(), phrases.end(),
                       [&](std::string_view phrase) { return has_words(line.key, phrase); });
}

/// A body or place of the left header: capitals, or at least a short line of nothing else.
bool is_body_line(const Line& line) {
    if (!is_capitals(line.text) || length(line.text) > max_header_line) return false;
    constexpr std::array places = {"xa", "phuong", "thi tran", "huyen", "dac khu", "tinh"};
    const bool place = std::any_of(places.begin(), places.end(), [&](std::string_view type) {
        return begins_with_words(line.key, type);
    });
    return place || issuer_named(line.key).has_value();
}

bool is_anchor(const Line& line) {
    return length(line.text) <= max_header_line + 60 &&
           (is_national_line(line) || stated_number(line.tokens()) || place_date(line.tokens()));
}

/// The line that names the kind of paper, alone ("BÁO CÁO") or with its summary behind it.
std::size_t find_type_line(const std::vector<Line>& lines) {
    bool anchored = false;
    for (std::size_t i = 0; i < std::min(lines.size(), header_lines); ++i) {
        const Line& line = lines[i];
        if (type_of_name(line.key) != DocumentType::unknown) return i;
        const bool short_title = length(line.text) <= max_title_length / 2;
        const bool begins = type_at_begin(line.key) != DocumentType::unknown;
        if (anchored && begins && short_title && !line.text.ends_with(':')) return i;
        if (anchored && heading_mark(line.text).level != HeadingMark::none) return no_line;
        anchored = anchored || is_anchor(line);
    }
    return no_line;
}

bool ends_title(const Line& line, bool first, bool title_in_capitals) {
    constexpr std::array openings = {"can cu", "kinh gui", "thuc hien", "phan thu", "tren co so"};
    if (line.after_table || line.text.starts_with('(') || is_list_item(line.text)) return true;
    if (line.text.ends_with(':') || length(line.text) > max_title_length / 2) return true;
    if (heading_mark(line.text).level != HeadingMark::none) return true;
    if (first)
        return begins_with_words(line.key, "kinh gui") || begins_with_words(line.key, "can cu");
    if (line.after_blank || (is_capital_heading(line) && !title_in_capitals)) return true;
    return tokens_of(line.text, 1).front().capital &&
           std::any_of(openings.begin(), openings.end(),
                       [&](std::string_view words) { return begins_with_words(line.key, words); });
}

/// The title of a state or Party paper; moves `end` behind its last line.
std::string title_below(const std::vector<Line>& lines, std::size_t type_line, std::size_t& end) {
    const Line& first = lines[type_line];
    const DocumentType type = type_of_name(first.key);
    std::string title(type == DocumentType::unknown ? first.text : name_of(type));
    bool capitals = type == DocumentType::unknown && is_capitals(first.text);
    end = type_line + 1;
    for (; end < lines.size() && end <= type_line + max_title_lines; ++end) {
        const bool first_summary = type != DocumentType::unknown && end == type_line + 1;
        if (ends_title(lines[end], first_summary, capitals)) break;
        if (title.size() + lines[end].text.size() > 2 * max_title_length) break;
        if (first_summary) capitals = is_capitals(lines[end].text);
        title += ' ';
        title += lines[end].text;
    }
    return title;
}

/// End of a header without a line that names the kind of paper.
std::size_t end_of_anchors(const std::vector<Line>& lines) {
    constexpr std::size_t near_top = 20;
    std::size_t end = 0;
    for (std::size_t i = 0; i < std::min(lines.size(), near_top); ++i) {
        if (is_anchor(lines[i])) end = i + 1;
    }
    return end;
}

void note_number(const DocumentNumber& number, Header& header) {
    if (header.number.empty()) header.number = number.text;
    if (header.type == DocumentType::unknown) header.type = number.type;
    if (!header.issuer && number.issuer != Issuer::unknown) {
        header.issuer = IssuerMention{number.issuer, label_of(number.issuer)};
    }
}

void note_date(const PlaceDate& dated, Header& header) {
    if (header.place.empty()) header.place = dated.place;
    if (!header.signing_date.is_known()) header.signing_date = dated.date;
}

void note(const Line& line, Header& header) {
    if (const auto number = stated_number(line.tokens())) note_number(*number, header);
    if (const auto dated = place_date(line.tokens())) note_date(*dated, header);
    // Of the bodies one below the other the lowest issues; those of the district only frame it.
    const auto body = is_body_line(line) ? issuer_named(line.key) : std::nullopt;
    if (body && !body->superior) header.issuer = body;
}

/// An opening sentence above an embedded paper is no part of its header.
bool is_sentence(const Line& line) {
    constexpr std::size_t min_words = 7;
    return line.text.ends_with('.') && word_count(line.text) >= min_words &&
           !is_capitals(line.text);
}

bool belongs_to_header(const Line& line) {
    if (is_anchor(line) || is_body_line(line)) return true;
    return length(line.text) <= max_header_line && !is_sentence(line);
}

}  // namespace

Header take_header(FramedText& text) {
    Header header;
    std::vector<Line>& lines = text.lines;
    const std::size_t type_line = find_type_line(lines);
    std::size_t end = 0;
    if (type_line != no_line) {
        header.title = title_below(lines, type_line, end);
        header.type = type_at_begin(lines[type_line].key);
    } else {
        end = end_of_anchors(lines);
    }
    const std::size_t header_end = type_line == no_line ? end : type_line;
    if (text.headline < lines.size()) header.title = lines[text.headline].text;
    std::vector<Line> kept;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool title = i >= header_end && i < end && type_line != no_line;
        const bool headline = i == text.headline;
        if (i < header_end) note(lines[i], header);
        const bool taken = title || headline || (i < header_end && belongs_to_header(lines[i]));
        (taken ? header.lines : kept).push_back(std::move(lines[i]));
    }
    lines = std::move(kept);
    return header;
}

}  // namespace commsearch::report
