#include "searcher/collect/search_stages.h"

#include <algorithm>
#include <optional>

#include "analyzers/syllable/keystrokes.h"
#include "searcher/collect/match_collector.h"
#include "searcher/facets/selection.h"
#include "searcher/index/open_index.h"
#include "searcher/match/match.h"
#include "searcher/model/ranking.h"
#include "searcher/places/place_words.h"
#include "searcher/plan/condition.h"
#include "searcher/plan/filters.h"
#include "searcher/plan/planner.h"
#include "searcher/plan/query_plan.h"
#include "searcher/plan/short_forms_asked.h"
#include "searcher/query/query_parser.h"
#include "searcher/spelling/keystroke_evidence.h"
#include "searcher/spelling/suggest.h"

namespace commsearch {
namespace {

bool holds(const std::vector<Match>& matches, const Match& wanted) {
    return std::binary_search(matches.begin(), matches.end(), wanted,
                              [](const Match& a, const Match& b) { return a.passage < b.passage; });
}

/// Raises the weight of those of `more` that are in `preferred`; both in the order of passages.
void prefer(const std::vector<Match>& preferred, std::vector<Match>& more) {
    auto at = preferred.begin();
    for (Match& match : more) {
        while (at != preferred.end() && at->passage < match.passage) ++at;
        if (at != preferred.end() && at->passage == match.passage)
            match.weight *= 1 + all_words_bonus;
    }
}

Condition dates_of(const SearchRequest& request) {
    if (request.from == 0 && request.to == 0) return {};
    return Filters::dates(static_cast<std::uint32_t>(request.from),
                          static_cast<std::uint32_t>(request.to));
}

Condition both(const Condition& a, const Condition& b) {
    if (a.empty()) return b;
    if (b.empty()) return a;
    return all_of({a, b});
}

Notice keystrokes_notice(const std::string& typed, const DecodedQuery& decoded) {
    const std::string_view method = decoded.method == KeystrokeMethod::vni ? "VNI" : "Telex";
    return make_notice(NoticeKind::keystrokes, {typed, decoded.text, method});
}

/// `has_marks`: the query's marks were put aside.
Notice relaxed_notice(std::size_t strict_matches, bool has_marks) {
    using Kind = NoticeKind;
    const std::string count = std::to_string(strict_matches);
    if (strict_matches == 0)
        return make_notice(has_marks ? Kind::relaxed_to_nearest_without_marks
                                     : Kind::relaxed_to_nearest);
    return make_notice(has_marks ? Kind::relaxed_without_marks : Kind::relaxed, {count});
}

/// One retrieval on its way.
class Run {
public:
    Run(const OpenIndex& index, const SearchRequest& request, const Selection& selection,
        Analyzer& analyzer, std::size_t threads)
        : index_(index),
          request_(request),
          selection_(selection),
          everything_{dates_of(request), nullptr, request.deadline, threads},
          chosen_{both(everything_.filter, selection.narrowing()),
                  selection.is_empty() ? nullptr : &selection, request.deadline, threads},
          analyzer_(analyzer),
          builder_(index, analyzer) {}

    Retrieval run() {
        Attempt best = read_query();
        Retrieval& found = best.found;
        found.notices = found.parsed.notices;
        add_place_notices(found);
        if (found.built.has_words && best.strength < poor_matches) suggest(found);
        const bool is_accidental =
            !found.built.is_accented && found.built.demands >= accidental_words;
        const std::size_t few = found.built.is_deliberate ? 1
                                : is_accidental           ? SIZE_MAX
                                                          : few_passages;
        if (best.strength < few && found.built.has_words && !request_.exact) relax(found);
        found.notices.insert(found.notices.end(), found.built.notices.begin(),
                             found.built.notices.end());
        found.built.hits.short_forms = short_forms_asked(found.parsed, analyzer_);
        return std::move(found);
    }

private:
    /// The passages that hold every word, and how many there are without the choices, told no
    /// further than few_passages.
    struct Attempt {
        Retrieval found;
        std::size_t strength = 0;
    };

    [[nodiscard]] Attempt attempt(ParsedQuery parsed, bool exact) const {
        Attempt made;
        made.found.built = builder_.build(parsed, Strictness::all_words, exact);
        made.found.parsed = std::move(parsed);
        made.found.matches = find_matches(index_, made.found.built, chosen_);
        made.strength = made.found.matches.size();
        if (!selection_.is_empty() && made.strength < few_passages) {
            made.strength = count_matches(index_, made.found.built, everything_, few_passages);
        }
        return made;
    }

    /// The query as typed, or what it decodes to where it was typed with the input method off: when
    /// its words show that, or when more is found so.
    [[nodiscard]] Attempt read_query() const {
        ParsedQuery typed = with_places(parse_query(request_.query), *index_.place_index);
        const std::optional<DecodedQuery> decoded =
            request_.exact ? std::nullopt : decode_query_keystrokes(typed.text);
        if (!decoded) return attempt(std::move(typed), request_.exact);
        ParsedQuery meant = with_places(parse_query(decoded->text), *index_.place_index);
        meant.notices.push_back(keystrokes_notice(typed.text, *decoded));
        if (speaks_for_keystrokes(index_.words(), typed.text, decoded->text))
            return attempt(std::move(meant), false);
        Attempt literal = attempt(std::move(typed), false);
        if (literal.strength >= poor_matches) return literal;
        Attempt other = attempt(std::move(meant), false);
        return other.strength > literal.strength ? std::move(other) : std::move(literal);
    }

    /// What a person should know of the communes that were chosen or stand among the words.
    void add_place_notices(Retrieval& found) const {
        std::vector<std::string> communes = communes_in_words(found.parsed, *index_.place_index);
        for (const FacetChoice& choice : request_.choices) {
            if (choice.kind == FacetKind::commune)
                communes.insert(communes.end(), choice.values.begin(), choice.values.end());
        }
        for (const std::string& commune : communes) {
            for (const Notice& notice : Filters(index_).commune(commune).notices) {
                const auto at = std::find(found.notices.begin(), found.notices.end(), notice);
                if (at == found.notices.end()) found.notices.push_back(notice);
            }
        }
    }

    void suggest(Retrieval& found) const {
        found.suggestion = suggest_query(index_.words(), analyzer_, found.parsed);
        if (found.suggestion.empty()) return;
        found.notices.push_back(make_notice(NoticeKind::did_you_mean, {found.suggestion}));
    }

    /// Looks for passages with some of the words, and keeps the result when it found more.
    void relax(Retrieval& found) const {
        BuiltQuery relaxed = builder_.build(found.parsed, Strictness::any_word, false);
        std::vector<Match> strict = selection_.is_empty()
                                        ? std::move(found.matches)
                                        : find_matches(index_, found.built, everything_);
        std::vector<Match> more = find_nearest(index_, relaxed, everything_, strict);
        prefer(strict, more);
        double best = 0;
        for (const Match& match : more) best = std::max(best, match.weight);
        std::erase_if(more, [&](const Match& match) {
            return match.weight < min_share_of_best * best && !holds(strict, match);
        });
        const bool found_more = more.size() > strict.size();
        if (found_more) {
            found.notices.push_back(relaxed_notice(strict.size(), relaxed.is_accented));
            found.built = std::move(relaxed);
        }
        found.matches = std::move(found_more ? more : strict);
        std::erase_if(found.matches, [&](Match& match) {
            const SectionRow& section = index_.columns->sections()[match.section];
            match.failed = selection_.failed(index_.columns->report_of(section), section);
            return !selection_.is_wanted(match.failed);
        });
    }

    const OpenIndex& index_;
    const SearchRequest& request_;
    const Selection& selection_;
    Scope everything_;  ///< but for the choices
    Scope chosen_;
    Analyzer& analyzer_;
    QueryBuilder builder_;
};

}  // namespace

Retrieval retrieve(const OpenIndex& index, const SearchRequest& request, const Selection& selection,
                   Analyzer& analyzer, std::size_t threads) {
    return Run(index, request, selection, analyzer, threads).run();
}

}  // namespace commsearch
