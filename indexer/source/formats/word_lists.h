#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "indexer/source/formats/list_numbers.h"
#include "indexer/source/formats/word_file.h"
#include "indexer/source/formats/word_formats.h"

namespace commsearch::source {

/// Styles of a Word file, and the names of its fonts.
class WordStyles {
public:
    /// `file` has to outlive it.
    explicit WordStyles(const WordFile& file);

    /// Fills in what the paragraph's style says of its number, or one that it is based on.
    void complete(ParagraphFormat& format) const;
    /// The font of text of a paragraph style that names none itself; empty when unknown.
    [[nodiscard]] std::string font_of(const CharacterFormat& format, std::uint16_t style) const;

private:
    struct Style {
        std::uint16_t based_on = 0;
        ParagraphFormat paragraph;
        CharacterFormat character;
    };
    void read_styles(LittleEndian table);
    void read_fonts(LittleEndian table);

    std::vector<Style> styles_;
    std::vector<std::string> fonts_;
};

/// Automatic numbers of the paragraphs of a Word file.
class WordLists {
public:
    explicit WordLists(const WordFile& file);

    /// The number of the next paragraph; empty for most.
    [[nodiscard]] std::string next_label(const ParagraphFormat& format);

private:
    /// A list as paragraphs use it: its number, and where levels start anew.
    struct Use {
        std::uint32_t list = 0;
        std::map<std::size_t, std::uint32_t> starts;
    };
    void read_lists(const WordFile& file);
    void read_uses(LittleEndian table);

    std::map<std::uint32_t, NumberedList> lists_;
    std::vector<Use> uses_;
};

}  // namespace commsearch::source
