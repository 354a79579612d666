// Any bytes as a dictionary of abbreviations: rows keep their width, compounds are found by their
// own words.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "analyzers/base/tsv.h"
#include "analyzers/word/abbreviations.h"

// NOLINTNEXTLINE(readability-identifier-naming): the name libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace commsearch;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const std::string table =
        "abbreviation\texpansion\tdomain\tambiguous\tvariants\tcontext_cues\n" + std::string(bytes);
    for (const TsvRow& row : tsv_rows(table)) {
        if (row.fields.size() < 6) std::abort();
    }
    const word::Abbreviations abbreviations(table);
    for (const std::string& compound : abbreviations.compounds()) {
        if (split(compound, ' ').size() < 2) std::abort();
    }
    return 0;
}
