#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

namespace commsearch::protocol {

/// Reads lines from a stream of bytes. Holds at most one line of `max_bytes`, whatever comes. For
/// one thread.
class StreamLineReader {
public:
    /// Fills a buffer, returns how many bytes it put there, 0 at the end.
    using Read = std::function<std::size_t(char* buffer, std::size_t size)>;

    StreamLineReader(Read read, std::size_t max_bytes)
        : read_(std::move(read)), max_bytes_(max_bytes) {}

    enum class Result : std::uint8_t { line, too_long, end };
    /// The next line without its end ("\n" or "\r\n"); the last one may lack it. Of one that is too
    /// long nothing is kept.
    Result next(std::string& line);

private:
    bool fill();

    Read read_;
    std::size_t max_bytes_;
    std::string buffer_;
    std::size_t at_ = 0;
    bool is_at_end_ = false;
};

}  // namespace commsearch::protocol
