#pragma once

namespace commsearch::program {

/// How a program ends.
enum ExitCode : int {
    success = 0,         ///< found, or everything done
    partial = 1,         ///< nothing found, or some files skipped
    wrong_use = 2,       ///< the command line, or a name in it
    system_problem = 3,  ///< the index, the disk, the system
};

}  // namespace commsearch::program
