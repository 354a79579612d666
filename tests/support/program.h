#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace commsearch {

/// A new folder for one test, removed with all it holds at the end.
class TempFolder {
public:
    TempFolder();
    ~TempFolder();
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    /// Writes a file, with the folders above it; returns its path.
    std::filesystem::path write(const std::filesystem::path& name, std::string_view bytes) const;

private:
    std::filesystem::path path_;
};

/// Bytes of a file; empty when there is none.
[[nodiscard]] std::string read_bytes(const std::filesystem::path& file);

/// Programs under a sanitizer take so many times as long.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr int patience = 10;
#else
inline constexpr int patience = 1;
#endif

/// How to run a program.
struct Invocation {
    enum class Output : std::uint8_t {
        file,         ///< captured
        terminal,     ///< captured from a terminal of `columns`; its line ends are "\r\n"
        closed_pipe,  ///< a pipe that nobody reads
        full_device,  ///< /dev/full
    };
    std::vector<std::string> command;                ///< path of the program, then its arguments
    std::map<std::string, std::string> environment;  ///< see environment_lines()
    std::string input;                               ///< bytes of standard input
    std::filesystem::path folder;                    ///< current folder; empty: the test's own
    Output output = Output::file;
    unsigned short columns = 80;
    std::chrono::seconds time_limit{60};  ///< killed after that
};

/// What a program did.
struct Outcome {
    int exit_code = 0;  ///< 128 + signal when killed by one
    std::string out;
    std::string err;
};

/// The environment of a program under test as lines NAME=VALUE: what is given, and of this process
/// only PATH, COMMSEARCH_CONFIG and the sanitizers' options.
[[nodiscard]] std::vector<std::string> environment_lines(
    std::map<std::string, std::string> variables);
/// Runs a program to its end. Throws std::system_error when it cannot be started and
/// std::runtime_error when it takes longer than its time limit.
[[nodiscard]] Outcome run_program(const Invocation& invocation);
/// The same in a folder, for someone who reads English or another language.
[[nodiscard]] Outcome run_in(const std::filesystem::path& folder, std::vector<std::string> command,
                             const std::string& locale = "en_US.UTF-8");

/// Whether `part` stands in what a program said.
[[nodiscard]] bool contains(std::string_view text, std::string_view part);

}  // namespace commsearch
