#include "searcher/collect/search_stages.h"

#include <algorithm>
#include <chrono>
#include <optional>

#include "analyzers/typing/keystrokes.h"
#include "analyzers/value/date.h"
#include "searcher/collect/match_collector.h"
#include "searcher/collect/near_floor.h"
#include "searcher/facets/selection.h"
#include "searcher/index/index_reader.h"
#include "searcher/interpret/interpret.h"
#include "searcher/match/match.h"
#include "searcher/model/ranking.h"
#include "searcher/plan/condition.h"
#include "searcher/plan/filters.h"
#include "searcher/plan/planner.h"
#include "searcher/plan/query_plan.h"
#include "searcher/query/query_parser.h"
#include "searcher/rank/score.h"
#include "searcher/spelling/correct.h"
#include "searcher/spelling/keystroke_evidence.h"
#include "searcher/spelling/suggest.h"

namespace commsearch::collect {
namespace {

bool holds(const std::vector<match::Match>& matches, const match::Match& wanted) {
    return std::binary_search(
        matches.begin(), matches.end(), wanted,
        [](const match::Match& a, const match::Match& b) { return a.passage < b.passage; });
}

plan::Condition dates_of(const SearchRequest& request) {
    if (request.from == 0 && request.to == 0) return {};
    return plan::Filters::dates(static_cast<std::uint32_t>(request.from),
                                static_cast<std::uint32_t>(request.to));
}

plan::Condition both(const plan::Condition& a, const plan::Condition& b) {
    if (a.empty()) return b;
    if (b.empty()) return a;
    return plan::all_of({a, b});
}

Notice keystrokes_notice(const std::string& typed, const typing::DecodedQuery& decoded) {
    const std::string_view method =
        decoded.method == typing::KeystrokeMethod::vni ? "VNI" : "Telex";
    return make_notice(NoticeKind::keystrokes, {typed, decoded.text, method});
}

bool has_quotes(const query::QueryNode& node) {
    using Node = query::QueryNode;
    return (node.kind == Node::Kind::phrase && node.role == Node::Role::typed) ||
           std::any_of(node.children.begin(), node.children.end(), has_quotes);
}

/// `has_marks`: the query's marks were put aside.
Notice relaxed_notice(const query::ParsedQuery& query, std::size_t strict_matches, bool has_marks) {
    using Kind = NoticeKind;
    if (strict_matches == 0 && !query.root.empty() && has_quotes(query.root.front()))
        return make_notice(Kind::relaxed_from_phrase);
    const std::string count = std::to_string(strict_matches);
    if (strict_matches == 0)
        return make_notice(has_marks ? Kind::relaxed_to_nearest_without_marks
                                     : Kind::relaxed_to_nearest);
    return make_notice(has_marks ? Kind::relaxed_without_marks : Kind::relaxed, {count});
}

/// What "năm ngoái" counts from.
Month month_of(const SearchRequest& request) {
    if (request.today != 0)
        return Date::of_number(static_cast<std::uint32_t>(request.today)).month();
    const std::chrono::year_month_day today(
        std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
    return {static_cast<int>(today.year()), static_cast<int>(static_cast<unsigned>(today.month()))};
}

/// The stages of one search.
class SearchStages {
public:
    SearchStages(const index::IndexReader& index, const SearchRequest& request,
                 const facets::Selection& selection, Analyzer& analyzer, std::size_t threads)
        : index_(index),
          request_(request),
          selection_(selection),
          everything_{dates_of(request), nullptr, request.deadline, threads},
          chosen_{both(everything_.filter, selection.narrowing()),
                  selection.is_empty() ? nullptr : &selection, request.deadline, threads},
          analyzer_(analyzer),
          planner_(index),
          this_month_(month_of(request)) {}

    Retrieval run() {
        Attempt best = corrected(read_query(request_.query));
        Retrieval& found = best.found;
        found.notices = found.query.parsed.notices;
        add_place_notices(found);
        if (found.plan.has_words && best.strength < poor_matches && found.suggestion.empty())
            suggest(found);
        const bool is_accidental =
            !found.plan.is_accented && found.plan.required_clauses >= accidental_words;
        const std::size_t few = found.plan.is_deliberate ? 1
                                : is_accidental          ? SIZE_MAX
                                                         : few_passages;
        // Who writes AND means it; the newest of what only comes near says nothing.
        const bool wants_newest =
            found.interpretation.wanted == Interpretation::Wanted::newest && best.strength > 0;
        const bool may_relax = found.plan.has_words && !request_.exact &&
                               !found.query.parsed.has_operators && !wants_newest;
        if (best.strength < few && may_relax) relax(found);
        if (best.strength == 0 && found.query.parsed.has_operators)
            found.notices.push_back(make_notice(NoticeKind::nothing_by_operators));
        found.notices.insert(found.notices.end(), found.plan.notices.begin(),
                             found.plan.notices.end());
        found.plan.highlights.wants_figure =
            found.interpretation.wanted == Interpretation::Wanted::figure;
        return std::move(found);
    }

private:
    /// The passages that hold every word; `strength` is how many there are without the choices,
    /// counted up to few_passages.
    struct Attempt {
        Retrieval found;
        std::size_t strength = 0;
    };

    [[nodiscard]] interpret::Interpreted interpreted(const std::string& typed) const {
        query::ParsedQuery parsed = query::parse_query(typed);
        if (request_.literal || request_.exact) return {std::move(parsed), {}};
        return interpret::interpret(std::move(parsed), index_, this_month_);
    }

    [[nodiscard]] Attempt attempt(interpret::Interpreted read) const {
        Attempt made;
        made.found.interpretation = std::move(read.interpretation);
        made.found.query = query::analyze(std::move(read.query), analyzer_, request_.exact);
        made.found.plan = planner_.plan(made.found.query, plan::Strictness::all_words);
        made.found.matches = find_matches(index_, made.found.plan, chosen_);
        made.strength = made.found.matches.size();
        if (!selection_.is_empty() && made.strength < few_passages) {
            made.strength = count_matches(index_, made.found.plan, everything_, few_passages);
        }
        return made;
    }

    /// The query as typed, or what it decodes to where it was typed with the input method off: when
    /// its words show that, or when more is found so.
    [[nodiscard]] Attempt read_query(const std::string& query) const {
        interpret::Interpreted typed = interpreted(query);
        const std::optional<typing::DecodedQuery> decoded =
            request_.exact ? std::nullopt : typing::decode_query_keystrokes(typed.query.text);
        if (!decoded) return attempt(std::move(typed));
        interpret::Interpreted meant = interpreted(decoded->text);
        meant.query.notices.push_back(keystrokes_notice(typed.query.text, *decoded));
        if (spelling::speaks_for_keystrokes(index_.words(), typed.query.text, decoded->text))
            return attempt(std::move(meant));
        Attempt literal = attempt(std::move(typed));
        if (literal.strength >= poor_matches) return literal;
        Attempt other = attempt(std::move(meant));
        return other.strength > literal.strength ? std::move(other) : std::move(literal);
    }

    /// What was probably meant where no passage holds every word of the query as typed: blanks where
    /// the index has them, then misspelt words put right.
    [[nodiscard]] Attempt corrected(Attempt read) const {
        const bool may_be_wrong =
            read.strength == 0 && read.found.plan.has_words && !request_.exact &&
            !request_.literal &&
            !has_notice(read.found.plan.notices, NoticeKind::unknown_filter_value);
        if (!may_be_wrong) return read;
        bool is_mended = false;
        for (const auto& mend : {spelling::with_mended_breaks, spelling::with_mended_spelling}) {
            const std::string text = mend(index_.words(), read.found.query);
            if (text.empty()) continue;
            read = read_query(text);
            is_mended = true;
            if (read.strength > 0) break;
        }
        if (is_mended) tell_correction(read.found);
        return read;
    }

    void tell_correction(Retrieval& found) const {
        const std::string typed = query::parse_query(request_.query).text;
        const std::string& meant = found.query.parsed.text;
        const spelling::Difference difference = spelling::difference(typed, meant);
        if (difference.typed.empty()) return;
        Reading reading;
        reading.kind = Reading::Kind::correction;
        reading.effect = Reading::Effect::replaces;
        reading.range = difference.range;
        reading.typed = difference.typed;
        reading.meaning = {"tìm “" + difference.read + "” thay cho “" + difference.typed + "”",
                           "“" + difference.read + "” instead of “" + difference.typed + "”"};
        reading.without = meant;
        reading.literal = typed;
        reading.literal.replace(reading.range.begin, reading.typed.size(),
                                '"' + reading.typed + '"');
        found.interpretation.readings.push_back(std::move(reading));
        found.query.parsed.notices.push_back(
            make_notice(NoticeKind::corrected, {difference.read, difference.typed}));
        found.suggestion = meant;
    }

    [[nodiscard]] static bool has_notice(const std::vector<Notice>& notices, NoticeKind kind) {
        return std::any_of(notices.begin(), notices.end(),
                           [&](const Notice& notice) { return notice.code == notice_code(kind); });
    }

    /// What a person should know of the communes that were chosen.
    void add_place_notices(Retrieval& found) const {
        for (const FacetChoice& choice : request_.choices) {
            if (choice.kind != FacetKind::commune) continue;
            for (const std::string& commune : choice.values) {
                for (const Notice& notice :
                     plan::Filters(index_.snapshot()).commune(commune).notices) {
                    const auto at = std::find(found.notices.begin(), found.notices.end(), notice);
                    if (at == found.notices.end()) found.notices.push_back(notice);
                }
            }
        }
    }

    void suggest(Retrieval& found) const {
        found.suggestion = spelling::suggest_query(index_.words(), found.query);
        if (found.suggestion.empty()) return;
        found.notices.push_back(make_notice(NoticeKind::did_you_mean, {found.suggestion}));
    }

    /// Looks for passages with some of the words, and keeps the result when it found more.
    void relax(Retrieval& found) const {
        plan::QueryPlan relaxed = planner_.plan(found.query, plan::Strictness::any_word);
        std::vector<match::Match> strict = selection_.is_empty()
                                               ? std::move(found.matches)
                                               : find_matches(index_, found.plan, everything_);
        std::vector<match::Match> more = find_nearest(index_, relaxed, everything_, strict);
        rank::prefer_all_words(relaxed, strict, more);
        for (match::Match& match : more) match.is_full = holds(strict, match);
        double best = 0;
        for (const match::Match& match : more) best = std::max(best, match.weight);
        std::erase_if(more, [&](const match::Match& match) {
            return match.weight < min_share_of_best * best && !match.is_full;
        });
        leave_out_far(index_, found.query, more);
        const bool found_more = more.size() > strict.size();
        if (found_more) {
            found.notices.push_back(
                relaxed_notice(found.query.parsed, strict.size(), relaxed.is_accented));
            found.plan = std::move(relaxed);
        }
        found.matches = std::move(found_more ? more : strict);
        std::erase_if(found.matches, [&](match::Match& match) {
            const schema::SectionRow& section = index_.columns().sections()[match.section];
            match.failed = selection_.failed(index_.columns().report_of(section), section);
            return !selection_.is_wanted(match.failed);
        });
    }

    const index::IndexReader& index_;
    const SearchRequest& request_;
    const facets::Selection& selection_;
    Scope everything_;  ///< but for the choices
    Scope chosen_;
    Analyzer& analyzer_;
    plan::Planner planner_;
    Month this_month_;
};

}  // namespace

Retrieval retrieve(const index::IndexReader& index, const SearchRequest& request,
                   const facets::Selection& selection, Analyzer& analyzer, std::size_t threads) {
    return SearchStages(index, request, selection, analyzer, threads).run();
}

}  // namespace commsearch::collect
