#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace commsearch::segment {

/// XXH3, 128 bits, of all that is added, as 32 hexadecimal digits: finds changes and damage, but
/// not those that somebody forged. Not for two threads at once.
class Checksum {
public:
    Checksum();
    ~Checksum();
    Checksum(Checksum&&) noexcept;
    Checksum& operator=(Checksum&&) noexcept;

    void add(std::string_view bytes);
    /// Adds a text with its length, so that "ab", "c" is not "a", "bc".
    void add_text(std::string_view text);
    [[nodiscard]] std::string hex() const;
    /// Its last 64 bits.
    [[nodiscard]] std::uint64_t number() const;
    /// Forgets what was added.
    void clear();

private:
    struct State;
    std::unique_ptr<State> state_;
};

[[nodiscard]] std::string checksum_of(std::string_view bytes);

}  // namespace commsearch::segment
