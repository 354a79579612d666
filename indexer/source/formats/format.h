#pragma once

#include <cstdint>
#include <string_view>

namespace commsearch::source {

/// What kind of file a source is, whatever its name says.
enum class Format : std::uint8_t {
    none,       ///< not a report
    text,       ///< .txt, .text
    html,       ///< .html, .htm
    jsonl,      ///< .jsonl
    csv,        ///< .csv
    package,    ///< a ZIP file: .docx, .xlsx, .odt, .zip
    compound,   ///< OLE: .doc, or an encrypted .docx
    rich_text,  ///< .rtf
    word_xml,   ///< .xml: Word 2003, or the parts of a .docx in one XML file
    mime,       ///< .mht, .mhtml: a web page saved as one file
    mail,       ///< .eml, .msg
    pdf,
    image,   ///< .png, .jpg, .jpeg, .tif, .tiff
    unread,  ///< known, and not read: unread_formats.h
};

/// Enough of the front of a file for format_of_content.
inline constexpr std::size_t sniffed_bytes = 1024;

/// What the ending of a file name promises, in any case; none for one that is not known and for
/// what systems leave behind (is_left_behind: "~$bao-cao.docx").
[[nodiscard]] Format format_of_name(std::string_view name);

/// What a file is: by its first bytes where they are telling, else as its name promises. A .doc
/// that holds RTF, HTML or plain text is common in offices, so is an .xls that is a web page. `none`
/// when the name promises a binary format whose mark is missing, or nothing.
[[nodiscard]] Format format_of_content(std::string_view front, Format by_name);

}  // namespace commsearch::source
