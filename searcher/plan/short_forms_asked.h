#pragma once

#include <string>
#include <unordered_map>

#include "analyzers/analyzer.h"
#include "searcher/query/query.h"

namespace commsearch {

/// The short forms that a query asks for, as typed, by each long form they may stand for:
/// "công nghiệp" -> "CN". Those of what is excluded are left out.
[[nodiscard]] std::unordered_map<std::string, std::string> short_forms_asked(
    const ParsedQuery& parsed, Analyzer& analyzer);

}  // namespace commsearch
