// Any bytes as a metadata.tsv: each row it keeps has a path, each finding a line of the table.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "indexer/report/parser/sidecar.h"

// NOLINTNEXTLINE(readability-identifier-naming): the name libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace commsearch;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const report::SidecarTable table = report::read_sidecar(bytes);
    const auto ends = std::count(bytes.begin(), bytes.end(), '\n');
    const std::size_t lines = static_cast<std::size_t>(ends) + 1;
    for (const report::SidecarRow& row : table.rows) {
        if (row.path.empty() || row.line == 0 || row.line > lines) std::abort();
    }
    for (const report::SidecarTable::Finding& finding : table.findings) {
        if (finding.line == 0 || finding.line > lines || finding.message.en.empty()) std::abort();
    }
    return 0;
}
