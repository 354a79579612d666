#include "analyzers/word/near_duplicate_hash.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "analyzers/analyzer.h"
#include "analyzers/base/fingerprint.h"

namespace commsearch::word {
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

/// What the header promises, bit by bit.
std::uint64_t written_out(const Tokens& tokens) {
    std::vector<std::string> words;
    for (const Token& token : tokens) {
        if (is_running(token) && token.kind != Token::Kind::number)
            words.push_back(token.unaccented);
    }
    if (words.size() < min_similarity_words) return 0;
    std::uint64_t result = 0;
    for (unsigned bit = 0; bit < 64; ++bit) {
        int balance = 0;
        for (std::size_t i = 0; i + 2 < words.size(); ++i) {
            std::uint64_t hash =
                fingerprint(words[i] + ' ' + words[i + 1] + ' ' + words[i + 2] + ' ');
            hash ^= hash >> 33U;
            hash *= 0xff51afd7ed558ccdU;
            hash ^= hash >> 33U;
            hash *= 0xc4ceb9fe1a85ec53U;
            hash ^= hash >> 33U;
            balance += (hash >> bit & 1U) != 0 ? 1 : -1;
        }
        if (balance > 0) result |= std::uint64_t{1} << bit;
    }
    return result;
}

TEST(Similarity, CountsAsWrittenOut) {
    std::mt19937 random(5);
    for (int i = 0; i < 500; ++i) {
        Tokens tokens;
        const std::size_t size = random() % 60;
        for (std::size_t at = 0; at < size; ++at) {
            Token token;
            token.unaccented = token.term =
                std::string(1 + random() % 6, static_cast<char>('a' + random() % 3));
            token.kind = static_cast<Token::Kind>(random() % 6);
            token.span = static_cast<std::uint16_t>(1 + random() % 2);
            tokens.push_back(token);
        }
        ASSERT_EQ(similarity_hash(tokens), written_out(tokens));
    }
}

}  // namespace
}  // namespace commsearch::word
