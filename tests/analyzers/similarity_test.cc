#include "analyzers/similarity.h"

#include <gtest/gtest.h>

#include <string>

#include "analyzers/analyzer.h"

namespace commsearch {
namespace {

std::uint64_t hash_of(const std::string& text) {
    static const Abbreviations abbreviations;
    return similarity_hash(Analyzer(abbreviations).analyze(text));
}

TEST(Similarity, FiguresAndSpellingDoNotMatter) {
    const std::string october =
        "Công an xã tổ chức 12 lượt tuần tra, tiếp nhận 03 tin báo, giải quyết kịp thời các vụ "
        "việc phát sinh trên địa "
        "bàn, không để xảy ra điểm nóng về an ninh trật tự.";
    const std::string november =
        "Công an xã tổ chức 15 lượt tuần tra, tiếp nhận 01 tin báo, giải quyết kịp thời các vụ "
        "việc phát sinh trên địa "
        "bàn, không để xảy ra điểm nóng về ANTT.";
    EXPECT_TRUE(are_similar(hash_of(october), hash_of(november)));
    EXPECT_FALSE(are_similar(hash_of(october),
                             hash_of("Trạm Y tế khám chữa bệnh cho 412 lượt người, tiêm chủng cho "
                                     "trẻ em đủ liều, kiểm tra vệ sinh an toàn "
                                     "thực phẩm tại chợ và các hộ kinh doanh ăn uống trong xã.")));
}

TEST(Similarity, ShortTextsAreLikeNoOther) {
    EXPECT_EQ(hash_of("Không có dịch bệnh xảy ra."), 0U);
    EXPECT_FALSE(are_similar(0, 0));
}

}  // namespace
}  // namespace commsearch
