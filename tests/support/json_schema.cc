#include "tests/support/json_schema.h"

#include <sstream>
#include <stdexcept>

#include "tests/support/program.h"

namespace commsearch {

std::vector<std::string> validated(std::string_view schema, const std::vector<std::string>& texts) {
    const std::string root = COMMSEARCH_SOURCE_DIR;
    Invocation invocation;
    invocation.command = {COMMSEARCH_PYTHON, root + "/tests/support/validate_json.py",
                          root + "/searcher/protocol/schema/" + std::string(schema)};
    invocation.environment = {{"LC_ALL", "C.UTF-8"}};
    for (const std::string& text : texts) invocation.input += text + '\n';
    const Outcome outcome = run_program(invocation);
    if (outcome.exit_code != 0) throw std::runtime_error("validator: " + outcome.err);
    std::vector<std::string> verdicts;
    std::istringstream lines(outcome.out);
    for (std::string line; std::getline(lines, line);) verdicts.push_back(line);
    if (verdicts.size() != texts.size())
        throw std::runtime_error("validator: one text was not one line");
    return verdicts;
}

}  // namespace commsearch
