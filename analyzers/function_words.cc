#include "analyzers/function_words.h"

#include <string>
#include <unordered_set>

#include "analyzers/syllable.h"
#include "analyzers/tsv.h"
#include "analyzers/unicode.h"
#include "commsearch_analyzers_embedded.h"

namespace commsearch {

bool is_function_word(std::string_view term) {
    static const auto words = [] {
        std::unordered_set<std::string> made;
        for (const TsvRow& row : tsv_rows(embedded::function_words_tsv())) {
            const std::string word = canonical_word(row.fields[0]);
            made.insert(word);
            made.insert(bare(word));
        }
        return made;
    }();
    return words.contains(std::string(term));
}

}  // namespace commsearch
