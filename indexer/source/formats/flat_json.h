#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace commsearch::source {

/// A JSON object of nothing but strings, keys and values unescaped, in the order written.
using FlatObject = std::vector<std::pair<std::string, std::string>>;

/// Reads JSON objects of nothing but strings; most lines of a .jsonl file are such. Keeps its
/// memory from one object to the next. Not for two threads at once.
class FlatJsonReader {
public:
    FlatJsonReader();
    ~FlatJsonReader();
    FlatJsonReader(const FlatJsonReader&) = delete;
    FlatJsonReader& operator=(const FlatJsonReader&) = delete;

    /// `{"key": "text", …}` at a tenth of the cost of a parser that makes a tree. None for all
    /// else, broken or not, without a reason: other values, a key twice, very many keys, a control
    /// character in a string, half of a surrogate pair, bytes that are not UTF-8.
    [[nodiscard]] std::optional<FlatObject> read(std::string_view json);

private:
    struct Parser;
    std::unique_ptr<Parser> parser_;
};

}  // namespace commsearch::source
