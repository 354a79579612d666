#include "indexer/source/extract/system_call_filter.h"

#include <linux/seccomp.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <memory>

#include "indexer/source/extract/pipe.h"

namespace commsearch::source {
namespace {

constexpr std::array refused = {
    SCMP_SYS(socket),
    SCMP_SYS(socketpair),
    SCMP_SYS(ptrace),
    SCMP_SYS(process_vm_readv),
    SCMP_SYS(process_vm_writev),
    SCMP_SYS(pidfd_getfd),
    SCMP_SYS(io_uring_setup),
    SCMP_SYS(io_uring_enter),
    SCMP_SYS(io_uring_register),
    SCMP_SYS(unshare),
    SCMP_SYS(setns),
    SCMP_SYS(bpf),
    SCMP_SYS(perf_event_open),
    SCMP_SYS(userfaultfd),
    SCMP_SYS(keyctl),
};

void check(int result) {
    if (result < 0) throw_child_error(-result);
}

}  // namespace

std::vector<sock_filter> system_call_filter() {
    const std::unique_ptr<void, decltype(&::seccomp_release)> rules(::seccomp_init(SCMP_ACT_ALLOW),
                                                                    &::seccomp_release);
    if (rules == nullptr) throw_child_error(ENOMEM);
    check(::seccomp_attr_set(rules.get(), SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS));
    for (const int call : refused)
        check(::seccomp_rule_add(rules.get(), SCMP_ACT_ERRNO(EACCES), call, 0));
    // The library gives the program to a descriptor only; a pipe holds all of it.
    const Pipe pipe = new_pipe();
    check(::seccomp_export_bpf(rules.get(), pipe.written.number()));
    std::vector<sock_filter> program(BPF_MAXINSNS);
    const ssize_t size =
        ::read(pipe.read.number(), program.data(), program.size() * sizeof(sock_filter));
    if (size <= 0) throw_child_error(size < 0 ? errno : EIO);
    program.resize(static_cast<std::size_t>(size) / sizeof(sock_filter));
    return program;
}

void apply_filter(const std::vector<sock_filter>& filter) {
    const sock_fprog program{.len = static_cast<unsigned short>(filter.size()),
                             .filter = const_cast<sock_filter*>(filter.data())};
    ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0);
}

}  // namespace commsearch::source
