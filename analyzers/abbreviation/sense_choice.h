#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/word/abbreviations.h"

namespace commsearch::abbreviation {

/// A word of the text around a short form.
struct ContextWord {
    std::string_view term;     ///< canonical
    std::string_view written;  ///< its place in the text
    bool is_number = false;
    bool is_upper = false;       ///< all of it capitals
    bool starts_anew = false;    ///< a sentence ended before it
    bool is_unaccented = false;  ///< written without marks
};

/// Fields of work (Sense::domain) that a section is about, by the slug of its topic; empty when it
/// says nothing. Table: dictionaries/topic_domains.tsv.
[[nodiscard]] std::span<const std::string_view> domains_of_topic(std::string_view topic);

/// Chooses between the meanings of short forms in one text. What decides, strongest first: words
/// right beside it that a cue names, words near it, the same short form elsewhere in the text, the
/// usual meaning, the long form elsewhere in the text, the section. Not for two threads at once.
class SenseChoice {
public:
    /// `words` must live longer. With `unaccented_too` a word without marks stands for any of its
    /// spellings, and only what stands beside or near decides.
    SenseChoice(std::span<const ContextWord> words, std::string_view topic, bool unaccented_too)
        : words_(words), domains_(domains_of_topic(topic)), unaccented_too_(unaccented_too) {}

    /// The meaning of the short form made of the `size` words from `first` on; null when nothing
    /// decides or two meanings are equally likely.
    [[nodiscard]] const word::Sense* choose(const std::vector<const word::Sense*>& senses,
                                            std::size_t first, std::size_t size);

private:
    /// What the text as a whole says of a short form, by the compound of each meaning.
    using Evidence = std::map<std::string_view, int>;

    [[nodiscard]] int score(const word::Sense& sense, std::size_t first, std::size_t size) const;
    [[nodiscard]] std::string_view written(std::size_t first, std::size_t size) const;
    [[nodiscard]] bool is_beside(const word::Cue& cue, std::size_t first, std::size_t size) const;
    [[nodiscard]] bool is_near(std::span<const std::string> words, std::size_t first,
                               std::size_t size) const;
    [[nodiscard]] bool stands_at(std::span<const std::string> words, std::size_t at) const;
    [[nodiscard]] std::string_view gap(std::size_t at) const;
    [[nodiscard]] bool follows(std::size_t at) const;
    [[nodiscard]] bool is_in_code(std::size_t at) const;
    [[nodiscard]] bool fits(const ContextWord& word, std::string_view wanted) const;
    [[nodiscard]] const Evidence& evidence(const std::vector<const word::Sense*>& senses,
                                           std::size_t first, std::size_t size);
    [[nodiscard]] bool same_form(std::size_t a, std::size_t b, std::size_t size) const;
    [[nodiscard]] int of_section(const word::Sense& sense,
                                 const std::vector<const word::Sense*>& senses) const;

    std::span<const ContextWord> words_;
    std::span<const std::string_view> domains_;
    bool unaccented_too_;
    std::map<std::string, Evidence, std::less<>> evidence_;  ///< by the short form
};

}  // namespace commsearch::abbreviation
