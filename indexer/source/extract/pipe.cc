#include "indexer/source/extract/pipe.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <string>

#include "analyzers/base/message.h"

namespace commsearch::source {

void throw_child_error(int number) {
    const std::string why = std::strerror(number);
    throw Error({"không chạy được tiến trình con: " + why + "; hãy đóng bớt chương trình khác",
                 "cannot run a child process: " + why + "; close other programs"});
}

Pipe new_pipe() {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw_child_error(errno);
    Pipe pipe{UniqueFd(ends[0]), UniqueFd(ends[1])};
    ::fcntl(pipe.read.number(), F_SETFL, O_NONBLOCK);
    return pipe;
}

}  // namespace commsearch::source
