#include "searcher/plan/bound_words.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "analyzers/analyzer.h"
#include "searcher/index/index_reader.h"
#include "tests/support/small_index.h"

namespace commsearch::plan {
namespace {

/// Reports in which words of grammar are also parts of other words.
const SmallIndex& index() {
    static const SmallIndex all({[] {
        std::string lines;
        const auto add = [&](const std::string& text, int times) {
            append_repeated(lines, text, times);
        };
        add("Đê bao Châu Xá đạt 61% khối lượng.", 6);
        add("Hợp tác xã bao tiêu 3 tấn vải cho hộ dân của thôn.", 3);
        add("Chỉ tiêu của xã bao gồm thu ngân sách và tiêu chí của thôn.", 12);
        add("Thu của hộ dân; ngân sách của xã; khách sạn của thôn.", 12);
        add("Giải quyết việc làm cho 12 lao động; làm đường, làm cống.", 8);
        add("Việc thu của xã làm xong; việc của thôn cũng xong.", 12);
        add("Còn 4 hộ nợ thuế; nó là thuế đất.", 5);
        add("Kết nạp 2 đảng viên; kết quả của chi bộ đảng.", 8);
        add("Trà sen đạt 4 sao, bản sao của hồ sơ.", 4);
        add("Rạch Cái Da cạn.", 2);
        add("Họ đạo Cái Da chở nước; rạch cạn.", 9);
        add("Quý 4 có 4 hộ, 4 thôn của xã.", 9);
        return lines;
    }()});
    return all;
}

const index::IndexReader& opened() {
    static const index::IndexReader open(index().folder());
    return open;
}

/// "đê-bao Châu Xá (của)": bound neighbours joined, what is no content in parentheses.
std::string read(const std::string& query, bool exact = false) {
    Analyzer analyzer(opened().snapshot().abbreviations());
    const word::Tokens tokens = analyzer.analyze(query, abbreviation::Reading::query);
    const BoundWords bound(opened().words(), tokens, exact);
    std::string text;
    for (const word::Token& token : tokens) {
        if (!word::is_running(token)) continue;
        const bool is_first = text.empty();
        const bool joins = !is_first && bound.binds(token.position - 1);
        text += is_first ? "" : joins ? "-" : " ";
        text += bound.is_content(token) ? token.term : "(" + token.term + ")";
    }
    return text;
}

TEST(BoundWords, AreToldByTheIndex) {
    const struct {
        std::string query, expected;
        bool exact = false;
    } rows[] = {
        {"đê bao", "đê-bao"},
        {"de bao", "de-bao"},
        {"de bao", "(de) (bao)", true},
        {"bao tiêu", "bao-tiêu"},
        {"bao nhiêu", "(bao) (nhiêu)"},
        {"bao nhiêu chỉ tiêu", "(bao) (nhiêu) chỉ-tiêu"},
        {"việc làm", "việc-làm"},
        {"viec lam", "viec-lam"},
        {"việc của xã", "(việc) (của) xã"},
        {"thu ngân sách", "thu ngân-sách"},
        {"no thue", "no-thue"},
        {"cua xa", "(cua) xa"},
        {"kết nạp đảng viên", "kết-nạp đảng-viên"},
        {"trà sen 4 sao", "trà-sen 4-sao"},
        {"rạch Cái Da", "rạch cái-da"},
        {"vì sao", "(vì) (sao)"},
        {"", ""},
    };
    for (const auto& [query, expected, exact] : rows) EXPECT_EQ(read(query, exact), expected);
}

/// How many passages match.
TEST(BoundWords, OneWordOfTwoIsAskedForAsOne) {
    const struct {
        std::string query;
        std::size_t passages;
    } rows[] = {
        {"đê bao", 6},   {"de bao", 6},  {"bao tiêu", 3},
        {"việc làm", 8}, {"no thue", 5}, {"trà 4 sao", 4},
    };
    for (const auto& [query, passages] : rows)
        EXPECT_EQ(index().search(query).total_passages, passages) << query;
}

/// What is marked in the first passage found.
TEST(BoundWords, AreMarkedTogether) {
    const struct {
        std::string query, marked;
    } rows[] = {
        {"đê bao", "[Đê bao] Châu Xá đạt 61% khối lượng."},
        {"bao tiêu vải", "Hợp tác xã [bao tiêu] 3 tấn [vải] cho hộ dân của thôn."},
        {"việc làm", "Giải quyết [việc làm] cho 12 lao động; làm đường, làm cống."},
        {"no thue", "Còn 4 hộ [nợ thuế]; nó là thuế đất."},
        {"kết nạp đảng viên", "[Kết nạp] 2 [đảng viên]; kết quả của chi bộ đảng."},
        {"trà 4 sao", "[Trà] sen đạt [4 sao], bản sao của hồ sơ."},
        {"tiêu chí của thôn", "Chỉ tiêu của xã bao gồm thu ngân sách và [tiêu chí của thôn]."},
        {"quý 4", "[Quý 4] có 4 hộ, 4 thôn của xã."},
    };
    for (const auto& [query, marked] : rows) {
        const SearchResult result = index().search(query);
        ASSERT_FALSE(result.reports.empty()) << query;
        const std::string text = with_brackets(result.reports[0].passages.at(0).excerpt);
        EXPECT_EQ(text.substr(0, text.find(" Bản tin")), marked);
    }
}

}  // namespace
}  // namespace commsearch::plan
