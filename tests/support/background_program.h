#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "tests/support/program.h"

namespace commsearch {

/// A program that runs beside the test; killed at the end if it still does.
class BackgroundProgram {
public:
    /// `environment` is all of it, but for PATH and the sanitizers' variables.
    BackgroundProgram(std::vector<std::string> command,
                      const std::map<std::string, std::string>& environment);
    ~BackgroundProgram();
    BackgroundProgram(const BackgroundProgram&) = delete;
    BackgroundProgram& operator=(const BackgroundProgram&) = delete;

    /// Writes to its standard input.
    void write(std::string_view text);
    void close_input();
    /// The next line of its standard output, without the line end. Throws std::runtime_error when
    /// none comes in time or the program ends.
    [[nodiscard]] std::string read_line(std::chrono::milliseconds limit = std::chrono::seconds(20));
    /// All it wrote to standard error so far.
    [[nodiscard]] std::string errors() const { return read_bytes(folder_.path() / "err"); }

    void signal(int number) const;
    [[nodiscard]] pid_t id() const { return process_; }
    /// Its exit code, 128 + signal when killed by one; std::runtime_error when it does not end in
    /// time.
    int wait(std::chrono::milliseconds limit = std::chrono::seconds(20));

private:
    TempFolder folder_;
    pid_t process_ = 0;
    int input_ = -1;
    int output_ = -1;
    std::string buffer_;
};

}  // namespace commsearch
