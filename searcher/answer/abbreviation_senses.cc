#include "searcher/answer/abbreviation_senses.h"

#include <algorithm>

#include "searcher/answer/excerpt.h"

namespace commsearch::answer {
namespace {

using Meaning = PassageHit::Meaning;

bool is_inside(const word::Token& token, const std::vector<const word::Token*>& compounds) {
    return std::any_of(compounds.begin(), compounds.end(), [&](const word::Token* compound) {
        return compound->begin <= token.begin && token.end <= compound->end;
    });
}

/// The syllables that `short_form` stands for; empty when its meaning is not clear.
std::string long_form_of(const word::Tokens& tokens, const word::Token& short_form) {
    std::string long_form;
    for (const word::Token& token : tokens) {
        if (token.kind != word::Token::Kind::expansion || token.begin != short_form.begin) continue;
        if (!long_form.empty()) long_form += ' ';
        long_form += token.term;
    }
    return long_form;
}

}  // namespace

void MeaningFinder::read(std::string_view text, const word::Tokens& tokens) {
    const std::vector<bool> hits = find_hits(tokens, hits_);
    std::vector<const word::Token*> compounds;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].kind == word::Token::Kind::compound && hits[i])
            compounds.push_back(&tokens[i]);
    }
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const word::Token& token = tokens[i];
        if (token.kind != word::Token::Kind::short_form) continue;
        if (!is_inside(token, compounds) && !hits[i]) continue;
        add(std::string(text.substr(token.begin, token.end - token.begin)),
            token.span > 1 ? long_form_of(tokens, token) : std::string());
    }
    for (const word::Token* compound : compounds) {
        const auto asked = hits_.short_forms.find(compound->term);
        if (asked != hits_.short_forms.end()) add(asked->second, compound->term);
    }
}

void MeaningFinder::add(std::string short_form, std::string long_form) {
    const std::string key = word::Abbreviations::key_of(short_form);
    const auto is_it = [&](const Meaning& known) {
        return known.long_form == long_form && word::Abbreviations::key_of(known.short_form) == key;
    };
    if (std::any_of(found_.begin(), found_.end(), is_it)) return;
    const bool is_ambiguous = dictionary_.senses(key).size() > 1;
    const bool is_defined = local_ != nullptr && !local_->senses(key).empty();
    if (long_form.empty() && !is_ambiguous) return;  // "kV" stands for one word
    found_.push_back({std::move(short_form), std::move(long_form), is_ambiguous, is_defined});
}

}  // namespace commsearch::answer
