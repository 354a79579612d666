// analyzer_bench [--once] PASSAGES.tsv: the analyzer alone beside ICU's word break iterator over
// the same texts (the last column), one thread, the best of three rounds; a JSON object. ICU only
// finds the borders of words: neither case, accents, short forms nor compounds. --once: the
// analyzer reads them once, for counting its instructions.

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "analyzers/analyzer.h"
#include "analyzers/word/abbreviations.h"

namespace {

constexpr int rounds = 3;

struct Speed {
    double megabytes_a_second = 0;
    std::size_t tokens = 0;
};

/// `count` gives the number of tokens of a text.
template <typename Count>
Speed speed_of(const std::vector<std::string>& texts, const Count& count, int times) {
    std::size_t bytes = 0;
    for (const std::string& text : texts) bytes += text.size();
    Speed best;
    for (int round = 0; round < times; ++round) {
        std::size_t tokens = 0;
        const auto start = std::chrono::steady_clock::now();
        for (const std::string& text : texts) tokens += count(text);
        const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
        const double speed = static_cast<double>(bytes) / 1e6 / taken.count();
        best = {std::max(best.megabytes_a_second, speed), tokens};
    }
    return best;
}

std::vector<std::string> texts_of(const char* passages) {
    std::vector<std::string> texts;
    std::ifstream file(passages);
    for (std::string line; std::getline(file, line);)
        texts.push_back(line.substr(line.rfind('\t') + 1));
    return texts;
}

Speed icu_speed(const std::vector<std::string>& texts) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> words(
        icu::BreakIterator::createWordInstance(icu::Locale("vi"), status));
    UText text = UTEXT_INITIALIZER;
    const auto count = [&](const std::string& bytes) {
        utext_openUTF8(&text, bytes.data(), static_cast<std::int64_t>(bytes.size()), &status);
        words->setText(&text, status);
        std::size_t tokens = 0;
        while (words->next() != icu::BreakIterator::DONE)
            tokens += words->getRuleStatus() == UBRK_WORD_NONE ? 0 : 1;
        return tokens;
    };
    return speed_of(texts, count, rounds);
}

void print(const char* name, const Speed& speed, const char* end) {
    std::cout << '"' << name << "\": {\"megabytes_a_second\": " << speed.megabytes_a_second
              << ", \"tokens\": " << speed.tokens << '}' << end;
}

}  // namespace

int main(int argc, char** argv) {
    const bool is_once = argc == 3 && std::string(argv[1]) == "--once";
    if (argc != 2 && !is_once) {
        std::cerr << "usage: analyzer_bench [--once] PASSAGES.tsv\n";
        return 2;
    }
    const std::vector<std::string> texts = texts_of(argv[argc - 1]);
    if (texts.empty()) {
        std::cerr << "analyzer_bench: no passages in " << argv[argc - 1] << '\n';
        return 3;
    }
    const commsearch::word::Abbreviations abbreviations;
    commsearch::Analyzer analyzer(abbreviations);
    const auto analyze = [&](const std::string& text) { return analyzer.analyze(text).size(); };
    std::cout << '{';
    if (is_once) {
        print("commsearch", speed_of(texts, analyze, 1), "}\n");
        return 0;
    }
    print("commsearch", speed_of(texts, analyze, rounds), ", ");
    print("icu", icu_speed(texts), "}\n");
    return 0;
}
