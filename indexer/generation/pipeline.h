#pragma once

#include <string>

namespace commsearch {

/// Names everything that turns the bytes of a report into a segment: this program with the
/// dictionaries in it, and the libraries it runs with. Any other build of it has another name, so
/// that no change of a rule can be forgotten. Throws Error when the program cannot read itself.
[[nodiscard]] std::string pipeline_fingerprint();

}  // namespace commsearch
