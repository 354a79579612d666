#include "tests/searcher/match/random_index.h"

#include <algorithm>

#include "analyzers/analyzer.h"
#include "analyzers/base/unicode.h"
#include "analyzers/word/abbreviations.h"
#include "indexer/schema/schema.h"

namespace commsearch::match {
namespace {

const std::vector<std::string> vocabulary = {
    "lúa", "lua", "lụa", "nông", "nóng", "thôn", "mới", "moi",    "thu",  "thủ",  "NTM", "UBND",
    "xã.", "kỹ",  "kĩ",  "ky",   "bò",   "98,5", "ủy",  "ban\\n", "nhân", "dân;", "hộ",  "xã"};
const std::vector<std::string> titles = {"Lúa mới", "Bò", "Nông dân", "Thu"};

std::string pick(std::mt19937& random, const std::vector<std::string>& from) {
    return from[random() % from.size()];
}

/// JSON lines; fills `passages` with what they say.
std::string random_reports(unsigned seed, std::size_t reports,
                           std::vector<WrittenPassage>& passages) {
    static const word::Abbreviations abbreviations;
    Analyzer analyzer(abbreviations);
    std::mt19937 random(seed);
    std::string lines;
    std::uint32_t document = 0;
    for (std::size_t report = 0; report < reports; ++report) {
        ++document;
        const std::string title = pick(random, titles);
        const auto month = static_cast<std::uint32_t>(random() % 12);
        const std::uint32_t date = month == 0 ? 0 : 20230001 + month * 100;
        std::string stated;
        for (std::size_t i = 1 + random() % 3; i > 0; --i) {
            std::string text = "Xã";
            for (std::size_t word = random() % 16; word > 0; --word)
                text += ' ' + pick(random, vocabulary);
            stated += (stated.empty() ? R"({"text":")" : R"(,{"text":")") + text + "\"}";
            for (std::size_t at; (at = text.find("\\n")) != std::string::npos;)
                text.replace(at, 2, "\n");
            passages.push_back({++document, date, analyzer.analyze(title), analyzer.analyze(text)});
        }
        lines += R"({"id":"r)" + std::to_string(report) + R"(","title":")" + title +
                 R"(","passages":[)" + stated + ']';
        const std::string day = std::to_string(date);
        if (date != 0)
            lines += R"(,"date":")" + day.substr(0, 4) + '-' + day.substr(4, 2) + "-01\"";
        lines += "}\n";
    }
    return lines;
}

bool holds_term(const WrittenPassage& passage, const std::string& term) {
    const auto holds = [](const word::Tokens& tokens, const std::string& word) {
        return std::any_of(tokens.begin(), tokens.end(), [&](const word::Token& token) {
            return token.kind != word::Token::Kind::expansion &&
                   (word::is_multiword(token) ? std::string(schema::prefix_compound) + token.term
                                              : token.term) == word;
        });
    };
    if (term.starts_with(schema::prefix_context))
        return holds(passage.title, term.substr(schema::prefix_context.size()));
    return holds(passage.tokens, term);
}

bool fits(const word::Token& token, const plan::Sequence::Word& word) {
    const std::string& spelled = word.is_exact ? token.term : token.unaccented;
    if (word.is_prefix) return spelled.starts_with(word.text);
    return spelled == word.text || (!word.twin.empty() && spelled == word.twin);
}

/// Whether the words stand one behind the other from `position` on.
bool stand_at(const word::Tokens& tokens, const plan::Sequence& sequence, std::uint32_t position) {
    for (const plan::Sequence::Word& word : sequence.words) {
        const bool stands =
            std::any_of(tokens.begin(), tokens.end(), [&](const word::Token& token) {
                return word::is_running(token) && token.position == position && fits(token, word);
            });
        if (!stands) return false;
        ++position;
    }
    return true;
}

}  // namespace

RandomIndex::RandomIndex(unsigned seed, std::size_t reports)
    : index_({random_reports(seed, reports, passages_)}) {}

const RandomIndex& random_index() {
    static const RandomIndex index(17, 30);
    return index;
}

bool stand_near(const word::Tokens& tokens, const plan::Nearness& near) {
    std::uint32_t end = 0;
    for (const word::Token& token : tokens) end = std::max(end, token.position + token.span);
    // All of them begin within a window: from each place on, as far as the distance.
    for (std::uint32_t from = 0; from < end; ++from) {
        const bool all = std::all_of(
            near.sequences.begin(), near.sequences.end(), [&](const plan::Sequence& one) {
                for (std::uint32_t at = from; at <= from + near.distance && at < end; ++at) {
                    if (stand_at(tokens, one, at)) return true;
                }
                return false;
            });
        // One alone has to stand somewhere.
        if (all) return true;
    }
    return false;
}

bool meets(const WrittenPassage& passage, const plan::Condition& condition) {
    const auto is_met = [&](const plan::Condition& part) { return meets(passage, part); };
    switch (condition.kind) {
        case plan::Condition::Kind::empty:
            return false;
        case plan::Condition::Kind::everything:
            return true;
        case plan::Condition::Kind::term:
            return holds_term(passage, condition.term);
        case plan::Condition::Kind::all:
            return std::all_of(condition.parts.begin(), condition.parts.end(), is_met);
        case plan::Condition::Kind::any:
            return std::any_of(condition.parts.begin(), condition.parts.end(), is_met);
        case plan::Condition::Kind::none:
            return std::none_of(condition.parts.begin(), condition.parts.end(), is_met);
        case plan::Condition::Kind::dates:
            return passage.date != 0 && passage.date >= condition.from &&
                   (condition.to == 0 || passage.date <= condition.to);
        case plan::Condition::Kind::reported:  // these papers have no period: by their date
            return passage.date / 100 >= condition.from && passage.date / 100 <= condition.to;
        case plan::Condition::Kind::planned:
        case plan::Condition::Kind::planned_exactly:
            return false;  // and plan for nothing
        case plan::Condition::Kind::near:
            return stand_near(passage.tokens, condition.near);
    }
    return false;
}

plan::Nearness random_nearness(std::mt19937& random) {
    const std::vector<std::string> words = {"lúa", "nông", "thôn", "mới", "thu",  "ủy",
                                            "ban", "xã",   "hộ",   "kỹ",  "nhân", "98,5"};
    plan::Nearness near;
    near.distance = static_cast<std::uint32_t>(random() % 12);
    for (std::size_t i = 1 + random() % 3; i > 0; --i) {
        plan::Sequence& sequence = near.sequences.emplace_back();
        for (std::size_t j = 1 + random() % (random() % 3 == 0 ? 4 : 2); j > 0; --j) {
            plan::Sequence::Word& word = sequence.words.emplace_back();
            word.text = pick(random, words);
            word.is_exact = random() % 2 == 0;
            if (!word.is_exact) word.text = unaccented(word.text);
            if (word.text == "kỹ" && random() % 2 == 0) word.twin = "kĩ";
            word.is_prefix = !word.is_exact && random() % 4 == 0;
            if (word.is_prefix) word.text.resize(2);
        }
    }
    return near;
}

}  // namespace commsearch::match
