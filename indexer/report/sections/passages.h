#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/report/report.h"

namespace commsearch::report {

/// Bounds of a passage, in words (runs without blanks). A passage ends at a heading, or once it has
/// `min_words` at a line end that no sentence goes over, or within a line at a sentence end before
/// `max_words`.
inline constexpr std::size_t passage_min_words = 60;
inline constexpr std::size_t passage_max_words = 180;

/// Cuts the paragraphs of one section into passages of passage_min_words to passage_max_words.
/// Paragraphs of one passage are joined by '\n'; one too long for a passage is cut at sentence
/// ends, pieces of one paragraph being of like size. For one thread.
class PassageCutter {
public:
    /// `paragraph` has no blanks at its ends and must live until finish().
    void add(std::string_view paragraph, std::uint32_t line);

    /// Adds a row of that table (from 1); it is never cut. Rows of another table, and paragraphs,
    /// begin a new passage. It must live until finish().
    void add_row(std::string_view row, std::uint32_t line, std::uint32_t table);

    /// The next paragraph begins a new passage, however short the running one is.
    void begin_passage() { close(false); }

    /// The passages so far; the cutter is empty then. A last passage that is short joins the one
    /// before it when both fit into one.
    [[nodiscard]] std::vector<Passage> finish();

private:
    /// A paragraph, a part of one, or a row of a table.
    struct PassagePart {
        std::string_view text;
        std::size_t words = 0;
        std::uint32_t line = 0;
    };
    struct Draft {
        std::vector<PassagePart> parts;
        std::size_t words = 0;
        bool joins_previous = true;  ///< may be joined to the one before it
        std::uint32_t table = 0;     ///< 0: running text
    };

    void append(const PassagePart& part);
    void end_at(std::string_view paragraph);
    void close(bool joins_next);
    void fill_up(PassagePart& rest);

    std::vector<Draft> drafts_;
    Draft running_;
};

}  // namespace commsearch::report
