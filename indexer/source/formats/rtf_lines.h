#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/source/extract/raw_document.h"
#include "indexer/source/formats/nested_rows.h"
#include "indexer/source/formats/office_document.h"
#include "indexer/source/formats/rtf_fonts.h"
#include "indexer/source/formats/rtf_words.h"

namespace commsearch::source {

/// Where text of an RTF file stands.
struct RtfPlace {
    RtfGroup group = RtfGroup::text;
    bool in_note = false;
    bool in_table = false;
    std::int32_t depth = 1;  ///< of the tables
    std::int32_t font = 0;
};

/// The text of an RTF file, piece by piece with its place -> lines and rows of tables. Pieces of one place and
/// font are one run, which is decoded when it ends: before anything of its place changes.
class RtfLines {
public:
    /// `fonts` may still learn of the file's fonts.
    explicit RtfLines(const RtfFonts& fonts) : fonts_(fonts) {}

    /// A byte in the code page of the font.
    void add_byte(unsigned char byte, const RtfPlace& at);
    void add_character(char32_t character, const RtfPlace& at);
    void end_run(const RtfPlace& at);
    void end_line(const RtfPlace& at);

    /// A word that ends a line, a cell or a row, or begins a row; others are passed over.
    void take_mark(std::string_view word, const RtfPlace& at);
    /// Where the row begins, then where its cells end, in twentieths of a point.
    void set_left_edge(std::int32_t edge, const RtfPlace& at);
    void add_edge(std::int32_t edge, const RtfPlace& at);

    void begin_box(const RtfPlace& at);
    void end_box(const RtfPlace& at);

    /// The text, then its notes; `at`: where the file ends.
    [[nodiscard]] RawDocument finish(RtfPlace at);

private:
    /// Where paragraphs go: the lines of the paper, or those of its notes.
    struct Flow {
        /// Of the text itself, or of a box in it.
        struct Level {
            NestedRows rows;
            bool has_row = false;                  ///< a row is defined and did not end
            bool is_head = false;                  ///< it holds heads of columns
            std::vector<std::int32_t> edges = {};  ///< of its cells
        };
        DocumentLines lines;
        std::vector<Level> levels{{NestedRows(lines)}};  ///< innermost last
    };

    Flow& flow(const RtfPlace& at) { return at.in_note ? notes_ : body_; }
    Flow::Level& level(const RtfPlace& at) { return flow(at).levels.back(); }
    void begin_run(const RtfPlace& at);
    void end_bytes();
    void enter_rows(std::int32_t depth, const RtfPlace& at);
    void end_cell_or_row(bool is_cell, bool is_inner, const RtfPlace& at);

    const RtfFonts& fonts_;
    Flow body_, notes_;
    std::string label_;  ///< of the paragraph that begins
    std::int32_t run_font_ = 0;
    std::string bytes_;  ///< in the code page of the font
    std::string run_;    ///< UTF-8 before them, not yet in a line
};

}  // namespace commsearch::source
