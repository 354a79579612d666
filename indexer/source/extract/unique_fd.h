#pragma once

#include <unistd.h>

#include <utility>

namespace commsearch::source {

/// The one owner of a file descriptor, which it closes at the end. Not for two threads at once.
class UniqueFd {
public:
    /// A negative number stands for none.
    explicit UniqueFd(int number = -1) : number_(number) {}
    UniqueFd(UniqueFd&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    UniqueFd& operator=(UniqueFd&& other) noexcept {
        UniqueFd moved(std::move(other));
        std::swap(number_, moved.number_);
        return *this;
    }
    ~UniqueFd() {
        if (number_ >= 0) ::close(number_);
    }

    [[nodiscard]] int number() const { return number_; }
    void close() { *this = UniqueFd(); }

private:
    int number_;
};

}  // namespace commsearch::source
