#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "analyzers/base/message.h"

namespace commsearch::source {

/// Bytes that a reader refuses, and a part of the English reason.
struct BadInput {
    std::string input;
    std::string_view part_of_message;
};

/// The English message of the Error that `work` throws; empty when it throws none.
template <typename Work>
std::string error_of(Work work) {
    try {
        work();
        return {};
    } catch (const Error& error) {
        EXPECT_FALSE(error.message().vi.empty());
        EXPECT_NE(error.message().vi, error.message().en);
        return error.message().en;
    }
}

inline void expect_part(const std::string& message, std::string_view part) {
    EXPECT_NE(message.find(part), std::string::npos) << message << " lacks " << part;
}

inline std::string repeated(std::string_view text, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += text;
    return out;
}

}  // namespace commsearch::source
