#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace commsearch::generation {

/// The bytes of a small file of the index. Throws Error when it cannot be read.
[[nodiscard]] std::string read_file(const std::filesystem::path& file);

/// Writes a text with its checksum in a last line, without waiting for the disk.
void write_checked(const std::filesystem::path& file, std::string_view text);
/// The text of such a file. Throws Error when it cannot be read or is damaged.
[[nodiscard]] std::string read_checked(const std::filesystem::path& file);

}  // namespace commsearch::generation
