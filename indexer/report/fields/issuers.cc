#include "indexer/report/fields/issuers.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "analyzers/base/tsv.h"
#include "analyzers/base/unicode.h"
#include "analyzers/name/place_name.h"
#include "indexer/report/fields/place_types.h"
#include "indexer/report/text_scan.h"
#include "indexer/schema/kinds.h"
#include "indexer_dictionaries.h"

namespace commsearch::report {
namespace {

Body::Form form_of(std::string_view name) {
    using Form = Body::Form;
    constexpr std::array<std::pair<std::string_view, Form>, 9> forms = {{{"closed", Form::closed},
                                                                         {"open", Form::open},
                                                                         {"bare", Form::bare},
                                                                         {"named", Form::named},
                                                                         {"organ", Form::organ},
                                                                         {"school", Form::school},
                                                                         {"hamlet", Form::hamlet},
                                                                         {"skip", Form::skip},
                                                                         {"part", Form::part}}};
    const auto* const form = std::find_if(forms.begin(), forms.end(),
                                          [&](const auto& entry) { return entry.first == name; });
    return form == forms.end() ? Form::closed : form->second;
}

Body body_of(const TsvRow& row) {
    Body body;
    const std::string folded = name::folded_place_name(row.fields[0]);
    for (const std::string_view word : split(folded, ' ')) body.words.emplace_back(word);
    body.unaccented = words_key(row.fields[0]);
    body.kind = issuer_of_slug(row.fields[1]);
    body.is_of_city = row.fields[2] == "thanh-pho";
    body.level = static_cast<Level>(schema::number_of_slug(schema::levels(), row.fields[2]));
    body.label = row.fields[3];
    body.form = form_of(row.fields[4]);
    body.in_text = !row.fields[5].empty();
    return body;
}

/// The dictionary, and which of its bodies begin with a word.
struct Bodies {
    std::vector<Body> all;
    std::unordered_multimap<std::string, std::size_t> by_first_word;  ///< folded and unaccented

    Bodies() {
        for (const TsvRow& row : tsv_rows(embedded::bodies_tsv())) all.push_back(body_of(row));
        for (std::size_t i = 0; i < all.size(); ++i) {
            by_first_word.emplace(all[i].words.front(), i);
            const std::string plain(all[i].unaccented.substr(0, all[i].unaccented.find(' ')));
            if (plain != all[i].words.front()) by_first_word.emplace(plain, i);
        }
    }
};

const Bodies& bodies() {
    static const Bodies table;
    return table;
}

bool has_accents(std::string_view word) {
    return std::any_of(word.begin(), word.end(),
                       [](char c) { return (static_cast<unsigned char>(c) & 0x80U) != 0; });
}

/// Token behind the words of `body` when they stand at `at`; 0 when they do not. Where the line has
/// accents, a word without them is written right: "BAN" is no "BẢN".
std::size_t end_of_words(LineTokens tokens, std::size_t at, const Body& body, bool is_accented) {
    const std::vector<std::string_view> unaccented_words = split(body.unaccented, ' ');
    for (std::size_t i = 0; i < body.words.size(); ++i) {
        while (at < tokens.size() && tokens[at].kind == LineToken::Kind::mark) ++at;
        if (at >= tokens.size()) return 0;
        const bool same = is_accented || has_accents(tokens[at].text)
                              ? name::folded_place_name(tokens[at].text) == body.words[i]
                              : tokens[at].is(unaccented_words.at(i));
        if (!same) return 0;
        ++at;
    }
    return at;
}

bool names_commune(std::string_view key) { return has_place_type(key, Level::commune); }

bool names_superior(std::string_view key) {
    return has_place_type(key, Level::district) || has_place_type(key, Level::province);
}

/// Where the body is named; npos when nowhere. "đang ủy thác" and "tỉnh ủy quyền" name none.
std::size_t find_body(std::string_view key, std::string_view body) {
    std::size_t at = find_words(key, body);
    while (at != std::string_view::npos && body.ends_with(" uy")) {
        const std::string_view behind = key.substr(at + body.size());
        constexpr std::array verbs = {" thac", " quyen", " nhiem"};
        const bool is_verb = std::any_of(verbs.begin(), verbs.end(), [&](std::string_view end) {
            return behind.starts_with(end) &&
                   (behind.size() == end.size() || behind[end.size()] == ' ');
        });
        if (!is_verb) break;
        at = find_words(key, body, at + 1);
    }
    return at;
}

}  // namespace

const Body* body_at(LineTokens tokens, std::size_t& at) {
    const Body* longest = nullptr;
    std::size_t longest_end = at;
    if (at >= tokens.size() || !tokens[at].is_word()) return nullptr;
    const bool is_accented = std::any_of(tokens.begin(), tokens.end(), [](const LineToken& token) {
        return has_accents(token.text);
    });
    const std::string first =
        is_accented ? name::folded_place_name(tokens[at].text) : tokens[at].key;
    const auto [begin, end] = bodies().by_first_word.equal_range(first);
    for (auto entry = begin; entry != end; ++entry) {
        const Body& body = bodies().all[entry->second];
        const std::size_t behind = end_of_words(tokens, at, body, is_accented);
        const bool longer = longest == nullptr || body.words.size() > longest->words.size();
        if (behind == 0 || !longer) continue;
        longest = &body;
        longest_end = behind;
    }
    at = longest_end;
    return longest;
}

std::optional<IssuerMention> issuer_named(std::string_view key) {
    constexpr std::size_t looked_at = 400;  // bytes: headers, titles and opening sentences
    key = key.substr(0, looked_at);
    const Body* first = nullptr;
    std::size_t first_at = std::string_view::npos;
    for (const Body& body : bodies().all) {
        if (!body.in_text) continue;
        const std::size_t at = find_body(key, body.unaccented);
        const bool longer =
            first != nullptr && at == first_at && body.unaccented.size() > first->unaccented.size();
        if (at > first_at || (at == first_at && !longer)) continue;
        first = &body;
        first_at = at;
    }
    if (first == nullptr) return std::nullopt;
    // "xã" is also a part of "thị xã".
    const std::string_view behind = key.substr(first_at);
    const bool of_town = has_words(behind, "thi xa") && count_words(behind, "xa") == 1;
    const bool superior = names_superior(behind) && (of_town || !names_commune(behind));
    return IssuerMention{first->kind, first->label, superior};
}

std::optional<IssuerMention> issuer_signing(std::string_view key) {
    constexpr std::array prefixes = {"tm", "t m", "kt", "k t", "tl", "t l", "tuq"};
    const bool signs = std::any_of(prefixes.begin(), prefixes.end(), [&](std::string_view prefix) {
        return begins_with_words(key, prefix) || has_words(key, prefix);
    });
    if (!signs) return std::nullopt;
    if (has_words(key, "ban thuong vu") || has_words(key, "dang uy")) {
        return IssuerMention{Issuer::dang_uy, label_of(Issuer::dang_uy)};
    }
    if (has_words(key, "ban thuong truc")) {
        return IssuerMention{Issuer::mttq, label_of(Issuer::mttq)};
    }
    return issuer_named(key);
}

std::string_view label_of(Issuer kind) {
    switch (kind) {
        case Issuer::dang_uy:
            return "Đảng ủy";
        case Issuer::ubnd:
            return "UBND";
        case Issuer::hdnd:
            return "HĐND";
        case Issuer::mttq:
            return "Ủy ban MTTQ";
        default:
            return {};
    }
}

}  // namespace commsearch::report
