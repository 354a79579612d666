#pragma once

#include <string_view>

#include "analyzers/base/message.h"

namespace commsearch::source {

/// Whether a name promises a format that is known and not read: ".xls", ".rar", ".mp4".
[[nodiscard]] bool is_unread_name(std::string_view name);
/// Whether a file of such a name is often another format that is read, as a page saved as .xls.
[[nodiscard]] bool often_holds_another_format(std::string_view name);
/// Whether it has no mark of its own: an .xps is a ZIP file, as a .docx is.
[[nodiscard]] bool is_told_by_name(std::string_view name);
/// Whether a file begins as a format that is known and not read.
[[nodiscard]] bool is_unread_content(std::string_view front);

/// Why a file is not read, with the format's right name and what to do about it: as its first bytes
/// say, else its name; what is neither is named by its ending.
[[nodiscard]] Message why_unread(std::string_view front, std::string_view name);

/// Whether a name is of what systems and programs leave behind, which is no file of the office's:
/// Thumbs.db, desktop.ini, "~$bao-cao.docx", "__MACOSX/…", names with a dot in front.
[[nodiscard]] bool is_left_behind(std::string_view name);

}  // namespace commsearch::source
