#pragma once

#include <array>
#include <string_view>

#include "indexer/report/report.h"

namespace commsearch::report {

/// What says that a place follows, and of which kind.
struct PlaceType {
    std::string_view
        written;  ///< its tokens in lower case, parted by blanks: "thị xã", "tx", "h ."
    std::string_view name;  ///< in full: "thị xã"
    std::string_view key;   ///< words_key(name)
    Level level;
};

/// All units of administration. Of two that begin alike the longer stands first.
inline constexpr auto place_types = std::to_array<PlaceType>({
    {"thị xã", "thị xã", "thi xa", Level::district},
    {"thị trấn", "thị trấn", "thi tran", Level::commune},
    {"thành phố", "thành phố", "thanh pho", Level::district},
    {"đặc khu", "đặc khu", "dac khu", Level::commune},
    {"tp", "thành phố", "thanh pho", Level::district},
    {"tx", "thị xã", "thi xa", Level::district},
    {"tỉnh", "tỉnh", "tinh", Level::province},
    {"huyện", "huyện", "huyen", Level::district},
    {"quận", "quận", "quan", Level::district},
    {"xã", "xã", "xa", Level::commune},
    {"phường", "phường", "phuong", Level::commune},
    {"h .", "huyện", "huyen", Level::district},
    {"x .", "xã", "xa", Level::commune},
});

/// Whether `text` begins with a type in full: "XÃ CẨM MỸ"; "TÌNH HÌNH" does not. Text without accents
/// has none in its type: "XA CAM MY".
[[nodiscard]] bool begins_with_place_type(std::string_view text);
/// Whether the unaccented words `key` begin so: "xa cam my", but "tinh hinh" too.
[[nodiscard]] bool key_begins_with_place_type(std::string_view key);
/// Whether the unaccented words `key` have a type of the level anywhere.
[[nodiscard]] bool has_place_type(std::string_view key, Level level);

}  // namespace commsearch::report
