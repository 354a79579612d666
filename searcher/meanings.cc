#include "searcher/meanings.h"

#include <algorithm>

#include "searcher/excerpt.h"

namespace commsearch {
namespace {

using Meaning = PassageHit::Meaning;

void collect_asked(const QueryNode& node, Analyzer& analyzer,
                   std::unordered_map<std::string, std::string>& asked) {
    if (node.kind == QueryNode::Kind::none_of) return;
    if (node.kind == QueryNode::Kind::words || node.kind == QueryNode::Kind::phrase) {
        const Tokens tokens = analyzer.analyze(node.text, Reading::query);
        for (const Token& unit : tokens) {
            // "ủy ban" in UBND is only a part of what it means.
            const bool as_short_form =
                std::any_of(tokens.begin(), tokens.end(), [&](const Token& other) {
                    return other.kind == Token::Kind::short_form && other.begin == unit.begin &&
                           other.position == unit.position && other.span == unit.span;
                });
            if (unit.kind == Token::Kind::unit && as_short_form)
                asked.emplace(unit.term, node.text.substr(unit.begin, unit.end - unit.begin));
        }
    }
    for (const QueryNode& child : node.children) collect_asked(child, analyzer, asked);
}

bool is_inside(const Token& token, const std::vector<const Token*>& units) {
    return std::any_of(units.begin(), units.end(), [&](const Token* unit) {
        return unit->begin <= token.begin && token.end <= unit->end;
    });
}

/// The syllables that `short_form` stands for; empty when its meaning is not clear.
std::string long_form_of(const Tokens& tokens, const Token& short_form) {
    std::string long_form;
    for (const Token& token : tokens) {
        if (token.kind != Token::Kind::implied || token.begin != short_form.begin) continue;
        if (!long_form.empty()) long_form += ' ';
        long_form += token.term;
    }
    return long_form;
}

}  // namespace

std::unordered_map<std::string, std::string> short_forms_asked(const ParsedQuery& parsed,
                                                               Analyzer& analyzer) {
    std::unordered_map<std::string, std::string> asked;
    for (const QueryNode& node : parsed.root) collect_asked(node, analyzer, asked);
    return asked;
}

void MeaningFinder::read(std::string_view text, const Tokens& tokens) {
    std::vector<const Token*> units;
    for (const Token& token : tokens) {
        if (token.kind == Token::Kind::unit && is_hit(token, hits_)) units.push_back(&token);
    }
    for (const Token& token : tokens) {
        if (token.kind != Token::Kind::short_form) continue;
        if (!is_inside(token, units) && !is_hit(token, hits_)) continue;
        add(std::string(text.substr(token.begin, token.end - token.begin)),
            token.span > 1 ? long_form_of(tokens, token) : std::string());
    }
    for (const Token* unit : units) {
        const auto asked = hits_.short_forms.find(unit->term);
        if (asked != hits_.short_forms.end()) add(asked->second, unit->term);
    }
}

void MeaningFinder::add(std::string short_form, std::string long_form) {
    const std::string key = Abbreviations::key_of(short_form);
    const auto is_it = [&](const Meaning& known) {
        return known.long_form == long_form && Abbreviations::key_of(known.short_form) == key;
    };
    if (std::any_of(found_.begin(), found_.end(), is_it)) return;
    const bool is_ambiguous = dictionary_.senses(key).size() > 1;
    const bool is_defined = local_ != nullptr && !local_->senses(key).empty();
    if (long_form.empty() && !is_ambiguous) return;  // "kV" stands for one word
    found_.push_back({std::move(short_form), std::move(long_form), is_ambiguous, is_defined});
}

}  // namespace commsearch
