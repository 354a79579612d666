#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/base/message.h"

namespace commsearch::program {

/// A key of the configuration file with its values.
struct Setting {
    std::string section;  ///< "search", "build", "server"; empty above the first section
    std::string key;
    std::vector<std::string> values;  ///< one, or those of an array
    std::size_t line = 0;             ///< where it stands, from 1
    bool operator==(const Setting&) const = default;
};

/// A key that the file may hold.
struct SettingKey {
    enum class Kind : std::uint8_t { text, number, flag, list };
    std::string_view section, key;
    Kind kind = Kind::text;
    std::string_view fallback;  ///< when nothing sets it; empty when there is none or it depends
};

/// All keys, by section. They are the names of the options; what is a decision of one run (--force,
/// --rebuild) has none.
[[nodiscard]] std::span<const SettingKey> setting_keys();

/// The settings of a TOML file in the order of their lines. `file` is its name in messages. Throws
/// UsageError with the file, the line, what is wrong and what to write instead: when it is not
/// TOML, for an unknown section or key (the nearest known one is told), for a value of another kind
/// than its key has, for an empty string and for one with control characters.
[[nodiscard]] std::vector<Setting> read_settings(std::string_view text, const std::string& file);

/// A key with its values as a line of TOML that `read_settings` reads, without a line end.
[[nodiscard]] std::string setting_line(const SettingKey& key,
                                       const std::vector<std::string>& values);

}  // namespace commsearch::program
