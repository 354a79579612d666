#include "indexer/source/formats/office_package.h"

#include <algorithm>
#include <array>
#include <utility>

#include "analyzers/base/message.h"
#include "analyzers/base/unicode.h"
#include "indexer/source/extract/limits.h"
#include "indexer/source/extract/text.h"
#include "indexer/source/formats/xml_events.h"
#include "indexer/source/formats/zip_reader.h"

namespace commsearch::source {
namespace {

std::string_view folder_of(std::string_view part) {
    const std::size_t slash = part.rfind('/');
    return slash == std::string_view::npos ? std::string_view() : part.substr(0, slash + 1);
}

bool may_hold_text(std::string_view key) {
    const std::string_view name = key.substr(folder_of(key).size());
    // The last ones are documents that a .docx inserts (w:altChunk).
    constexpr auto text_endings = std::to_array<std::string_view>(
        {".xml", ".rels", ".htm", ".html", ".xhtml", ".mht", ".rtf", ".txt", ".docx"});
    return name == "mimetype" ||
           std::any_of(text_endings.begin(), text_endings.end(),
                       [&](std::string_view ending) { return name.ends_with(ending); });
}

/// "ppt/slides/" and "../notes/n1.xml" -> "ppt/notes/n1.xml".
std::string resolved(std::string_view folder, std::string_view target) {
    std::string path = target.starts_with('/') ? "" : std::string(folder);
    while (!target.empty()) {
        const std::size_t end = std::min(target.find('/'), target.size());
        const std::string_view step = target.substr(0, end);
        target.remove_prefix(std::min(end + 1, target.size()));
        if (step == "..") {
            if (path.ends_with('/')) path.pop_back();
            path.erase(folder_of(path).size());
        } else if (!step.empty() && step != ".") {
            path.append(step).append(target.empty() ? "" : "/");
        }
    }
    return path;
}

std::string_view last_word(std::string_view address) {
    const std::size_t slash = address.rfind('/');
    return slash == std::string_view::npos ? address : address.substr(slash + 1);
}

OfficeKind kind_of_mime_type(std::string_view type) {
    constexpr std::string_view open_document = "application/vnd.oasis.opendocument.";
    constexpr auto kinds = std::to_array<std::pair<std::string_view, OfficeKind>>(
        {{"text", OfficeKind::text_document},
         {"spreadsheet", OfficeKind::spreadsheet},
         {"presentation", OfficeKind::presentation}});
    if (!type.starts_with(open_document)) return OfficeKind::none;
    type.remove_prefix(open_document.size());
    for (const auto& [beginning, kind] : kinds) {
        if (type.starts_with(beginning)) return kind;
    }
    return OfficeKind::none;
}

}  // namespace

std::string part_key(std::string_view name) {
    std::string key = lower(name);
    // Some programs write "word\\document.xml".
    std::replace(key.begin(), key.end(), '\\', '/');
    key.erase(0, std::min(key.find_first_not_of('/'), key.size()));
    return key;
}

OfficePackage::OfficePackage(std::string_view bytes) {
    ZipReader zip(bytes, ArchiveLimits{}, false);
    for (auto entry = zip.next(); entry; entry = zip.next()) {
        std::string key = part_key(entry->name);
        if (!may_hold_text(key)) continue;
        if (entry->is_encrypted) throw Error(password_needed());
        parts_.emplace(std::move(key), zip.content());
    }
    if (part("META-INF/manifest.xml").find("encryption-data") != std::string_view::npos)
        throw Error(password_needed());
}

OfficePackage::OfficePackage(const std::vector<std::pair<std::string, std::string>>& parts) {
    for (const auto& [name, content] : parts) parts_.emplace(part_key(name), content);
}

bool OfficePackage::has(std::string_view name) const { return parts_.contains(part_key(name)); }

std::string_view OfficePackage::part(std::string_view name) const {
    const auto found = parts_.find(part_key(name));
    return found == parts_.end() ? std::string_view() : found->second;
}

std::vector<OfficePackage::Relationship> OfficePackage::relationships_of(
    std::string_view part_name) const {
    const std::string_view folder = folder_of(part_name);
    const std::string list =
        std::string(folder) + "_rels/" + std::string(part_name.substr(folder.size())) + ".rels";
    std::vector<Relationship> found;
    const std::string_view xml = part(list);
    if (xml.empty()) return found;
    read_xml(xml, [&](const XmlEvent& event) {
        if (event.kind != XmlEvent::Kind::start || event.name != "Relationship") return;
        if (event.attribute("TargetMode") == "External") return;
        found.push_back({event.attribute("Id"), std::string(last_word(event.attribute("Type"))),
                         resolved(folder, event.attribute("Target"))});
    });
    return found;
}

std::string OfficePackage::related(std::string_view part_name, std::string_view type) const {
    for (Relationship& one : relationships_of(part_name)) {
        if (one.type == type) return std::move(one.target);
    }
    return {};
}

std::string main_part(const OfficePackage& package) {
    std::string named = package.related("", "officeDocument");
    if (package.has(named)) return named;
    // Programs that write no list of relationships use Word's names.
    for (const char* const usual : {"word/document.xml", "xl/workbook.xml", "ppt/presentation.xml"})
        if (package.has(usual)) return usual;
    return {};
}

OfficeKind kind_of(const OfficePackage& package) {
    const OfficeKind open = kind_of_mime_type(package.part("mimetype"));
    if (open != OfficeKind::none) return open;
    const std::string main = main_part(package);
    if (main.empty()) return OfficeKind::none;
    const std::string root = root_name(package.part(main));
    if (root.empty()) read_xml(package.part(main), [](const XmlEvent&) {});  // says what is wrong
    if (root == "w:document") return OfficeKind::word;
    if (root == "x:workbook") return OfficeKind::workbook;
    if (root == "p:presentation") return OfficeKind::slides;
    return OfficeKind::none;
}

}  // namespace commsearch::source
