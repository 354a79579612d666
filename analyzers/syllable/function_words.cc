#include "analyzers/syllable/function_words.h"

#include <string>
#include <unordered_set>

#include "analyzers/base/tsv.h"
#include "analyzers/base/unicode.h"
#include "analyzers/syllable/syllable.h"
#include "analyzers_dictionaries.h"

namespace commsearch::syllable {
namespace {

/// The words of the table that `is_wanted`, in canonical spelling.
template <typename Wanted>
std::unordered_set<std::string> words_of_table(bool also_unaccented, Wanted is_wanted) {
    std::unordered_set<std::string> words;
    for (const TsvRow& row : tsv_rows(embedded::function_words_tsv())) {
        if (!is_wanted(row)) continue;
        const std::string word = canonical_word(row.fields[0]);
        words.insert(word);
        if (also_unaccented) words.insert(unaccented(word));
    }
    return words;
}

}  // namespace

bool is_function_word(std::string_view term) {
    static const auto words = words_of_table(true, [](const TsvRow&) { return true; });
    return words.contains(std::string(term));
}

bool is_written_function_word(std::string_view term) {
    static const auto words = words_of_table(false, [](const TsvRow&) { return true; });
    return words.contains(std::string(term));
}

bool is_also_content_word(std::string_view term) {
    static const auto words =
        words_of_table(false, [](const TsvRow& row) { return row.fields[2] == "yes"; });
    return words.contains(std::string(term));
}

}  // namespace commsearch::syllable
