// commsearch-index abbreviations, local tables, and definitions inside a report, from outside.

#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/support/program.h"

namespace commsearch {
namespace {

namespace fs = std::filesystem;
using Arguments = std::vector<std::string>;

const std::string header = "abbreviation\texpansion\tdomain\tambiguous\tvariants\tcontext_cues\n";

std::string report(const std::string& body) {
    return "UBND XÃ BẢN LIỀN\nSố: 12/BC-UBND\n\nBản Liền, ngày 20 tháng 6 năm 2024\n\nBÁO CÁO\n"
           "Kết quả thực hiện nhiệm vụ tháng 6 năm 2024\n\n" +
           body;
}

class AbbreviationsCli : public testing::Test {
protected:
    Outcome run(const std::string& program, Arguments arguments,
                const std::string& language = "en_US.UTF-8") {
        arguments.insert(arguments.begin(), program);
        return run_in(folder_.path(), std::move(arguments), language);
    }
    Outcome index(Arguments arguments, const std::string& language = "en_US.UTF-8") {
        return run(COMMSEARCH_INDEX_PROGRAM, std::move(arguments), language);
    }
    Outcome build(Arguments more = {}) {
        more.insert(more.begin(), {"build", "--quiet", "--corpus", "corpus", "--index", "index"});
        return index(std::move(more));
    }
    /// Passages that hold every word of the query.
    std::size_t hits(const std::string& query) {
        const Outcome outcome =
            run(COMMSEARCH_PROGRAM, {"--index", "index", "--json", "--exact", query});
        return nlohmann::json::parse(outcome.out).at("reports").size();
    }

    TempFolder folder_;
};

TEST_F(AbbreviationsCli, ListsWhatReportsDefineAndTheDictionaryLacks) {
    folder_.write("corpus/a.txt",
                  report("1. Đất đai\nBan vận động hiến đất (BVĐHĐ) đã họp; nông thôn mới (NTM).\n"
                         "Ban vận động hiến đất (sau đây gọi tắt là BVĐHĐ) phân công.\n"
                         "XQZW họp, XQZW bàn, XQZW quyết, XQZW làm, XQZW xong. Phần II, VKZ.\n"));
    const Outcome outcome = index({"abbreviations", "--corpus", "corpus"});
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_TRUE(outcome.out.starts_with(header)) << outcome.out;
    EXPECT_TRUE(contains(outcome.out, "\nBVĐHĐ\tBan vận động hiến đất\tgeneral\tno\t\t\n"));
    EXPECT_TRUE(contains(outcome.out, "# 2 times, first in corpus/a.txt:10: … "));
    EXPECT_TRUE(contains(outcome.out, "\n#XQZW\t\tgeneral\tno\t\t\n")) << outcome.out;
    EXPECT_TRUE(contains(outcome.out, "# 5 times, first in corpus/a.txt:12: … XQZW họp"));
    for (const std::string known : {"NTM\t", "UBND\t", "VKZ\t", "II\t"})
        EXPECT_FALSE(contains(outcome.out, known)) << known;

    const auto json =
        nlohmann::json::parse(index({"abbreviations", "--corpus", "corpus", "--json"}).out);
    EXPECT_EQ(json.at("version"), 1);
    ASSERT_EQ(json.at("defined").size(), 1U);
    EXPECT_EQ(json.at("defined")[0].at("expansion"), "Ban vận động hiến đất");
    EXPECT_EQ(json.at("defined")[0].at("count"), 2);
    ASSERT_EQ(json.at("unexplained").size(), 1U);
    EXPECT_EQ(json.at("unexplained")[0].at("abbreviation"), "XQZW");

    folder_.write("local.tsv", outcome.out);
    EXPECT_EQ(index({"abbreviations", "--abbreviations", "local.tsv"}).out,
              "local.tsv: nothing is wrong with the table\n")
        << "the review is a table that can be used as it is";
    const Outcome again =
        index({"abbreviations", "--corpus", "corpus", "--abbreviations", "local.tsv"});
    EXPECT_FALSE(contains(again.out, "BVĐHĐ\t")) << "what the local table has is not lacking";
}

TEST_F(AbbreviationsCli, DocumentsThatCannotBeReadAreNamed) {
    folder_.write("corpus/a.txt", report("1. Đất đai\nBan vận động hiến đất đã họp.\n"));
    folder_.write("corpus/b.txt", "B\xE1o c\xE1o");
    const Outcome outcome = index({"abbreviations", "--corpus", "corpus"});
    EXPECT_EQ(outcome.exit_code, 1);
    EXPECT_TRUE(contains(outcome.out, "# Skipped corpus/b.txt: ")) << outcome.out;
    EXPECT_EQ(index({"abbreviations", "--corpus", "nowhere"}).exit_code, 3);
}

TEST_F(AbbreviationsCli, ChecksALocalTableByLine) {
    folder_.write("bad.tsv", header +
                                 "XQZ\txóa quán zin\tgeneral\tmaybe\t\t\nABC\tan\n"
                                 "XYZ\tkhông khớp đâu\tgeneral\tno\t\t\n");
    const Outcome outcome = index({"abbreviations", "--abbreviations", "bad.tsv"});
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_TRUE(contains(outcome.out, "bad.tsv:2: the column ambiguous must be yes or no"));
    EXPECT_TRUE(contains(outcome.out, "bad.tsv:3: it has 2 columns instead of 6"));
    EXPECT_TRUE(contains(outcome.out, "bad.tsv:4: the initials do not fit"));
    EXPECT_TRUE(contains(outcome.out, "(a warning only)"));
    EXPECT_TRUE(contains(index({"abbreviations", "--abbreviations", "bad.tsv"}, "vi").out,
                         "bad.tsv:3: có 2 cột, phải có 6"));
}

TEST_F(AbbreviationsCli, ABadLocalTableStopsTheBuild) {
    folder_.write("corpus/a.txt", report("1. Đất đai\nBan vận động hiến đất đã họp.\n"));
    folder_.write("bad.tsv", header + "XQZ\txóa quán zin\tgeneral\tno\t\t\n\t\tgov\tno\t\t\n");
    const Outcome outcome = build({"--abbreviations", "bad.tsv"});
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_TRUE(contains(outcome.err, "bad.tsv:3: the column abbreviation is empty"))
        << outcome.err;
    EXPECT_FALSE(fs::exists(folder_.path() / "index" / "CURRENT"));
    const Outcome missing = build({"--abbreviations", "none.tsv"});
    EXPECT_EQ(missing.exit_code, 2);
    EXPECT_TRUE(contains(missing.err, "cannot read the table of abbreviations none.tsv"))
        << missing.err;
}

TEST_F(AbbreviationsCli, ALocalTableReachesTheSearcher) {
    folder_.write("corpus/a.txt", report("1. Đất đai\nĐã thẩm định XQZ tại thôn.\n"));
    folder_.write("corpus/b.txt", report("1. Đất đai\nĐã thẩm định xóa quán zin tại thôn.\n"));
    folder_.write("local.tsv", "\xEF\xBB\xBF" + header + "XQZ\txóa quán zin\tgeneral\tno\t\t\r\n");
    ASSERT_EQ(build().exit_code, 0);
    EXPECT_EQ(hits("XQZ"), 1U);
    EXPECT_EQ(hits("xóa quán zin"), 1U);
    ASSERT_EQ(build({"--abbreviations", "local.tsv"}).exit_code, 0);
    for (const std::string query : {"XQZ", "xqz", "xóa quán zin", "\"XQZ tại thôn\"",
                                    "\"thẩm định xóa quán zin\"", "xqz thẩm định"}) {
        EXPECT_EQ(hits(query), 2U) << query;
    }
}

TEST_F(AbbreviationsCli, ADefinitionHoldsForItsReport) {
    folder_.write("corpus/a.txt",
                  report("1. Đất đai\nBan vận động hiến đất (BVĐHĐ) đã họp.\n"
                         "2. Giao thông\nCác hộ do BVĐHĐ thôn lo liệu đã dỡ tường rào.\n"));
    folder_.write("corpus/b.txt", report("1. Đất đai\nBVĐHĐ thôn lo liệu việc khác.\n"));
    ASSERT_EQ(build().exit_code, 0);
    EXPECT_EQ(hits("BVĐHĐ"), 2U);
    EXPECT_EQ(hits("\"ban vận động hiến đất thôn lo liệu\""), 1U)
        << "the second section of the report that defines it";
}

TEST_F(AbbreviationsCli, SeveralInOneQueryAndInsideQuotes) {
    folder_.write("corpus/a.txt",
                  report("1. Tài chính\nUỷ ban nhân dân xã báo cáo thu ngân sách để xây dựng nông "
                         "thôn mới.\n"));
    folder_.write("corpus/b.txt",
                  report("1. Tài chính\nThu NS xây dựng NTM do UBND xã chủ trì.\n"));
    ASSERT_EQ(build().exit_code, 0);
    for (const std::string query : {"thu NS NTM UBND", "thu ns ntm ubnd", "thu ngân sách NTM",
                                    "\"xây dựng NTM\"", "\"thu NS\"", "\"UBND xã\""}) {
        EXPECT_EQ(hits(query), 2U) << query;
    }
}

TEST_F(AbbreviationsCli, WrongUseExits2) {
    const struct {
        Arguments arguments;
        std::string message;
    } cases[] = {
        {{"abbreviations"}, "--corpus DIR is missing"},
        {{"abbreviations", "--abbreviations"}, "--abbreviations needs a value"},
        {{"abbreviate"}, "there is no command “abbreviate” (build, status"},
    };
    for (const auto& [arguments, message] : cases) {
        const Outcome outcome = index(arguments);
        EXPECT_EQ(outcome.exit_code, 2) << message;
        EXPECT_TRUE(contains(outcome.err, message)) << outcome.err;
    }
}

}  // namespace
}  // namespace commsearch
