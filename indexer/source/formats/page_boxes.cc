#include "indexer/source/formats/page_boxes.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <iterator>
#include <numeric>
#include <utility>

#include "analyzers/base/ascii.h"
#include "indexer/source/extract/text.h"

namespace commsearch::source {
namespace {

/// A row of the table; both programs name its columns alike.
struct BoxRow {
    int level = 0;
    Box box;
    double confidence = 0;
    std::string_view text;
};
constexpr int page_level = 1;
constexpr int line_level = 4;
constexpr int word_level = 5;

double bounded_number(std::string_view field) {
    constexpr double largest = 1e6;
    double value = 0;
    std::from_chars(field.data(), field.data() + field.size(), value);
    return std::isfinite(value) ? std::clamp(value, -largest, largest) : 0;
}

/// False for the names of the columns and for what is no row.
bool read_box_row(std::string_view line, BoxRow& row) {
    constexpr std::size_t numbers = 11;
    std::array<std::string_view, numbers> fields;
    for (std::string_view& field : fields) {
        const std::size_t tab = line.find('\t');
        if (tab == std::string_view::npos) return false;
        field = line.substr(0, tab);
        line.remove_prefix(tab + 1);
    }
    row.level = static_cast<int>(bounded_number(fields[0]));
    row.box.left = bounded_number(fields[6]);
    row.box.top = bounded_number(fields[7]);
    row.box.right = row.box.left + std::max(0.0, bounded_number(fields[8]));
    row.box.bottom = row.box.top + std::max(0.0, bounded_number(fields[9]));
    row.confidence = std::clamp(bounded_number(fields[10]), 0.0, 100.0);
    row.text = line;
    return row.level >= page_level && row.level <= word_level;
}

/// Whether no blank stands between two words of a line. pdftotext has a blank in a gap above a
/// tenth of the size of the font, which is a little less than the height of a box.
bool touches(const Box& word, const Box& next) {
    constexpr double widest_gap = 0.085;
    constexpr double deepest_overlap = 0.3;
    const double gap = next.left - word.right;
    const double height = std::max(word.height(), next.height());
    return gap < widest_gap * height && gap > -deepest_overlap * height && next.left > word.left &&
           word.is_beside(next);
}

/// Whether a small number behind a word is the mark of a note, no power of a unit: "năm" and "2",
/// not "120m" and "2".
bool is_note_mark(const BoxedWord& word, const BoxRow& next) {
    constexpr double small = 0.75;
    constexpr std::size_t most_digits = 2;
    if (next.text.size() > most_digits || next.box.height() > small * word.box.height() ||
        !std::all_of(next.text.begin(), next.text.end(), is_ascii_digit))
        return false;
    const std::size_t digits = word.text.find_last_of("0123456789.,/()");
    const std::string_view unit =
        std::string_view(word.text).substr(digits == std::string::npos ? 0 : digits + 1);
    for (const std::string_view one : {"", "m", "km", "hm", "dm", "cm", "mm"}) {
        if (unit == one) return false;
    }
    return true;
}

/// Reads the rows one after another.
class BoxReader {
public:
    void read(std::string_view line) {
        BoxRow row;
        if (!read_box_row(line, row)) return;
        if (row.level == page_level) {
            close_page();
            cuts_words_ = row.text == "###PAGE###";
            pages_.push_back({.width = row.box.right, .height = row.box.bottom, .lines = {}});
        } else if (row.level == word_level) {
            if (!pages_.empty()) add_word(row);
        } else {
            begins_line_ = true;
            if (row.level < line_level) ++block_;
        }
    }

    std::vector<BoxedPage> take() {
        close_page();
        return std::move(pages_);
    }

private:
    void add_word(const BoxRow& row) {
        std::string text = clean_line(row.text);
        if (text.empty()) return;
        std::vector<BoxedLine>& lines = pages_.back().lines;
        letters_ += static_cast<double>(text.size());
        sure_letters_ += static_cast<double>(text.size()) * row.confidence;
        if (begins_line_ || lines.empty())
            lines.push_back({.words = {}, .box = row.box, .block = block_});
        begins_line_ = false;
        BoxedLine& line = lines.back();
        line.box = line.box.with(row.box);
        if (cuts_words_ && !line.words.empty() && touches(line.words.back().box, row.box) &&
            !is_note_mark(line.words.back(), row)) {
            line.words.back().text += text;
            line.words.back().box = line.words.back().box.with(row.box);
        } else {
            line.words.push_back({std::move(text), row.box});
        }
    }

    void close_page() {
        if (!pages_.empty() && letters_ > 0) pages_.back().confidence = sure_letters_ / letters_;
        letters_ = sure_letters_ = 0;
        begins_line_ = true;
    }

    std::vector<BoxedPage> pages_;
    std::size_t block_ = 0;
    bool begins_line_ = true;
    bool cuts_words_ = false;  // as pdftotext does
    double letters_ = 0, sure_letters_ = 0;
};

/// Which way the words of a page follow each other, by the sum of the steps between neighbours.
struct ReadingWay {
    double right = 0, down = 0;
};

ReadingWay reading_way(const BoxedPage& page) {
    ReadingWay way;
    for (const BoxedLine& line : page.lines) {
        for (std::size_t i = 1; i < line.words.size(); ++i) {
            way.right += line.words[i].box.middle_x() - line.words[i - 1].box.middle_x();
            way.down += line.words[i].box.middle_y() - line.words[i - 1].box.middle_y();
        }
    }
    return way;
}

Box turned_over(const Box& box, const BoxedPage& page) {
    return {page.width - box.right, page.height - box.bottom, page.width - box.left,
            page.height - box.top};
}

/// Turns a page whose lines run from top to bottom by a quarter to the left.
Box turned_left(const Box& box, const BoxedPage& page) {
    return {box.top, page.width - box.right, box.bottom, page.width - box.left};
}

void turn(BoxedPage& page, Box (*turned)(const Box&, const BoxedPage&)) {
    for (BoxedLine& line : page.lines) {
        line.box = turned(line.box, page);
        for (BoxedWord& word : line.words) word.box = turned(word.box, page);
    }
}

/// OCR that turned a page to read it tells where the words stand on the page as it was.
void make_upright(BoxedPage& page) {
    ReadingWay way = reading_way(page);
    if (std::abs(way.down) > std::abs(way.right)) {
        turn(page, turned_left);
        std::swap(page.width, page.height);
        way.right = way.down;
    }
    if (way.right < 0) turn(page, turned_over);
}

}  // namespace

Box Box::with(const Box& other) const {
    return {std::min(left, other.left), std::min(top, other.top), std::max(right, other.right),
            std::max(bottom, other.bottom)};
}

bool Box::is_beside(const Box& other) const {
    const double common = std::min(bottom, other.bottom) - std::max(top, other.top);
    return common * 2 > std::min(height(), other.height());
}

std::string BoxedLine::text() const {
    std::string joined;
    for (const BoxedWord& word : words) joined += (joined.empty() ? "" : " ") + word.text;
    return joined;
}

std::size_t BoxedPage::words() const {
    std::size_t count = 0;
    for (const BoxedLine& line : lines) count += line.words.size();
    return count;
}

void BoxedPage::scale(double factor) {
    const auto scaled = [&](Box& box) {
        box = {box.left * factor, box.top * factor, box.right * factor, box.bottom * factor};
    };
    width *= factor;
    height *= factor;
    for (BoxedLine& line : lines) {
        scaled(line.box);
        for (BoxedWord& word : line.words) scaled(word.box);
    }
}

std::vector<BoxedPage> boxed_pages(std::string_view tsv) {
    BoxReader reader;
    for (const std::string_view line : pieces_ended_by('\n', tsv)) reader.read(line);
    std::vector<BoxedPage> pages = reader.take();
    for (BoxedPage& page : pages) make_upright(page);
    return pages;
}

std::vector<std::vector<std::size_t>> rows_of(const BoxedPage& page) {
    std::vector<std::size_t> order(page.lines.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return page.lines[a].box.middle_y() < page.lines[b].box.middle_y();
    });
    std::vector<std::vector<std::size_t>> rows;
    for (const std::size_t line : order) {
        const Box& box = page.lines[line].box;
        if (rows.empty() || !page.lines[rows.back().front()].box.is_beside(box))
            rows.emplace_back();
        rows.back().push_back(line);
    }
    return rows;
}

std::vector<const BoxedWord*> words_of(const BoxedPage& page,
                                       const std::vector<std::size_t>& lines) {
    std::vector<const BoxedWord*> words;
    for (const std::size_t line : lines) {
        for (const BoxedWord& word : page.lines[line].words) words.push_back(&word);
    }
    std::stable_sort(words.begin(), words.end(), [](const BoxedWord* a, const BoxedWord* b) {
        return a->box.left < b->box.left;
    });
    return words;
}

void join_pieces(BoxedPage& page) {
    constexpr double widest_gap = 1.5;  // in heights of a line
    constexpr double deepest_overlap = 0.3;
    std::vector<BoxedLine> joined;
    for (BoxedLine& line : page.lines) {
        if (!joined.empty()) {
            BoxedLine& last = joined.back();
            const double gap = line.box.left - last.box.right;
            const double height = std::max(last.box.height(), line.box.height());
            const bool near = line.block == last.block || gap < widest_gap * height;
            if (gap > -deepest_overlap * height && near && last.box.is_beside(line.box)) {
                last.box = last.box.with(line.box);
                std::move(line.words.begin(), line.words.end(), std::back_inserter(last.words));
                continue;
            }
        }
        joined.push_back(std::move(line));
    }
    page.lines = std::move(joined);
}

}  // namespace commsearch::source
