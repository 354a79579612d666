#include "indexer/report/figures/figure_lexicon.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <deque>
#include <map>
#include <string>
#include <utility>

#include "analyzers/base/tsv.h"
#include "analyzers/base/word_table.h"
#include "indexer_dictionaries.h"

namespace commsearch::report {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Cue::filler) + 1> cue_names = {
    "name", "label", "compound",   "date",       "slogan",  "counter",    "no_unit",
    "up",   "down",  "beyond",     "link",       "versus",  "plan",       "plan_link",
    "ask",  "quota", "share_link", "share",      "rate",    "whole",      "money",
    "rank", "about", "above",      "below",      "upwards", "downwards",  "to",
    "each", "now",   "year_begin", "whole_year", "running", "this_month", "filler"};

constexpr std::array<std::string_view, 8> kind_names = {"none",  "percent", "money", "measure",
                                                        "count", "factor",  "time",  "rank"};

/// The tables by the first words of their phrases.
class Lexicon {
public:
    Lexicon() {
        std::map<std::string_view, LexiconEntry> entries;
        for (const TsvRow& row : tsv_rows(embedded::figure_words_tsv())) {
            const auto* const cue = std::find(cue_names.begin(), cue_names.end(), row.fields[0]);
            if (cue == cue_names.end()) continue;
            for (const std::string_view words : split(row.fields[1], '|'))
                phrase_of(entries, words).cues.add(static_cast<Cue>(cue - cue_names.begin()));
        }
        for (const TsvRow& row : tsv_rows(embedded::figure_units_tsv())) {
            const FigureUnit& unit = units_.emplace_back(unit_of(row));
            for (const std::string_view words : split(row.fields[3], '|'))
                phrase_of(entries, words).unit = &unit;
        }
        for (auto& [first, entry] : entries) entries_.add(first, std::move(entry));
    }

    [[nodiscard]] const LexiconEntry* find(std::string_view word) const {
        return entries_.find(word);
    }

private:
    static FigureUnit unit_of(const TsvRow& row) {
        const auto* const kind = std::find(kind_names.begin(), kind_names.end(), row.fields[1]);
        const auto place = static_cast<std::size_t>(kind - kind_names.begin()) % kind_names.size();
        return {row.fields[0], static_cast<UnitKind>(place),
                std::strtod(std::string(row.fields[2]).c_str(), nullptr)};
    }

    static LexiconPhrase& phrase_of(std::map<std::string_view, LexiconEntry>& entries,
                                    std::string_view words) {
        std::vector<std::string_view> rest = split(words, ' ');
        LexiconEntry& entry = entries[rest.front()];
        rest.erase(rest.begin());
        const auto same = std::find_if(entry.begin(), entry.end(),
                                       [&](const auto& phrase) { return phrase.rest == rest; });
        if (same != entry.end()) return *same;
        const auto place = std::find_if(entry.begin(), entry.end(), [&](const auto& phrase) {
            return phrase.rest.size() < rest.size();
        });
        return *entry.insert(place, LexiconPhrase{std::move(rest), {}, nullptr});
    }

    WordTable<LexiconEntry> entries_;
    std::deque<FigureUnit> units_;
};

}  // namespace

const LexiconEntry* lexicon_entry(std::string_view word) {
    static const Lexicon lexicon;
    return lexicon.find(word);
}

}  // namespace commsearch::report
