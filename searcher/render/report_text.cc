#include "searcher/render/report_text.h"

#include <string>
#include <utility>
#include <vector>

#include "analyzers/base/unicode.h"
#include "searcher/render/citation.h"
#include "searcher/render/table_text.h"

namespace commsearch::render {
namespace {

std::vector<Word> source_line(const TextPage& page, const schema::ReportDescription& about) {
    std::string date = about.date > 0 ? shown_date(about.date) : "";
    if (about.posting_date > 0 && about.posting_date != about.date)
        date += page.say(", đăng ", ", posted ") + shown_date(about.posting_date);
    const std::string period = about.period.empty() ? "" : page.say(reported_period(about.period));
    std::string signers = shown_signers(about, true);
    if (!signers.empty()) signers.insert(0, page.say("người ký: ", "signed: "));
    std::vector<Word> words =
        words_of(joined({joined({about.commune, about.district, about.province}, ", "), date,
                         period, about.issuer, signers},
                        " · "));
    const std::string path = printable(about.path);
    if (!words.empty()) glue(words, " ·");
    words.push_back({.text = path, .width = display_width(path)});  // whole, to be copied
    return words;
}

std::string page_text(const TextPage& page, const PassageHit& passage) {
    return passage.page == 0 ? "" : page.say("trang ", "page ") + std::to_string(passage.page);
}

std::string marked(const TextPage& page, const Fragment& fragment) {
    std::string text = printable(fragment.text);
    if (!fragment.hit || page.has_color()) return text;
    return text.insert(0, "«").append("»");
}

/// A fragment may begin in the middle of a word; it then goes on with the last one.
void append(std::vector<Word>& words, Word word, bool new_word) {
    if (new_word) {
        words.push_back(std::move(word));
    } else {
        words.back().text += word.text;
        words.back().width += word.width;
    }
}

/// The words of an excerpt with its hits marked: each word by itself in colour, because a line
/// may end, and a pager forgets colours, between two of them.
std::vector<Word> excerpt_words(const TextPage& page, const std::vector<Fragment>& excerpt,
                                std::string_view style = {}) {
    std::vector<Word> words;
    bool after_blank = true;
    for (const Fragment& fragment : excerpt) {
        const std::string text = marked(page, fragment);
        if (text.empty()) continue;
        bool new_word = after_blank || text.front() == ' ';
        for (Word& word : words_of(text)) {
            word.text = page.painted(word.text, fragment.hit ? hit_color : style);
            append(words, std::move(word), new_word);
            new_word = true;
        }
        after_blank = text.back() == ' ';
    }
    return words;
}

std::vector<CellWords> row_words(const TextPage& page,
                                 const std::vector<TableExcerpt::Cell>& cells) {
    std::vector<CellWords> words;
    for (const TableExcerpt::Cell& cell : cells) words.push_back(excerpt_words(page, cell));
    return words;
}

void add_table_excerpt(TextPage& page, const TableExcerpt& table, std::size_t indent) {
    std::vector<std::vector<CellWords>> rows;
    for (const auto& row : table.rows) rows.push_back(row_words(page, row));
    add_table(page, row_words(page, table.columns), rows, indent);
    if (table.more_rows == 0) return;
    const std::string count = page.number_text(table.more_rows);
    page.add_lines(words_of(page.say("còn " + count + " dòng của bảng",
                                     count + " more " + plural("row", table.more_rows))),
                   indent, dim);
}

/// "CN = công nghiệp" for what could mean something else; with the explanation all of them.
void add_meanings(TextPage& page, const PassageHit& passage, std::size_t indent) {
    const bool explains = !passage.shares.empty();
    std::vector<std::string> parts;
    for (const PassageHit::Meaning& meaning : passage.meanings) {
        if (!meaning.long_form.empty() &&
            (explains || meaning.is_ambiguous || meaning.is_defined)) {
            parts.push_back(meaning.short_form + " = " + meaning.long_form);
        } else if (explains && meaning.long_form.empty()) {
            parts.push_back(meaning.short_form + page.say(": đoạn không cho biết nghĩa nào",
                                                          ": the passage does not tell which"));
        }
    }
    page.add_lines(words_of(printable(joined(parts, " · "))), indent, dim);
}

/// "điểm 45,3" and a line for each part of it.
void add_shares(TextPage& page, const PassageHit& passage, std::size_t indent) {
    if (passage.shares.empty()) return;
    page.add_lines(words_of(page.say("điểm ", "score ") + page.decimal_text(passage.score, 1)),
                   indent, dim);
    for (std::size_t i = 0; i < passage.shares.size(); ++i) {
        const PassageHit::Share& share = passage.shares[i];
        const bool is_factor = i + 1 == passage.shares.size();
        const std::string amount =
            (is_factor ? "× " : "+ ") + page.decimal_text(share.score, is_factor ? 2 : 1);
        page.add_lines(words_of(amount + "  " + page.say(share.what)), indent + 2, dim);
    }
}

/// Where the passage stands: its headings, with what matched in them, its page, and whether it only
/// comes near.
void add_heading(TextPage& page, const PassageHit& passage, std::size_t indent) {
    const std::string more = joined(
        {page_text(page, passage), passage.is_full ? "" : page.say("gần đúng", "near")}, " · ");
    if (passage.marked_headings.empty()) {
        const std::string line = joined({heading_line(passage.heading_path), more}, " · ");
        return page.add_lines(words_of(line), indent, dim);
    }
    std::vector<Fragment> line = heading_fragments(passage);
    if (!more.empty()) line.push_back({" · " + more, false});
    page.add_lines(excerpt_words(page, line, dim), indent, {});
}

}  // namespace

void add_report(TextPage& page, const ReportHit& report, std::size_t rank) {
    const std::string number = std::to_string(rank) + ". ";
    const std::size_t indent = number.size();
    const std::string& title = report.about.title.empty() ? report.about.path : report.about.title;
    if (report.marked_title.empty()) {
        page.add_item(number, words_of(title), bold);
    } else {
        page.add_item(number, excerpt_words(page, report.marked_title, bold), {});
    }
    page.add_lines(source_line(page, report.about), indent, {});
    for (const PassageHit& passage : report.passages) {
        add_heading(page, passage, indent);
        if (passage.table) {
            add_table_excerpt(page, *passage.table, indent + 2);
        } else {
            page.add_lines(excerpt_words(page, passage.excerpt), indent + 2, {});
        }
        add_meanings(page, passage, indent + 2);
        add_shares(page, passage, indent + 2);
    }
    if (report.more_passages > 0) {
        const std::string count = page.number_text(report.more_passages);
        page.add_lines(
            words_of(page.say("còn " + count + " đoạn",
                              count + " more " + plural("passage", report.more_passages))),
            indent, dim);
    }
    if (report.similar_reports > 0) {
        const std::string count = page.number_text(report.similar_reports);
        const bool is_of_commune = !report.about.commune.empty();
        page.add_lines(
            words_of(page.say("và " + count + " báo cáo khác của " +
                                  (is_of_commune ? "xã" : "nơi ấy") + " viết gần như vậy",
                              count + " more " + plural("report", report.similar_reports) + " of " +
                                  (is_of_commune ? "the commune" : "that place") +
                                  " saying nearly the same")),
            indent, dim);
    }
    page.add_blank_line();
}

}  // namespace commsearch::render
