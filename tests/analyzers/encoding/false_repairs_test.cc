#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <iostream>
#include <random>
#include <span>

#include "analyzers/base/unicode.h"
#include "analyzers/encoding/legacy_encoding.h"
#include "tests/support/corpus_texts.h"

namespace commsearch::encoding {
namespace {

constexpr std::size_t lines_of_each = 3400;

// Words with every accent French has, and those whose bytes are letters of TCVN3, VNI or VISCII.
constexpr auto french_words = std::to_array<std::string_view>({"la",
                                                               "commune",
                                                               "été",
                                                               "à",
                                                               "présenté",
                                                               "château",
                                                               "façade",
                                                               "élève",
                                                               "très",
                                                               "où",
                                                               "déjà",
                                                               "naïve",
                                                               "Noël",
                                                               "cœur",
                                                               "l’hôtel",
                                                               "d’août",
                                                               "«",
                                                               "»",
                                                               "forêt",
                                                               "même",
                                                               "maïs",
                                                               "ambiguë",
                                                               "sœur",
                                                               "garçon",
                                                               "élu",
                                                               "développement",
                                                               "économique",
                                                               "société",
                                                               "bientôt",
                                                               "août",
                                                               "fête",
                                                               "pâté",
                                                               "crème",
                                                               "brûlée",
                                                               "dîner",
                                                               "île",
                                                               "égal",
                                                               "près",
                                                               "après",
                                                               "père",
                                                               "mère",
                                                               "frère",
                                                               "né",
                                                               "née",
                                                               "clé",
                                                               "blé",
                                                               "thé",
                                                               "pré",
                                                               "gré",
                                                               "dès",
                                                               "ès",
                                                               "lès",
                                                               "dû",
                                                               "mûr",
                                                               "sûr",
                                                               "où",
                                                               "là",
                                                               "çà",
                                                               "voilà",
                                                               "déçu",
                                                               "reçu",
                                                               "aperçu",
                                                               "leçon",
                                                               "français",
                                                               "française",
                                                               "François",
                                                               "Hélène",
                                                               "Çelik",
                                                               "État",
                                                               "Église",
                                                               "À",
                                                               "É",
                                                               "Île-de-France",
                                                               "n°",
                                                               "1ᵉʳ",
                                                               "2ᵉ",
                                                               "50 €",
                                                               "haïr",
                                                               "Saint-Denis",
                                                               "le",
                                                               "les",
                                                               "des",
                                                               "une",
                                                               "conseil",
                                                               "municipal",
                                                               "a",
                                                               "voté",
                                                               "budget",
                                                               "année",
                                                               "2023",
                                                               "routes",
                                                               "réparées",
                                                               "école",
                                                               "piéton",
                                                               "réseau",
                                                               "créé",
                                                               "agréée",
                                                               "naïf",
                                                               "coïncidence",
                                                               "aiguë",
                                                               "capharnaüm",
                                                               "mouëz",
                                                               "lycée",
                                                               "musée",
                                                               "épée",
                                                               "hétéroclite",
                                                               "répété",
                                                               "bête",
                                                               "tête",
                                                               "prêt",
                                                               "intérêt",
                                                               "arrêté"});

constexpr auto english_words = std::to_array<std::string_view>(
    {"the",      "commune",  "reports",   "that",    "a",         "café",     "naïve",    "résumé",
     "façade",   "jalapeño", "Zoë",       "Brontë",  "coöperate", "fiancée",  "déjà",     "vu",
     "5 µm",     "25°C",     "±",         "©",       "®",         "Acme®",    "Foo™",     "½",
     "10 m²",    "§",        "¶",         "a·b",     "3×4",       "¥",        "£5",       "€9",
     "don’t",    "“quoted”", "–",         "—",       "…",         "Müller",   "Ångström", "Malmö",
     "São",      "Paulo",    "Reykjavík", "über",    "Straße",    "Kraków",   "do.",      "so.",
     "no.",      "to?",      "who?",      "(a)",     "a.",        "e.g.",     "i.e.",     "x^2",
     "a^2",      "e^x",      "O(n)",      "f(a)",    "C++",       "o+",       "add",      "odd",
     "daddy",    "teddy",    "it’s",      "o'clock", "the'",      "ha'penny", "budget",   "was",
     "approved", "in",       "2023",      "by",      "all",       "members",  "of",       "council",
     "a~b",      "~user",    "`code`",    "u`",      "www.a.vn",  "me@a.org", "yes",      "but"});

/// `count` lines of 4 to 14 words.
std::vector<std::string> random_lines(std::span<const std::string_view> words, std::size_t count) {
    std::mt19937 random(1);
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < count; ++i) {
        std::string line;
        for (std::size_t left = 4 + random() % 11; left > 0; --left) {
            line += words[random() % words.size()];
            if (left > 1) line += ' ';
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

/// The lines of the corpus and their halves, until there are `count`, as written and in capitals.
std::vector<std::string> vietnamese_lines(std::size_t count) {
    std::vector<std::string> lines;
    for (const std::string& line : lines_of(corpus_texts(COMMSEARCH_SOURCE_DIR "/corpus"))) {
        lines.push_back(line);
        lines.push_back(upper(line));
        const std::size_t blank = line.find(' ', line.size() / 2);
        if (blank != std::string::npos) lines.push_back(line.substr(blank + 1));
    }
    if (lines.size() > count) lines.resize(count);
    return lines;
}

std::size_t false_repairs(std::string_view name, const std::vector<std::string>& lines) {
    std::size_t repaired = 0;
    std::string whole;
    for (const std::string& line : lines) {
        const DecodedText decoded = decode_text(line);
        if (!decoded.runs.empty()) {
            ++repaired;
            std::cout << "    " << decoded.runs[0].original << " -> " << decoded.runs[0].repaired
                      << '\n';
        }
        whole += line + '\n';
    }
    const DecodedText decoded = decode_text(whole);
    for (const RepairedRun& run : decoded.runs)
        std::cout << "    in the whole: " << run.original << " -> " << run.repaired << '\n';
    std::cout << "  " << name << ": " << repaired << " of " << lines.size() << " lines alone, "
              << decoded.runs.size() << " runs of all in one file\n";
    return repaired + decoded.runs.size();
}

TEST(FalseRepairs, OneInAThousandHealthyLinesAtMost) {
    const auto vietnamese = vietnamese_lines(lines_of_each);
    const auto english = random_lines(english_words, lines_of_each);
    const auto french = random_lines(french_words, lines_of_each);
    const std::size_t lines = vietnamese.size() + english.size() + french.size();
    EXPECT_GE(lines, 10'000U);
    const std::size_t wrong = false_repairs("Vietnamese", vietnamese) +
                              false_repairs("English", english) + false_repairs("French", french);
    EXPECT_LT(static_cast<double>(wrong) * 1000, static_cast<double>(lines));
}

}  // namespace
}  // namespace commsearch::encoding
