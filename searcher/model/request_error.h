#pragma once

#include <string>
#include <utility>

#include "analyzers/base/message.h"

namespace commsearch {

/// A request that is wrong: with a code for programs that never changes and, for a JSON request,
/// the JSON pointer to the fault.
class RequestError : public UsageError {
public:
    RequestError(std::string code, Message message, std::string pointer = {})
        : UsageError(std::move(message)), code_(std::move(code)), pointer_(std::move(pointer)) {}
    [[nodiscard]] const std::string& code() const { return code_; }        ///< "unknown-key"
    [[nodiscard]] const std::string& pointer() const { return pointer_; }  ///< may be empty

private:
    std::string code_;
    std::string pointer_;
};

/// The deadline of a search passed before it was done.
class TimeLimit : public Error {
public:
    TimeLimit()
        : Error({"tìm quá lâu nên đã dừng; hãy hỏi ít từ hơn hoặc thêm bộ lọc",
                 "stopped, the search took too long; ask for fewer words or add a filter"}) {}
};

}  // namespace commsearch
