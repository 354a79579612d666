#include "analyzers/value/place_id.h"

#include <array>

#include "analyzers/value/digits.h"

namespace commsearch {
namespace {

constexpr std::string_view text_before = "pre2025";
constexpr std::string_view text_from = "post2025";

/// Bits of PlaceId::number() that hold the code; the epoch stands above them.
constexpr unsigned code_bits = 20;
constexpr std::uint32_t max_code = (1U << code_bits) - 1;

/// Codes of one size: their values are stored from `first` on.
struct CodeRange {
    std::size_t digits;
    std::uint32_t first;
    std::uint32_t count;
};
constexpr std::array<CodeRange, 3> code_ranges = {
    {{5, 0, 100'000}, {3, 100'000, 1'000}, {2, 101'000, 100}}};

}  // namespace

std::string_view epoch_text(Epoch epoch) {
    switch (epoch) {
        case Epoch::before_2025_07:
            return text_before;
        case Epoch::from_2025_07:
            return text_from;
        case Epoch::unknown:
            break;
    }
    return {};
}

Epoch parse_epoch(std::string_view text) {
    if (text == text_before) return Epoch::before_2025_07;
    if (text == text_from) return Epoch::from_2025_07;
    return Epoch::unknown;
}

PlaceId PlaceId::parse(std::string_view text) {
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos) return {};
    PlaceId id{parse_epoch(text.substr(0, colon)), std::string(text.substr(colon + 1))};
    return id.is_known() ? id : PlaceId{};
}

PlaceId PlaceId::of_number(std::uint32_t number) {
    const std::uint32_t epoch = number >> code_bits;
    if (epoch != 1 && epoch != 2) return {};
    const std::uint32_t stored = number & max_code;
    for (const CodeRange& range : code_ranges) {
        if (stored < range.first || stored - range.first >= range.count) continue;
        const int value = static_cast<int>(stored - range.first);
        return {static_cast<Epoch>(epoch), padded_number(value, range.digits)};
    }
    return {};
}

std::string PlaceId::text() const {
    return is_known() ? std::string(epoch_text(epoch)) + ':' + code : std::string();
}

std::uint32_t PlaceId::number() const {
    const int value = digits_value(code);
    if (epoch == Epoch::unknown || value < 0) return 0;
    for (const CodeRange& range : code_ranges) {
        if (code.size() != range.digits) continue;
        return static_cast<std::uint32_t>(epoch) << code_bits |
               (range.first + static_cast<std::uint32_t>(value));
    }
    return 0;
}

}  // namespace commsearch
