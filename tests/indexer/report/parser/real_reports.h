#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "analyzers/base/normal_form.h"
#include "indexer/report/report.h"
#include "indexer/source/extract/raw_document.h"

namespace commsearch::report {

/// The two real reports stay outside the project: the folder that holds them, from the environment
/// variable COMMSEARCH_REAL_REPORTS or beside the source folder.
inline std::filesystem::path real_reports() {
    const char* named = std::getenv("COMMSEARCH_REAL_REPORTS");
    if (named != nullptr) return named;
    return std::filesystem::path(COMMSEARCH_SOURCE_DIR) / "../shared/reports";
}

inline std::string file_content(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

inline source::RawDocument real_report(const std::string& name) {
    source::RawDocument document;
    document.text = nfc(file_content(real_reports() / name));
    return document;
}

inline constexpr const char* portal_page = "000_06f9699d909a3968.txt";
inline constexpr const char* party_paper = "002_43d4097de7ba60ac.txt";

inline bool has_real_reports() {
    return std::filesystem::exists(real_reports() / portal_page) &&
           std::filesystem::exists(real_reports() / party_paper);
}

}  // namespace commsearch::report
