// Makes the system call that its argument names, for child_test.cc. Exit code: the number of the
// error, 0 when the call is answered.

#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <string_view>

namespace {

int error_of(long result) { return result < 0 ? errno : 0; }

#ifdef __x86_64__
/// getpid as a 32-bit program calls it.
int old_call() {
    long result = 20;
    asm volatile("int $0x80" : "+a"(result) : : "memory", "r8", "r9", "r10", "r11");
    return result < 0 ? static_cast<int>(-result) : 0;
}

/// getpid as an x32 program calls it.
int x32_call() {
    constexpr long x32 = 0x40000000;
    return error_of(::syscall(x32 | SYS_getpid));
}
#endif

}  // namespace

int main(int count, char** arguments) {
    const std::string_view call = count == 2 ? arguments[1] : "";
    std::array<char, 256> bytes{};
    if (call == "getpid") return error_of(::syscall(SYS_getpid));
    if (call == "socket") return error_of(::syscall(SYS_socket, 1, 1, 0));
    if (call == "io_uring") return error_of(::syscall(SYS_io_uring_setup, 1, bytes.data()));
    if (call == "ptrace") return error_of(::syscall(SYS_ptrace, 0, 0, 0, 0));
    if (call == "unshare") return error_of(::syscall(SYS_unshare, 0));
#ifdef __x86_64__
    if (call == "int 0x80") return old_call();
    if (call == "x32") return x32_call();
#endif
    return 255;
}
