// Linked into the programs that run as children with limits, when the address sanitizer is on: it looks for
// leaks with a thread of its own and ptrace, neither of which such a child may have.

extern "C" const char* __asan_default_options();
extern "C" const char* __asan_default_options() { return "detect_leaks=0"; }
