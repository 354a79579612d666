#pragma once

#include <string>
#include <vector>

namespace commsearch {

/// One text report of corpus/, NFC.
struct CorpusText {
    std::string path;
    std::string text;
};

/// The .txt reports below `folder`, sorted by path. NFC.
[[nodiscard]] std::vector<CorpusText> corpus_texts(const std::string& folder);

/// The lines of `texts` that are not blank.
[[nodiscard]] std::vector<std::string> lines_of(const std::vector<CorpusText>& texts);

}  // namespace commsearch
