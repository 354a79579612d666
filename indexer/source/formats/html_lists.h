#pragma once

#include <libxml/tree.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/source/formats/list_numbers.h"

namespace commsearch::source {

/// The numbers that a browser shows before the items of `<ol>` (HTML standard, 4.4.5: start, type,
/// reversed, value of an item, list-style-type). Not for two threads at once.
class HtmlLists {
public:
    /// To be called of every element, in order.
    void enter(const xmlNode& node, std::string_view tag);
    void leave(std::string_view tag);

    /// The number of the item whose text begins: "2."; empty when it has none or has been taken.
    [[nodiscard]] std::string take_label() { return std::exchange(label_, {}); }

private:
    struct List {
        ListLevel::Style style = ListLevel::Style::none;
        std::int64_t next = 1;
        std::int64_t step = 1;
    };

    void enter_list(const xmlNode& node, std::string_view tag);
    void enter_item(const xmlNode& node);

    std::vector<List> open_;
    std::string label_;
};

/// The value of an attribute; nothing when the element has none.
[[nodiscard]] std::optional<std::string_view> html_attribute(const xmlNode& node,
                                                             std::string_view name);

/// Whether an element holds the number or the bullet of a paragraph, as Word writes lists.
[[nodiscard]] bool is_word_list_mark(const xmlNode& node);
/// The text of such an element as a line begins with it: "I.", "-" for any bullet.
[[nodiscard]] std::string word_list_mark(std::string_view text);

}  // namespace commsearch::source
