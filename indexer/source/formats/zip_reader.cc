#include "indexer/source/formats/zip_reader.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <new>

#include "analyzers/base/message.h"
#include "indexer/source/extract/text.h"

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

/// A number of a ZIP record: little-endian, `size` bytes.
std::uint64_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
    std::uint64_t value = 0;
    for (std::size_t i = size; i > 0; --i)
        value = value << 8U | static_cast<unsigned char>(bytes[at + i - 1]);
    return value;
}

/// Whether the end record at `at` is that of a ZIP file which begins at 0: its directory stands
/// where it says.
bool ends_zip(std::string_view bytes, std::size_t at) {
    constexpr std::size_t size_place = 12, offset_place = 16;
    constexpr std::uint64_t in_zip64_record = 0xFFFF'FFFF;
    constexpr std::size_t zip64_locator_bytes = 20;
    const std::uint64_t size = number_at(bytes, at + size_place, 4);
    const std::uint64_t offset = number_at(bytes, at + offset_place, 4);
    if (size != in_zip64_record && offset != in_zip64_record) return offset + size == at;
    if (at < zip64_locator_bytes) return false;
    const std::size_t locator = at - zip64_locator_bytes;
    if (bytes.substr(locator, 4) != "PK\x06\x07") return false;
    const std::uint64_t record = number_at(bytes, locator + 8, 8);
    return record < locator && bytes.substr(static_cast<std::size_t>(record), 4) == "PK\x06\x06";
}

}  // namespace

std::optional<std::string_view> whole_zip(std::string_view bytes) {
    constexpr std::size_t end_record_bytes = 22;
    constexpr std::size_t most_behind = std::size_t{1} << 20U;
    bytes.remove_prefix(std::min(bytes.find("PK"), bytes.size()));
    const std::size_t first = bytes.size() - std::min(bytes.size(), most_behind);
    for (std::size_t at = bytes.rfind("PK\x05\x06"); at != std::string_view::npos && at >= first;
         at = at == 0 ? std::string_view::npos : bytes.rfind("PK\x05\x06", at - 1)) {
        if (bytes.size() - at < end_record_bytes || !ends_zip(bytes, at)) continue;
        const std::uint64_t comment = number_at(bytes, at + end_record_bytes - 2, 2);
        return bytes.substr(0, at + end_record_bytes + static_cast<std::size_t>(comment));
    }
    return std::nullopt;
}

struct ZipReader::State {
    std::unique_ptr<archive, ArchiveDeleter> opened{archive_read_new()};
    ArchiveLimits limits;
    bool is_cut = false;
    bool needs_directory = true;
    std::size_t entries = 0;
    std::uintmax_t bytes = 0;
};

ZipReader::ZipReader(std::string_view bytes, const ArchiveLimits& limits, bool needs_directory)
    : state_(std::make_unique<State>()) {
    state_->limits = limits;
    state_->needs_directory = needs_directory;
    archive* const opened = state_->opened.get();
    if (opened == nullptr) throw std::bad_alloc();
    if (const auto whole = whole_zip(bytes)) {
        bytes = *whole;
        archive_read_support_format_zip(opened);
    } else {
        // A reader that looks for a directory would take that of a document stored inside.
        state_->is_cut = true;
        archive_read_support_format_zip_streamable(opened);
    }
    if (archive_read_open_memory(opened, bytes.data(), bytes.size()) != ARCHIVE_OK)
        refuse_broken(opened);
}

ZipReader::~ZipReader() = default;

std::optional<ZipReader::Entry> ZipReader::next() {
    archive_entry* found = nullptr;
    const int result = archive_read_next_header(state_->opened.get(), &found);
    // Of a cut file it says that the directory begins: every entry before it is whole.
    if (result == ARCHIVE_EOF && !(state_->is_cut && state_->needs_directory)) return std::nullopt;
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

}  // namespace commsearch::source
