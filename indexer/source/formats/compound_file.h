#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace commsearch::source {

/// An OLE file (.doc, .xls, .msg …) in memory: a folder of streams. Not for two threads at once.
class CompoundFile {
public:
    /// `bytes` have to outlive it. Throws Error when they are no OLE file or a broken one.
    explicit CompoundFile(std::string_view bytes);
    ~CompoundFile();
    CompoundFile(const CompoundFile&) = delete;
    CompoundFile& operator=(const CompoundFile&) = delete;

    [[nodiscard]] bool has(const char* name) const;
    /// The bytes of a stream of the top folder, as far as they can be read; empty when it has none
    /// of that name.
    [[nodiscard]] std::string stream(const char* name) const;
    /// Of a folder within it.
    [[nodiscard]] std::string stream(const std::string& folder, const char* name) const;
    /// Names of the folders within it.
    [[nodiscard]] std::vector<std::string> folders() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace commsearch::source
