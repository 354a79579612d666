#include "searcher/server/http/accepted.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

#include "analyzers/base/tsv.h"

namespace commsearch::server {
namespace {

/// The weight 1, in thousandths.
constexpr int full_weight = 1000;

struct Choice {
    std::string name;  ///< in lower case: "gzip", "text/html", "*"
    int weight = full_weight;
};

std::string ascii_lower(std::string_view text) {
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

/// "0.25" -> 250; nothing for what is no weight: 0 to 1 with at most three digits behind the point.
std::optional<int> weight_of(std::string_view text) {
    constexpr std::size_t longest = 5;
    if (text.empty() || text.size() > longest || (text[0] != '0' && text[0] != '1')) return {};
    if (text.size() > 1 && text[1] != '.') return {};
    int weight = (text[0] - '0') * full_weight;
    int place = full_weight / 10;
    for (std::size_t i = 2; i < text.size(); ++i, place /= 10) {
        if (text[i] < '0' || text[i] > '9') return {};
        weight += (text[i] - '0') * place;
    }
    return weight <= full_weight ? std::optional(weight) : std::nullopt;
}

std::vector<Choice> choices_of(std::string_view list) {
    std::vector<Choice> choices;
    for (const std::string_view element : split(list, ',')) {
        const std::vector<std::string_view> parts = split(element, ';');
        Choice choice{ascii_lower(trimmed(parts.front()))};
        for (std::size_t i = 1; i < parts.size(); ++i) {
            const std::size_t equals = parts[i].find('=');
            if (equals == std::string_view::npos) continue;
            if (ascii_lower(trimmed(parts[i].substr(0, equals))) != "q") continue;
            choice.weight = weight_of(trimmed(parts[i].substr(equals + 1))).value_or(0);
        }
        if (!choice.name.empty()) choices.push_back(std::move(choice));
    }
    return choices;
}

/// The weight of the first of `names`, the most specific one, that is among the choices; else 0.
int weight_among(const std::vector<Choice>& choices,
                 std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) {
        const auto found = std::find_if(choices.begin(), choices.end(),
                                        [&](const Choice& one) { return one.name == name; });
        if (found != choices.end()) return found->weight;
    }
    return 0;
}

}  // namespace

bool takes_gzip(std::string_view accept_encoding) {
    const std::vector<Choice> choices = choices_of(accept_encoding);
    const int gzip = weight_among(choices, {"gzip", "x-gzip", "*"});
    return gzip > 0 && gzip >= weight_among(choices, {"identity"});
}

bool prefers_html(std::string_view accept) {
    const std::vector<Choice> choices = choices_of(accept);
    return weight_among(choices, {"text/html", "text/*", "*/*"}) >
           weight_among(choices, {"application/json", "application/*", "*/*"});
}

}  // namespace commsearch::server
