#pragma once

#include <libxml/tree.h>

#include <string>
#include <string_view>

namespace commsearch::source {

/// The day when a page says in its own data that it was posted, as "dd/mm/yyyy"; empty when it does
/// not: Open Graph (article:published_time), schema.org in JSON-LD or microdata (datePublished),
/// Dublin Core, `<time pubdate>`. `root` may be null.
[[nodiscard]] std::string stated_post_date(const xmlNode* root);

/// "2023-10-04T17:30:00Z" -> "05/10/2023", the day in Vietnam; a time without a zone is of Vietnam.
/// Empty when the text does not begin so, or has no such day.
[[nodiscard]] std::string day_of_timestamp(std::string_view text);

}  // namespace commsearch::source
