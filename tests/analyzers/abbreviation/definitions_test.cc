#include "analyzers/abbreviation/definitions.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "analyzers/analyzer.h"
#include "analyzers/base/unicode.h"
#include "analyzers/word/initials.h"

namespace commsearch::abbreviation {
namespace {

using Forms = std::vector<std::pair<std::string, std::string>>;

Forms forms(const std::string& text) {
    Forms found;
    for (const Definition& definition : find_definitions(text))
        found.emplace_back(definition.short_form, definition.long_form);
    return found;
}

TEST(Definitions, AreFound) {
    const std::vector<std::pair<std::string, Forms>> cases = {
        {"xây dựng nông thôn mới (NTM) trên", {{"NTM", "nông thôn mới"}}},
        {"XÂY DỰNG NÔNG THÔN MỚI (NTM)", {{"NTM", "NÔNG THÔN MỚI"}}},
        {"kinh tế - xã hội (KT-XH), quốc phòng - an ninh (QP - AN).",
         {{"KT-XH", "kinh tế - xã hội"}, {"QP - AN", "quốc phòng - an ninh"}}},
        {"phòng cháy, chữa cháy ( PCCC )", {{"PCCC", "phòng cháy, chữa cháy"}}},
        {"phòng chống thiên tai và tìm kiếm cứu nạn (PCTT&TKCN)",
         {{"PCTT&TKCN", "phòng chống thiên tai và tìm kiếm cứu nạn"}}},
        {"Hợp tác xã Tân Giáo (sau đây gọi tắt là HTX Tân Giáo) đã", {{"HTX", "Hợp tác xã"}}},
        {"Ủy ban nhân dân xã (gọi tắt là UBND xã)", {{"UBND", "Ủy ban nhân dân"}}},
        {"Ban Quản lý dự án, sau đây gọi tắt là Ban QLDA, họp", {{"QLDA", "Quản lý dự án"}}},
        {"Quỹ tín dụng nhân dân (viết tắt: QTDND)", {{"QTDND", "Quỹ tín dụng nhân dân"}}},
        {"Đội dân phòng (sau đây viết tắt là “ĐDP”)", {{"ĐDP", "Đội dân phòng"}}},
        {"Ban Chỉ đạo phòng dịch xã Tân Giáo (gọi tắt là BCĐ)", {{"BCĐ", "Ban Chỉ đạo"}}},
        {"Trung tâm Phục vụ hành chính công xã (TTPVHCC)",
         {{"TTPVHCC", "Trung tâm Phục vụ hành chính công"}}},
        {"Hợp tác xã, liên hiệp hợp tác xã (sau đây gọi chung là HTX)", {{"HTX", "hợp tác xã"}}},
        {"Ban Chỉ đạo (sau đây gọi là BCĐ) họp", {{"BCĐ", "Ban Chỉ đạo"}}},
        {"NÔNG THÔN MỚI (GỌI TẮT LÀ NTM)", {{"NTM", "NÔNG THÔN MỚI"}}},
        {"Uỷ ban nhân dân (UBND)", {{"UBND", "Uỷ ban nhân dân"}}},
        {"no\u0302ng tho\u0302n mo\u031B\u0301i (NTM)", {{"NTM", "nông thôn mới"}}},
    };
    for (const auto& [text, expected] : cases) EXPECT_EQ(forms(text), expected) << text;
}

TEST(Definitions, AreFoundTheOtherWayRound) {
    const std::vector<std::pair<std::string, Forms>> cases = {
        {"các HTX (hợp tác xã) trên địa bàn", {{"HTX", "hợp tác xã"}}},
        {"VỀ HTX (HỢP TÁC XÃ)", {{"HTX", "HỢP TÁC XÃ"}}},
        {"XÃ HỌP HTX ( hợp tác xã )", {{"HTX", "hợp tác xã"}}},
        {"PCTT&TKCN (phòng chống thiên tai và tìm kiếm cứu nạn)",
         {{"PCTT&TKCN", "phòng chống thiên tai và tìm kiếm cứu nạn"}}},
        {"KT-XH (kinh tế - xã hội)", {{"KT-XH", "kinh tế - xã hội"}}},
        {"PCCC (phòng cháy, chữa cháy).", {{"PCCC", "phòng cháy, chữa cháy"}}},
        {"HTX: hợp tác xã", {{"HTX", "hợp tác xã"}}},
        {"TYT (trạm y tế)", {{"TYT", "trạm y tế"}}},
        {"- TT: thị trấn;", {{"TT", "thị trấn"}}},
        {"HTX: hợp tác xã, DNTN: doanh nghiệp tư nhân; BCĐ = ban chỉ đạo.",
         {{"HTX", "hợp tác xã"}, {"DNTN", "doanh nghiệp tư nhân"}, {"BCĐ", "ban chỉ đạo"}}},
        {"PCCC: phòng cháy, chữa cháy.", {{"PCCC", "phòng cháy, chữa cháy"}}},
        {"HTX\n(hợp tác xã)", {}},
    };
    for (const auto& [text, expected] : cases) EXPECT_EQ(forms(text), expected) << text;
}

TEST(Definitions, WordsBehindAShortFormNeedNotExplainIt) {
    for (const std::string text :
         {"HTX (hợp tác xã nông nghiệp)", "HTX (các hợp tác xã)", "UBND (ủy ban xã)",
          "HTX: hợp tác xã nộp thuế", "HTX: 3 hợp tác xã", "Chi cho TT: thị trấn 5 triệu",
          "chi TT: thị trấn", "ĐB (đại biểu", "htx (hợp tác xã)", "AB (a b)", "Tân (tân)",
          "HTX: hợp. tác xã", "QD (quy định)", "sau đây gọi là NTM", "gọi điện (HTX)"}) {
        EXPECT_EQ(forms(text), Forms{}) << text;
    }
}

TEST(Definitions, OtherWordsInParenthesesAreNone) {
    for (const std::string text :
         {"nông dân giỏi (NTM)", "đơn vị (xem KH)", "Đội xung kích (DXK)", "nông thôn. Mới (NTM)",
          "nông thôn\nmới (NTM)", "dự án số 1 (DA1)", "Công ty Lam Sơn (gọi tắt là Công ty)",
          "(NTM)", "mới (M)", "gọi tắt là NTM", "tắt", "nông thôn mới (NTM", "nông thôn mới NTM)",
          "phòng (TẠI XÃ)", "giấy phép (GP ngày 3/5)", "thôn Đông (TĐ và các thôn khác)"}) {
        EXPECT_EQ(forms(text), Forms{}) << text;
    }
}

TEST(Definitions, PointIntoTheTextAsGiven) {
    const std::string text = "A\u0301o mo\u031B\u0301i.\nNông thôn mới (NTM) và hợp tác xã (HTX).";
    const std::vector<Definition> found = find_definitions(text);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].begin, text.find("NTM"));
    EXPECT_EQ(found[1].begin, text.find("HTX"));
}

TEST(Definitions, InitialsFit) {
    const std::vector<std::tuple<std::string, std::string, bool>> cases = {
        {"NTM", "nông thôn mới", true},
        {"UBND", "Ủy ban nhân dân", true},
        {"QĐ", "quy định", true},
        {"QD", "quy định", false},
        {"PCTTTKCN", "phòng chống thiên tai và tìm kiếm cứu nạn", true},
        {"PCTTVTKCN", "phòng chống thiên tai và tìm kiếm cứu nạn", true},
        {"KT-XH", "kinh tế - xã hội", true},
        {"TM", "nông thôn mới", false},
        {"", "nông thôn mới", false},
        {"NTM", "", false},
    };
    for (const auto& [short_form, long_form, fits] : cases)
        EXPECT_EQ(word::initials_fit(short_form, long_form), fits) << short_form;
}

TEST(Definitions, HoldForTheirDocument) {
    const word::Abbreviations dictionary;
    const std::string text = "Ban vận động hiến đất (BVĐHĐ) đã họp. BVĐHĐ phân công; NTM xã.";
    const auto local = local_abbreviations({text}, dictionary);
    ASSERT_TRUE(local.has_value());
    Analyzer analyzer(dictionary);
    const auto terms = [](const word::Tokens& tokens, word::Token::Kind kind) {
        std::vector<std::string> found;
        for (const word::Token& token : tokens) {
            if (token.kind == kind) found.push_back(token.term);
        }
        return found;
    };
    const word::Tokens tokens = analyzer.analyze(text, {Reading::document, {}, &*local});
    EXPECT_EQ(terms(tokens, word::Token::Kind::short_form),
              (std::vector<std::string>{"bvđhđ", "bvđhđ", "ntm"}));
    EXPECT_EQ(terms(tokens, word::Token::Kind::compound),
              (std::vector<std::string>{"ban vận động hiến đất", "ban vận động hiến đất",
                                        "ban vận động hiến đất", "nông thôn mới"}));
    EXPECT_EQ(terms(analyzer.analyze(text), word::Token::Kind::compound),
              std::vector<std::string>{"nông thôn mới"})
        << "and for no other one";
}

TEST(Definitions, OfADocumentGoBeforeTheDictionary) {
    const word::Abbreviations dictionary;
    const std::string text = "Chương trình thiện nguyện (CT) … Về CT:";
    const auto local = local_abbreviations({"Cửu trùng (CT)"}, dictionary);
    ASSERT_TRUE(local.has_value());
    EXPECT_EQ(local->senses("ct").front().compound, "cửu trùng");
    EXPECT_FALSE(local_abbreviations({"nông thôn mới (NTM)"}, dictionary).has_value())
        << "the dictionary says so too";
    EXPECT_FALSE(local_abbreviations({}, dictionary).has_value());
    const auto known = local_abbreviations({"tài chính (TC)"}, dictionary);
    Analyzer analyzer(dictionary);
    std::size_t found = 0;
    for (const word::Token& token : analyzer.analyze("Về TC:", {Reading::document, {}, &*known}))
        found += token.kind == word::Token::Kind::compound && token.term == "tài chính" ? 1 : 0;
    EXPECT_EQ(found, 1U) << "one of several meanings, chosen by the document";
}

TEST(Definitions, AreFoundInEveryNormalForm) {
    EXPECT_EQ(forms("Hợp tác xã Tân Giáo sau đây go\u0323i ta\u0306\u0301t là HTX Tân Giáo"),
              (Forms{{"HTX", "Hợp tác xã"}}));
    EXPECT_EQ(forms("xây dựng nông thôn mo\u031B\u0301i (NTM)"), (Forms{{"NTM", "nông thôn mới"}}));
}

}  // namespace
}  // namespace commsearch::abbreviation
