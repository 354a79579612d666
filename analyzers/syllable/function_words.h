#pragma once

#include <string_view>

namespace commsearch::syllable {

/// True for a word that says little of what a text is about: conjunctions, prepositions, question
/// words … (dictionaries/function_words.tsv). `term` is canonical; a term without marks counts when
/// some function word is spelled so without them ("cua").
[[nodiscard]] bool is_function_word(std::string_view term);

/// The same of a word as a text has it: one without marks is itself alone ("da" is no "đã").
[[nodiscard]] bool is_written_function_word(std::string_view term);

/// True for a function word that is also a word of another meaning, or a part of one: "bao" (đê bao),
/// "việc" (việc làm), "sao" (4 sao). `term` is canonical, with its marks.
[[nodiscard]] bool is_also_content_word(std::string_view term);

}  // namespace commsearch::syllable
