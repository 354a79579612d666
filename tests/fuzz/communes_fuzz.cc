// Any bytes as a list of communes: each that it gives is known and stands there once, or what is
// wrong is told.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "analyzers/base/message.h"
#include "indexer/review/coverage/expected_communes.h"

// NOLINTNEXTLINE(readability-identifier-naming): the name libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace commsearch;
    static const report::Gazetteer gazetteer;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const review::CoverageArea area{"", "", {Epoch::before_2025_07, Epoch::from_2025_07}};
    try {
        const auto communes = review::listed_communes(bytes, "list", area, gazetteer);
        if (communes.empty()) std::abort();
        for (auto one = communes.begin(); one != communes.end(); ++one) {
            if (!one->id().is_commune() || std::find(communes.begin(), one, *one) != one)
                std::abort();
        }
    } catch (const UsageError& error) {
        if (!error.message().en.starts_with("list: ")) std::abort();
    }
    return 0;
}
