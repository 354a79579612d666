#include "indexer/report/places/places.h"

#include <algorithm>
#include <array>
#include <utility>

#include "analyzers/base/unicode.h"
#include "analyzers/name/place_name.h"
#include "indexer/report/places/body_name.h"
#include "indexer/report/places/village_words.h"
#include "indexer/report/text_scan.h"

namespace commsearch::report {
namespace {

constexpr std::size_t max_place_words = 6;

/// The type of commune that stands at the token `at`; moves `at` behind it.
std::string_view commune_type(LineTokens tokens, std::size_t& at) {
    const auto next_is = [&](std::string_view word) {
        return at + 1 < tokens.size() && tokens[at + 1].is(word);
    };
    // "thị xã" is a town of the district level; "phương" is no "phường".
    const bool town = at > 0 && tokens[at - 1].is("thi");
    const bool ward = token_is(tokens, at, "phường") || token_is(tokens, at, "phuong");
    if (tokens[at].is("xa") && !town) return ++at, "xã";
    if (ward) return ++at, "phường";
    if (tokens[at].is("thi") && next_is("tran")) return at += 2, "thị trấn";
    if (tokens[at].is("dac") && next_is("khu")) return at += 2, "đặc khu";
    if (tokens[at].is("x") && next_is(".")) return at += 2, "xã";
    if (tokens[at].is("p") && next_is(".")) return at += 2, "phường";
    return {};
}

/// Tokens from `begin` on that can be the words of one name; marks within ("Ea D'Rơng") included,
/// and a number for a ward ("phường 5").
std::size_t name_end(LineTokens tokens, std::size_t begin, bool numbered) {
    std::size_t end = begin;
    std::size_t words = 0;
    for (; end < tokens.size() && words < max_place_words; ++end) {
        const LineToken& token = tokens[end];
        if (end > begin && token.gap >= column_gap) break;
        const bool inner_mark = token.kind == LineToken::Kind::mark && end > begin &&
                                end + 1 < tokens.size() && tokens[end + 1].capital &&
                                (token.text == "'" || token.text == "’" || token.text == "-");
        const bool number = numbered && token.is_number() && end == begin;
        if (!inner_mark && !number && !token.capital) break;
        if (!inner_mark) ++words;
    }
    // "xã Đam Rông 1", of 2025.
    const bool numbered_name = end > begin && end < tokens.size() && tokens[end].is_number() &&
                               tokens[end].gap > 0 && tokens[end].gap < column_gap;
    return numbered_name ? end + 1 : end;
}

/// The longest begin of the tokens [begin, end) that is the name of a commune; empty when none is.
std::string_view known_name(LineTokens tokens, std::size_t begin, std::size_t end,
                            const Gazetteer& gazetteer) {
    for (; end > begin; --end) {
        const std::string_view name = text_between(tokens[begin], tokens[end - 1]);
        PlaceHint hint;
        hint.commune = name;
        if (tokens[end - 1].kind != LineToken::Kind::mark && !gazetteer.find(hint).empty())
            return name;
    }
    return {};
}

/// The name among the tokens [begin, end): the longest known one, else all of them. A line in
/// capitals does not show where an unknown name ends, unless the line ends there, too.
std::string_view name_of_tokens(LineTokens tokens, std::size_t begin, std::size_t end,
                                bool capitals, const Gazetteer& gazetteer) {
    if (begin == end) return {};
    const std::string_view name = known_name(tokens, begin, end, gazetteer);
    if (!name.empty() || tokens[begin].is("hoi")) return name;  // "xã hội" is society
    // A number behind an unknown name is a quantity.
    if (end > begin + 1 && tokens[end - 1].is_number()) --end;
    return !capitals || end == tokens.size() ? text_between(tokens[begin], tokens[end - 1])
                                             : std::string_view();
}

constexpr std::size_t most_from_body = 40;

std::string unaccented_name_of_district(const Commune& commune) {
    return words_key(name::typed_name(commune.district).name);
}

/// How often `key` names the district or province `name` with a word of its level before it.
std::size_t count_with_type(std::string_view key, const std::string& name, bool district) {
    constexpr std::array district_types = {"huyen", "huyen uy", "thi xa", "tx",     "thanh pho",
                                           "tp",    "thanh uy", "quan",   "thi uy", "dang bo huyen",
                                           "h",     "quan uy"};
    constexpr std::array province_types = {"tinh", "tinh uy", "thanh pho", "tp"};
    const auto count = [&](std::string_view type) {
        return count_words(key, std::string(type) + " " + name);
    };
    std::size_t sum = 0;
    if (district) {
        for (const std::string_view type : district_types) sum += count(type);
    } else {
        for (const std::string_view type : province_types) sum += count(type);
    }
    return sum;
}

/// How strongly the evidence points at one of the communes that share a name.
std::size_t score(const Commune& commune, const PlaceEvidence& evidence, const NamedPlace& named) {
    constexpr std::size_t near_weight = 100;
    constexpr std::size_t path_weight = 60;
    std::size_t sum = !named.type.empty() && commune.type == named.type ? 1 : 0;
    const auto add = [&](const std::string& name, bool district) {
        if (name.empty()) return;
        const bool own_name = name == words_key(commune.name);
        sum += near_weight *
               std::min<std::size_t>(3, count_with_type(evidence.near_key, name, district));
        sum += 2 * std::min(most_from_body, count_with_type(evidence.body_key, name, district));
        if (own_name) return;
        if (has_words(evidence.near_key, name)) sum += near_weight / 2;
        if (has_words(evidence.path_key, name)) sum += path_weight;
        // People travel to and trade with other provinces: only the district's unaccented name counts.
        if (district) sum += std::min(most_from_body, count_words(evidence.body_key, name));
    };
    add(unaccented_name_of_district(commune), true);
    add(words_key(commune.province), false);
    return sum;
}

/// The candidate that the evidence clearly prefers; code empty when there is none. A wrong commune
/// is worse than none, so one chance mention in the body decides nothing.
Commune best_of(const std::vector<Commune>& candidates, const PlaceEvidence& evidence,
                const NamedPlace& named) {
    const Commune* best = nullptr;
    std::size_t best_score = 0;
    std::size_t second_score = 0;
    for (const Commune& candidate : candidates) {
        const std::size_t points = score(candidate, evidence, named);
        if (points > best_score) {
            best = &candidate;
            second_score = std::exchange(best_score, points);
        } else {
            second_score = std::max(second_score, points);
        }
    }
    constexpr std::size_t min_score = 3;
    const bool clear = best_score >= min_score && best_score >= second_score + second_score / 2 + 1;
    return clear ? *best : Commune{};
}

/// What all candidates agree on, without a code.
Commune common_part(const std::vector<Commune>& candidates, const NamedPlace& named,
                    const PlaceEvidence& evidence) {
    Commune common;
    common.name = is_capitals(named.name) ? proper_name(tokens_of(named.name)) : named.name;
    if (!candidates.empty()) common = candidates.front();
    const auto keep_if_common = [&](std::string Commune::*field) {
        for (const Commune& candidate : candidates) {
            if (candidate.*field != common.*field) return (common.*field).clear();
        }
    };
    for (auto field : {&Commune::code, &Commune::type, &Commune::district, &Commune::district_code,
                       &Commune::province, &Commune::province_code}) {
        keep_if_common(field);
    }
    if (!named.type.empty()) common.type = named.type;
    if (common.district.empty()) common.district = evidence.district;
    if (common.province.empty()) common.province = evidence.province;
    const Epoch first = epoch_of(evidence.date.first_day());
    const bool is_sure = first == epoch_of(evidence.date.last_day());
    if (common.epoch == Epoch::unknown && evidence.date.is_known() && is_sure) common.epoch = first;
    return common;
}

std::vector<Commune> candidates_for(const NamedPlace& named, const PlaceEvidence& evidence,
                                    const Gazetteer& gazetteer) {
    PlaceHint hint{named.name, evidence.district, evidence.province, evidence.date};
    if (hint.province.empty()) hint.province = named.province;
    std::vector<Commune> found = gazetteer.find(hint);
    const auto of_type = [&](const Commune& one) { return one.type == named.type; };
    if (std::any_of(found.begin(), found.end(), of_type)) {
        std::erase_if(found, [&](const Commune& one) { return !of_type(one); });
    }
    if (!found.empty() || !named.province.empty()) return found;
    hint.district.clear();
    hint.province.clear();
    return gazetteer.find(hint);
}

std::vector<NamedPlace> names_in(LineTokens tokens, bool capitals, const Gazetteer& gazetteer) {
    std::vector<NamedPlace> found;
    for (std::size_t at = 0; at < tokens.size();) {
        std::size_t begin = at;
        const std::string_view type = commune_type(tokens, begin);
        at = std::max(at + 1, begin);
        if (type.empty()) continue;
        const std::size_t end = name_end(tokens, begin, type == "phường");
        const std::string_view name = name_of_tokens(tokens, begin, end, capitals, gazetteer);
        if (!name.empty()) found.push_back({std::string(type), std::string(name), {}});
    }
    return found;
}

}  // namespace

std::vector<NamedPlace> places_named(std::string_view line, const Gazetteer& gazetteer) {
    return names_in(tokens_of(line), is_capitals(line), gazetteer);
}

std::vector<NamedPlace> places_named(const Line& line, const Gazetteer& gazetteer) {
    return names_in(line.tokens(), is_capitals(line.text), gazetteer);
}

Located locate(const PlaceEvidence& evidence, const Gazetteer& gazetteer) {
    for (const NamedPlace& named : evidence.names) {
        std::vector<Commune> candidates = candidates_for(named, evidence, gazetteer);
        if (candidates.empty()) continue;
        if (candidates.size() == 1) return {candidates.front(), {}};
        Commune best = best_of(candidates, evidence, named);
        if (!best.code.empty()) return {std::move(best), {}};
        return {common_part(candidates, named, evidence), std::move(candidates)};
    }
    if (evidence.names.empty()) return {};
    return {common_part({}, evidence.names.front(), evidence), {}};
}

}  // namespace commsearch::report
