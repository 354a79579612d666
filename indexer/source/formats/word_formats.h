#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/source/formats/word_file.h"

namespace commsearch::source {

/// What matters of how characters look.
struct CharacterFormat {
    bool is_left_out = false;           ///< hidden, or deleted and only marked so
    std::optional<std::uint16_t> font;  ///< its place in the table of fonts
    std::optional<char16_t> symbol;     ///< what stands there instead of the character
};

/// What matters of a paragraph, known by its last character.
struct ParagraphFormat {
    std::uint16_t style = 0;
    std::uint32_t depth = 0;  ///< tables around it
    bool ends_cell = false;   ///< of a table within a table; others have a mark of their own
    bool ends_row = false;
    bool is_head = false;               ///< of a row that holds heads of columns
    std::vector<std::int32_t> edges;    ///< of the cells of a row
    std::optional<std::uint16_t> list;  ///< 1-based, 0: none
    std::optional<std::uint8_t> level;
};

/// Applies a list of property changes to a format.
void apply_changes(std::string_view changes, CharacterFormat& format);
void apply_changes(std::string_view changes, ParagraphFormat& format);

/// Formats of all text of a Word file, by offset in its document stream. Not for two threads.
class WordFormats {
public:
    /// `file` has to outlive it.
    explicit WordFormats(const WordFile& file);

    /// Valid until the next call.
    [[nodiscard]] const CharacterFormat& character_at(std::uint32_t place);
    [[nodiscard]] ParagraphFormat paragraph_at(std::uint32_t place) const;

private:
    struct Run {
        std::uint32_t begin = 0, end = 0;  ///< offsets
        std::string_view changes;
    };
    using Runs = std::vector<Run>;
    enum class Kind : std::uint8_t { character, paragraph };

    void read_page(LittleEndian page, Kind kind, Runs& runs) const;
    [[nodiscard]] Runs runs_of(WordTable table, Kind kind) const;
    [[nodiscard]] static std::string_view changes_at(const Runs& runs, std::uint32_t offset);
    [[nodiscard]] std::string_view large_changes(std::string_view changes) const;

    const WordFile& file_;
    Runs characters_, paragraphs_;
    /// Of the character asked for last: its neighbours mostly have the same.
    CharacterFormat format_;
    std::string_view own_changes_, piece_changes_;
};

}  // namespace commsearch::source
