#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "analyzers/base/message.h"

namespace commsearch::generation {

/// Compares the files of generation `name` with the checksums taken when it was built, and CURRENT
/// with its manifest when it is the published one. What is damaged, one message a file, empty when
/// every byte is as it was.
[[nodiscard]] std::vector<Message> damage_of(const std::filesystem::path& index_folder,
                                             const std::string& name);

/// The command that mends a damaged generation: going back to a sound one, else building anew.
[[nodiscard]] std::string mending_command(const std::filesystem::path& index_folder,
                                          const std::string& damaged);

}  // namespace commsearch::generation
