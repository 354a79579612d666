#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>

#include "analyzers/base/message.h"
#include "indexer/source/extract/line_span.h"
#include "indexer/source/extract/unique_fd.h"

namespace commsearch::source {

/// Why a path cannot be read, for the system error `error_number`.
[[nodiscard]] Message unreadable(int error_number);
/// Why symbolic links are not read.
[[nodiscard]] Message symbolic_link();
/// Why a FIFO, a socket or a device is not read.
[[nodiscard]] Message not_regular();

/// A regular file opened for reading. Opening never waits, whatever the path turns out to be.
/// Not for two threads at once.
class InputFile {
public:
    /// Throws Error when the path vanished, may not be read, or is no regular file.
    explicit InputFile(const std::filesystem::path& path);

    /// Bytes, as of opening.
    [[nodiscard]] std::uintmax_t size() const { return size_; }
    /// For a child process to read from; this object's own reading is over then.
    [[nodiscard]] int descriptor() const { return file_.number(); }
    /// Reads from byte `begin` on, to `end` at most.
    void narrow(std::uintmax_t begin, std::uintmax_t end);
    /// Fills the front of `buffer`; the count read, 0 at the end. Ends after size() bytes even when
    /// the file grows. Throws Error when the disk fails.
    [[nodiscard]] std::size_t read(std::span<char> buffer);

private:
    UniqueFd file_;
    std::uintmax_t size_ = 0;
    std::uintmax_t left_ = 0;
};

/// The bytes of a file. Throws Error as InputFile does, and when it is larger than `limit`.
[[nodiscard]] std::string read_whole(const std::filesystem::path& path, std::uintmax_t limit);

/// The lines of a file one by one, in memory bounded by the longest line wanted. Not for two
/// threads at once.
class FileLineReader {
public:
    struct Line {
        std::size_t number = 0;   ///< 1-based
        std::uintmax_t size = 0;  ///< bytes, without the line end
        std::string text;         ///< empty when `size` is above the limit
    };

    /// Lines longer than `limit` bytes come without their text.
    FileLineReader(const std::filesystem::path& path, std::uintmax_t limit, const LineSpan& lines)
        : file_(path), limit_(limit), number_(lines.lines_before) {
        file_.narrow(lines.begin, lines.end);
    }

    /// The next line, nothing at the end. Throws Error when the disk fails.
    [[nodiscard]] std::optional<Line> next();

private:
    bool fill();

    InputFile file_;
    std::uintmax_t limit_;
    std::string buffer_;
    std::size_t at_ = 0;
    std::size_t number_;
};

}  // namespace commsearch::source
