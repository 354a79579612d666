#include "searcher/places/place_words.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "analyzers/base/tsv.h"
#include "analyzers/base/unicode.h"
#include "analyzers/name/place_name.h"
#include "searcher/query/query_fields.h"

namespace commsearch::places {
namespace {

constexpr std::size_t max_name_words = 5;

std::string joined(const std::vector<std::string>& words, std::size_t begin, std::size_t end) {
    std::string text;
    for (std::size_t i = begin; i < end; ++i) text += (i == begin ? "" : " ") + words[i];
    return text;
}

/// The words of the typed text at `range`, a comma left on the word before it.
std::vector<std::string> typed_words(const query::ParsedQuery& query, SourceRange range) {
    if (range.end > query.text.size() || range.begin >= range.end) return {};
    std::vector<std::string> words;
    const std::string_view text =
        std::string_view(query.text).substr(range.begin, range.end - range.begin);
    for (const std::string_view word : split(text, ' ')) {
        if (word == "," && !words.empty()) {
            words.back() += ',';
        } else if (!word.empty()) {
            words.emplace_back(word);
        }
    }
    return words;
}

/// "a, b" written without a blank behind the comma is two words as well.
std::vector<std::string> parted_at_commas(const std::vector<std::string>& words) {
    std::vector<std::string> parted;
    for (const std::string& word : words) {
        std::size_t begin = 0;
        for (std::size_t comma = word.find(','); comma != std::string::npos;
             comma = word.find(',', begin)) {
            parted.push_back(word.substr(begin, comma + 1 - begin));
            begin = comma + 1;
        }
        if (begin < word.size()) parted.push_back(word.substr(begin));
    }
    return parted;
}

bool is_commune_type(const std::vector<std::string>& words, std::size_t at, std::size_t& behind) {
    const std::string word = unaccented(words[at]);
    const std::string next = at + 1 < words.size() ? unaccented(words[at + 1]) : "";
    const bool town = at > 0 && unaccented(words[at - 1]) == "thi";
    behind = at + 1;
    if (word == "xa" || word == "phuong") return !town;
    behind = at + 2;
    return (word == "thi" && next == "tran") || (word == "dac" && next == "khu");
}

/// A place with its region: words [begin, end) and the value of the filter.
struct Mention {
    std::size_t begin = 0;
    std::size_t end = 0;
    query::Field field = query::Field::commune;
    std::string text;
};

/// Looks for places in one run of words.
class PlaceScan {
public:
    PlaceScan(std::vector<std::string> words, const PlaceIndex& places)
        : words_(std::move(words)), places_(places) {}

    [[nodiscard]] std::optional<Mention> mention() const {
        constexpr std::size_t max_commas = 16;
        std::size_t commas = 0;
        for (std::size_t comma = 0; comma + 1 < words_.size() && commas < max_commas; ++comma) {
            if (!words_[comma].ends_with(',')) continue;
            ++commas;
            if (auto found = mention_at(comma)) return found;
        }
        return std::nullopt;
    }

    [[nodiscard]] const std::vector<std::string>& words() const { return words_; }

private:
    /// End of the region that begins behind the comma: the longest name of a province or district.
    [[nodiscard]] std::size_t region_end(std::size_t begin) const {
        for (std::size_t end = std::min(words_.size(), begin + max_name_words + 1); end > begin;
             --end) {
            const std::string name = without_comma(joined(words_, begin, end));
            if (name.find(',') != std::string::npos) continue;
            if (!places_.provinces(name).empty() || !places_.districts(name).empty()) return end;
        }
        return begin;
    }

    [[nodiscard]] std::optional<Mention> mention_at(std::size_t comma) const {
        std::size_t end = region_end(comma + 1);
        if (end == comma + 1) return std::nullopt;
        while (end < words_.size() && words_[end - 1].ends_with(',')) {
            const std::size_t further = region_end(end);
            if (further == end) break;
            end = further;
        }
        const std::size_t first = comma + 1 - std::min(comma + 1, max_name_words + 2);
        for (std::size_t begin = first; begin <= comma; ++begin) {
            const std::string text = without_comma(joined(words_, begin, end));
            const std::string name = without_comma(joined(words_, begin, comma + 1));
            if (name.find(',') != std::string::npos) continue;
            const CommuneReading communes = places_.communes(text);
            if (!communes.found.empty() || !communes.elsewhere.empty())
                return Mention{begin, end, query::Field::commune, text};
            const std::vector<const schema::RegionEntry*> districts = places_.districts(text);
            if (places_.has_reports_in(districts))
                return Mention{begin, end, query::Field::district, text};
        }
        return std::nullopt;
    }

    static std::string without_comma(std::string text) {
        while (!text.empty() && (text.back() == ',' || text.back() == '.')) text.pop_back();
        return text;
    }

    std::vector<std::string> words_;
    const PlaceIndex& places_;
};

/// The field of a query that is nothing but a place named with its type; nothing for another.
std::optional<query::Field> field_of_place(const std::string& typed, const PlaceIndex& places) {
    const name::TypedName name = name::typed_name(typed);
    constexpr std::array<std::string_view, 4> communes = {"xa", "phuong", "thi tran", "dac khu"};
    const bool commune = std::find(communes.begin(), communes.end(), name.type) != communes.end();
    if (commune && !places.communes(typed).found.empty()) return query::Field::commune;
    if (commune || name.type.empty()) return std::nullopt;
    if (name.type != "tinh" && places.has_reports_in(places.districts(typed)))
        return query::Field::district;
    if (places.has_reports_in(places.provinces(typed))) return query::Field::province;
    return std::nullopt;
}

Notice place_notice(const query::QueryNode& filter) {
    return make_notice(NoticeKind::place_filter,
                       {query::query_field(filter.field).name, filter.text}, filter.range);
}

query::QueryNode words_node(std::string text, SourceRange range) {
    text.erase(std::remove(text.begin(), text.end(), ','), text.end());
    return {.kind = query::QueryNode::Kind::words, .text = std::move(text), .range = range};
}

void rewrite(query::QueryNode& node, const query::ParsedQuery& query, const PlaceIndex& places) {
    for (query::QueryNode& child : node.children) rewrite(child, query, places);
    if (node.kind != query::QueryNode::Kind::words || node.exact) return;
    const PlaceScan scan(parted_at_commas(typed_words(query, node.range)), places);
    const std::optional<Mention> mention = scan.mention();
    if (!mention) return;
    query::QueryNode filter{.kind = query::QueryNode::Kind::filter,
                            .text = mention->text,
                            .field = mention->field,
                            .range = node.range};
    std::vector<std::string> rest = scan.words();
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(mention->begin),
               rest.begin() + static_cast<std::ptrdiff_t>(mention->end));
    if (rest.empty()) {
        node = std::move(filter);
        return;
    }
    query::QueryNode words = words_node(joined(rest, 0, rest.size()), node.range);
    node = {.kind = query::QueryNode::Kind::all, .range = node.range, .children = {words, filter}};
}

/// Joins an `all` within an `all`: a tree has none.
void flatten(query::QueryNode& node) {
    std::vector<query::QueryNode> children;
    for (query::QueryNode& child : node.children) {
        flatten(child);
        const bool same = node.kind == query::QueryNode::Kind::all && child.kind == node.kind;
        if (same) {
            std::move(child.children.begin(), child.children.end(), std::back_inserter(children));
        } else {
            children.push_back(std::move(child));
        }
    }
    node.children = std::move(children);
}

void collect(const query::QueryNode& node, const query::ParsedQuery& query,
             const PlaceIndex& places, std::vector<std::string>& found) {
    for (const query::QueryNode& child : node.children) collect(child, query, places, found);
    if (node.kind != query::QueryNode::Kind::words) return;
    const std::vector<std::string> words = typed_words(query, node.range);
    for (std::size_t at = 0; at + 1 < words.size(); ++at) {
        std::size_t name = 0;
        if (!is_commune_type(words, at, name)) continue;
        for (std::size_t end = std::min(words.size(), name + max_name_words); end > name; --end) {
            const std::string typed = joined(words, at, end);
            if (places.communes(typed).found.empty()) continue;
            found.push_back(typed);
            break;
        }
    }
}

}  // namespace

query::ParsedQuery with_places(query::ParsedQuery query, const PlaceIndex& places) {
    if (query.root.empty()) return query;
    query::QueryNode& root = query.root.front();
    const bool plain = root.kind == query::QueryNode::Kind::words && !root.exact;
    const std::optional<query::Field> field =
        plain ? field_of_place(root.text, places) : std::nullopt;
    if (field) {
        root.kind = query::QueryNode::Kind::filter;
        root.field = *field;
        query.notices.push_back(place_notice(root));
        return query;
    }
    rewrite(root, query, places);
    flatten(root);
    return query;
}

std::vector<std::string> communes_in_words(const query::ParsedQuery& query,
                                           const PlaceIndex& places) {
    std::vector<std::string> found;
    for (const query::QueryNode& root : query.root) collect(root, query, places, found);
    return found;
}

}  // namespace commsearch::places
