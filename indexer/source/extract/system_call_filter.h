#pragma once

#include <linux/filter.h>

#include <vector>

namespace commsearch::source {

/// A seccomp program that refuses, with EACCES, what a reader of files does not need and an
/// attacker would: sockets, a look into other processes, io_uring (which reaches the network around
/// all filters), new namespaces, the kernel's own programs. A call in another architecture's way
/// (`int 0x80`, x32), where numbers mean other calls, kills the process. Throws Error when it
/// cannot be made.
[[nodiscard]] std::vector<sock_filter> system_call_filter();

/// Puts this process under a filter for good; it needs PR_SET_NO_NEW_PRIVS before. Without effect
/// on a kernel that has no filters. Async-signal-safe.
void apply_filter(const std::vector<sock_filter>& filter);

}  // namespace commsearch::source
