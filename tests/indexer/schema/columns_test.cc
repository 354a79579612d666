#include "indexer/schema/columns.h"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "analyzers/analyzer.h"
#include "analyzers/base/message.h"
#include "indexer/segment/columns_builder.h"
#include "indexer/segment/columns_merge.h"
#include "tests/support/program.h"

namespace commsearch::schema {
namespace {

namespace fs = std::filesystem;

/// A passage for a test: its text and what stands above it.
struct Written {
    std::string text;
    std::string heading;
    bool opens_report = false;
    bool opens_section = false;
};

void build(const std::vector<Written>& passages, const fs::path& file) {
    const word::Abbreviations abbreviations;
    Analyzer analyzer(abbreviations);
    segment::ColumnsBuilder builder;
    const std::function<bool(const std::string&)> defines = [](const std::string& short_form) {
        return short_form == "ubnd";
    };
    for (const Written& passage : passages) {
        if (passage.opens_report) {
            ReportRow row;
            row.date = 20230131;
            row.place = 7;
            builder.add_report(row, {builder.number_of("báo"), builder.number_of("cáo")});
        }
        if (passage.opens_report || passage.opens_section) {
            SectionRow row;
            row.plan_or_result = 1;
            builder.add_section(row, heading_number(passage.heading),
                                {builder.number_of("báo"), builder.number_of(passage.heading)},
                                {builder.number_of(passage.heading)});
        }
        const word::TokenViews tokens = analyzer.views(passage.text, {});
        builder.add_passage(
            {tokens, defines, passage.text.size(), static_cast<std::uint32_t>(tokens.size())});
    }
    builder.write(file);
}

/// All that a file says, in words.
std::vector<std::string> told(const Columns& columns) {
    std::map<std::uint32_t, std::string> by_rank;
    for (std::uint32_t term = 0; term < columns.terms(); ++term)
        by_rank[columns.rank(term)] = columns.term(term);
    std::vector<std::string> lines;
    std::vector<ColumnWord> words;
    for (std::uint32_t document = 1; document <= columns.documents(); ++document) {
        std::string line = std::to_string(document) + ' ' +
                           std::to_string(columns.length(document)) + ' ' +
                           std::to_string(columns.similarity(document));
        const std::uint32_t number = columns.section_of(document);
        if (number != no_section) {
            const SectionRow& section = columns.sections()[number];
            line += " of " + std::to_string(columns.report_of(section).document) + ' ' +
                    std::to_string(columns.heading(section.heading)) + ' ' +
                    std::to_string(section.first) + '+' + std::to_string(section.passages);
            for (const std::uint32_t term : columns.heading_words(section))
                line += " headed " + std::string(columns.term(term));
            for (const std::uint32_t term : columns.context(section))
                line += " under " + std::string(columns.term(term));
            for (const std::uint32_t term : columns.context(columns.report_of(section)))
                line += " in " + std::string(columns.term(term));
        }
        columns.read_words(document, words);
        for (const ColumnWord& word : words) {
            line += ' ' + by_rank.at(word.rank) + '@' + std::to_string(word.position) +
                    (word.is_running ? "" : "!") + (word.is_term ? "" : "?");
        }
        lines.push_back(line);
    }
    for (std::uint32_t term = 0; term < columns.terms(); ++term) {
        std::string line(columns.term(term));
        line += ' ' + std::to_string(columns.term_count(term));
        const Columns::Followers followers = columns.followers(term);
        for (std::size_t i = 0; i < followers.terms.size(); ++i) {
            line += ' ' + std::string(columns.term(followers.terms[i])) + '*' +
                    std::to_string(followers.passages[i]);
        }
        lines.push_back(line);
    }
    return lines;
}

std::vector<Written> random_passages(std::mt19937& random) {
    const std::vector<std::string> words = {"thu", "ngân", "sách", "đạt", "98,5%", "UBND", "NTM",
                                            "xã.", "Hà",   "Nội;", "đ/c", "ủy",    "ban",  "2023"};
    const std::vector<std::string> headings = {"", "Kinh tế", "Văn hóa"};
    std::vector<Written> passages;
    const std::size_t size = 1 + random() % 12;
    for (std::size_t i = 0; i < size; ++i) {
        Written passage;
        passage.opens_report = i == 0 || random() % 3 == 0;
        passage.opens_section = random() % 2 == 0;
        passage.heading = headings[random() % headings.size()];
        for (std::size_t word = random() % 30; word > 0; --word)
            passage.text += words[random() % words.size()] + ' ';
        passages.push_back(passage);
    }
    return passages;
}

TEST(Columns, WordsComeBackInOrder) {
    const TempFolder folder;
    build({{"Xã đạt chuẩn NTM. UBND xã báo cáo", "Kinh tế", true, true}},
          folder.path() / "columns");
    const Columns columns(folder.path() / "columns");
    ASSERT_EQ(columns.documents(), 2U);
    const std::vector<std::string> lines = told(columns);
    // NTM stands for three words that are none of its own; what the report defines itself are.
    EXPECT_NE(lines[1].find(" xã@0 đạt@1 chuẩn@2 ntm@3! nông@3? thôn@4? mới@5? "
                            "ubnd@7! ủy@7 ban@8 nhân@9 dân@10 xã@11 báo@12 cáo@13"),
              std::string::npos)
        << lines[1];
    const auto dat = columns.find_term("đạt");
    const auto chuan = columns.find_term("chuẩn");
    ASSERT_TRUE(dat && chuan);
    EXPECT_EQ(columns.pair_frequency(*dat, *chuan), 1U);
    EXPECT_EQ(columns.pair_frequency(*chuan, *dat), 0U);
    EXPECT_FALSE(columns.find_term("đat").has_value());
}

TEST(Columns, MergedPartsSayWhatOneBuilderSays) {
    std::mt19937 random(7);
    for (int round = 0; round < 60; ++round) {
        const TempFolder folder;
        std::vector<Written> all;
        std::vector<fs::path> parts;
        for (std::size_t part = 0; part < 1 + random() % 4; ++part) {
            const std::vector<Written> some = random_passages(random);
            all.insert(all.end(), some.begin(), some.end());
            parts.push_back(folder.path() / std::to_string(part));
            build(some, parts.back());
        }
        build(all, folder.path() / "whole");
        segment::merge_columns(parts, folder.path() / "merged");
        const std::vector<std::string> whole = told(Columns(folder.path() / "whole"));
        EXPECT_EQ(told(Columns(folder.path() / "merged")), whole);
        // In two steps as in one.
        segment::merge_columns({parts.begin(), parts.end() - 1}, folder.path() / "first");
        segment::merge_columns({folder.path() / "first", parts.back()}, folder.path() / "second");
        EXPECT_EQ(told(Columns(folder.path() / "second")), whole);
    }
}

TEST(Columns, AnEmptyFileHasNoDocuments) {
    const TempFolder folder;
    segment::ColumnsBuilder().write(folder.path() / "columns");
    const Columns columns(folder.path() / "columns");
    EXPECT_EQ(columns.documents(), 0U);
    EXPECT_EQ(columns.terms(), 0U);
    EXPECT_EQ(columns.report_of(columns.section_at(1)).document, 0U);
}

TEST(Columns, AFileCutShortIsRefused) {
    const TempFolder folder;
    const fs::path file = folder.path() / "columns";
    build({{"Xã đạt chuẩn NTM", "Kinh tế", true, true}}, file);
    const std::string bytes = read_bytes(file);
    for (std::size_t size = 0; size + sizeof(std::uint64_t) < bytes.size(); size += 7) {
        std::ofstream(folder.path() / "cut", std::ios::binary) << bytes.substr(0, size);
        EXPECT_THROW(Columns{folder.path() / "cut"}, Error) << size;
    }
    EXPECT_THROW(Columns{folder.path() / "missing"}, Error);
}

/// Reads all that a file says; returns how many words and terms that was.
std::size_t read_all(const Columns& columns, std::size_t file_bytes) {
    std::size_t read = 0;
    std::vector<ColumnWord> words;
    for (std::uint32_t document = 0; document <= columns.documents(); ++document) {
        columns.read_words(document, words);
        EXPECT_LE(words.size(), columns.codes(document).size());
        read += words.size();
        (void)columns.report_of(columns.section_at(document));
        (void)columns.report_at(document);
    }
    for (const SectionRow& section : columns.sections()) {
        read += columns.context(section).size() + columns.heading_words(section).size();
        read += columns.context(columns.report_of(section)).size();
    }
    for (std::uint32_t term = 0; term < columns.terms(); ++term) {
        read += columns.term(term).size();
        (void)columns.find_term(columns.term(term));
        const Columns::Followers followers = columns.followers(term);
        EXPECT_EQ(followers.terms.size(), followers.passages.size());
    }
    EXPECT_LE(columns.documents(), file_bytes);
    return read;
}

std::string with_flipped_bit(std::string bytes, std::size_t at, unsigned bit) {
    bytes[at] = static_cast<char>(bytes[at] ^ static_cast<char>(1U << bit));
    return bytes;
}

class DamagedColumns : public testing::Test {
protected:
    DamagedColumns() {
        std::mt19937 random(11);
        build(random_passages(random), folder_.path() / "columns");
        bytes_ = read_bytes(folder_.path() / "columns");
    }

    /// Whether a file of these bytes is refused; else all of it is read.
    bool is_refused(const std::string& bytes) {
        try {
            read_ += read_all(Columns(folder_.write("damaged", bytes)), bytes.size());
            return false;
        } catch (const Error&) {
            return true;
        }
    }

    TempFolder folder_;
    std::string bytes_;
    std::size_t read_ = 0;
};

TEST_F(DamagedColumns, EachFlippedBitOfTheHeaderIsRefused) {
    ASSERT_FALSE(is_refused(bytes_));
    for (std::size_t at = 0; at < sizeof(ColumnsHeader); ++at) {
        for (unsigned bit = 0; bit < 8; ++bit)
            EXPECT_TRUE(is_refused(with_flipped_bit(bytes_, at, bit))) << at << ' ' << bit;
    }
}

// What a bit behind the header changes is found by the checksums of the generation; until then it
// is read within its bounds.
TEST_F(DamagedColumns, AFlippedBitBehindTheHeaderIsReadWithinItsBounds) {
    std::mt19937 random(12);
    for (int round = 0; round < 1500; ++round) {
        const std::size_t at =
            sizeof(ColumnsHeader) + random() % (bytes_.size() - sizeof(ColumnsHeader));
        EXPECT_FALSE(is_refused(with_flipped_bit(bytes_, at, random() % 8))) << at;
    }
    EXPECT_GT(read_, 1500U * 100);
}

}  // namespace
}  // namespace commsearch::schema
