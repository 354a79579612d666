#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace commsearch::source {

/// A leaf of a MIME message (a mail, or a web page saved as one file), its transfer encoding
/// undone. Names and types may be anything.
struct MimePart {
    std::string type;       ///< "text/html", lower case
    std::string file_name;  ///< UTF-8, decoded; empty when it has none
    bool is_attachment = false;
    std::size_t alternative = 0;  ///< which multipart/alternative it is a part of; 0: of none
    std::string content;  ///< bytes; a text is UTF-8 when its declared charset is a known one
};

/// A message with what its head says, decoded; empty where it says nothing.
struct MimeMessage {
    std::string subject, sender, recipients;
    std::string day;  ///< when it was sent, "dd/mm/yyyy hh:mm", in the time of Vietnam
    std::vector<MimePart> parts;
};

/// As read_mime, with the head; a message without parts is one. Throws Error when it is none.
[[nodiscard]] MimeMessage read_mime_message(std::string_view bytes);

/// The leaves of a message in their order; a message within it is one leaf, its bytes as they are.
/// Throws Error when it is none, or nested too deeply.
[[nodiscard]] std::vector<MimePart> read_mime(std::string_view bytes);

}  // namespace commsearch::source
