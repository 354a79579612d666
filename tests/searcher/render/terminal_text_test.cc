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
    for (const auto& [text, lines] : cases) {
        std::vector<std::string> wrapped;
        for (const Word& line : wrap(words_of(text), 8)) {
            wrapped.push_back(line.text);
            EXPECT_EQ(line.width, display_width(line.text));
        }
        EXPECT_EQ(wrapped, lines) << text;
    }
}

}  // namespace
}  // namespace commsearch::render
