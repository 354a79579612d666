#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/model/answer.h"

namespace commsearch::server {

/// Writes HTML piece by piece. Whatever comes from a report or a person goes in as text or as the
/// value of an attribute and is escaped here, so it can never be markup. For one thread.
class Html {
public:
    using Attributes = std::vector<std::pair<std::string, std::string>>;

    /// Tags and names of attributes are ours, never data.
    Html& open(std::string_view tag, const Attributes& attributes = {});
    Html& close();
    /// An element that holds only text.
    Html& element(std::string_view tag, const Attributes& attributes, std::string_view text);
    /// An element that has no end tag: input, link, meta.
    Html& lone(std::string_view tag, const Attributes& attributes);
    Html& text(std::string_view text);
    /// Fragments with hits in `<mark>`.
    Html& fragments(const std::vector<Fragment>& fragments);
    /// A table with its columns as heads; `caption` names it.
    Html& table(const TableExcerpt& table, std::string_view caption);
    /// The document; everything open is closed.
    [[nodiscard]] std::string take();

private:
    void start_tag(std::string_view tag, const Attributes& attributes);

    std::string out_;
    std::vector<std::string> open_;
};

}  // namespace commsearch::server
