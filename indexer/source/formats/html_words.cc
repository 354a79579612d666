#include <algorithm>
#include <array>

#include "analyzers/base/ascii.h"
#include "analyzers/base/normal_form.h"
#include "analyzers/base/unicode.h"
#include "indexer/source/extract/text.h"
#include "indexer/source/formats/html_page.h"

namespace commsearch::source {
namespace {

constexpr auto boilerplate_tags = std::to_array<std::string_view>(
    {"nav", "header", "footer", "aside", "form", "select", "button", "iframe"});

/// Parts of an id or class, without '-' and '_'.
constexpr auto boilerplate_names = std::to_array<std::string_view>(
    {"menu",    "navbar",   "navigation", "sidebar",  "breadcrumb", "counter",
     "visitor", "thongke",  "truycap",    "thamdo",   "poll",       "vote",
     "comment", "binhluan", "related",    "lienquan", "tinkhac",    "latest",
     "footer",  "share",    "social",     "banner",   "quangcao",   "advert",
     "lienket", "weblink",  "toolbar",    "rating",   "pagination"});

/// As letters only, without digits.
constexpr auto boilerplate_labels = std::to_array<std::string_view>(
    {"tinlienquan",      "cactinlienquan", "tinkhac",        "cactinkhac",     "cactincuhon",
     "cactinmoihon",     "tincuhon",       "tinmoihon",      "tinmoinhat",     "tinmoi",
     "tinnoibat",        "bailienquan",    "baivietkhac",    "cacbaivietkhac", "baivietlienquan",
     "tincungchuyenmuc", "thamdoykien",    "ykienthamdo",    "thongketruycap", "luottruycap",
     "soluottruycap",    "truycap",        "lienketwebsite", "lienketweb",     "lienket",
     "binhluan",         "ykienbandoc",    "guibinhluan"});

constexpr auto foot_beginnings =
    std::to_array<std::string_view>({"banquyen", "chiutrachnhiem", "ghironguon", "coquanchuquan",
                                     "truso", "diachi", "copyright", "thietkeboi", "designedby"});

constexpr auto post_date_labels =
    std::to_array<std::string_view>({"dangluc", "dangngay", "ngaydang", "capnhat", "ngaycapnhat",
                                     "ngaytao", "ngayxuatban", "thoigiandang"});

constexpr auto site_beginnings =
    std::to_array<std::string_view>({"congthongtin", "congttdt", "trangthongtin", "trangttdt",
                                     "trangtin", "trangchu", "website", "portal", "home"});

constexpr auto place_beginnings = std::to_array<std::string_view>(
    {"xa", "phuong", "thitran", "dackhu", "huyen", "quan", "thixa", "thanhpho", "tinh", "ubnd"});

constexpr auto paper_bodies = std::to_array<std::string_view>(
    {"uybannhandan", "ubnd", "hoidongnhandan", "hdnd", "conghoaxahoichunghia", "dangcongsanviet"});

constexpr auto program_titles = std::to_array<std::string_view>(
    {"microsoftword", "microsoftexcel", "microsoftpowerpoint", "document", "untitled"});

constexpr auto paper_kinds = std::to_array<std::string_view>(
    {"baocao", "quyetdinh", "kehoach", "thongbao", "congvan", "totrinh", "nghiquyet", "chuongtrinh",
     "huongdan", "giaymoi", "bienban", "chithi", "congdien", "dean", "phuongan", "phuluc", "quyche",
     "quydinh", "ketluan"});

constexpr auto title_separators =
    std::to_array<std::string_view>({" - ", " | ", " – ", " — ", " :: ", " » "});

constexpr auto image_extensions =
    std::to_array<std::string_view>({".jpg", ".jpeg", ".png", ".gif", ".bmp", ".webp", ".jfif"});

/// Letters a-z of the unaccented spelling.
std::string letters_of(std::string_view text) {
    std::string letters = unaccented(nfc(text));
    std::erase_if(letters, [](char byte) { return !is_small_ascii_letter(byte); });
    return letters;
}

std::string letters_and_digits_of(std::string_view text) {
    std::string kept = unaccented(nfc(text));
    std::erase_if(kept,
                  [](char byte) { return !is_small_ascii_letter(byte) && !is_ascii_digit(byte); });
    return kept;
}

bool begins_with_one_of(std::string_view text, const auto& beginnings) {
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](std::string_view one) { return text.starts_with(one); });
}

/// Where the first d/m/yyyy of `text` begins, with any of "/-." between, or the first yyyy-mm-dd.
std::size_t find_numeric_date(std::string_view text) {
    constexpr auto shapes = std::to_array<std::string_view>(
        {"0/0/0000", "0/00/0000", "0-0-0000", "0-00-0000", "0.0.0000", "0.00.0000", "0000-00-00"});
    std::string shape(text);
    std::replace_if(shape.begin(), shape.end(), is_ascii_digit, '0');
    std::size_t first = std::string::npos;
    for (const std::string_view one : shapes) first = std::min(first, shape.find(one));
    return first;
}

/// `title` cut at its separators; the pieces point into it.
std::vector<std::string_view> pieces_of(std::string_view title) {
    std::vector<std::string_view> pieces;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < title.size(); ++at) {
        for (const std::string_view separator : title_separators) {
            if (!title.substr(at).starts_with(separator)) continue;
            pieces.push_back(title.substr(begin, at - begin));
            begin = at + separator.size();
            at = begin - 1;
            break;
        }
    }
    pieces.push_back(title.substr(begin));
    return pieces;
}

bool is_site_name(std::string_view piece) {
    const std::string letters = letters_of(piece);
    return begins_with_one_of(letters, site_beginnings) || letters.ends_with("govvn");
}

bool is_place(std::string_view piece) {
    return begins_with_one_of(letters_of(piece), place_beginnings);
}

bool is_image_name(std::string_view word) {
    if (word.size() < 5 || word.find('.') == std::string_view::npos) return false;
    const std::string name = lower(word);
    return std::any_of(image_extensions.begin(), image_extensions.end(),
                       [&](std::string_view extension) { return name.ends_with(extension); });
}

}  // namespace

std::string without_image_names(std::string_view text) {
    std::string kept;
    std::size_t word = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        if (is_space(point.value)) {
            if (is_image_name(text.substr(word, at - word))) {
                kept.resize(kept.size() - (at - word));
                if (kept.ends_with(' ')) kept.pop_back();
            }
            word = at + point.size;
        }
        kept.append(text, at, point.size);
        at += point.size;
    }
    if (is_image_name(text.substr(word))) kept.resize(kept.size() - (text.size() - word));
    return std::string(without_blank_ends(kept));
}

bool is_caption(std::string_view text) {
    constexpr std::size_t longest = 200;
    const std::string_view first_word = text.substr(0, text.find(' '));
    return text.size() <= longest && is_letter(decode_at(text, 0).value) &&
           !first_word.ends_with('.') && !first_word.ends_with(')') && !text.ends_with(':') &&
           text.find("ngày") == std::string_view::npos;
}

bool is_boilerplate_element(std::string_view tag, std::string_view id_and_class) {
    if (std::find(boilerplate_tags.begin(), boilerplate_tags.end(), tag) !=
        boilerplate_tags.end()) {
        return true;
    }
    std::string names = lower(id_and_class);
    std::erase_if(names, [](char byte) { return byte == '-' || byte == '_'; });
    return std::any_of(
        boilerplate_names.begin(), boilerplate_names.end(),
        [&](std::string_view name) { return names.find(name) != std::string::npos; });
}

bool is_boilerplate_label(std::string_view line) {
    constexpr std::size_t longest = 60;
    if (line.size() > longest) return false;
    const std::string letters = letters_of(line);
    return std::find(boilerplate_labels.begin(), boilerplate_labels.end(), letters) !=
           boilerplate_labels.end();
}

bool is_foot_line(std::string_view line) {
    return begins_with_one_of(letters_of(truncate_utf8(line, 60)), foot_beginnings);
}

bool is_post_date(std::string_view line) {
    constexpr std::size_t longest = 120;
    const std::size_t date = find_numeric_date(line);
    if (line.size() > longest || date == std::string_view::npos) return false;
    const std::string before = letters_of(line.substr(0, date));
    return before.empty() || before == "ngay" || begins_with_one_of(before, post_date_labels);
}

bool has_words(std::string_view text) { return !letters_and_digits_of(text).empty(); }

bool is_letterhead_line(std::string_view line) {
    return begins_with_one_of(letters_of(line), paper_bodies) && upper(line) == line;
}

bool is_empty_title(std::string_view title) {
    const std::string letters = letters_of(title);
    const auto is_kind = [&](std::string_view kind) { return letters == kind; };
    const bool names_kind =
        std::any_of(paper_kinds.begin(), paper_kinds.end(),
                    [&](std::string_view kind) { return letters.find(kind) != std::string::npos; });
    return begins_with_one_of(letters, program_titles) ||
           std::any_of(paper_kinds.begin(), paper_kinds.end(), is_kind) ||
           (begins_with_one_of(letters, paper_bodies) && upper(title) == title && !names_kind);
}

std::string without_site_name(std::string_view title) {
    const std::vector<std::string_view> pieces = pieces_of(title);
    auto first = pieces.begin();
    if (is_site_name(*first)) {
        first = std::find_if_not(first + 1, pieces.end(), is_place);
    }
    const auto last = std::find_if(first, pieces.end(), is_site_name);
    if (first == last) return {};
    const char* end = (last - 1)->data() + (last - 1)->size();
    return std::string(
        without_blank_ends({first->data(), static_cast<std::size_t>(end - first->data())}));
}

bool is_same_title(std::string_view a, std::string_view b) {
    constexpr std::size_t longest = 1000;
    constexpr std::size_t shortest_part = 15;
    if (a.size() > longest || b.size() > longest) return false;
    std::string shorter = letters_and_digits_of(a);
    std::string longer = letters_and_digits_of(b);
    if (shorter.size() > longer.size()) std::swap(shorter, longer);
    if (shorter.size() == longer.size()) return !shorter.empty() && shorter == longer;
    return shorter.size() >= shortest_part && longer.starts_with(shorter);
}

}  // namespace commsearch::source
