#include "analyzers/syllable/function_words.h"

#include <string>
#include <unordered_set>

#include "analyzers/base/tsv.h"
#include "analyzers/base/unicode.h"
#include "analyzers/syllable/syllable.h"
#include "analyzers_dictionaries.h"

namespace commsearch::syllable {

bool is_function_word(std::string_view term) {
    static const auto words = [] {
        std::unordered_set<std::string> made;
        for (const TsvRow& row : tsv_rows(embedded::function_words_tsv())) {
            const std::string word = canonical_word(row.fields[0]);
            made.insert(word);
            made.insert(unaccented(word));
        }
        return made;
    }();
    return words.contains(std::string(term));
}

}  // namespace commsearch::syllable
