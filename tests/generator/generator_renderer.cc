#include "tests/generator/generator_renderer.h"

#include <algorithm>

#include "analyzers/base/unicode.h"
#include "tests/generator/generator_letters.h"

namespace commsearch {
namespace {

constexpr int village_key = -1;

void append_grouped(std::int64_t number, std::string& out) {
    const std::string digits = std::to_string(number);
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) out += '.';
        out += digits[i];
    }
}

void append_two_digits(int number, std::string& out) {
    if (number < 10) out += '0';
    out += std::to_string(number);
}

bool ends_in_stop(std::string_view rime) {
    return rime.ends_with('p') || rime.ends_with('t') || rime.ends_with('c') ||
           rime.ends_with("ch");
}

}  // namespace

bool Renderer::sentence(const Phrase& phrase, std::string& out) {
    const std::size_t before = out.size();
    drawn_.clear();
    nothing_to_tell_ = false;
    append(phrase, out);
    if (nothing_to_tell_) out.resize(before);
    return !nothing_to_tell_;
}

std::vector<std::string> Renderer::village_names(std::size_t count) {
    std::vector<std::string> names;
    for (int tries = 0; names.size() < count && tries < 400; ++tries) {
        drawn_.clear();
        std::string name = subject_.village_kind + " " + item_text("village_name");
        if (std::find(names.begin(), names.end(), name) == names.end()) {
            names.push_back(std::move(name));
        }
    }
    return names;
}

std::string Renderer::village_kind() { return item_text("village_kind"); }

std::string Renderer::item_text(std::string_view list) {
    std::string text;
    append_item(book_.list(list), text);
    return text;
}

void Renderer::append(const Phrase& phrase, std::string& out) {
    for (const PhrasePart& piece : phrase) {
        if (piece.slot == Slot::literal) {
            out += piece.text;
            continue;
        }
        const std::size_t before = out.size();
        append_piece(piece, out);
        if (piece.letter_case == SlotCase::capital) capitalize(out, before);
        if (piece.letter_case == SlotCase::upper) {
            out.replace(before, std::string::npos, upper(std::string_view(out).substr(before)));
        }
    }
}

void Renderer::append_piece(const PhrasePart& piece, std::string& out) {
    switch (piece.slot) {
        case Slot::choice: {
            const auto count = static_cast<std::uint32_t>(piece.alternatives.size());
            append(piece.alternatives[random_.below(count)], out);
            break;
        }
        case Slot::figure:
        case Slot::figure_total:
        case Slot::figure_tenths:
            append_figure(piece, out);
            break;
        case Slot::percent:
            append_percent(piece, out);
            break;
        case Slot::abbreviation:
            append_abbreviation(piece.first, out);
            break;
        case Slot::list:
            append_item(piece.first, out);
            break;
        case Slot::entity: {
            const auto count = static_cast<std::uint32_t>(piece.second);
            append_entity(piece.first, fresh(piece.first, count), out);
            break;
        }
        case Slot::word:
            append_word(static_cast<ReportWord>(piece.first), out);
            break;
        default:
            append_number(piece, out);
    }
}

void Renderer::append_number(const PhrasePart& piece, std::string& out) {
    const YearMonth last = subject_.period.last;
    const std::int64_t months = subject_.period.months();
    const std::int64_t low = piece.first;
    const std::int64_t high = piece.second;
    switch (piece.slot) {
        case Slot::number:
            append_count(random_.between(low, high), out);
            break;
        case Slot::plain_number:
            out += std::to_string(random_.between(low, high));
            break;
        case Slot::scaled_number:
            append_count(random_.between(low * months, high * months), out);
            break;
        case Slot::scaled_amount:
            append_grouped(random_.between(low * months, high * months), out);
            break;
        case Slot::decimal:
            append_tenths(random_.between(low * 10 + 1, high * 10 + 9), out);
            break;
        case Slot::money:
            append_money(random_.between(low * 10, high * 10), out);
            break;
        case Slot::years:
            out += std::to_string(last.year - low);
            break;
        case Slot::next_years:
            out += std::to_string(last.next().year - low);
            break;
        default:
            break;
    }
}

void Renderer::append_figure(const PhrasePart& piece, std::string& out) {
    const CommuneFigures& figures = *subject_.figures;
    const std::int64_t value = piece.slot == Slot::figure_total
                                   ? figures.total(piece.first)
                                   : figures.value(piece.first, subject_.period.months());
    if (value == 0) nothing_to_tell_ = true;
    if (piece.slot == Slot::figure_tenths) {
        append_tenths(value, out);
    } else {
        append_count(value, out);
    }
}

void Renderer::append_count(std::int64_t count, std::string& out) const {
    if (count > 0 && count < 10 && subject_.commune->habits.leading_zero) out += '0';
    append_grouped(count, out);
}

void Renderer::append_tenths(std::int64_t tenths, std::string& out) const {
    append_grouped(tenths / 10, out);
    if (tenths % 10 == 0) return;
    out += ',';
    out += static_cast<char>('0' + tenths % 10);
}

void Renderer::append_percent(const PhrasePart& piece, std::string& out) const {
    const CommuneFigures& figures = *subject_.figures;
    const int months = subject_.period.months();
    const std::int64_t part = figures.value(piece.first, piece.first_total ? 12 : months);
    const std::int64_t whole = figures.value(piece.second, piece.second_total ? 12 : months);
    append_tenths(whole == 0 ? 0 : (part * 1000 + whole / 2) / whole, out);
    out += '%';
}

void Renderer::append_money(std::int64_t tenths_of_million, std::string& out) {
    const int habit = subject_.commune->habits.money;
    if (habit == 0) {
        append_grouped(tenths_of_million * 100'000, out);
        out += " đồng";
    } else if (habit == 1 && tenths_of_million >= 10'000) {
        append_tenths(tenths_of_million / 1000, out);
        out += " tỷ đồng";
    } else {
        append_tenths(habit == 1 ? tenths_of_million : tenths_of_million / 10 * 10 + 10, out);
        out += " triệu đồng";
    }
}

void Renderer::append_abbreviation(int index, std::string& out) {
    const Abbreviation& abbreviation = book_.abbreviations[static_cast<std::size_t>(index)];
    if (!random_.percent(subject_.commune->habits.short_forms)) {
        out += abbreviation.long_form;
        return;
    }
    const auto& forms = abbreviation.short_forms;
    const bool usual = random_.percent(80);
    out += usual ? forms.front() : forms[random_.below(static_cast<std::uint32_t>(forms.size()))];
}

void Renderer::append_item(int list, std::string& out) {
    const auto region = static_cast<std::size_t>(subject_.commune->place.region);
    const ItemList& items = book_.lists[static_cast<std::size_t>(list)][region];
    const auto& ranks = items.of_month[static_cast<std::size_t>(subject_.period.last.month - 1)];
    if (ranks.empty()) {
        nothing_to_tell_ = true;
        return;
    }
    const std::uint32_t rank = fresh(list, static_cast<std::uint32_t>(ranks.size()));
    append(items.items[ranks[rank]].phrase, out);
}

/// The same list and index give the same name in all reports of a commune.
void Renderer::append_entity(int list, std::uint32_t index, std::string& out) {
    const std::uint64_t name = hash_of(book_.list_names[static_cast<std::size_t>(list)]);
    Random lasting(mixed(mixed(subject_.commune->seed, name), index));
    Renderer inner(book_, zipf_, subject_, lasting);
    inner.append_item(list, out);
}

void Renderer::append_word(ReportWord word, std::string& out) {
    const YearMonth last = subject_.period.last;
    switch (word) {
        case ReportWord::village: {
            const auto& villages = *subject_.villages;
            out += villages[fresh(village_key, static_cast<std::uint32_t>(villages.size()))];
            break;
        }
        case ReportWord::day: {
            const auto days = static_cast<std::uint32_t>(subject_.sign_day);
            const int day = 1 + static_cast<int>(random_.below(days));
            append_date(day, last.month, random_.one_in(2) ? last.year : 0, out);
            break;
        }
        case ReportWord::next_day: {
            const YearMonth next = last.next();
            append_date(10 + static_cast<int>(random_.below(18)), next.month, next.year, out);
            break;
        }
        case ReportWord::past_date:
            append_past_date(out);
            break;
        case ReportWord::past_year:
            out += std::to_string(last.year - random_.between(0, 4));
            break;
        case ReportWord::rare:
            append_rare_syllable(out);
            break;
        default:
            out += subject_.word(word);
    }
}

/// Year 0: not written.
void Renderer::append_date(int day, int month, int year, std::string& out) const {
    append_two_digits(day, out);
    out += '/';
    if (month < 3) out += '0';
    out += std::to_string(month);
    if (year == 0) return;
    out += '/';
    out += std::to_string(year);
}

void Renderer::append_past_date(std::string& out) {
    const YearMonth last = subject_.period.last;
    const int month = static_cast<int>(random_.between(1, 12));
    int year = last.year - static_cast<int>(random_.below(3));
    if (month >= last.month) --year;
    append_date(static_cast<int>(random_.between(1, 28)), month, year, out);
}

/// Onset, rime and tone drawn apart, so that new syllables turn up as the corpus grows.
void Renderer::append_rare_syllable(std::string& out) {
    const std::string onset = item_text("onset");
    const std::string rime = item_text("rime");
    constexpr std::array<int, 8> open_tones{0, 1, 0, 4, 5, 1, 2, 3};
    const int tone = ends_in_stop(rime) ? (random_.one_in(3) ? 4 : 5)
                                        : open_tones[random_.below(open_tones.size())];
    out += syllable_of(onset, rime, tone);
}

std::uint32_t Renderer::fresh(int key, std::uint32_t ranks) {
    std::uint32_t rank = 0;
    for (int tries = 0; tries < 5; ++tries) {
        rank = zipf_.choose(random_, ranks);
        const std::pair<int, std::uint32_t> drawn{key, rank};
        if (std::find(drawn_.begin(), drawn_.end(), drawn) != drawn_.end()) continue;
        drawn_.push_back(drawn);
        break;
    }
    return rank;
}

}  // namespace commsearch
