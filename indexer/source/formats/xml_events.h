#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace commsearch::source {

/// One step through an XML document. Names carry the usual prefix of their namespace ("w:p",
/// "text:span") whatever prefix the file uses; other namespaces give the unaccented local name.
struct XmlEvent {
    enum class Kind : unsigned char { start, end, text };
    Kind kind = Kind::text;
    std::string name;       ///< of the element; empty for text
    std::string_view text;  ///< of a text
    /// Value of an attribute of a start by its local name, empty when it has none. "r:id" is the
    /// one that names another part, where an element has an id of its own too.
    std::function<std::string(const char*)> attribute;
};

/// The name of the outermost element; empty when the XML breaks before it.
[[nodiscard]] std::string root_name(std::string_view xml);

/// Calls `handle` for each element start, end and text; an empty element has both. No entity but
/// the five of XML is expanded, nothing is fetched. Throws Error when the XML is broken, nested
/// deeper than 256 or declares a document type.
void read_xml(std::string_view xml, const std::function<void(const XmlEvent&)>& handle);

}  // namespace commsearch::source
