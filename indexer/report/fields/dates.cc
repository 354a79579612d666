#include "indexer/report/fields/dates.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <vector>

#include "indexer/report/text_scan.h"

namespace commsearch {
namespace {

using Atoms = std::vector<Atom>;

constexpr std::size_t column_gap = 3;  ///< blanks that part two columns of a flattened table

bool is_year(std::int32_t value) { return value >= 1930 && value <= 2100; }

bool is_filler(const Atom& atom) {
    return atom.kind == Atom::Kind::mark &&
           (atom.text == "." || atom.text == "_" || atom.text == "…" || atom.text == "-");
}

bool parts_date(const Atom& atom) {
    return atom.text == "/" || atom.text == "-" || atom.text == "." || atom.text == "–";
}

bool word_at(const Atoms& atoms, std::size_t at, std::string_view word) {
    return at < atoms.size() && atoms[at].is(word);
}

/// A number, or the blank or dots that stand for it (then 0); moves `at` behind it.
std::int32_t number_or_filler(const Atoms& atoms, std::size_t& at) {
    if (at < atoms.size() && atoms[at].is_number()) return atoms[at++].value;
    while (at < atoms.size() && is_filler(atoms[at])) ++at;
    return 0;
}

/// "2023", "20 23" or "202 3"; 0 when it is none, and `at` does not move.
std::int32_t year_at(const Atoms& atoms, std::size_t& at) {
    std::int32_t year = 0;
    for (std::size_t end = at; end < atoms.size() && end < at + 3; ++end) {
        if (!atoms[end].is_number() || atoms[end].value < 0 || atoms[end].text.size() > 4) break;
        for (std::size_t i = 0; i < atoms[end].text.size(); ++i) year *= 10;
        year += atoms[end].value;
        if (is_year(year)) {
            at = end + 1;
            return year;
        }
    }
    return 0;
}

/// "ngày D tháng M năm Y" from the atom `at` on, which is "ngày"; day or month may be blank.
struct WordsDate {
    std::int32_t day = 0;
    std::int32_t month = 0;
    std::int32_t year = 0;
    std::size_t end = 0;  ///< atom behind it; 0 when there is no such date
};

WordsDate words_date(const Atoms& atoms, std::size_t at) {
    WordsDate date;
    if (!word_at(atoms, at, "ngay")) return date;
    date.day = number_or_filler(atoms, ++at);
    if (!word_at(atoms, at, "thang")) return date;
    date.month = number_or_filler(atoms, ++at);
    if (word_at(atoms, at, ",")) ++at;
    if (!word_at(atoms, at, "nam")) return date;
    ++at;
    date.year = year_at(atoms, at);
    if (date.year == 0) number_or_filler(atoms, at);
    date.end = at;
    return date;
}

/// D/M/Y from the atom `at` on; `end` as above.
WordsDate numeric_date(const Atoms& atoms, std::size_t at) {
    WordsDate date;
    if (at + 4 >= atoms.size()) return date;
    const bool shape = atoms[at].is_number() && parts_date(atoms[at + 1]) &&
                       atoms[at + 2].is_number() && parts_date(atoms[at + 3]) &&
                       atoms[at + 4].is_number();
    if (!shape || atoms[at].text.size() > 2 || atoms[at + 2].text.size() > 2) return date;
    date = {atoms[at].value, atoms[at + 2].value, atoms[at + 4].value, at + 5};
    return is_year(date.year) ? date : WordsDate{};
}

std::int32_t number_of(const WordsDate& date) {
    return date.end == 0 ? 0 : date_number(date.year, date.month, std::max(date.day, 1));
}

bool ends_column(const Atoms& atoms, std::size_t end) {
    if (word_at(atoms, end, ".")) ++end;
    return end >= atoms.size() || atoms[end].gap >= column_gap;
}

/// First atom of the place that ends before the atom `end`; `end` itself when it is no place.
std::size_t place_begin(const Atoms& atoms, std::size_t end) {
    constexpr std::size_t max_words = 6;
    std::size_t begin = end;
    while (begin > 0 && atoms[begin - 1].kind != Atom::Kind::mark) {
        --begin;
        if (atoms[begin].gap >= column_gap) break;
    }
    const bool place = begin < end && end - begin <= max_words && atoms[begin].capital;
    return place ? begin : end;
}

bool is_posting_word(std::string_view key) {
    constexpr std::array words = {"ngay", "dang", "luc",  "cap",  "nhat", "gmt", "luot",
                                  "xem",  "thoi", "gian", "xuat", "ban",  "thu", "hai",
                                  "ba",   "tu",   "nam",  "sau",  "bay",  "chu", "gio",
                                  "am",   "pm",   "h",    "tin",  "viet", "ct",  "gui"};
    return std::find(words.begin(), words.end(), key) != words.end();
}

}  // namespace

std::int32_t date_number(std::int32_t year, std::int32_t month, std::int32_t day) {
    if (!is_year(year) || month < 1 || month > 12 || day < 1 || day > 31) return 0;
    const std::chrono::year_month_day date{std::chrono::year(year),
                                           std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    return date.ok() ? year * 10000 + month * 100 + day : 0;
}

std::int32_t date_of_iso(std::string_view text) {
    const Atoms atoms = atoms_of(text, 6);
    if (atoms.size() != 5 || !atoms[1].is("-") || !atoms[3].is("-")) return 0;
    return date_number(atoms[0].value, atoms[2].value, atoms[4].value);
}

std::optional<PlaceDate> place_date(std::string_view line) {
    constexpr std::size_t max_atoms = 80;
    const Atoms atoms = atoms_of(line, max_atoms);
    for (std::size_t at = 1; at + 1 < atoms.size(); ++at) {
        if (!atoms[at].is("ngay")) continue;
        WordsDate date = words_date(atoms, at);
        if (date.end == 0) date = numeric_date(atoms, at + 1);
        if (date.end == 0 || !ends_column(atoms, date.end)) continue;
        const std::size_t end = atoms[at - 1].is(",") ? at - 1 : at;
        const std::size_t begin = place_begin(atoms, end);
        if (begin == end) continue;
        const Atom& last = atoms[end - 1];
        const std::size_t size = last.at + last.text.size() - atoms[begin].at;
        return PlaceDate{line.substr(atoms[begin].at, size), number_of(date)};
    }
    return std::nullopt;
}

std::optional<PostingDate> posting_date(std::string_view line) {
    constexpr std::size_t max_atoms = 40;
    constexpr std::size_t max_size = 160;
    if (line.size() > max_size) return std::nullopt;
    const Atoms atoms = atoms_of(line, max_atoms);
    std::int32_t date = 0;
    bool labelled = false;
    for (std::size_t at = 0; at < atoms.size(); ++at) {
        if (atoms[at].is_word()) {
            if (!is_posting_word(atoms[at].key)) return std::nullopt;
            labelled = true;
        }
        labelled = labelled || atoms[at].text == ":" || atoms[at].text == "|";
        if (date == 0) date = number_of(numeric_date(atoms, at));
    }
    if (date == 0) return std::nullopt;
    return PostingDate{date, labelled};
}

std::int32_t first_date(std::string_view line) {
    const Atoms atoms = atoms_of(line);
    for (std::size_t at = 0; at < atoms.size(); ++at) {
        const WordsDate in_words = words_date(atoms, at);
        std::int32_t date = in_words.day > 0 ? number_of(in_words) : 0;
        if (date == 0 && (at == 0 || !parts_date(atoms[at - 1]))) {
            date = number_of(numeric_date(atoms, at));
        }
        if (date != 0) return date;
    }
    return 0;
}

}  // namespace commsearch
