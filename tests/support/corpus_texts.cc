#include "tests/support/corpus_texts.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string_view>

#include "analyzers/base/normal_form.h"
#include "analyzers/base/tsv.h"

namespace commsearch {

std::vector<CorpusText> corpus_texts(const std::string& folder) {
    std::vector<CorpusText> texts;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.path().extension() != ".txt") continue;
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(file), {}};
        texts.push_back({entry.path().string(), nfc(bytes)});
    }
    std::sort(texts.begin(), texts.end(),
              [](const auto& a, const auto& b) { return a.path < b.path; });
    return texts;
}

std::vector<std::string> lines_of(const std::vector<CorpusText>& texts) {
    std::vector<std::string> lines;
    for (const CorpusText& text : texts) {
        for (const std::string_view line : split(text.text, '\n')) {
            if (!trimmed(line).empty()) lines.emplace_back(line);
        }
    }
    return lines;
}

}  // namespace commsearch
