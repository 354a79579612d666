#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace commsearch::source {

/// The name of a part as parts are compared: lower case, '/' between, none in front.
[[nodiscard]] std::string part_key(std::string_view name);

/// The parts of an office file (OOXML by ECMA-376 part 2, OpenDocument) that hold text: its XML, and
/// documents stored in it.
/// Names are compared without case, as Word does. Not for two threads at once.
class OfficePackage {
public:
    /// Another part that a part names.
    struct Relationship {
        std::string id;
        std::string type;    ///< the last word of its address: "officeDocument", "slide"
        std::string target;  ///< name of the part
    };

    /// Throws Error when the ZIP file is broken, too large, or has a password.
    explicit OfficePackage(std::string_view bytes);
    /// Of these parts, by name.
    explicit OfficePackage(const std::vector<std::pair<std::string, std::string>>& parts);

    /// Content of a part, empty when there is none of that name.
    [[nodiscard]] std::string_view part(std::string_view name) const;
    [[nodiscard]] bool has(std::string_view name) const;
    /// What a part names, in order; "" stands for the package. Empty when its list is missing.
    /// Throws Error when that is no XML.
    [[nodiscard]] std::vector<Relationship> relationships_of(std::string_view part) const;
    /// The name of the first part of `type` that `part` names; empty when there is none.
    [[nodiscard]] std::string related(std::string_view part, std::string_view type) const;

private:
    std::map<std::string, std::string, std::less<>> parts_;  ///< by name in lower case
};

/// What an office file is.
enum class OfficeKind : unsigned char {
    none,  ///< another archive
    word,
    workbook,
    slides,
    text_document,  ///< OpenDocument
    spreadsheet,    ///< OpenDocument
    presentation,   ///< OpenDocument
};

/// Which of them a package is, by its main part: names and endings may lie.
[[nodiscard]] OfficeKind kind_of(const OfficePackage& package);
/// The part of an OOXML package that holds the document, or names those that do; empty for none.
[[nodiscard]] std::string main_part(const OfficePackage& package);

}  // namespace commsearch::source
