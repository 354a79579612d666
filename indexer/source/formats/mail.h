#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/source/formats/mime.h"

namespace commsearch::source {

/// A text of a mail, in one form or in both.
struct MailText {
    std::string html, plain;
};

/// A mail, whichever program saved it.
struct Mail {
    std::string subject, sender, recipients, day;  ///< as MimeMessage
    std::vector<MailText> texts;                   ///< in their order
    std::vector<MimePart> attachments;
};

/// A .msg of Outlook, an OLE file ([MS-OXMSG]). Throws Error when it is none.
[[nodiscard]] Mail read_outlook(std::string_view bytes);

}  // namespace commsearch::source
