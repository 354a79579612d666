#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/source/formats/mime.h"

namespace commsearch::source {

/// A mail, whichever program saved it.
struct Mail {
    std::string subject, sender, recipients, day;  ///< as MimeMessage
    std::string html, plain;                       ///< its text, one of them may be empty
    std::vector<MimePart> attachments;
};

/// A .msg of Outlook, an OLE file ([MS-OXMSG]). Throws Error when it is none.
[[nodiscard]] Mail read_outlook(std::string_view bytes);

}  // namespace commsearch::source
