#include "indexer/source/formats/archive.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "analyzers/base/message.h"
#include "analyzers/base/unicode.h"
#include "indexer/source/extract/raw_document.h"
#include "indexer/source/extract/text.h"
#include "indexer/source/formats/archive_entries.h"
#include "indexer/source/formats/format.h"
#include "indexer/source/formats/office_document.h"
#include "indexer/source/formats/office_package.h"
#include "indexer/source/formats/unread_formats.h"
#include "indexer/source/formats/zip_reader.h"

namespace commsearch::source {
namespace {

/// Whether the names in a ZIP file are those of an office file: to unpack other archives for
/// looking would cost as much as reading them.
bool may_be_office(std::string_view bytes) {
    constexpr auto telling = std::to_array<std::string_view>(
        {"mimetype", "_rels/.rels", "[content_types].xml", "word/document.xml", "xl/workbook.xml",
         "ppt/presentation.xml"});
    ZipReader zip(bytes, {});
    bool is_first = true;
    try {
        for (auto entry = zip.next(); entry; entry = zip.next(), is_first = false) {
            if (std::find(telling.begin(), telling.end(), part_key(entry->name)) != telling.end())
                return true;
        }
    } catch (const Error&) {
        // The rest is lost; what was seen tells enough, and reading will complain.
        if (is_first) throw;
    }
    return false;
}

Extraction unpacked(std::string_view bytes, const ArchiveLimits& limits, const Unpack& unpack) {
    ZipReader zip(bytes, limits);
    ArchiveEntries entries(unpack);
    std::optional<Message> problem;
    try {
        for (auto entry = zip.next(); entry; entry = zip.next()) {
            if (!entry->is_file) continue;
            if (entry->is_encrypted && format_of_name(entry->name) != Format::none) {
                entries.tell(entry->name, password_needed());
            } else {
                entries.take(entry->name, [&] { return zip.content(); });
            }
        }
    } catch (const Error& error) {
        problem = error.message();
    }
    Extraction result = entries.finish(std::move(problem));
    if (result.entries.empty() && !result.error) {
        result.error = Message{"tệp nén không có báo cáo nào đọc được; hãy bỏ ra khỏi thư mục",
                               "no report that can be read in the archive; take it away"};
    }
    return result;
}

/// A name with the ending of an office format that is not read, as the main part tells; empty for
/// a plain archive.
std::string_view other_office_name(const OfficePackage& package) {
    const std::string_view type = package.part("mimetype");
    if (type.find("epub") != std::string_view::npos) return "x.epub";
    if (type.find("opendocument") != std::string_view::npos) return "x.odg";
    const auto parts = package.relationships_of("");
    const auto has = [&](std::string_view word) {
        return std::any_of(parts.begin(), parts.end(), [&](const auto& part) {
            return lower(part.target).find(word) != std::string::npos;
        });
    };
    if (has("workbook.bin")) return "x.xlsb";
    if (has("visio")) return "x.vsdx";
    if (has("fdseq")) return "x.xps";
    return {};
}

}  // namespace

Extraction read_package(std::string_view bytes, const ArchiveLimits& limits, const Unpack& unpack) {
    if (may_be_office(bytes)) {
        const OfficePackage package(bytes);
        const OfficeKind kind = kind_of(package);
        if (kind != OfficeKind::none)
            return {.document = document_of(package, kind), .entries = {}, .error = std::nullopt};
        const std::string_view other = other_office_name(package);
        if (!other.empty()) throw Error(why_unread({}, other));
    }
    return unpacked(bytes, limits, unpack);
}

}  // namespace commsearch::source
