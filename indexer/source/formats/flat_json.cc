#include "indexer/source/formats/flat_json.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "analyzers/base/unicode.h"

namespace commsearch {
namespace {

/// Bytes that end a piece of a string which is copied as it is.
constexpr std::array<bool, 256> stops = [] {
    std::array<bool, 256> table{};
    for (std::size_t byte = 0; byte < 0x20; ++byte) table[byte] = true;
    table['"'] = table['\\'] = true;
    return table;
}();

/// Each key is compared with all before it.
constexpr std::size_t max_keys = 64;

class FlatReader {
public:
    explicit FlatReader(std::string_view json) : json_(json) {}

    bool read(FlatObject& object) {
        if (!takes('{')) return false;
        if (!takes('}')) {
            do {
                auto& [key, value] = object.emplace_back();
                if (!read_string(key) || !takes(':') || !read_string(value)) return false;
                if (object.size() > max_keys || is_known(object, key)) return false;
            } while (takes(','));
            if (!takes('}')) return false;
        }
        skip_blanks();
        return at_ == json_.size();
    }

private:
    /// True when `key`, that of the last pair, is that of another one too.
    static bool is_known(const FlatObject& object, std::string_view key) {
        return std::any_of(object.begin(), object.end() - 1,
                           [&](const auto& pair) { return pair.first == key; });
    }

    void skip_blanks() {
        constexpr std::string_view blanks = " \t\r\n";
        at_ = std::min(json_.find_first_not_of(blanks, at_), json_.size());
    }

    /// Goes behind `sign` if it is next.
    bool takes(char sign) {
        skip_blanks();
        if (at_ == json_.size() || json_[at_] != sign) return false;
        ++at_;
        return true;
    }

    bool read_string(std::string& text) {
        if (!takes('"')) return false;
        for (;;) {
            const std::size_t begin = at_;
            while (at_ < json_.size() && !stops[static_cast<unsigned char>(json_[at_])]) ++at_;
            text.append(json_, begin, at_ - begin);
            if (at_ == json_.size()) return false;
            const char stop = json_[at_++];
            if (stop == '"') return true;
            if (stop != '\\' || !read_escape(text)) return false;
        }
    }

    bool read_escape(std::string& text) {
        constexpr std::string_view signs = "\"\\/bfnrt";
        constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
        if (at_ == json_.size()) return false;
        const char sign = json_[at_++];
        if (sign == 'u') return read_code_point(text);
        const std::size_t known = signs.find(sign);
        if (known == std::string_view::npos) return false;
        text += meanings[known];
        return true;
    }

    /// "00e9", or a pair of surrogates with "\u" between them.
    bool read_code_point(std::string& text) {
        std::uint32_t value = 0;
        if (!read_hex(value)) return false;
        const auto is_surrogate = [](std::uint32_t unit, std::uint32_t first) {
            return unit >= first && unit < first + 0x400;
        };
        if (is_surrogate(value, 0xDC00)) return false;
        if (is_surrogate(value, 0xD800)) {
            std::uint32_t low = 0;
            if (json_.substr(at_, 2) != "\\u") return false;
            at_ += 2;
            if (!read_hex(low) || !is_surrogate(low, 0xDC00)) return false;
            value = 0x10000 + ((value - 0xD800) << 10U) + (low - 0xDC00);
        }
        append_utf8(text, value);
        return true;
    }

    bool read_hex(std::uint32_t& value) {
        constexpr std::size_t digits = 4;
        if (json_.size() - at_ < digits) return false;
        for (const std::size_t end = at_ + digits; at_ < end; ++at_) {
            const char digit = json_[at_];
            const char small = static_cast<char>(digit | 0x20);
            if (digit >= '0' && digit <= '9') {
                value = value * 16 + static_cast<std::uint32_t>(digit - '0');
            } else if (small >= 'a' && small <= 'f') {
                value = value * 16 + static_cast<std::uint32_t>(small - 'a' + 10);
            } else {
                return false;
            }
        }
        return true;
    }

    std::string_view json_;
    std::size_t at_ = 0;
};

}  // namespace

std::optional<FlatObject> read_flat_object(std::string_view json) {
    FlatObject object;
    if (!FlatReader(json).read(object)) return std::nullopt;
    return object;
}

}  // namespace commsearch
