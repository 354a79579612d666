#pragma once

#include <cstddef>
#include <filesystem>
#include <span>

namespace commsearch::schema {

/// A file's bytes in memory, read when they are first looked at. The file must not be cut or
/// written over while it is mapped: that, or a disk that fails to read it, ends the program
/// (SIGBUS). For many threads.
class MappedFile {
public:
    /// Throws Error when it cannot be read.
    explicit MappedFile(const std::filesystem::path& file);
    ~MappedFile();
    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&& other) noexcept;
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;

    [[nodiscard]] std::span<const std::byte> bytes() const { return bytes_; }
    /// Gives the memory back that what was read so far takes; it is read again when looked at.
    void forget() const;

private:
    std::span<const std::byte> bytes_;
};

}  // namespace commsearch::schema
