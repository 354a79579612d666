#include "tests/generator/generator_phrases.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "analyzers/base/message.h"
#include "analyzers/base/tsv.h"

namespace commsearch {
namespace {

constexpr std::array<std::string_view, region_count> region_names{"delta", "mountain", "central",
                                                                  "highlands", "south"};
/// In the order of ReportWord.
constexpr std::array<std::string_view, 31> word_names{
    "in_period",  "in_period_low", "period",     "period_title", "next_period", "next_title",
    "next_unit",  "year",          "next_year",  "last_year",    "school_year", "commune",
    "district",   "dist",          "dist_name",  "dist_party",   "dist_code",   "kind",
    "office",     "council_term",  "party_term", "front_term",   "number",      "sign_day",
    "sign_month", "village",       "day",        "next_day",     "past_date",   "past_year",
    "rare"};

template <typename Names>
int position(const Names& names, std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? -1 : static_cast<int>(found - names.begin());
}

struct Range {
    int low = 0;
    int high = 0;
};

int number_of(std::string_view digits, const std::string& where) {
    int number = 0;
    const auto [end, problem] = std::from_chars(digits.begin(), digits.end(), number);
    if (problem != std::errc() || end != digits.end()) {
        refuse_template(where, "not a number: " + std::string(digits));
    }
    return number;
}

/// "3-9" or "5".
Range range_of(std::string_view text, const std::string& where) {
    const auto ends = split(text, '-');
    return {number_of(ends.front(), where), number_of(ends.back(), where)};
}

/// Months 11-2 run over the end of the year.
std::uint16_t months_of(Range range) {
    unsigned months = 0;
    for (int month = range.low;; month = month % 12 + 1) {
        months |= 1U << static_cast<unsigned>(month - 1);
        if (month == range.high) return static_cast<std::uint16_t>(months);
    }
}

void read_guard_part(std::string_view part, Guard& guard, const std::string& where) {
    if (part.starts_with('y')) {
        const Range years = range_of(part.substr(1), where);
        guard.first_year = years.low;
        guard.last_year = years.high;
        return;
    }
    unsigned months = 0;
    unsigned regions = 0;
    for (const std::string_view item : split(part, ',')) {
        const int region = region_of_name(item);
        if (region >= 0) {
            regions |= 1U << static_cast<unsigned>(region);
        } else {
            months |= months_of(range_of(item, where));
        }
    }
    if (months != 0) guard.months = static_cast<std::uint16_t>(months);
    if (regions != 0) guard.regions = static_cast<std::uint8_t>(regions);
}

class PhraseReader {
public:
    PhraseReader(std::string_view text, const SlotNames& names, const std::string& where)
        : rest_(text), names_(names), where_(where) {}

    /// Up to the end, or to '|' or ']' inside of a choice.
    Phrase read(bool inside_choice) {
        Phrase phrase;
        while (!rest_.empty()) {
            const char c = rest_.front();
            if (inside_choice && (c == '|' || c == ']')) break;
            if (c == '[') {
                phrase.push_back(read_choice());
            } else if (c == '{') {
                phrase.push_back(read_slot());
            } else {
                phrase.push_back(read_literal());
            }
        }
        return phrase;
    }

private:
    PhrasePart read_literal() {
        const std::size_t end = std::min(rest_.find_first_of("[{|]}"), rest_.size());
        if (end == 0) refuse_template(where_, "a bracket without its partner");
        PhrasePart piece;
        piece.text = rest_.substr(0, end);
        rest_.remove_prefix(end);
        return piece;
    }

    PhrasePart read_choice() {
        PhrasePart piece;
        piece.slot = Slot::choice;
        do {
            rest_.remove_prefix(1);
            piece.alternatives.push_back(read(true));
        } while (rest_.starts_with('|'));
        if (rest_.empty()) refuse_template(where_, "[ without ]");
        rest_.remove_prefix(1);
        return piece;
    }

    PhrasePart read_slot() {
        const std::size_t end = rest_.find('}');
        if (end == std::string_view::npos) refuse_template(where_, "{ without }");
        std::string_view name = rest_.substr(1, end - 1);
        rest_.remove_prefix(end + 1);
        SlotCase letter_case = SlotCase::as_is;
        if (name.starts_with('^')) letter_case = SlotCase::capital;
        if (name.starts_with('!')) letter_case = SlotCase::upper;
        if (letter_case != SlotCase::as_is) name.remove_prefix(1);
        PhrasePart piece = slot_piece(trimmed(name));
        piece.letter_case = letter_case;
        return piece;
    }

    PhrasePart slot_piece(std::string_view name) {
        if (name.starts_with('~')) return entity(name.substr(1));
        if (name.find(':') != std::string_view::npos) return range_slot(name);
        if (name.find('%') != std::string_view::npos) return percent(name);
        if (const int word = position(word_names, name); word >= 0) return piece(Slot::word, word);
        if (const int at = position(names_.abbreviations, name); at >= 0) {
            return piece(Slot::abbreviation, at);
        }
        if (const int at = position(names_.lists, name); at >= 0) return piece(Slot::list, at);
        return figure(name);
    }

    PhrasePart entity(std::string_view name) {
        const auto parts = split(name, ':');
        const int list = position(names_.lists, parts.front());
        if (list < 0 || parts.size() != 2) refuse_template(where_, "~LIST:COUNT is needed");
        return piece(Slot::entity, list, number_of(parts[1], where_));
    }

    PhrasePart range_slot(std::string_view name) {
        const auto parts = split(name, ':');
        const Range range = range_of(parts[1], where_);
        constexpr std::array<std::string_view, 8> kinds{"n", "#", "k",     "K",
                                                        "d", "m", "years", "next_years"};
        constexpr std::array<Slot, 8> slots{
            Slot::number,  Slot::plain_number, Slot::scaled_number, Slot::scaled_amount,
            Slot::decimal, Slot::money,        Slot::years,         Slot::next_years};
        const int kind = position(kinds, parts.front());
        if (kind < 0) refuse_template(where_, "no slot " + std::string(name));
        return piece(slots[static_cast<std::size_t>(kind)], range.low, range.high);
    }

    PhrasePart percent(std::string_view name) {
        const auto parts = split(name, '%');
        PhrasePart read = piece(Slot::percent, 0);
        const PhrasePart first = figure(parts[0]);
        const PhrasePart second = figure(parts[1]);
        read.first = first.first;
        read.second = second.first;
        read.first_total = first.slot == Slot::figure_total;
        read.second_total = second.slot == Slot::figure_total;
        return read;
    }

    PhrasePart figure(std::string_view name) {
        Slot slot = Slot::figure;
        if (name.ends_with('+')) {
            slot = Slot::figure_total;
            name.remove_suffix(1);
        } else if (name.ends_with("/10")) {
            slot = Slot::figure_tenths;
            name.remove_suffix(3);
        }
        const int at = position(names_.figures, name);
        if (at < 0) refuse_template(where_, "no slot " + std::string(name));
        return piece(slot, at);
    }

    static PhrasePart piece(Slot slot, int first, int second = 0) {
        PhrasePart made;
        made.slot = slot;
        made.first = first;
        made.second = second;
        return made;
    }

    std::string_view rest_;
    const SlotNames& names_;
    const std::string& where_;
};

}  // namespace

Phrase read_phrase(std::string_view text, const SlotNames& names, const std::string& where) {
    return PhraseReader(text, names, where).read(false);
}

Guard taken_guard(std::string_view& text, const std::string& where) {
    Guard guard;
    text = trimmed(text);
    if (!text.starts_with('<')) return guard;
    const std::size_t end = text.find('>');
    if (end == std::string_view::npos) refuse_template(where, "< without >");
    for (const std::string_view part : split(text.substr(1, end - 1), ' ')) {
        read_guard_part(part, guard, where);
    }
    text = trimmed(text.substr(end + 1));
    return guard;
}

int region_of_name(std::string_view name) { return position(region_names, name); }

void refuse_template(const std::string& where, const std::string& what) {
    throw Error({"Mẫu " + where + ": " + what, "template " + where + ": " + what});
}

}  // namespace commsearch
