#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace commsearch::source {

/// What a program that reads a file from outside may use. The kernel holds the limits.
struct ChildLimits {
    std::chrono::seconds cpu{60};    ///< processor time
    std::chrono::seconds wall{120};  ///< then the program and all it started are killed
    std::uintmax_t memory = std::uintmax_t{1} << 30U;     ///< address space, bytes
    std::uintmax_t written = std::uintmax_t{200} << 20U;  ///< a file in its folder, bytes
    std::uintmax_t output = std::uintmax_t{64} << 20U;    ///< standard output, bytes
};

/// A program to run on one open file.
struct ChildCommand {
    std::filesystem::path program;  ///< absolute
    std::vector<std::string> arguments;
    int input = -1;                ///< file that becomes its standard input, read from the start
    std::filesystem::path folder;  ///< its current folder and the only one it is told of
};

/// How a program ended and what it wrote.
struct ChildOutcome {
    enum class End : std::uint8_t {
        exited,           ///< with `code`
        signalled,        ///< by signal `code`
        too_long,         ///< its wall-clock or processor time was over
        too_much_output,  ///< on standard output or in a file
        not_started,      ///< `code` is the system error
    };
    End end = End::exited;
    int code = 0;
    std::string output;
    std::string complaint;  ///< the first 4 KiB of standard error

    [[nodiscard]] bool succeeded() const { return end == End::exited && code == 0; }
};

/// Runs a program to its end: own process group, no descriptor but the three standard ones, an
/// environment of its own (LC_ALL=C.UTF-8, HOME and TMPDIR the folder), no new privileges, the
/// limits, the filter of system_call_filter.h where the kernel has filters; killed when the
/// caller's thread dies. Safe to call from several threads. Throws Error only when no process or
/// pipe can be made.
[[nodiscard]] ChildOutcome run_child(const ChildCommand& command, const ChildLimits& limits);

/// An empty folder that only this user may enter; vanishes with all it holds. Any thread may make
/// one: no two get the same folder.
class PrivateFolder {
public:
    /// Throws Error when it cannot be made.
    PrivateFolder();
    ~PrivateFolder();
    PrivateFolder(const PrivateFolder&) = delete;
    PrivateFolder& operator=(const PrivateFolder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

}  // namespace commsearch::source
