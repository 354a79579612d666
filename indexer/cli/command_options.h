#pragma once

// What the commands of `commsearch-index` read their options with. Only they include it.

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "analyzers/base/message.h"
#include "indexer/program/config_file.h"

namespace CLI {
class App;
}  // namespace CLI

namespace commsearch::cli {

/// How a command is called and what --help says of it.
struct CommandHelp {
    std::string name;     ///< "build"
    Message usage;        ///< what stands behind the name: "--corpus DIR… --index DIR [OPTIONS]"
    Message description;  ///< lines of at most 100 columns, without the last line end
    Message footer;       ///< examples; may be empty
};

/// The options of one command. The targets have to outlive it; an option that is not given leaves
/// its target alone. Not for two threads at once.
class CommandOptions {
public:
    CommandOptions(const CommandHelp& help, Language language);
    ~CommandOptions();
    CommandOptions(const CommandOptions&) = delete;
    CommandOptions& operator=(const CommandOptions&) = delete;

    /// An option with a value, of which the last one given wins.
    void add(const std::string& name, std::string& target, const Message& placeholder,
             const Message& text);
    /// An option that takes all the words up to the next option, and may be repeated.
    void add_list(const std::string& name, std::vector<std::string>& target,
                  const Message& placeholder, const Message& text);
    void add_flag(const std::string& name, bool& target, const Message& text);
    /// --index DIR
    void add_index(std::string& target);
    /// --corpus DIR…
    void add_corpus(std::vector<std::string>& target);
    /// Throws UsageError when none was given.
    void need_corpus(const std::vector<std::string>& given) const;
    /// --jobs N
    void add_jobs(std::string& target);
    /// --metrics-file FILE
    void add_metrics_file(std::string& target);

    /// Reads the words behind the command's name, then the configuration file. Returns what is to
    /// be printed instead of doing anything (--help, --print-config); empty when there is nothing
    /// such. A command that takes `words` of its own gets up to `max_words`. Throws UsageError when
    /// they are wrong use.
    [[nodiscard]] std::string read(const std::vector<std::string>& arguments,
                                   std::size_t max_words = 0);
    [[nodiscard]] const std::vector<std::string>& words() const { return words_; }

    /// Throws UsageError: what is wrong, and which --help tells more.
    [[noreturn]] void wrong_use(const Message& what) const;
    /// The value of an option as a number; `fallback` when it is empty. Throws UsageError when it
    /// is anything but a number from `min` to `max`.
    [[nodiscard]] std::size_t number(const std::string& option, const std::string& typed,
                                     std::size_t fallback, std::size_t min, std::size_t max) const;

private:
    void check_words(std::size_t max_words);

    std::string name_;
    Language language_;
    std::unique_ptr<CLI::App> app_;  ///< whose header takes seconds to compile
    program::ConfigFile config_;
    std::vector<std::string> words_;
};

/// The folder of the index: as given, else $COMMSEARCH_INDEX, else "index".
[[nodiscard]] std::string index_folder_of(const std::string& given);
/// The number of threads: as given, else the machine's cores.
[[nodiscard]] std::size_t jobs_of(const CommandOptions& options, const std::string& given);

}  // namespace commsearch::cli
