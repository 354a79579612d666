#include "analyzers/citation/figures.h"

#include <algorithm>
#include <optional>
#include <string>

#include "analyzers/citation/citation_reader.h"

namespace commsearch::citation {
namespace {

/// Bytes up to the end of a "%" behind the word at `at`; 0 for none.
std::uint32_t percent_bytes(const CitationReader& reader, std::size_t at) {
    const std::string_view behind = reader[at].behind;
    const std::size_t sign = behind.find('%');
    const bool is_next = sign == 0 || (sign == 1 && behind.front() == ' ');
    return is_next ? static_cast<std::uint32_t>(sign + 1) : 0;
}

std::optional<Citation> percentage_at(const CitationReader& reader, std::size_t at) {
    Citation found{static_cast<std::uint32_t>(at), 1, {}};
    found.sign_bytes = percent_bytes(reader, at);
    if (found.sign_bytes == 0) {
        const bool is_in_words = reader.joint(at + 1).is_blank() && reader.is(at + 1, "phần") &&
                                 reader.joint(at + 2).is_blank() && reader.is(at + 2, "trăm");
        if (!is_in_words) return std::nullopt;
        found.size = 3;
    }
    found.terms.push_back(std::string(reader[at].term).append(percent_sign));
    return found;
}

bool is_tight_slash(const CitationReader& reader, std::size_t at) {
    const Joint joint = reader.joint(at);
    return joint.is_tight_bar() && joint.sign == Joint::Sign::slash;
}

std::optional<Citation> share_at(const CitationReader& reader, std::size_t at) {
    const std::size_t whole = at + 1;
    if (whole >= reader.size() || reader.is_word(whole) || !is_tight_slash(reader, whole))
        return std::nullopt;
    if (reader.joint(at).is_tight_bar() || reader.joint(whole + 1).is_tight_bar())
        return std::nullopt;
    constexpr int months = 12;
    const int month = reader.number(at, 2);
    const bool may_be_time = (month > 0 && month <= months) || reader.year(at) > 0;
    if (may_be_time && reader.year(whole) > 0) return std::nullopt;
    std::string term(reader[at].term);
    term.append("/").append(reader[whole].term);
    return Citation{static_cast<std::uint32_t>(at), 2, {std::move(term)}};
}

/// Whether the words [first, first + size) lie in it, unless it may also be a share.
bool stands_for(const Citation& citation, const Citation& figure, bool is_query) {
    const bool overlaps = figure.first < citation.first + citation.size &&
                          citation.first < figure.first + figure.size;
    return overlaps && !(is_query && is_yearless_day(citation.terms.front()));
}

}  // namespace

std::vector<Citation> find_figures(std::string_view nfc_text, std::span<const word::TextWord> words,
                                   std::span<const Citation> citations, bool is_query) {
    const CitationReader reader(nfc_text, words, is_query);
    std::vector<Citation> found;
    auto citation = citations.begin();
    for (std::size_t at = 0; at < reader.size(); ++at) {
        if (reader.is_word(at)) continue;
        std::optional<Citation> figure = share_at(reader, at);
        if (!figure) figure = percentage_at(reader, at);
        if (!figure) continue;
        while (citation != citations.end() && citation->first + citation->size <= at) ++citation;
        if (citation != citations.end() && stands_for(*citation, *figure, is_query)) continue;
        at += figure->size - 1U;
        found.push_back(std::move(*figure));
    }
    return found;
}

}  // namespace commsearch::citation
