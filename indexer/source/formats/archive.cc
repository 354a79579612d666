#include "indexer/source/formats/archive.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <map>
#include <new>

#include "analyzers/base/message.h"
#include "indexer/source/extract/raw_document.h"
#include "indexer/source/extract/text.h"
#include "indexer/source/formats/document_readers.h"
#include "indexer/source/formats/format.h"
#include "indexer/source/formats/office_document.h"

namespace commsearch::source {
namespace {

struct ArchiveDeleter {
    void operator()(archive* opened) const { archive_read_free(opened); }
};

[[noreturn]] void refuse_broken(archive* opened) {
    const char* const told = archive_error_string(opened);
    const std::string why = told == nullptr ? "" : " (" + escaped_name(told) + ')';
    throw Error({"tệp nén hỏng hoặc thiếu phần cuối" + why + "; hãy chép hoặc tải lại tệp gốc",
                 "the archive is broken or cut short" + why + "; copy or download it again"});
}

[[noreturn]] void refuse_bomb(std::uintmax_t limit) {
    const std::string size = std::to_string(limit >> 20U) + " MiB";
    throw Error({"giải nén ra quá " + size + "; hãy chia nhỏ hoặc giải nén sẵn vào thư mục",
                 "unpacks to more than " + size + "; split it, or unpack it into the folder"});
}

}  // namespace

struct ZipReader::State {
    std::unique_ptr<archive, ArchiveDeleter> opened{archive_read_new()};
    ArchiveLimits limits;
    std::size_t entries = 0;
    std::uintmax_t bytes = 0;
};

ZipReader::ZipReader(std::string_view bytes, const ArchiveLimits& limits)
    : state_(std::make_unique<State>()) {
    state_->limits = limits;
    archive* const opened = state_->opened.get();
    if (opened == nullptr) throw std::bad_alloc();
    archive_read_support_format_zip(opened);
    if (archive_read_open_memory(opened, bytes.data(), bytes.size()) != ARCHIVE_OK)
        refuse_broken(opened);
}

ZipReader::~ZipReader() = default;

std::optional<ZipReader::Entry> ZipReader::next() {
    archive_entry* found = nullptr;
    const int result = archive_read_next_header(state_->opened.get(), &found);
    if (result == ARCHIVE_EOF) return std::nullopt;
    if (result != ARCHIVE_OK && result != ARCHIVE_WARN) refuse_broken(state_->opened.get());
    if (++state_->entries > state_->limits.entries) {
        const std::string limit = std::to_string(state_->limits.entries);
        throw Error({"tệp nén có hơn " + limit + " mục; hãy chia nhỏ",
                     "the archive has more than " + limit + " entries; split it"});
    }
    const char* const name = archive_entry_pathname(found);
    return Entry{.name = name == nullptr ? "#" + std::to_string(state_->entries) : name,
                 .is_file = archive_entry_filetype(found) == AE_IFREG,
                 .is_encrypted = archive_entry_is_encrypted(found) != 0};
}

std::string ZipReader::content() {
    std::string content;
    std::array<char, 64U << 10U> buffer;
    for (;;) {
        const la_ssize_t count =
            archive_read_data(state_->opened.get(), buffer.data(), buffer.size());
        if (count < 0) refuse_broken(state_->opened.get());
        if (count == 0) return content;
        state_->bytes += static_cast<std::uintmax_t>(count);
        if (state_->bytes > state_->limits.bytes) refuse_bomb(state_->limits.bytes);
        content.append(buffer.data(), static_cast<std::size_t>(count));
    }
}

namespace {

enum class PackageKind { archive, docx, odt, other_office };

PackageKind kind_of(std::string_view bytes) {
    ZipReader zip(bytes, {});
    PackageKind kind = PackageKind::archive;
    bool is_first = true;
    try {
        for (auto entry = zip.next(); entry; entry = zip.next(), is_first = false) {
            if (entry->name == "word/document.xml") return PackageKind::docx;
            if (entry->name == "xl/workbook.xml" || entry->name == "ppt/presentation.xml")
                kind = PackageKind::other_office;
            if (!is_first || entry->name != "mimetype") continue;
            const std::string type = zip.content();
            constexpr std::string_view open_document = "application/vnd.oasis.opendocument.";
            if (type.starts_with(std::string(open_document) + "text")) return PackageKind::odt;
            if (type.starts_with(open_document)) kind = PackageKind::other_office;
        }
    } catch (const Error&) {
        // The rest is lost; what was seen tells enough, and reading will complain.
        if (is_first) throw;
    }
    return kind;
}

/// The members of a package that are named in `wanted` and in it.
std::map<std::string, std::string> members(std::string_view bytes,
                                           const std::vector<std::string>& wanted) {
    ZipReader zip(bytes, {});
    std::map<std::string, std::string> found;
    for (auto entry = zip.next(); entry && found.size() < wanted.size(); entry = zip.next()) {
        if (std::find(wanted.begin(), wanted.end(), entry->name) == wanted.end()) continue;
        if (entry->is_encrypted) throw Error(password_needed());
        found.emplace(entry->name, zip.content());
    }
    return found;
}

RawDocument checked(RawDocument document) {
    if (!without_blank_ends(document.text).empty()) return document;
    throw Error(
        {"văn bản không có chữ nào (có thể chỉ là ảnh); hãy xuất ra PDF rồi thử lại",
         "no text in the document (perhaps only pictures); export it as PDF and try again"});
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

RawDocument read_docx(std::string_view bytes) {
    auto parts = members(bytes, {"word/document.xml", "word/numbering.xml", "word/styles.xml",
                                 "word/footnotes.xml"});
    if (!parts.contains("word/document.xml")) {
        throw Error({"không phải tệp Word; hãy mở bằng Word rồi lưu lại",
                     "not a Word document; open it in Word and save it again"});
    }
    return checked(document_of_docx({.document = parts["word/document.xml"],
                                     .numbering = parts["word/numbering.xml"],
                                     .styles = parts["word/styles.xml"],
                                     .footnotes = parts["word/footnotes.xml"]}));
}

RawDocument read_odt(std::string_view bytes) {
    auto parts = members(bytes, {"content.xml", "META-INF/manifest.xml"});
    if (parts["META-INF/manifest.xml"].find("encryption-data") != std::string::npos)
        throw Error(password_needed());
    if (!parts.contains("content.xml")) {
        throw Error({"không phải tệp OpenDocument; hãy mở bằng LibreOffice rồi lưu lại",
                     "not an OpenDocument text; open it in LibreOffice and save it again"});
    }
    return checked(document_of_odt(parts["content.xml"]));
}

Extraction read_package(std::string_view bytes, const ArchiveLimits& limits,
                        const std::function<void(std::size_t, std::string_view)>& unpack) {
    switch (kind_of(bytes)) {
        case PackageKind::docx:
            return {.document = read_docx(bytes), .entries = {}, .error = std::nullopt};
        case PackageKind::odt:
            return {.document = read_odt(bytes), .entries = {}, .error = std::nullopt};
        case PackageKind::other_office:
            throw Error({"là bảng tính hoặc bản trình chiếu, chưa đọc được; hãy xuất ra PDF",
                         "a spreadsheet or a presentation, which is not read; export it as PDF"});
        case PackageKind::archive:
            break;
    }
    return unpacked(bytes, limits, unpack);
}

}  // namespace commsearch::source
