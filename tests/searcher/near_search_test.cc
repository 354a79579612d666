// What comes near a question that nothing answers, and what does not.

#include <gtest/gtest.h>

#include <string>

#include "tests/support/small_index.h"

namespace commsearch {
namespace {

/// Passages about ordinary things, so that the index knows how rare each word is.
const SmallIndex& passages() {
    static const SmallIndex index({[] {
        const std::string texts[] = {
            "Tinh thần tự lực của nhân dân được nâng cao.",
            "Tổ chức ra quân lao động, dọn đất trồng cây.",
            "Trạm phát sóng của thôn đã dựng xong cột.",
            "Công tác thủy lợi: nạo vét ba tuyến mương.",
            "Hạn mặn chi phối mọi mặt sản xuất; độ mặn tại cống lên cao.",
            "Giải bóng đá nam mừng ngày lễ có tám đội.",
            "Thu ngân sách trên địa bàn đạt khá.",
            "Hộ nghèo giảm, hộ cận nghèo được vay vốn.",
        };
        std::string lines;
        for (int i = 0; i < 40; ++i) {
            const std::string number = std::to_string(i);
            lines += json_line(
                {{"id", "p" + number}, {"text", texts[i % 8] + " Bản tin số " + number + "."}});
        }
        return lines;
    }()});
    return index;
}

SearchResult search(const std::string& query) {
    SearchRequest request;
    request.query = query;
    request.limit = 100;
    return passages().search(request);
}

TEST(Near, WordsApartFromTheirNeighboursAreNoAnswer) {
    for (const std::string query :
         {"động đất sóng thần", "sân bay quốc tế", "bóng chuyền bãi biển", "hộ chiếu"})
        EXPECT_EQ(search(query).total_passages, 0U) << query;
}

TEST(Near, OneWordOfTheQuestionIsAnAnswerThatIsTold) {
    for (const std::string query :
         {"hạn mặn hoành hành", "bóng đá nữ quốc tế", "hộ nghèo đa chiều"}) {
        const SearchResult result = search(query);
        EXPECT_EQ(result.total_passages, 5U) << query;
        EXPECT_NE(find_notice(result, "relaxed"), nullptr) << query;
    }
}

TEST(Near, QuotesAreAnsweredWithoutThemOnlyAsNear) {
    const SearchResult result = search("\"hạn mặn sản xuất\"");
    ASSERT_GT(result.total_passages, 0U);
    EXPECT_EQ(find_notice(result, "relaxed")->message.en,
              "no passage holds what is in quotation marks as it stands; these come nearest");
}

TEST(Near, OperatorsAndFiltersAreNeverRelaxed) {
    EXPECT_EQ(search("hạn mặn AND \"hộ nghèo\"").total_passages, 0U);
    EXPECT_NE(find_notice(search("hạn mặn AND \"hộ nghèo\""), "nothing-found"), nullptr);
    for (const std::string query : {"xã:\"Không Có\" hộ nghèo", "kỳ:\"quý V\" hộ nghèo",
                                    "số:77 hộ nghèo", "loại:\"nghị quyết\" hộ nghèo"}) {
        EXPECT_EQ(search(query).total_passages, 0U) << query;
        EXPECT_NE(find_notice(search(query), "unknown-value"), nullptr) << query;
    }
}

}  // namespace
}  // namespace commsearch
