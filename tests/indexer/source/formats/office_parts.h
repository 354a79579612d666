#pragma once

#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace commsearch::source {

/// Name and content of each part of an office file, as zipped() takes them.
using Parts = std::vector<std::pair<std::string, std::string>>;

/// The list of relationships of a part: id, type (its last word), target.
inline std::string relationships(
    const std::vector<std::tuple<std::string, std::string, std::string>>& rows) {
    std::string xml =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    for (const auto& [id, type, target] : rows) {
        xml += "<Relationship Id=\"" + id +
               "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" +
               type + "\" Target=\"" + target + "\"/>";
    }
    return xml + "</Relationships>";
}

inline constexpr const char* word_space =
    " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
    " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";

/// A document.xml of one paragraph for each text.
inline std::string word_document(const std::vector<std::string>& texts) {
    std::string xml = std::string("<w:document") + word_space + "><w:body>";
    for (const std::string& text : texts) xml += "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
    return xml + "</w:body></w:document>";
}

}  // namespace commsearch::source
