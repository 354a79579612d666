#pragma once

#include <libxml/tree.h>

namespace commsearch::source {

/// Whether an element and all within it is not shown: `hidden`, display:none, mso-hide:all.
[[nodiscard]] bool is_hidden(const xmlNode& element);
/// Whether the style of an element makes it a block: display:block and the like.
[[nodiscard]] bool is_shown_as_block(const xmlNode& element);

/// Whether Word, Excel, LibreOffice or WPS wrote a page: its generator, the namespace of Word or
/// Excel, or nothing in its body but Word's sections and paragraphs. Text pasted from Word into a
/// portal is in boxes of the portal. `root` may be null.
[[nodiscard]] bool is_of_office_program(const xmlNode* root);

}  // namespace commsearch::source
