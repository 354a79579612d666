#pragma once

// The configuration file of all three programs. Only mains and their command lines include it.

#include <cstddef>
#include <map>
#include <string>

#include "analyzers/base/message.h"
#include "indexer/program/settings.h"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace commsearch::program {

/// Completes a command line from the configuration file: an option that is not given is taken from
/// the environment, else from the file. Not for two threads at once.
class ConfigFile {
public:
    /// Adds --config FILE and --print-config to `app`, which has to outlive it. `section` is the
    /// one for it, may be empty; keys above all sections count for every program.
    ConfigFile(CLI::App& app, std::string section, Language language);

    /// To be called after `app` has read the command line. Throws UsageError when a file that is
    /// named cannot be read, or holds what it must not.
    void apply();

    /// What --print-config prints: every setting in force and where it is from; empty when it is
    /// not asked for.
    [[nodiscard]] std::string printed() const;

private:
    /// The option of a setting; null when this command has none.
    [[nodiscard]] CLI::Option* option_of(const SettingKey& key) const;
    void take(const Setting& setting);
    void print_key(const SettingKey& key, std::string& text) const;

    CLI::App& app_;
    std::string section_;
    Language language_;
    std::string file_;  ///< as given, then the one that was read; empty when there is none
    bool is_asked_ = false;
    std::map<std::string, std::size_t> lines_;  ///< option -> line of the file it was taken from
};

}  // namespace commsearch::program
