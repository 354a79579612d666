#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace commsearch::plan {

/// Words that must stand one behind the other.
struct Sequence {
    struct Word {
        std::string text;                      ///< canonical term, or unaccented spelling
        bool is_exact = true;                  ///< compare terms; else unaccented spellings
        std::string twin;                      ///< counts as well, empty for none: "kĩ" for "kỹ"
        bool is_prefix = false;                ///< words that begin so count
        std::vector<std::string> others = {};  ///< these terms count as well; sorted
        bool operator==(const Word&) const = default;
    };
    std::vector<Word> words;
    bool operator==(const Sequence&) const = default;
};

/// Sequences that must begin within `distance` words of each other, in any order. One alone must
/// stand somewhere.
struct Nearness {
    std::vector<Sequence> sequences;
    std::uint32_t distance = 0;
};

/// Which passages are wanted: a tree, evaluated by ConditionEvaluator. An empty condition means "no
/// condition"; as a part of another no passage meets it. A value.
struct Condition {
    enum class Kind : std::uint8_t {
        empty,
        everything,
        term,   ///< holds the term of the index, or is covered by it (schema.h)
        all,    ///< meets all parts
        any,    ///< meets one of the parts
        none,   ///< meets none of the parts
        dates,  ///< of a report dated from … to, YYYYMMDD, both inclusive, `to` 0: open
        /// Of a paper whose reported period ends from … to, YYYYMM, or, where it is not known, that
        /// is dated then.
        reported,
        planned,  ///< tells what is planned, of a paper that plans for months of from … to, YYYYMM
        planned_exactly,  ///< the same, of a paper that plans for just the months from … to
        near,             ///< its words stand as `near` says
    };
    Kind kind = Kind::empty;
    std::string term = {};
    std::vector<Condition> parts = {};
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    Nearness near = {};

    Condition() = default;
    explicit Condition(Kind its_kind, std::vector<Condition> its_parts = {})
        : kind(its_kind), parts(std::move(its_parts)) {}
    explicit Condition(std::string its_term) : kind(Kind::term), term(std::move(its_term)) {}
    explicit Condition(Nearness nearness) : kind(Kind::near), near(std::move(nearness)) {}

    [[nodiscard]] bool empty() const { return kind == Kind::empty; }
};

[[nodiscard]] inline Condition everything() { return Condition(Condition::Kind::everything); }

/// Met by no passage.
[[nodiscard]] inline Condition nothing() { return Condition(Condition::Kind::any); }

/// Empty when there are no parts.
[[nodiscard]] inline Condition any_of(std::vector<Condition> parts) {
    if (parts.empty()) return {};
    if (parts.size() == 1) return std::move(parts.front());
    return Condition(Condition::Kind::any, std::move(parts));
}

/// Empty when there are no parts.
[[nodiscard]] inline Condition all_of(std::vector<Condition> parts) {
    if (parts.empty()) return {};
    if (parts.size() == 1) return std::move(parts.front());
    return Condition(Condition::Kind::all, std::move(parts));
}

[[nodiscard]] inline std::vector<Condition> term_conditions(const std::vector<std::string>& terms) {
    return {terms.begin(), terms.end()};
}

}  // namespace commsearch::plan
