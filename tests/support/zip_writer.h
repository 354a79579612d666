#pragma once

#include <archive.h>
#include <archive_entry.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace commsearch {

/// A ZIP file with these entries (name, content), compressed unless they are to be `stored`; with a
/// password when one is given.
inline std::string zipped(const std::vector<std::pair<std::string, std::string>>& entries,
                          const char* password = nullptr, bool stored = false) {
    std::string bytes;
    archive* const out = archive_write_new();
    archive_write_set_format_zip(out);
    if (stored) archive_write_zip_set_compression_store(out);
    if (password != nullptr) {
        archive_write_set_options(out, "zip:encryption=traditional");
        archive_write_set_passphrase(out, password);
    }
    archive_write_set_bytes_per_block(out, 0);
    archive_write_open2(
        out, &bytes, nullptr,
        [](archive*, void* to, const void* data, std::size_t size) {
            static_cast<std::string*>(to)->append(static_cast<const char*>(data), size);
            return static_cast<la_ssize_t>(size);
        },
        nullptr, nullptr);
    for (const auto& [name, content] : entries) {
        archive_entry* const entry = archive_entry_new();
        archive_entry_set_pathname(entry, name.c_str());
        archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        archive_write_header(out, entry);
        archive_write_data(out, content.data(), content.size());
        archive_entry_free(entry);
    }
    archive_write_free(out);
    return bytes;
}

}  // namespace commsearch
