// Any bytes as a file of columns: refused by Error, or read to its end within its bounds.
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "analyzers/base/message.h"
#include "indexer/schema/columns.h"

namespace {

using namespace commsearch;

void read_all(const schema::Columns& columns) {
    std::vector<schema::ColumnWord> words;
    for (std::uint32_t document = 0; document <= columns.documents(); ++document) {
        columns.read_words(document, words);
        (void)columns.report_of(columns.section_at(document));
        (void)columns.report_at(document);
    }
    for (const schema::SectionRow& section : columns.sections()) {
        (void)columns.context(section);
        (void)columns.context(columns.report_of(section));
    }
    for (std::uint32_t term = 0; term < columns.terms(); ++term) {
        (void)columns.find_term(columns.term(term));
        (void)columns.followers(term);
    }
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): the name libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::filesystem::path file =
        std::filesystem::temp_directory_path() / ("columns_fuzz-" + std::to_string(getpid()));
    std::string bytes(reinterpret_cast<const char*>(data), size);
    // The fingerprint would keep every other header out.
    if (schema::ColumnsHeader header; size >= sizeof header) {
        std::memcpy(&header, bytes.data(), sizeof header);
        header.magic = schema::columns_magic;
        header.fingerprint = schema::header_fingerprint(header);
        std::memcpy(bytes.data(), &header, sizeof header);
    }
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
    try {
        read_all(schema::Columns(file));
    } catch (const Error&) {  // refused, as it should be
    }
    std::filesystem::remove(file);
    return 0;
}
