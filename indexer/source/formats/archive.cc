#include "indexer/source/formats/archive.h"

#include <algorithm>
#include <array>
#include <string>

#include "analyzers/base/message.h"
#include "indexer/source/extract/raw_document.h"
#include "indexer/source/extract/text.h"
#include "indexer/source/formats/format.h"
#include "indexer/source/formats/office_document.h"
#include "indexer/source/formats/office_package.h"
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

Extraction unpacked(std::string_view bytes, const ArchiveLimits& limits,
                    const std::function<void(std::size_t, std::string_view)>& unpack) {
    ZipReader zip(bytes, limits);
    Extraction result;
    try {
        for (auto entry = zip.next(); entry; entry = zip.next()) {
            if (!entry->is_file || format_of_name(entry->name) == Format::none) continue;
            if (entry->is_encrypted) {
                result.entries.push_back({entry->name, password_needed()});
                continue;
            }
            const std::string content = zip.content();
            unpack(result.entries.size(), content);
            result.entries.push_back({entry->name, std::nullopt});
        }
    } catch (const Error& error) {
        result.error = error.message();
    }
    if (result.entries.empty() && !result.error) {
        result.error = Message{"tệp nén không có báo cáo nào đọc được; hãy bỏ ra khỏi thư mục",
                               "no report that can be read in the archive; take it away"};
    }
    return result;
}

}  // namespace

Extraction read_package(std::string_view bytes, const ArchiveLimits& limits,
                        const std::function<void(std::size_t, std::string_view)>& unpack) {
    if (may_be_office(bytes)) {
        const OfficePackage package(bytes);
        const OfficeKind kind = kind_of(package);
        if (kind != OfficeKind::none)
            return {.document = document_of(package, kind), .entries = {}, .error = std::nullopt};
    }
    return unpacked(bytes, limits, unpack);
}

}  // namespace commsearch::source
