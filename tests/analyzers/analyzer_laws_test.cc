// What holds of the tokens of any text.

#include <gtest/gtest.h>

#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "analyzers/analyzer.h"
#include "analyzers/base/normal_form.h"
#include "analyzers/base/unicode.h"
#include "analyzers/word/word_key.h"
#include "tests/analyzers/analyzed.h"

namespace commsearch {
namespace {

/// Laws that hold for any text.
void check_laws(const std::string& text, abbreviation::Reading reading) {
    const word::Tokens tokens = analyze(text, reading);
    std::uint32_t position = 0;
    for (const word::Token& token : tokens) {
        EXPECT_FALSE(token.term.empty());
        EXPECT_LE(position, token.position);
        position = token.position;
        EXPECT_GE(token.span, 1);
        ASSERT_LT(token.begin, token.end);
        ASSERT_LE(token.end, text.size());
        EXPECT_EQ(token.unaccented, word::unaccented_term(token.term));
        const std::string written = text.substr(token.begin, token.end - token.begin);
        const bool is_other_word = written == "T" || token.term == "giờ";
        if (token.kind == word::Token::Kind::word && !is_other_word) {
            EXPECT_EQ(unaccented(word::word_key(written)), token.unaccented) << text;
        }
    }
}

/// Random strings over letters, marks, digits and separators that mean something somewhere.
std::string random_text(std::mt19937& random) {
    static const std::vector<std::string> alphabet = {
        "a",         "ă",      "Ấ",      "e",      "ê",   "u\u0309", "y",    "Đ",
        "\u00D0",    "n",      "g",      "h",      "N",   "T",       "M",    "U",
        "B",         "D",      "0",      "12",     "3.",  ",",       ".",    "-",
        "/",         "&",      " ",      " ",      " ",   "\n",      ";",    "\xFF",
        "\u00A0",    "…",      "nông ",  "thôn ",  "mới", "NTM",     "UBND", "ủy ban nhân dân",
        "15/7/2025", "\u0301", "x",      "\u00AD", "'",   "²",       "ﬁ",    "о",
        "Ⅲ",         "２",     "\u200B", "m",      "1.0", "QL"};
    std::string text;
    const std::size_t parts = random() % 30;
    for (std::size_t i = 0; i < parts; ++i) text += alphabet[random() % alphabet.size()];
    return text;
}

TEST(AnalyzerLaws, HoldForRandomTexts) {
    std::mt19937 random(20231130);
    for (int i = 0; i < 20000; ++i) {
        const std::string text = random_text(random);
        check_laws(text,
                   i % 2 == 0 ? abbreviation::Reading::document : abbreviation::Reading::query);
        if (HasFatalFailure()) return;
    }
}

TEST(AnalyzerLaws, NormalFormDoesNotMatter) {
    std::mt19937 random(7);
    for (int i = 0; i < 5000; ++i) {
        const std::string text = random_text(random);
        const word::Tokens source = analyze(text);
        const word::Tokens composed = analyze(nfc(text));
        ASSERT_EQ(source.size(), composed.size()) << text;
        for (std::size_t at = 0; at < source.size(); ++at) {
            EXPECT_EQ(source[at].term, composed[at].term);
            EXPECT_EQ(source[at].position, composed[at].position);
        }
    }
}

/// A letter with marks, small and large, and its other spellings: decomposed, and half-composed
/// with either of two marks inside the letter.
struct MarkedLetter {
    std::string composed;
    std::vector<std::string> others;
};

/// Spells `base` with the marks of its shape and tone, each of which may be empty.
MarkedLetter marked_letter(const std::string& base, const std::string& shape,
                           const std::string& tone) {
    MarkedLetter letter{nfc(base + shape + tone), {base + shape + tone}};
    if (shape.empty() || tone.empty()) return letter;
    letter.others.push_back(nfc(base + shape) + tone);
    letter.others.push_back(nfc(base + tone) + shape);
    letter.others.push_back(base + tone + shape);
    return letter;
}

std::vector<MarkedLetter> all_marked_letters() {
    const std::vector<std::string> tones = {"", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"};
    const std::vector<std::pair<std::string, std::vector<std::string>>> vowels = {
        {"a", {"", "\u0306", "\u0302"}}, {"e", {"", "\u0302"}}, {"i", {""}},
        {"o", {"", "\u0302", "\u031B"}}, {"u", {"", "\u031B"}}, {"y", {""}}};
    std::vector<MarkedLetter> letters{{"đ", {}}, {"Đ", {"\u00D0", "\u0189"}}};
    for (const auto& [vowel, shapes] : vowels) {
        const std::string large(1, static_cast<char>(vowel.front() - 'a' + 'A'));
        for (const std::string& shape : shapes) {
            for (const std::string& tone : tones) {
                if (shape.empty() && tone.empty()) continue;
                letters.push_back(marked_letter(vowel, shape, tone));
                letters.push_back(marked_letter(large, shape, tone));
            }
        }
    }
    return letters;
}

TEST(AnalyzerLaws, TheMarkedLettersAreOneWordInEveryFormAndCase) {
    const std::vector<MarkedLetter> letters = all_marked_letters();
    EXPECT_EQ(letters.size(), 134U);
    for (const MarkedLetter& letter : letters) {
        const std::string expected = "th" + lower(letter.composed) + "ng";
        std::vector<std::string> forms = letter.others;
        forms.push_back(letter.composed);
        const bool is_large = lower(letter.composed) != letter.composed;
        for (const std::string& form : forms) {
            const std::string text = is_large ? "TH" + form + "NG" : "th" + form + "ng";
            for (const abbreviation::Reading reading :
                 {abbreviation::Reading::document, abbreviation::Reading::query}) {
                const word::Tokens tokens = analyze(text, reading);
                ASSERT_EQ(tokens.size(), 1U) << text;
                EXPECT_EQ(tokens[0].term, expected) << text;
                EXPECT_EQ(tokens[0].unaccented, unaccented(expected)) << text;
                EXPECT_EQ(tokens[0].begin, 0U);
                EXPECT_EQ(tokens[0].end, text.size());
            }
        }
    }
}

TEST(AnalyzerLaws, ALexemeIsOneTerm) {
    const word::Abbreviations abbreviations;
    Analyzer analyzer(abbreviations);
    std::map<std::uint32_t, std::string> terms;
    std::map<std::string, std::uint32_t> numbers;
    const auto read = [&](const std::string& text) {
        for (const word::TokenView& token : analyzer.views(text, {})) {
            EXPECT_EQ(terms.emplace(token.word->number, token.word->term).first->second,
                      token.word->term);
            EXPECT_EQ(numbers.emplace(token.word->term, token.word->number).first->second,
                      token.word->number);
            EXPECT_EQ(token.word->unaccented, word::unaccented_term(token.word->term));
        }
    };
    read("UBND xã thực hiện Nghị quyết số 16-NQ/TU ngày 5/6/2023 về nông thôn mới.");
    read("ỦY BAN NHÂN DÂN thu 7.200 triệu, 05 hộ NTM; Thuỷ = thủy, T9/2023");
}

TEST(AnalyzerLaws, ForgettingWordsChangesNothing) {
    const word::Abbreviations abbreviations;
    Analyzer analyzer(abbreviations);
    const std::string text = "UBND xã Tân Lập thu 1.200 triệu theo Nghị quyết 16-NQ/TU (NTM).";
    const word::Tokens before = analyzer.analyze(text);
    const std::uint32_t number = analyzer.views("xã", {}).front().word->number;
    std::string noise;
    for (int i = 0; i < 210'000; ++i) noise += "w" + std::to_string(i) + ' ';
    EXPECT_EQ(analyzer.analyze(noise).size(), 210'000U);
    EXPECT_EQ(analyzer.analyze(text), before);
    EXPECT_NE(analyzer.views("xã", {}).front().word->number, number);
}

}  // namespace
}  // namespace commsearch
