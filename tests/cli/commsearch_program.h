#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/program.h"

namespace commsearch {

inline const std::map<std::string, std::string> english_locale = {{"LANG", "en_US.UTF-8"}};

/// How commsearch is run with these arguments, in English.
[[nodiscard]] inline Invocation commsearch_program(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), COMMSEARCH_PROGRAM);
    return {.command = std::move(arguments),
            .environment = english_locale,
            .input = {},
            .folder = std::filesystem::temp_directory_path()};
}

}  // namespace commsearch
