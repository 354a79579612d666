#include <gtest/gtest.h>

#include <array>
#include <ctime>
#include <iostream>

#include "analyzers/base/normal_form.h"
#include "analyzers/base/tsv.h"
#include "analyzers/base/unicode.h"
#include "analyzers/encoding/legacy_encoding.h"
#include "tests/support/corpus_texts.h"
#include "tests/support/legacy_encoder.h"

namespace commsearch::encoding {
namespace {

constexpr std::size_t matrix_reports = 20;

/// The reports that the matrix reads. Each holds whole sentences, so each must be recognized.
const std::vector<CorpusText>& reports() {
    static const auto texts = [] {
        auto all = corpus_texts(COMMSEARCH_SOURCE_DIR "/corpus");
        all.resize(std::min(all.size(), matrix_reports));
        return all;
    }();
    return texts;
}

/// TCVN3 has no capitals with a tone: with_capitals guesses some.
std::string comparable(Encoding encoding, const std::string& text) {
    return encoding == Encoding::tcvn3 ? lower(text) : text;
}

std::string first_difference(const std::string& got, const std::string& wanted) {
    std::size_t at = 0;
    while (at < got.size() && at < wanted.size() && got[at] == wanted[at]) ++at;
    const std::size_t from = at < 40 ? 0 : at - 40;
    return repair_utf8(got.substr(from, 80)) + "\n<-> " + repair_utf8(wanted.substr(from, 80));
}

template <typename Damage>
void check(Encoding encoding, std::string_view name, const Damage& damage) {
    std::size_t identical = 0;
    for (const CorpusText& report : reports()) {
        const std::string wanted = encodable(encoding, report.text);
        const DecodedText got = decode_text(damage(encode(encoding, wanted)));
        const bool same = comparable(encoding, got.text) == comparable(encoding, wanted);
        EXPECT_TRUE(same) << report.path << '\n'
                          << first_difference(comparable(encoding, got.text),
                                              comparable(encoding, wanted));
        EXPECT_EQ(encoding_name(got.source.encoding), encoding_name(encoding)) << report.path;
        EXPECT_GE(got.source.confidence, 0.85) << report.path;
        EXPECT_EQ(nfc(got.text), got.text);
        if (same) ++identical;
    }
    std::cout << "  " << encoding_name(encoding) << ' ' << name << ": " << identical << " of "
              << reports().size() << " identical\n";
}

TEST(EncodingMatrix, TwentyReportsComeBack) {
    ASSERT_EQ(reports().size(), matrix_reports);
    for (const Encoding encoding : {Encoding::tcvn3, Encoding::vni, Encoding::viscii,
                                    Encoding::cp1258, Encoding::viqr, Encoding::tcvn5712}) {
        check(encoding, "plain", [](const std::string& bytes) { return bytes; });
        check(encoding, "as CP1252, saved as UTF-8", read_as_cp1252);
        check(encoding, "as Latin-1, saved as UTF-8", read_as_latin1);
    }
}

/// How many lines in which TCVN3 lost capitals with_capitals gives back.
TEST(EncodingMatrix, CapitalsOfTcvn3) {
    std::size_t lost = 0;
    std::size_t right = 0;
    std::size_t same = 0;
    std::size_t spoilt = 0;
    for (const CorpusText& report : reports()) {
        const std::string bytes = encode(Encoding::tcvn3, encodable(Encoding::tcvn3, report.text));
        const std::string text = decode_text(bytes).text;
        const auto got = split(text, '\n');
        const auto written = split(report.text, '\n');
        ASSERT_EQ(got.size(), written.size());
        for (std::size_t i = 0; i < got.size(); ++i) {
            const bool kept = encodable(Encoding::tcvn3, written[i]) == written[i];
            if (kept) ++(got[i] == written[i] ? same : spoilt);
            if (!kept) ++lost;
            if (!kept && got[i] == written[i]) ++right;
        }
    }
    std::cout << "  TCVN3 capitals: " << lost << " lines lost some, " << right
              << " of them are whole again; of " << same + spoilt << " other lines " << spoilt
              << " got capitals they had not\n";
    EXPECT_GT(right * 2, lost);
    EXPECT_LT(spoilt * 100, same);
}

constexpr std::array<Encoding, 5> named_encodings = {
    Encoding::tcvn3, Encoding::vni, Encoding::viscii, Encoding::cp1258, Encoding::viqr};

/// Every second line of every report damaged: lines that come back, of all.
TEST(EncodingMatrix, EverySecondLineDamaged) {
    for (const Encoding encoding : named_encodings) {
        std::size_t right = 0;
        std::size_t all = 0;
        for (const CorpusText& report : reports()) {
            std::string mixed;
            std::vector<std::string> wanted;
            for (const std::string& line : lines_of({report})) {
                const bool damage = wanted.size() % 2 == 1;
                wanted.push_back(damage ? encodable(encoding, line) : line);
                mixed += damage ? read_as_cp1252(encode(encoding, wanted.back())) : line;
                mixed += '\n';
            }
            const std::string text = comparable(encoding, repair_text(mixed).text);
            const auto lines = split(text, '\n');
            for (std::size_t i = 0; i < wanted.size(); ++i) {
                if (lines[i] == comparable(encoding, wanted[i])) ++right;
            }
            all += wanted.size();
        }
        std::cout << "  " << encoding_name(encoding) << " in every second line: " << right << " of "
                  << all << " lines right\n";
        EXPECT_GE(static_cast<double>(right), 0.98 * static_cast<double>(all));
    }
}

/// One damaged line is little to go by: what is repaired must be right, what is not must stay.
TEST(EncodingMatrix, EachLineAlone) {
    for (const Encoding encoding : named_encodings) {
        std::size_t right = 0;
        std::size_t wrong = 0;
        std::size_t left = 0;
        for (const std::string& line : lines_of(reports())) {
            const std::string wanted = encodable(encoding, line);
            const std::string damaged = read_as_cp1252(encode(encoding, wanted));
            const std::string text = repair_text(damaged).text;
            if (comparable(encoding, text) == comparable(encoding, wanted)) {
                ++right;
            } else {
                ++(text == damaged ? left : wrong);
            }
        }
        std::cout << "  " << encoding_name(encoding) << ", a line alone: " << right << " right, "
                  << left << " left as they were, " << wrong << " wrong\n";
        EXPECT_LT(wrong * 100, right);
    }
}

TEST(EncodingMatrix, EveryLineOfTheCorpusDecodesToItself) {
    for (const std::string& line : lines_of(corpus_texts(COMMSEARCH_SOURCE_DIR "/corpus"))) {
        for (const Encoding encoding : {Encoding::tcvn3, Encoding::vni, Encoding::viscii,
                                        Encoding::cp1258, Encoding::viqr, Encoding::tcvn5712}) {
            const std::string text = encodable(encoding, line);
            EXPECT_EQ(decode_bytes(encoding, encode(encoding, text)), text);
        }
    }
}

double megabytes_a_second(const std::string& text) {
    const std::clock_t start = std::clock();  // processor time: other tests run beside
    const DecodedText decoded = decode_text(text);
    const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    EXPECT_FALSE(decoded.text.empty());
    return static_cast<double>(text.size()) / 1e6 / seconds;
}

TEST(EncodingMatrix, Speed) {
    constexpr std::size_t wanted_bytes = 8'000'000;
    std::string healthy;
    while (healthy.size() < wanted_bytes) {
        for (const CorpusText& report : reports()) healthy += report.text;
    }
    const std::string tcvn3 = encode(Encoding::tcvn3, encodable(Encoding::tcvn3, healthy));
    const double fast = megabytes_a_second(healthy);
    const double slow = megabytes_a_second(tcvn3);
    std::cout << "  healthy UTF-8: " << fast << " MB/s; TCVN3: " << slow << " MB/s\n";
    EXPECT_GT(fast, 4 * slow);
}

}  // namespace
}  // namespace commsearch::encoding
