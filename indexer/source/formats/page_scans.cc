#include "indexer/source/formats/page_scans.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "analyzers/base/unicode.h"
#include "indexer/source/extract/text.h"

namespace commsearch::source {
namespace {

constexpr double points_per_inch = 72;

std::vector<std::string_view> columns_of(std::string_view line) {
    std::vector<std::string_view> columns;
    for (const std::string_view column : pieces_ended_by(' ', line)) {
        if (!column.empty()) columns.push_back(column);
    }
    return columns;
}

double number_in(std::string_view column) {
    double value = 0;
    std::from_chars(column.data(), column.data() + column.size(), value);
    return value > 0 && value < 1e6 ? value : 0;
}

/// Whether a line belongs to what a program of digital signatures prints on a page.
bool is_of_stamp(std::string_view text) {
    const std::string plain = unaccented(text);
    for (const std::string_view mark :
         {"ky boi", "nguoi ky", "ky so boi", "thoi gian ky", "ngay ky", "signed by",
          "signature not", "signature valid", "digitally", "co quan:", "e-mail", "email", "+07:00",
          "+07'00'", "@"}) {
        if (plain.find(mark) != std::string::npos) return true;
    }
    return false;
}

}  // namespace

std::vector<double> image_coverage(std::string_view list, const std::vector<BoxedPage>& pages) {
    // page num type width height color … object ID x-ppi y-ppi size ratio; what stands between
    // differs for inline images.
    constexpr std::size_t fewest_columns = 13;
    std::vector<double> areas(pages.size(), 0);
    for (const std::string_view line : pieces_ended_by('\n', list)) {
        const std::vector<std::string_view> columns = columns_of(line);
        if (columns.size() < fewest_columns || columns[2] == "smask" || columns[2] == "mask")
            continue;
        const auto page = static_cast<std::size_t>(number_in(columns[0]));
        const double x_ppi = number_in(columns[columns.size() - 4]);
        const double y_ppi = number_in(columns[columns.size() - 3]);
        if (page == 0 || page > pages.size() || x_ppi <= 0 || y_ppi <= 0) continue;
        areas[page - 1] += number_in(columns[3]) / x_ppi * (number_in(columns[4]) / y_ppi);
    }
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const double area = pages[i].width * pages[i].height / (points_per_inch * points_per_inch);
        areas[i] = area > 0 ? std::min(1.0, areas[i] / area) : 0;
    }
    return areas;
}

bool may_be_scan(const BoxedPage& page) {
    // Stamps take a tenth of a page at most, one of text takes half of it.
    constexpr double most_of_height = 0.25;
    double height = 0;
    const BoxedLine* last = nullptr;
    for (const BoxedLine& line : page.lines) {
        if (last == nullptr || !last->box.is_beside(line.box)) height += line.box.height();
        last = &line;
    }
    return height < most_of_height * page.height;
}

bool is_scan(const BoxedPage& page, double coverage) {
    constexpr double most_of_page = 0.5;
    constexpr double some_of_page = 0.2;
    constexpr std::size_t few_words = 25;
    if (page.lines.empty()) return true;
    return may_be_scan(page) &&
           coverage >= (page.words() < few_words ? some_of_page : most_of_page);
}

std::vector<Box> take_stamps(BoxedPage& page) {
    std::set<std::size_t> blocks;
    for (const BoxedLine& line : page.lines) {
        if (is_of_stamp(line.text())) blocks.insert(line.block);
    }
    std::vector<Box> boxes;
    std::erase_if(page.lines, [&](const BoxedLine& line) {
        if (!blocks.contains(line.block)) return false;
        boxes.push_back(line.box);
        return true;
    });
    return boxes;
}

void drop_words_in(BoxedPage& page, const std::vector<Box>& boxes) {
    constexpr double slack = 2;  // points; OCR draws its boxes closer or wider
    const auto is_inside = [&](const BoxedWord& word) {
        return std::any_of(boxes.begin(), boxes.end(), [&](const Box& box) {
            const double x = word.box.middle_x();
            const double y = word.box.middle_y();
            return x > box.left - slack && x < box.right + slack && y > box.top - slack &&
                   y < box.bottom + slack;
        });
    };
    for (BoxedLine& line : page.lines) std::erase_if(line.words, is_inside);
    std::erase_if(page.lines, [](const BoxedLine& line) { return line.words.empty(); });
}

}  // namespace commsearch::source
