// Times among the words of a question.
#include "searcher/interpret/times.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace commsearch::interpret {
namespace {

/// "tháng 6 năm 2024 = 2024-06; quý I = quý 1"
std::string told(const std::string& question) {
    const std::vector<QuestionWord> words =
        question_words(question, {0, static_cast<std::uint32_t>(question.size())});
    std::string text;
    for (const TimeMention& time : times_among(words, Month(2025, 3))) {
        const std::uint32_t begin = words[time.begin].range.begin;
        text += (text.empty() ? "" : "; ") +
                question.substr(begin, words[time.end - 1].range.end - begin) + " = " +
                (time.period.is_known() ? time.period.text() : time.yearless);
    }
    return text;
}

TEST(TimesAmong, AreThoseOfReports) {
    const struct {
        std::string question, times;
    } rows[] = {
        {"hộ nghèo tháng 6 năm 2024", "tháng 6 năm 2024 = 2024-06"},
        {"ho ngheo thang 6 nam 2024", "thang 6 nam 2024 = 2024-06"},
        {"giao quân tháng 02/2024", "tháng 02/2024 = 2024-02"},
        {"giao quân 2/2024", "2/2024 = 2024-02"},
        {"giao quân 2-2024", "2-2024 = 2024-02"},
        {"thu ngân sách T6/2024", "T6/2024 = 2024-06"},
        {"quý III năm 2025", "quý III năm 2025 = 2025-Q3"},
        {"quý 3/2025 thu ngân sách", "quý 3/2025 = 2025-Q3"},
        {"9 tháng đầu năm 2023", "9 tháng đầu năm 2023 = 2023-M09"},
        {"6 tháng đầu năm 2023", "6 tháng đầu năm 2023 = 2023-H1"},
        {"9 tháng 2023", "9 tháng 2023 = 2023-M09"},
        {"3 tháng cuối năm 2023", "3 tháng cuối năm 2023 = 2023-Q4"},
        {"đầu năm 2024", "đầu năm 2024 = 2024-Q1"},
        {"cuối năm 2023", "cuối năm 2023 = 2023-Q4"},
        {"BHYT 2024", "2024 = 2024"},
        {"năm 2024 và năm 2023", "năm 2024 = 2024; năm 2023 = 2023"},
        {"năm ngoái trồng chè", "năm ngoái = 2024"},
        {"thu ngân sách tháng trước", "tháng trước = 2025-02"},
        {"cuối năm ngoái", "cuối năm ngoái = 2024-Q4"},
        // Without a year they are of any.
        {"thu ngân sách tháng 10", "tháng 10 = tháng 10"},
        {"quý I kết nạp đảng viên", "quý I = quý 1"},
        {"sản lượng ngao 6 tháng", "6 tháng = 6 tháng"},
        {"9 tháng đầu năm", "9 tháng đầu năm = 9 tháng"},
    };
    for (const auto& [question, times] : rows) EXPECT_EQ(told(question), times) << question;
}

TEST(TimesAmong, AreNoOtherNumbers) {
    const std::string none[] = {
        "thu ngân sách đầu năm",
        "19/19 tiêu chí",
        "số 276-BC/ĐU",
        "ngày 30/11/2023",
        "30/11/2023",
        "ngày 2 tháng 9 năm 2023",
        "giai đoạn 2021-2025",
        "nhiệm kỳ 2020-2025",
        "năm 2020-2025",
        "so với cùng kỳ năm trước",
        "Luật Đất đai năm 2013",
        "Nghị định 15 năm 2020",
        "tháng 13",
        "quý V",
        "QĐ/2023",
        "việt nam",
        "thang máy 10",
        "chăn thả tháng",
        "",
    };
    for (const std::string& question : none) EXPECT_EQ(told(question), "") << question;
}

}  // namespace
}  // namespace commsearch::interpret
