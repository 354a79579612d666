#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/base/message.h"
#include "indexer/generation/disk/file_checksums.h"
#include "indexer/generation/disk/refusal.h"
#include "indexer/source/source.h"

// What the JSON files of a generation have in common; only the *_json.cc files include it.
namespace commsearch::generation {

using Json = nlohmann::ordered_json;

/// `value` as the bytes of a file, with a line end; `indent` as nlohmann's dump, -1 for one line.
[[nodiscard]] std::string text_of(const Json& value, int indent);

/// Runs `read` on the parsed bytes. Throws Error with `name` for whatever is wrong with them.
template <typename Read>
auto parsed(std::string_view bytes, const Message& name, Read read) {
    try {
        return read(Json::parse(bytes));
    } catch (const Json::exception& error) {
        throw Error({name.vi + " bị hỏng: " + error.what(), name.en + ": " + error.what()});
    }
}

[[nodiscard]] Json json_of(const std::vector<source::Skipped>& all);
[[nodiscard]] Json json_of(const std::vector<FileChecksums>& all);
[[nodiscard]] Json json_of(const std::vector<Refusal>& all);

/// The same, read back; throw Json::exception for another shape.
[[nodiscard]] std::vector<source::Skipped> skipped_of(const Json& list);
[[nodiscard]] std::vector<FileChecksums> checksums_of(const Json& list);
[[nodiscard]] std::vector<Refusal> refusals_of(const Json& list);

}  // namespace commsearch::generation
