#include "indexer/report/sections/outline.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/report/sections/passages.h"

namespace commsearch::report {
namespace {

const Taxonomy& taxonomy() {
    static const Taxonomy all;
    return all;
}

OutlineContext monthly_report() {
    return {DocumentType::bao_cao, Period::parse("2023-11"), Period::parse("2023-12")};
}

std::vector<Section> outlined(std::string_view text, const OutlineContext& context) {
    return outline(lines_of(text), context, taxonomy());
}

/// "heading > heading | topic | past: passage / passage", a section a row.
std::vector<std::string> told(const std::vector<Section>& sections) {
    std::vector<std::string> rows;
    for (const Section& section : sections) {
        std::string row;
        for (const std::string& heading : section.heading_path)
            row += (row.empty() ? "" : " > ") + heading;
        row += " | " + section.topic + " | ";
        row += section.plan_or_result == PlanOrResult::result ? "past:"
               : section.plan_or_result == PlanOrResult::plan ? "next:"
                                                              : "-:";
        for (const Passage& passage : section.passages) row += " {" + passage.text + '}';
        std::replace(row.begin(), row.end(), '\n', '/');
        rows.push_back(row);
    }
    return rows;
}

using Rows = std::vector<std::string>;

TEST(Outline, HeadingsNestByTheFormOfTheirNumbers) {
    EXPECT_EQ(told(outlined("Mở đầu.\n"
                            "I. KẾT QUẢ THÁNG 11\n"
                            "1. Y tế\n"
                            "Khám 200 lượt.\n"
                            "a) Tiêm chủng: Đạt 98%.\n"
                            "2. Giáo dục\n"
                            "Dạy và học tốt.\n"
                            "II. PHƯƠNG HƯỚNG THÁNG 12\n"
                            "1. Y tế\n"
                            "Phun thuốc muỗi.\n",
                            monthly_report())),
              (Rows{" |  | past: {Mở đầu.}",
                    "I. KẾT QUẢ THÁNG 11 > 1. Y tế | y-te-dan-so | past: {Khám 200 lượt.}",
                    "I. KẾT QUẢ THÁNG 11 > 1. Y tế > a) Tiêm chủng: | y-te-dan-so | past: {Đạt "
                    "98%.}",
                    "I. KẾT QUẢ THÁNG 11 > 2. Giáo dục | giao-duc | past: {Dạy và học tốt.}",
                    "II. PHƯƠNG HƯỚNG THÁNG 12 > 1. Y tế | y-te-dan-so | next: {Phun thuốc "
                    "muỗi.}"}));
}

TEST(Outline, AHeadingWithNothingBelowIsAPassage) {
    EXPECT_EQ(told(outlined("I. KẾT QUẢ\n"
                            "1. Y tế\n"
                            "2. Giáo dục\n"
                            "II. KIẾN NGHỊ\n",
                            monthly_report())),
              (Rows{"I. KẾT QUẢ | y-te-dan-so | past: {1. Y tế}",
                    "I. KẾT QUẢ | giao-duc | past: {2. Giáo dục}",
                    " | kien-nghi-de-xuat | -: {II. KIẾN NGHỊ}"}));
}

TEST(Outline, CapitalsGoOnInTheNextLine) {
    const std::vector<Section> sections = outlined(
        "PHẦN THỨ NHẤT\nKẾT QUẢ THỰC HIỆN NHIỆM VỤ\nPHÁT TRIỂN KINH TẾ\nThu ngân sách đạt khá.\n",
        monthly_report());
    ASSERT_EQ(sections.size(), 1U);
    EXPECT_EQ(sections[0].heading_path,
              Rows{"PHẦN THỨ NHẤT KẾT QUẢ THỰC HIỆN NHIỆM VỤ PHÁT TRIỂN KINH TẾ"});
}

/// The headings of a text, "outer > inner" a section.
Rows headings(std::string_view text) {
    Rows rows;
    for (const Section& section : outlined(text, monthly_report())) {
        std::string row;
        for (const std::string& heading : section.heading_path)
            row += (row.empty() ? "" : " > ") + heading;
        rows.push_back(row);
    }
    return rows;
}

TEST(Outline, ASentenceThatAMarginBrokeIsNoHeading) {
    // A word that asks for more; a margin, as the line above shows it; the number of a day.
    EXPECT_EQ(headings("I. CHỈ ĐẠO\n"
                       "1. Ngay sau khi có Công văn số 12/UBND-NN ngày 12/9/2023 của\n"
                       "UBND huyện, UBND xã đã ban hành Kế hoạch.\n"
                       "Các thôn rà soát, lập danh sách hộ chăn nuôi cần tiêm phòng tại Tổ\n"
                       "dân phố.\n"
                       "2. Hội Nông dân xã, Hội Phụ nữ xã tổ chức đối thoại với Chủ tịch\n"
                       "Ủy ban nhân dân xã về nước sạch.\n"
                       "3. Phòng Kinh tế tổng hợp, báo cáo tỉnh trước 10 giờ ngày\n"
                       "02/10/2025.\n"),
              (Rows{"I. CHỈ ĐẠO", "I. CHỈ ĐẠO", "I. CHỈ ĐẠO"}));
    // A line of one word goes on as well; a colon further down opens a list.
    EXPECT_EQ(headings("II. NHIỆM VỤ\n1. Tăng cường điều tra, dự báo; thông báo kịp thời cho nông "
                       "dân\nqua\nloa truyền thanh xã.\n2. Báo cáo kết quả về Cục trước 16 giờ 00 "
                       "thứ Năm hằng tuần theo\nđịa chỉ: số 149 Hồ Đắc Di.\n"),
              (Rows{"II. NHIỆM VỤ", "II. NHIỆM VỤ"}));
    // A name that ends on its own line stays one.
    EXPECT_EQ(headings("I. KẾT QUẢ\n1. Công tác chăm sóc sức khỏe Nhân dân trên địa bàn\n"
                       "Trạm Y tế xã khám 120 lượt người.\n2. Giáo dục\nDạy tốt.\n"),
              (Rows{"I. KẾT QUẢ > 1. Công tác chăm sóc sức khỏe Nhân dân trên địa bàn",
                    "I. KẾT QUẢ > 2. Giáo dục"}));
}

TEST(Outline, ClausesOfAnArticleHaveNoNames) {
    EXPECT_EQ(headings("Điều 4. Mức hỗ trợ\n1. Hộ nghèo: 60 triệu đồng/hộ.\n"
                       "2. Hộ gia đình chính sách: 50 triệu đồng/hộ.\n"
                       "II. KẾT QUẢ\n1. Hộ nghèo: 60 hộ.\n"),
              (Rows{"Điều 4. Mức hỗ trợ", "Điều 4. Mức hỗ trợ", "II. KẾT QUẢ > 1. Hộ nghèo:"}));
}

TEST(Outline, WhoDecidesIsNoHeading) {
    for (const char* line : {"BAN CHẤP HÀNH ĐẢNG BỘ XÃ QUYẾT ĐỊNH",
                             "QUYẾT NGHỊ:", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐIỆN:"})
        EXPECT_EQ(headings(std::string(line) + "\nĐiều 1. Thành lập Tổ.\nTổ có năm người.\n").at(0),
                  "")
            << line;
    EXPECT_EQ(headings("II. PHƯƠNG HƯỚNG, NHIỆM VỤ TRỌNG TÂM TRONG THỜI GIAN\nTỚI\nTiêm phòng.\n"),
              Rows{"II. PHƯƠNG HƯỚNG, NHIỆM VỤ TRỌNG TÂM TRONG THỜI GIAN TỚI"});
}

TEST(Outline, TheEndOfAPaperStandsBelowNoHeading) {
    const std::vector<Section> sections =
        outlined("I. PHƯƠNG HƯỚNG\nTrồng rừng.\nTrên đây là báo cáo tháng 11.\n", monthly_report());
    ASSERT_EQ(sections.size(), 2U);
    EXPECT_EQ(sections[0].plan_or_result, PlanOrResult::plan);
    EXPECT_TRUE(sections[1].heading_path.empty());
    EXPECT_EQ(sections[1].plan_or_result, PlanOrResult::unknown);
}

TEST(Outline, ThePaperSaysWhatStandsBelowNoHeading) {
    const Period december = Period::parse("2023-12");
    const struct {
        OutlineContext context;
        PlanOrResult plan_or_result;
    } rows[] = {
        {{DocumentType::bao_cao, {}, {}}, PlanOrResult::result},
        {{DocumentType::ke_hoach, {}, {}}, PlanOrResult::unknown},
        {{DocumentType::ke_hoach, {}, december}, PlanOrResult::plan},
        {{DocumentType::bao_cao, december, {}}, PlanOrResult::result},
        {{DocumentType::unknown, {}, {}}, PlanOrResult::unknown},
    };
    for (const auto& [context, plan_or_result] : rows)
        EXPECT_EQ(outlined("Xã có năm thôn.", context).at(0).plan_or_result, plan_or_result);
}

TEST(Outline, NumbersThatBeginAgainBelowShortcomingsArePlans) {
    const Rows rows =
        told(outlined("I. KẾT QUẢ\n1. Y tế\nKhám bệnh.\n"
                      "II. TỒN TẠI, HẠN CHẾ\n"
                      "1. Thu ngân sách chậm, còn nợ đọng nhiều năm chưa thu hồi.\n"
                      "2. Rác thải chưa được gom hết, người dân còn phàn nàn nhiều.\n"
                      "1. Tiếp tục đôn đốc thu ngân sách theo kế hoạch được giao.\n",
                      monthly_report()));
    ASSERT_EQ(rows.size(), 3U) << testing::PrintToString(rows);
    EXPECT_NE(rows[1].find("| past: {1. Thu ngân"), std::string::npos) << rows[1];
    EXPECT_NE(rows[2].find("| next: {1. Tiếp tục"), std::string::npos) << rows[2];
}

// --- laws over random bodies --------------------------------------------------------------------

/// A body whose line n holds the word "Qn" once, in many forms.
std::string random_body(std::mt19937& random, std::size_t lines) {
    const std::vector<std::string> forms = {
        "PHẦN I: #",         "A. NHỮNG VIỆC #", "II. KẾT QUẢ #",   "I. PHƯƠNG HƯỚNG #",
        "1. Kinh tế #",      "2. Y tế # ",      "3.1. Lúa #",      "a) Cây dừa #",
        "- Việc # đã xong.", "1.2. Bò: Đàn #.", "CÁC VIỆC KHÁC #", "Trên đây là báo cáo #.",
        "Họp thôn #.",       "Điều 5. Quyền #", "Mục 1. Việc #",   "TỒN TẠI, HẠN CHẾ #"};
    std::string body;
    for (std::size_t line = 1; line <= lines; ++line) {
        std::string text = forms[random() % forms.size()];
        text.replace(text.find('#'), 1, "Q" + std::to_string(line));
        if (random() % 4 == 0) {
            for (std::size_t i = random() % 150; i > 0; --i) text += i % 12 == 0 ? " xã." : " xã";
        }
        body += text + '\n';
        if (random() % 5 == 0) body += "- vì thế,\n\n";
    }
    return body;
}

bool has_word(std::string_view text, const std::string& word) {
    const std::size_t at = text.find(word);
    if (at == std::string_view::npos) return false;
    const std::size_t end = at + word.size();
    return (end == text.size() || std::isdigit(static_cast<unsigned char>(text[end])) == 0) ||
           has_word(text.substr(end), word);
}

TEST(OutlineLaws, NoLineIsLostAndLinesStayInOrder) {
    std::mt19937 random(71);
    for (int round = 0; round < 150; ++round) {
        const std::size_t size = 1 + random() % 30;
        const std::string body = random_body(random, size);
        const std::vector<Section> sections = outlined(body, monthly_report());
        std::uint32_t last_line = 1;
        for (const Section& section : sections) {
            EXPECT_FALSE(section.passages.empty());
            for (const Passage& passage : section.passages) {
                EXPECT_FALSE(passage.text.empty());
                EXPECT_GE(passage.first_line, last_line) << body;
                EXPECT_GE(passage.last_line, passage.first_line);
                EXPECT_LE(word_count(passage.text), passage_max_words) << passage.text;
                last_line = passage.last_line;
            }
        }
        for (std::size_t line = 1; line <= size; ++line) {
            const std::string word = "Q" + std::to_string(line);
            const bool is_kept =
                std::any_of(sections.begin(), sections.end(), [&](const Section& section) {
                    return std::any_of(section.heading_path.begin(), section.heading_path.end(),
                                       [&](const auto& text) { return has_word(text, word); }) ||
                           std::any_of(section.passages.begin(), section.passages.end(),
                                       [&](const auto& one) { return has_word(one.text, word); });
                });
            EXPECT_TRUE(is_kept) << word << " of\n" << body;
        }
    }
}

}  // namespace
}  // namespace commsearch::report
