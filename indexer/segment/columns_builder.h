#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyzers/word/token_view.h"
#include "indexer/schema/columns.h"

namespace commsearch::segment {

class ColumnsOutput;

/// Collects the columns of one segment: reports and passages in the order of its documents. Not for
/// two threads at once.
class ColumnsBuilder {
public:
    /// Terms of the segment, numbered as they come.
    using Terms = std::vector<std::uint32_t>;

    /// The number of a term, a new one where it is new.
    [[nodiscard]] std::uint32_t number_of(std::string_view term);
    /// The same for a word of one and the same analyzer, without looking at its letters again.
    [[nodiscard]] std::uint32_t number_of(const word::Lexeme& word);

    /// Begins a report. `row` is what row_of() gives; where the report lies in the columns is
    /// filled in. `context`: the terms of its title, issuer and places.
    void add_report(schema::ReportRow row, const Terms& context);
    /// Begins a section of the last report, `row` as above. `heading` is its heading_number(),
    /// `heading_words` the running words of its own heading, `context` the terms of all its headings.
    void add_section(schema::SectionRow row, std::uint64_t heading, const Terms& heading_words,
                     const Terms& context);

    /// What is stored of a passage.
    struct Passage {
        word::TokenViews tokens;
        /// Whether its report defines that short form itself.
        const std::function<bool(const std::string&)>& defines;
        std::uint64_t similarity = 0;
        std::uint32_t terms = 0;  ///< of its text and its context; with its pairs: its length
    };
    /// Adds a passage of the last section.
    void add_passage(const Passage& passage);

    /// Writes all of it. Throws Error on trouble with the disk.
    void write(const std::filesystem::path& file) const;

private:
    /// A word of a passage: the number of its term, or one of these.
    static constexpr std::uint32_t left_out = UINT32_MAX;
    static constexpr std::uint32_t short_form = UINT32_MAX - 1;

    void add_document(std::uint32_t section, std::uint64_t similarity);
    /// Sets the length of the last document, 65,535 at the most.
    void set_length(std::size_t length);
    /// Returns how many pairs of neighbours it has.
    std::size_t add_words(const Passage& passage);
    void leave_out_to(std::uint32_t position);
    [[nodiscard]] std::vector<std::uint32_t> sorted_terms() const;
    void write_rows(ColumnsOutput& out, const std::vector<std::uint32_t>& places) const;
    void write_words(ColumnsOutput& out, const std::vector<std::uint32_t>& ranks) const;

    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>{}(text);
        }
    };

    std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> numbers_;
    std::vector<std::uint32_t> by_lexeme_;  ///< number of a term plus one, 0: not known
    std::vector<const std::string*> terms_;
    std::vector<std::uint32_t> counts_;
    std::vector<schema::ReportRow> reports_;
    std::vector<schema::SectionRow> sections_;
    std::vector<std::uint64_t> section_headings_;
    std::vector<std::uint32_t> context_;
    std::vector<std::uint32_t> section_of_{schema::no_section};
    std::vector<std::uint64_t> words_begin_{0};
    std::vector<std::uint32_t> words_;
    std::vector<std::uint16_t> lengths_{0};
    std::vector<std::uint64_t> similarities_{0};
    std::vector<std::uint64_t> pairs_;  ///< both numbers, once a passage
    std::uint64_t total_length_ = 0;
    std::uint32_t position_ = 0;  ///< of the next word of the passage being added
};

}  // namespace commsearch::segment
