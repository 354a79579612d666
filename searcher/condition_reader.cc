#include "searcher/condition_reader.h"

#include <algorithm>
#include <numeric>

#include "searcher/column_sequences.h"
#include "searcher/request_error.h"

namespace commsearch {
namespace {

/// A look whether one passage has a term costs as much as reading so many postings in a row.
constexpr double postings_of_a_look = 12;
/// A term that stands in a smaller part of the documents is read anew each time.
constexpr std::uint32_t rare_share = 128;
/// The clock is looked at once in so many passages.
constexpr std::size_t passages_of_a_look = 1024;

}  // namespace

void ConditionReader::look_at_clock() const {
    if (std::chrono::steady_clock::now() > deadline_) throw TimeLimit();
}

PassageSet ConditionReader::none_of_them() const { return PassageSet(index_.columns->documents()); }

PassageSet ConditionReader::read(const Condition& condition) const {
    look_at_clock();
    switch (condition.kind) {
        case Condition::Kind::empty:
            return none_of_them();
        case Condition::Kind::everything:
            return every_passage();
        case Condition::Kind::term:
            return holders(condition.term);
        case Condition::Kind::all:
            return all(condition.parts);
        case Condition::Kind::any:
            return any(condition.parts);
        case Condition::Kind::none: {
            PassageSet rest = every_passage();
            rest -= any(condition.parts);
            return rest;
        }
        case Condition::Kind::dates:
            return dated(condition.from, condition.to);
        case Condition::Kind::near:
            return near(every_passage(), condition.near);
    }
    return none_of_them();
}

PassageSet ConditionReader::every_passage() const {
    PassageSet set = none_of_them();
    for (const ReportRow& report : index_.columns->reports())
        set.add_range(report.document + 1, report.passages);
    return set;
}

PassageSet ConditionReader::dated(std::uint32_t from, std::uint32_t to) const {
    PassageSet set = none_of_them();
    for (const ReportRow& report : index_.columns->reports()) {
        if (report.date >= from && (to == 0 || report.date <= to))
            set.add_range(report.document + 1, report.passages);
    }
    return set;
}

PassageSet ConditionReader::holders(const std::string& term) const {
    const Xapian::doccount postings = index_.database.get_termfreq(term);
    if (postings < index_.columns->documents() / rare_share) return read_postings(term);
    if (const PassageSet* const kept = index_.term_sets.find(term)) return *kept;
    PassageSet set = read_postings(term);
    index_.term_sets.keep(term, set);
    return set;
}

PassageSet ConditionReader::read_postings(const std::string& term) const {
    PassageSet set = none_of_them();
    const auto end = index_.database.postlist_end(term);
    auto at = index_.database.postlist_begin(term);
    if (!is_covering(term)) {
        for (; at != end; ++at) set.add(*at);
        return set;
    }
    const Columns& columns = *index_.columns;
    for (; at != end; ++at) {
        const std::uint32_t number = columns.section_of(*at);
        if (number < columns.sections().size()) {
            set.add_range(*at, columns.sections()[number].passages);
        } else {
            set.add_range(*at + 1, columns.report_at(*at).passages);
        }
    }
    return set;
}

double ConditionReader::cost(const Condition& condition) const {
    switch (condition.kind) {
        case Condition::Kind::term:
            return index_.database.get_termfreq(condition.term);
        case Condition::Kind::all:
        case Condition::Kind::any:
        case Condition::Kind::none:
            return std::transform_reduce(condition.parts.begin(), condition.parts.end(), 0.0,
                                         std::plus<>(),
                                         [this](const Condition& part) { return cost(part); });
        default:
            return 0;
    }
}

PassageSet ConditionReader::all(const std::vector<Condition>& parts) const {
    struct Part {
        const Condition* condition;
        double cost;
    };
    std::vector<Part> sorted;  // what reads words comes last, the rarest first
    for (const Condition& part : parts) {
        if (part.kind != Condition::Kind::near) sorted.push_back({&part, cost(part)});
    }
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const Part& a, const Part& b) { return a.cost < b.cost; });
    PassageSet set = sorted.empty() ? every_passage() : read(*sorted.front().condition);
    for (std::size_t i = 1; i < sorted.size(); ++i) set = filtered(set, *sorted[i].condition);
    for (const Condition& part : parts) {
        if (part.kind == Condition::Kind::near) set = near(set, part.near);
    }
    return set;
}

PassageSet ConditionReader::any(const std::vector<Condition>& parts) const {
    PassageSet set = none_of_them();
    for (const Condition& part : parts) {
        if (part.kind == Condition::Kind::term) set |= holders(part.term);
        if (part.kind != Condition::Kind::term) set |= read(part);
    }
    return set;
}

PassageSet ConditionReader::filtered(const PassageSet& set, const Condition& condition) const {
    const auto looks = static_cast<double>(set.size()) * postings_of_a_look;
    switch (condition.kind) {
        case Condition::Kind::term:
            if (is_covering(condition.term)) break;
            if (const PassageSet* const kept = index_.term_sets.find(condition.term)) {
                PassageSet both = *kept;
                both &= set;
                return both;
            }
            if (cost(condition) > looks) return that_hold(set, condition.term);
            break;
        case Condition::Kind::any: {
            PassageSet left = set;
            PassageSet found = none_of_them();
            for (const Condition& part : condition.parts) {
                const PassageSet its = filtered(left, part);
                found |= its;
                left -= its;
            }
            return found;
        }
        case Condition::Kind::all: {
            PassageSet left = set;
            for (const Condition& part : condition.parts) {
                if (part.kind != Condition::Kind::near) left = filtered(left, part);
            }
            for (const Condition& part : condition.parts) {
                if (part.kind == Condition::Kind::near) left = near(left, part.near);
            }
            return left;
        }
        case Condition::Kind::none: {
            PassageSet left = set;
            for (const Condition& part : condition.parts) left -= filtered(left, part);
            return left;
        }
        case Condition::Kind::near:
            return near(set, condition.near);
        default:
            break;
    }
    PassageSet both = read(condition);
    both &= set;
    return both;
}

PassageSet ConditionReader::that_hold(const PassageSet& set, const std::string& term) const {
    PassageSet found = none_of_them();
    const auto end = index_.database.postlist_end(term);
    auto at = index_.database.postlist_begin(term);
    set.each([&](std::uint32_t passage) {
        if (at == end) return;
        at.skip_to(passage);
        if (at != end && *at == passage) found.add(passage);
    });
    return found;
}

PassageSet ConditionReader::near(const PassageSet& set, const Nearness& near) const {
    const ColumnNearness wanted(index_, near);
    PassageSet found = none_of_them();
    std::vector<ColumnWord> words;
    std::size_t seen = 0;
    set.each([&](std::uint32_t passage) {
        if (++seen % passages_of_a_look == 0) look_at_clock();
        index_.columns->read_words(passage, words);
        if (wanted.stands_in(words)) found.add(passage);
    });
    return found;
}

}  // namespace commsearch
