#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace commsearch::source {

/// Numbers of least significant byte first in bytes that may be anything: beyond the end is
/// nothing but zeros.
class LittleEndian {
public:
    explicit LittleEndian(std::string_view bytes = {}) : bytes_(bytes) {}

    [[nodiscard]] std::size_t size() const { return bytes_.size(); }
    [[nodiscard]] std::string_view bytes() const { return bytes_; }
    [[nodiscard]] std::uint8_t u8(std::size_t at) const {
        return at < bytes_.size() ? static_cast<std::uint8_t>(bytes_[at]) : std::uint8_t{0};
    }
    [[nodiscard]] std::uint16_t u16(std::size_t at) const {
        return static_cast<std::uint16_t>(u8(at) | u8(at + 1) << 8U);
    }
    [[nodiscard]] std::uint32_t u32(std::size_t at) const {
        return u16(at) | static_cast<std::uint32_t>(u16(at + 2)) << 16U;
    }
    /// At most `count` bytes from `at` on, fewer at the end.
    [[nodiscard]] LittleEndian slice(std::size_t at, std::size_t count = SIZE_MAX) const {
        return LittleEndian(at < bytes_.size() ? bytes_.substr(at, count) : std::string_view());
    }

private:
    std::string_view bytes_;
};

}  // namespace commsearch::source
