#pragma once

#include <string_view>
#include <vector>

#include "searcher/model/notice.h"

namespace commsearch::query {

/// Collects what the reading of one query has to say. Of each kind only the first three are kept,
/// so that rubbish pasted as a query does not flood the page. For one thread.
class NoticeList {
public:
    /// `about` is the piece of the query, or the number, that the message names; cut when long.
    /// `more` is the second argument of the message.
    void add(NoticeKind kind, SourceRange range, std::string_view about = {},
             std::string_view more = {});
    /// Sorted by where they point to; those about the whole query come first.
    [[nodiscard]] std::vector<Notice> in_order() const;

private:
    std::vector<Notice> notices_;
};

}  // namespace commsearch::query
