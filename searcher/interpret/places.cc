#include "searcher/interpret/places.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include "analyzers/base/unicode.h"
#include "analyzers/name/place_name.h"
#include "searcher/interpret/place_names.h"

namespace commsearch::interpret {
namespace {

using Words = std::vector<QuestionWord>;
using Certainty = PlaceMention::Certainty;

constexpr std::size_t most_name_words = 5;
constexpr std::size_t least_bare_words = 2;  // "Huế" alone is asked for with its type

/// "BHYT"; one letter may begin a name ("Y Thuen").
bool is_acronym(std::string_view query, const QuestionWord& word) {
    const std::string_view typed =
        query.substr(word.range.begin, word.range.end - word.range.begin);
    return word.text.size() > 1 && upper(typed) == typed;
}

/// Looks for places from one word on.
class PlaceScan {
public:
    PlaceScan(std::string_view query, const Words& words, const index::IndexReader& index)
        : query_(query),
          words_(words),
          names_(index),
          has_case_(std::any_of(words.begin(), words.end(), [&](const QuestionWord& word) {
              return word.number() == 0 && !is_acronym(query, word);
          })) {}

    [[nodiscard]] std::vector<PlaceMention> take() const {
        std::vector<PlaceMention> found;
        for (std::size_t at = 0; at < words_.size();) {
            std::optional<PlaceMention> mention = typed_at(at);
            if (!mention) mention = bare_at(at);
            at = mention ? mention->end : at + 1;
            if (mention) found.push_back(std::move(*mention));
        }
        return found;
    }

private:
    [[nodiscard]] std::string text(std::size_t begin, std::size_t end) const {
        const std::uint32_t first = words_[begin].range.begin;
        return std::string(query_.substr(first, words_[end - 1].range.end - first));
    }

    /// How far a name that begins at `begin` may reach: no clause ends within it.
    [[nodiscard]] std::size_t name_limit(std::size_t begin) const {
        std::size_t end = begin;
        while (end < words_.size() && end < begin + most_name_words) {
            ++end;
            if (words_[end - 1].ends_clause) break;
        }
        return end;
    }

    /// The type that stands at `at`, and where the name behind it begins.
    struct Type {
        std::string type;
        std::size_t name = 0;
    };
    [[nodiscard]] std::optional<Type> type_at(std::size_t at) const {
        constexpr std::size_t longest_type = 2;
        const std::size_t end = std::min(words_.size(), at + longest_type + 1);
        const std::string typed = text(at, end);
        const name::TypedName name = name::typed_name(typed);
        if (name.type.empty() || name.name.empty()) return std::nullopt;
        const auto offset = static_cast<std::uint32_t>(name.name.data() - typed.data());
        for (std::size_t word = at + 1; word < end; ++word) {
            if (words_[word].range.begin == words_[at].range.begin + offset)
                return Type{name.type, word};
        }
        return std::nullopt;
    }

    /// "hợp tác xã", "thị xã"
    [[nodiscard]] bool is_inside_word(std::size_t at) const {
        return at > 0 && (words_[at - 1].is("tác") || words_[at - 1].is("thị"));
    }

    [[nodiscard]] std::optional<PlaceMention> typed_at(std::size_t at) const {
        if (auto village = village_at(at)) return village;
        const std::optional<Type> type = type_at(at);
        if (!type || is_inside_word(at)) return std::nullopt;
        for (std::size_t end = name_limit(type->name); end > type->name; --end) {
            const std::string name = text(at, end);
            if (const auto place = names_.typed(name, type->type))
                return with_regions(mention_of(at, end, *place));
        }
        return unknown_at(at, *type);
    }

    [[nodiscard]] PlaceMention mention_of(std::size_t begin, std::size_t end,
                                          const NamedPlace& place) const {
        return {begin,       end,
                place.field, text(begin, end),
                place.label, place.is_certain ? Certainty::certain : Certainty::possible};
    }

    /// Takes in the district and province behind a place, with or without a comma.
    [[nodiscard]] PlaceMention with_regions(PlaceMention mention) const {
        if (mention.field == query::Field::province) return mention;
        for (std::size_t end = region_end(mention.end); end > mention.end;
             end = region_end(mention.end)) {
            const std::string name = mention.name + ", " + text(mention.end, end);
            const std::optional<NamedPlace> place = names_.with_region(name, mention.field);
            if (!place) break;
            mention.name = name;
            mention.label = place->label;
            mention.end = end;
        }
        return mention;
    }

    /// Behind the longest name of a district or province that stands at `at`; `at` without one.
    [[nodiscard]] std::size_t region_end(std::size_t at) const {
        if (at >= words_.size()) return at;
        const std::optional<Type> type = type_at(at);
        const std::size_t name = type ? type->name : at;
        if (type && is_commune_type(type->type)) return at;
        for (std::size_t end = name_limit(name); end > name; --end) {
            if (!type && end < at + least_bare_words) break;
            if (names_.is_region(text(at, end)) && (type || is_capital(at, end))) return end;
        }
        return at;
    }

    /// A place that no report is from: its type as typed, and a name in capitals behind it.
    [[nodiscard]] std::optional<PlaceMention> unknown_at(std::size_t at, const Type& type) const {
        constexpr std::array<std::string_view, 10> types = {
            "xã",   "phường", "thị trấn",  "đặc khu", "huyện",
            "quận", "tỉnh",   "thành phố", "tp",      "thị xã"};
        const bool is_typed = std::any_of(types.begin(), types.end(), [&](std::string_view one) {
            return stands_at(words_, at, one);
        });
        if (!is_typed || !has_case_) return std::nullopt;
        const std::size_t limit = name_limit(type.name);
        std::size_t end = type.name;
        while (end < limit && is_capital(end, end + 1)) ++end;
        if (end == type.name || stands_at(words_, type.name, "ủy") ||
            stands_at(words_, type.name, "đoàn"))
            return std::nullopt;
        PlaceMention mention{at,
                             end,
                             query::Field::commune,
                             text(type.name, end),
                             text(at, end),
                             Certainty::unknown};
        // Its district and province say no more than where it would be.
        while (mention.end < words_.size()) {
            const std::optional<Type> region = type_at(mention.end);
            if (!region || is_commune_type(region->type)) break;
            std::size_t behind = region->name;
            const std::size_t most = name_limit(behind);
            while (behind < most && is_capital(behind, behind + 1)) ++behind;
            if (behind == region->name) break;
            mention.end = behind;
        }
        return mention;
    }

    /// Whether each word begins with a capital letter and is no acronym.
    [[nodiscard]] bool is_capital(std::size_t begin, std::size_t end) const {
        if (!has_case_) return false;
        for (std::size_t at = begin; at < end; ++at) {
            if (!words_[at].is_capital || is_acronym(query_, words_[at])) return false;
        }
        return begin < end;
    }

    /// A hamlet with its type: "thôn Hố Sen", not the "thôn mới" of "nông thôn mới".
    [[nodiscard]] std::optional<PlaceMention> village_at(std::size_t at) const {
        if (at > 0 && (words_[at - 1].is("nông") || words_[at - 1].is("văn"))) return std::nullopt;
        for (const std::string_view type : name::village_types()) {
            if (!stands_at(words_, at, type)) continue;
            const std::size_t name = at + words_in(type);
            if (name >= words_.size()) continue;
            for (std::size_t end = name_limit(name); end > name; --end) {
                if (const auto place = names_.village(text(at, end)))
                    return mention_of(at, end, *place);
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<PlaceMention> bare_at(std::size_t at) const {
        for (std::size_t end = name_limit(at); end >= at + least_bare_words; --end) {
            const std::span<const QuestionWord> name(words_.data() + at, end - at);
            const bool has_number =
                std::any_of(name.begin(), name.end(),
                            [](const QuestionWord& word) { return word.number() > 0; });
            if (has_number) continue;
            const std::optional<NamedPlace> place =
                names_.bare(text(at, end), name, is_capital(at, end));
            if (!place) continue;
            PlaceMention mention = with_regions(mention_of(at, end, *place));
            if (place->is_certain && is_in_a_name(at, mention.end)) return std::nullopt;
            return mention;
        }
        return std::nullopt;
    }

    /// Whether a word with a capital stands right beside: "Đỗ Khắc Minh" is a person.
    [[nodiscard]] bool is_in_a_name(std::size_t begin, std::size_t end) const {
        const bool is_behind = begin > 0 && is_capital(begin - 1, begin) &&
                               !words_[begin - 1].ends_clause && begin > 1;
        const bool is_before =
            end < words_.size() && is_capital(end, end + 1) && !words_[end - 1].ends_clause;
        return is_behind || is_before;
    }

    std::string_view query_;
    const Words& words_;
    PlaceNames names_;
    bool has_case_;  ///< not all of it is written in capitals
};

}  // namespace

std::vector<PlaceMention> places_among(std::string_view query, const Words& words,
                                       const index::IndexReader& index) {
    return PlaceScan(query, words, index).take();
}

}  // namespace commsearch::interpret
