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

/// Whether an entry is told by its name: to unpack a film for its first bytes would cost too much.
bool is_told(std::string_view name) {
    const Format format = format_of_name(name);
    return format == Format::none ||
           (format == Format::unread && !often_holds_another_format(name));
}

/// The entries of an archive, unpacked or told.
class Entries {
public:
    explicit Entries(const std::function<void(std::size_t, std::string_view)>& unpack)
        : unpack_(unpack) {}

    void take(const ZipReader::Entry& entry, ZipReader& zip) {
        if (!entry.is_file || is_left_behind(entry.name)) return;
        if (is_told(entry.name)) return tell(entry.name, why_unread({}, entry.name));
        if (entry.is_encrypted) return tell(entry.name, password_needed());
        const std::string content = zip.content();
        unpack_(result_.entries.size(), content);
        result_.entries.push_back({entry.name, std::nullopt});
    }

    Extraction finish(std::optional<Message> error) {
        result_.error = std::move(error);
        if (result_.error) return std::move(result_);
        if (untold_ > 0) {
            const std::string more = std::to_string(untold_);
            result_.error = Message{"còn " + more + " mục nữa không đọc được, không kể tên hết",
                                    more + " more entries cannot be read, not all are named"};
        } else if (result_.entries.empty()) {
            result_.error = Message{"tệp nén không có báo cáo nào đọc được; hãy bỏ ra khỏi thư mục",
                                    "no report that can be read in the archive; take it away"};
        }
        return std::move(result_);
    }

private:
    void tell(const std::string& name, const Message& why) {
        if (told_ == max_told_entries) {
            ++untold_;
            return;
        }
        ++told_;
        result_.entries.push_back({name, why});
    }

    const std::function<void(std::size_t, std::string_view)>& unpack_;
    Extraction result_;
    std::size_t told_ = 0, untold_ = 0;
};

Extraction unpacked(std::string_view bytes, const ArchiveLimits& limits,
                    const std::function<void(std::size_t, std::string_view)>& unpack) {
    ZipReader zip(bytes, limits);
    Entries entries(unpack);
    try {
        for (auto entry = zip.next(); entry; entry = zip.next()) entries.take(*entry, zip);
    } catch (const Error& error) {
        return entries.finish(error.message());
    }
    return entries.finish(std::nullopt);
}

}  // namespace

namespace {

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

Extraction read_package(std::string_view bytes, const ArchiveLimits& limits,
                        const std::function<void(std::size_t, std::string_view)>& unpack) {
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
