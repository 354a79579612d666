#pragma once

#include <string>
#include <utility>

#include "analyzers/base/message.h"

namespace commsearch {

/// A request that cannot be answered as it is, told to a program: with a stable code and, where a
/// JSON request has the fault, the JSON pointer to it.
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

/// A search that would have taken too long.
class TimeLimit : public Error {
public:
    TimeLimit()
        : Error({"tìm quá lâu nên đã dừng; hãy hỏi ít từ hơn hoặc thêm bộ lọc",
                 "stopped, the search took too long; ask for fewer words or add a filter"}) {}
};

}  // namespace commsearch
