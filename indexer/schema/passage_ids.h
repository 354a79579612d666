#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "analyzers/base/fingerprint.h"

namespace commsearch::schema {

/// Ids of a report's passages, in order: the report's id and the fingerprint of the text, so that
/// they outlive a rebuild; a text that stands twice in a report gets its count behind it. For one
/// thread.
class PassageIds {
public:
    explicit PassageIds(std::string_view report_id) : report_id_(report_id) {}

    [[nodiscard]] std::string next(std::string_view text) {
        std::string id = report_id_ + '#' + hex(fingerprint(text));
        const int count = ++seen_[id];
        return count == 1 ? id : id + '-' + std::to_string(count);
    }

private:
    /// Sixteen digits.
    [[nodiscard]] static std::string hex(std::uint64_t value) {
        constexpr std::string_view digits = "0123456789abcdef";
        std::string text;
        for (int shift = 60; shift >= 0; shift -= 4)
            text += digits[static_cast<std::size_t>(value >> static_cast<unsigned>(shift)) & 0xFU];
        return text;
    }

    std::string report_id_;
    std::map<std::string, int> seen_;
};

}  // namespace commsearch::schema
