#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "indexer/program/settings.h"

// Laws: a configuration file is refused with its name and a line that it has, or every setting read
// is a known key, and printed again it reads the same.
// NOLINTNEXTLINE(readability-identifier-naming): the name libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace commsearch;
    std::vector<program::Setting> settings;
    try {
        settings = program::read_settings({reinterpret_cast<const char*>(data), size}, "a.toml");
    } catch (const UsageError& error) {
        if (!error.message().en.starts_with("a.toml line ")) std::abort();
        return 0;
    }
    for (const program::Setting& setting : settings) {
        bool is_known = false;
        for (const program::SettingKey& key : program::setting_keys()) {
            if (key.section != setting.section || key.key != setting.key) continue;
            is_known = true;
            const std::string section = key.section.empty() ? "" : "[" + setting.section + "]\n";
            const auto again = program::read_settings(
                section + program::setting_line(key, setting.values), "again");
            if (again.size() != 1 || again[0].values != setting.values) std::abort();
        }
        if (!is_known) std::abort();
    }
    return 0;
}
