#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/base/message.h"

namespace commsearch {

/// A line of the configuration file.
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

/// Reads a file of settings, a small part of TOML: sections, comments, and keys with a string, a
/// whole number, true, false, or an array of strings. `file` is its name in messages. Throws
/// UsageError, with the line, for anything else: an unknown key too.
[[nodiscard]] std::vector<Setting> read_settings(std::string_view text, const std::string& file);

/// A key with its values as `read_settings` reads them, without a line end.
[[nodiscard]] std::string setting_line(const SettingKey& key,
                                       const std::vector<std::string>& values);

}  // namespace commsearch
