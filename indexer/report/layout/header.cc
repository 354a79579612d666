#include "indexer/report/layout/header.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string_view>

#include "indexer/report/fields/dates.h"
#include "indexer/report/fields/issuers.h"
#include "indexer/report/fields/place_types.h"
#include "indexer/report/layout/letterhead.h"
#include "indexer/report/layout/title.h"
#include "indexer/report/sections/headings.h"

namespace commsearch::report {
namespace {

constexpr std::size_t header_lines = 45;      ///< a header ends before; with a page above it too
constexpr std::size_t near_top = 20;          ///< where a letter has its header
constexpr std::size_t max_header_line = 100;  ///< characters
constexpr std::size_t no_line = static_cast<std::size_t>(-1);

bool is_national(const Line& line) {
    return length(line.text) <= 2 * max_header_line && is_national_line(line.key);
}

/// A body or place of the left header: capitals, or at least a short line of nothing else.
bool is_body_line(const Line& line) {
    if (!is_capitals(line.text) || length(line.text) > max_header_line) return false;
    std::size_t behind = 0;
    return begins_with_place_type(line.text) || body_at(line.tokens(), behind) != nullptr ||
           issuer_named(line.key).has_value();
}

/// A column of the line that is nothing but a date.
std::optional<PlaceDate> date_column(const Line& line) {
    for (const std::string_view column : columns_of(line)) {
        if (const auto dated = bare_date(tokens_of(column))) return dated;
    }
    return std::nullopt;
}

bool is_anchor(const Line& line) {
    return length(line.text) <= max_header_line + 60 &&
           (is_national(line) || stated_number(line.tokens()) || place_date(line.tokens()));
}

/// The line that names the kind of paper, alone ("BÁO CÁO") or with its summary behind it.
std::size_t find_type_line(const std::vector<Line>& lines) {
    bool anchored = false;
    for (std::size_t i = 0; i < std::min(lines.size(), header_lines); ++i) {
        const Line& line = lines[i];
        if (anchored && begins_addressees(line)) return no_line;
        const bool is_name = type_of_name(line.key) != DocumentType::unknown;
        if (is_name && (anchored || word_count(line.text) > 1)) return i;
        const bool short_title = length(line.text) <= max_header_line * 3;
        const bool begins = type_at_begin(line.key) != DocumentType::unknown;
        if (anchored && begins && short_title && !line.text.ends_with(':') &&
            !stated_number(line.tokens()))
            return i;
        if (anchored && heading_mark(line.text).level != HeadingMark::none) return no_line;
        anchored = anchored || is_anchor(line);
    }
    return no_line;
}

/// End of a header without a line that names the kind of paper: behind the last of its lines, or
/// before the addressees.
std::size_t end_of_anchors(const std::vector<Line>& lines, const TitleLines& subject) {
    std::size_t end = subject.end;
    // A sheet or a slide may have the bodies of a letterhead and nothing else of it.
    const auto names_body = [](const Line& line) {
        std::size_t behind = 0;
        return is_capitals(line.text) && length(line.text) <= max_header_line &&
               body_at(line.tokens(), behind) != nullptr;
    };
    while (end < lines.size() && names_body(lines[end])) ++end;
    for (std::size_t i = 0; i < std::min(lines.size(), near_top); ++i) {
        if (begins_addressees(lines[i])) break;
        if (is_anchor(lines[i])) end = std::max(end, i + 1);
    }
    return end;
}

/// The tokens of lines that belong together, with the text they point into.
struct JoinedLines {
    JoinedLines(const std::vector<Line>& lines, std::size_t begin, std::size_t count) {
        for (std::size_t i = begin; i < std::min(lines.size(), begin + count); ++i) {
            if (!text.empty()) text += ' ';
            text += lines[i].text;
        }
        tokens = tokens_of(text);
    }
    JoinedLines(const JoinedLines&) = delete;
    JoinedLines& operator=(const JoinedLines&) = delete;
    ~JoinedLines() = default;

    std::string text;
    std::vector<LineToken> tokens;
};

/// Reads the lines above the kind of paper into a Header.
class HeaderReader {
public:
    HeaderReader(const std::vector<Line>& lines, std::size_t end, Header& header)
        : lines_(lines), end_(end), header_(header) {}

    void read() {
        for (std::size_t i = 0; i < end_; ++i) {
            if (length(lines_[i].text) > 2 * max_header_line) continue;
            read_number(i);
            read_date(i);
        }
    }

private:
    /// A number that was typed into a form stands on a line of its own: "Số: 243", "/BC-UBND".
    void read_number(std::size_t i) {
        if (header_.has_number_line) return;
        auto number = stated_number(lines_[i].tokens());
        if (!number && begins_with_words(lines_[i].key, "so") && i + 1 < end_ &&
            word_count(lines_[i].text) <= 2)
            number = stated_number(JoinedLines(lines_, i, 2).tokens);
        if (!number) return;
        header_.has_number_line = true;
        header_.number = number->text;
        if (header_.type == DocumentType::unknown) header_.type = number->type;
        header_.number_issuer = number->issuer;
    }

    /// So does a date: "Cẩm Mỹ, ngày", "23 tháng", "3 năm 2022".
    void read_date(std::size_t i) {
        if (header_.has_date_line) return;
        const LineTokens tokens = lines_[i].tokens();
        if (const auto dated = place_date(tokens)) return note(*dated);
        if (const auto dated = date_column(lines_[i])) return note(*dated);
        const bool begins = std::any_of(tokens.begin(), tokens.end(),
                                        [](const LineToken& token) { return token.is("ngay"); });
        if (!begins || word_count(lines_[i].text) > 9) return;
        for (std::size_t count = 2; count <= 4 && i + count <= end_; ++count) {
            const JoinedLines lines(lines_, i, count);
            if (const auto dated = place_date(lines.tokens)) return note(*dated);
        }
    }

    void note(const PlaceDate& dated) {
        header_.has_date_line = true;
        header_.place = dated.place;
        header_.signing_date = dated.date;
    }

    const std::vector<Line>& lines_;
    std::size_t end_;
    Header& header_;
};

/// An opening sentence above an embedded paper is no part of its header.
bool is_sentence(const Line& line) {
    constexpr std::size_t min_words = 7;
    return line.text.ends_with('.') && word_count(line.text) >= min_words &&
           !is_capitals(line.text);
}

bool belongs_to_header(const Line& line) {
    return is_anchor(line) || (length(line.text) <= max_header_line && !is_sentence(line));
}

/// A letter is known by its addressees below a header, and has no kind in its symbol.
bool is_letter_paper(const std::vector<Line>& lines, std::size_t end, const Header& header) {
    if (header.type != DocumentType::unknown) return false;
    if (header.has_number_line) return true;
    return end > 0 && end < lines.size() && begins_addressees(lines[end]);
}

}  // namespace

Header take_header(FramedText& text) {
    Header header;
    std::vector<Line>& lines = text.lines;
    const std::size_t type_line = find_type_line(lines);
    TitleLines title;
    std::size_t header_end = 0;
    bool has_other_kind = false;
    if (type_line != no_line) {
        title = title_at(lines, type_line);
        header.type = type_at_begin(lines[type_line].key);
        header_end = type_line;
    } else {
        title = subject_in(lines, near_top);
        header_end = end_of_anchors(lines, title);
        // "GIẤY TIẾP NHẬN": a kind that no list has stands in capitals below the date.
        const bool names_kind = title.text.empty() && header_end > 0 && header_end < lines.size() &&
                                is_anchor(lines[header_end - 1]) &&
                                is_capitals(lines[header_end].text) &&
                                heading_mark(lines[header_end].text).level == HeadingMark::none &&
                                !begins_addressees(lines[header_end]);
        if (names_kind) title = title_at(lines, header_end);
        has_other_kind = names_kind;
    }
    header.title = title.text;
    // Minutes and contracts have their number below the name of their kind.
    const bool numbered_below = type_line != no_line && title.end < lines.size() &&
                                stated_number(lines[title.end].tokens()).has_value();
    HeaderReader(lines, numbered_below ? title.end + 1 : header_end, header).read();
    header.bodies = bodies_of(std::span(lines).first(header_end));
    const bool letter =
        type_line == no_line && !has_other_kind && is_letter_paper(lines, header_end, header);
    if (letter) header.type = DocumentType::cong_van;
    header.paper_title = title.text;
    // A page may be called as a body of the letterhead is.
    const bool is_body = text.headline < header_end && is_body_line(lines[text.headline]);
    if (text.headline < lines.size()) header.headline = lines[text.headline].text;
    if (!header.headline.empty() && !is_body) header.title = header.headline;
    std::vector<Line> kept;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool in_title = i >= title.begin && i < title.end + (numbered_below ? 1 : 0);
        const bool taken =
            in_title || i == text.headline || (i < header_end && belongs_to_header(lines[i]));
        (taken ? header.lines : kept).push_back(std::move(lines[i]));
    }
    lines = std::move(kept);
    return header;
}

}  // namespace commsearch::report
