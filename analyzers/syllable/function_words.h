#pragma once

#include <string_view>

namespace commsearch::syllable {

/// True for a word that says little of what a text is about: conjunctions, prepositions, question
/// words … (dictionaries/function_words.tsv). `term` is canonical; a term without marks counts when
/// some function word is spelled so without them ("cua").
[[nodiscard]] bool is_function_word(std::string_view term);

}  // namespace commsearch::syllable
