#pragma once

#include <string_view>

#include "indexer/source/extract/raw_document.h"

namespace commsearch::source {

class FlatJsonReader;

/// Content of a text file -> document. Public for tests and fuzzing; `bytes` may be anything.
/// Form feeds end pages. Throws Error when it is empty, binary or not UTF-8.
[[nodiscard]] RawDocument read_text(std::string_view bytes);
/// HTML -> document: the article title, the post date and the main content, one line a block, tables
/// as RawDocument::tables; menus, scripts, polls, footers dropped. A body that the page shows twice
/// stays twice. Throws as above, and when libxml2 gives up (nested deeper than 256).
[[nodiscard]] RawDocument read_html(std::string_view bytes);
/// One line of a .jsonl -> document: {"id", "text" or "passages": ["…" or {"heading", "text"}]} and
/// the fields of RawDocument::Stated; "doc" stands in for a missing title. Unknown keys and null
/// are ignored, blank passages left out. `reader` is one for all lines of a file. Throws Error
/// naming the key and what is wrong with it.
[[nodiscard]] RawDocument read_jsonl_line(std::string_view line, FlatJsonReader& reader);

/// A .docx -> document: paragraphs and tables in order, automatic numbers written
/// out, footnotes at the end; headers, footers, comments and deleted text left out. Public for
/// tests and fuzzing. Throws Error when it is encrypted, broken or none.
[[nodiscard]] RawDocument read_docx(std::string_view bytes);
/// An .odt -> document, likewise.
[[nodiscard]] RawDocument read_odt(std::string_view bytes);

/// A .doc of Word 97-2003 -> document: text by its table of pieces, as read_docx; fields show their
/// results, text boxes stand before their paragraph. A document without text for one of Word 6 or
/// 95. Throws Error when it is encrypted, broken or none.
[[nodiscard]] RawDocument read_word(std::string_view bytes);
/// RTF -> document, likewise; footnotes at the end. Code pages and fonts tell what its bytes are.
[[nodiscard]] RawDocument read_rtf(std::string_view bytes);
/// A Word document in one XML file (Word 2003, or the parts of a .docx) -> document, as read_docx.
/// Throws Error when it is another XML.
[[nodiscard]] RawDocument read_word_xml(std::string_view bytes);

/// A .csv -> document: a table, its cells parted by ';', ',', a tab or '|', whichever parts most rows
/// alike. Throws Error as read_text does, and when there are too many cells (spreadsheet.h).
[[nodiscard]] RawDocument read_csv(std::string_view bytes);

/// A .mht -> document: its first HTML part as read_html, else its first plain text. Throws Error
/// when it has neither.
[[nodiscard]] RawDocument read_web_archive(std::string_view bytes);

}  // namespace commsearch::source
