#pragma once

#include "indexer/source/extract/unique_fd.h"

namespace commsearch::source {

/// Throws Error: no child process can be run, for the system error `number`.
[[noreturn]] void throw_child_error(int number);

/// Both ends are closed by exec.
struct Pipe {
    UniqueFd read;  ///< never waits
    UniqueFd written;
};

/// Throws Error when there are too many open files.
[[nodiscard]] Pipe new_pipe();

}  // namespace commsearch::source
