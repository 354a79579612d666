#include "indexer/source/extract/unique_fd.h"

#include <fcntl.h>
#include <gtest/gtest.h>

#include <utility>

namespace commsearch::source {
namespace {

bool is_open(int number) { return ::fcntl(number, F_GETFD) >= 0; }

UniqueFd null_file() { return UniqueFd(::open("/dev/null", O_RDONLY | O_CLOEXEC)); }

TEST(UniqueFd, ClosesWhatItOwnsOnce) {
    int number = -1;
    {
        const UniqueFd file = null_file();
        number = file.number();
        EXPECT_TRUE(is_open(number));
    }
    EXPECT_FALSE(is_open(number));
}

TEST(UniqueFd, MovesItsFile) {
    UniqueFd first = null_file();
    const int number = first.number();
    UniqueFd second(std::move(first));
    EXPECT_EQ(second.number(), number);
    UniqueFd third = null_file();
    const int replaced = third.number();
    third = std::move(second);
    EXPECT_EQ(third.number(), number);
    EXPECT_FALSE(is_open(replaced));
    third.close();
    EXPECT_EQ(third.number(), -1);
    EXPECT_FALSE(is_open(number));
}

}  // namespace
}  // namespace commsearch::source
