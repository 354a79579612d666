#include "searcher/render/terminal_text.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "analyzers/base/unicode.h"

namespace commsearch::render {
namespace {

TEST(TerminalText, PrintableKeepsLettersAndBlanksTheRest) {
    EXPECT_EQ(printable("Ủy ban\u00A0xã\t\x1b[0m"), "Ủy ban xã  [0m");
    EXPECT_EQ(printable("\u200Ba\u202Eb\xFF"), " a b\uFFFD");
}

TEST(TerminalText, WrapBreaksAtBlanks) {
    const struct {
        std::string text;
        std::vector<std::string> lines;
    } cases[] = {
        {"", {}},
        {"  một  hai ba ", {"một hai", "ba"}},
        {"mộthaibabốn năm", {"mộthaibabốn", "năm"}},
        {"abcd efg", {"abcd efg"}},
        {"abcde efg", {"abcde", "efg"}},
    };
    for (const auto& [text, lines] : cases) EXPECT_EQ(wrap(words_of(text), 8), lines) << text;
}

}  // namespace
}  // namespace commsearch::render
