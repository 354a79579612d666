#pragma once

#include <string>
#include <utility>
#include <vector>

#include "analyzers/base/message.h"

namespace commsearch::generation {

/// One reason why a generation is not published.
struct Refusal {
    std::string code;  ///< "fall", "skipped", "commune", "golden", "disk", "check"; never changes
    Message reason;
    bool operator==(const Refusal&) const = default;
};

/// Thrown when the gate refuses a generation: the published one stays. Its message is one line of
/// all reasons.
class Refused : public Error {
public:
    explicit Refused(std::vector<Refusal> refusals);
    [[nodiscard]] const std::vector<Refusal>& refusals() const { return refusals_; }

private:
    std::vector<Refusal> refusals_;
};

}  // namespace commsearch::generation
