// Any text gives figures: each within its passage, its bytes beginning with a digit, its value a
// number.
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "analyzers/base/normal_form.h"
#include "indexer/report/figures/figures.h"

namespace commsearch {
namespace {

void obey(bool law) {
    if (!law) std::abort();
}

void check(const report::Figure& figure, std::string_view text) {
    obey(figure.sentence_begin <= figure.begin && figure.begin < figure.end);
    obey(figure.end <= figure.sentence_end && figure.sentence_end <= text.size());
    obey(text[figure.begin] >= '0' && text[figure.begin] <= '9');
    obey(std::isfinite(figure.value));
}

}  // namespace
}  // namespace commsearch

// NOLINTNEXTLINE(readability-identifier-naming): the name libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace commsearch;
    if (size == 0) return 0;
    report::Report report;
    report.period = Period::parse("2023-M09");
    report.planned = Period::parse("2023-Q4");
    report.villages = {{"thôn", "Mỹ Yên", 1}, {"ấp", "4", 1}};
    report::Passage passage;
    passage.table = data[0] % 2;
    if (passage.table != 0) passage.columns = {"TT", "Chỉ tiêu", "ĐVT", "Kế hoạch", "Thực hiện"};
    passage.text = nfc({reinterpret_cast<const char*>(data) + 1, size - 1});
    report.sections.push_back(
        {{"1. Kinh tế:"}, "", static_cast<report::PlanOrResult>(data[0] / 2 % 3), {passage}});
    for (const report::PassageFigures& found : report::figures_of(report)) {
        for (const report::Figure& figure : found.figures) check(figure, passage.text);
    }
    return 0;
}
