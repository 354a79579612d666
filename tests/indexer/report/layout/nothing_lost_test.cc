// Every word of a document is in a passage, a heading, or a part that is left out by name.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "indexer/report/layout/document_parts.h"
#include "indexer/source/formats/document_readers.h"
#include "tests/indexer/report/parser/parsed.h"

namespace commsearch::report {
namespace {

namespace fs = std::filesystem;
using Words = std::multiset<std::string>;

void add_words(std::string_view text, Words& words) {
    std::istringstream key(words_key(text));
    for (std::string word; key >> word;) words.insert(word);
}

/// The words of the document that are neither in its report nor left out by name. A heading stands
/// above many passages, and once for two equal ones.
std::vector<std::string> words_lost(const source::RawDocument& document) {
    const Report report = parsed(document);
    Words found;
    Words headings;
    for (const Section& section : report.sections) {
        for (const std::string& heading : section.heading_path) add_words(heading, headings);
        for (const Passage& passage : section.passages) add_words(passage.text, found);
    }
    for (const LeftOut& part : take_apart(document).left_out())
        for (const Line& line : part.lines) add_words(line.text, found);
    Words all;
    for (const Line& line : lines_of(document.text, document.tables)) add_words(line.text, all);
    std::vector<std::string> lost;
    std::set_difference(all.begin(), all.end(), found.begin(), found.end(),
                        std::back_inserter(lost));
    std::erase_if(lost, [&](const std::string& word) { return headings.contains(word); });
    return lost;
}

source::RawDocument plain(std::string text) {
    source::RawDocument document;
    document.text = std::move(text);
    return document;
}

TEST(NothingLost, OfTheCorpusAndTheLabelledPapers) {
    std::size_t files = 0;
    for (const char* const folder : {"corpus", "tests/indexer/papers"}) {
        for (const fs::directory_entry& entry :
             fs::recursive_directory_iterator(fs::path(COMMSEARCH_SOURCE_DIR) / folder)) {
            const std::string extension = entry.path().extension().string();
            if (extension != ".txt" && extension != ".html") continue;
            std::ifstream file(entry.path(), std::ios::binary);
            const std::string content{std::istreambuf_iterator<char>(file), {}};
            const source::RawDocument document =
                extension == ".html" ? source::read_html(content) : source::read_text(content);
            EXPECT_EQ(words_lost(document), Lines{}) << entry.path();
            ++files;
        }
    }
    EXPECT_GT(files, 90U);
}

TEST(NothingLost, OfLettersDecisionsAndStatutes) {
    const std::string header =
        "ỦY BAN NHÂN DÂN\nXÃ CẨM MỸ\nSố: 12/UBND-VP\nV/v cung cấp thông tin môi trường\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Cẩm Mỹ, ngày 05 tháng 02 năm 2025\n";
    for (const std::string body : {
             "\nKính gửi: Hội Người cao tuổi xã\nỦy ban nhân dân xã có ý kiến như sau:\n"
             "1. Thống nhất với hồ sơ tại Công văn số 01/BC-HNCT ngày 24/12/2024.\n"
             "2. Đại hội đã bầu 08 thành viên Ban Chấp hành.\n3. Giao Văn phòng theo dõi.",
             "\nKính gửi: Các trường học\nĐể có cơ sở hỗ trợ các trường, xã yêu cầu báo cáo.\n"
             "Báo cáo gửi về Văn phòng chậm nhất đến ngày 20/01/2018.\nRất mong sự hợp tác.",
             "QUYẾT ĐỊNH\nVề việc bổ nhiệm Trưởng thôn\nLuật Tổ chức ngày 19 tháng 6 năm 2015;\n"
             "Quyết định số 15/2023/QĐ-UBND ngày 10 tháng 5 năm 2023 của tỉnh quy định nhiệm vụ;\n"
             "Điều 1. Bổ nhiệm ông Nguyễn Văn Mẫu giữ chức Trưởng thôn.",
             "QUY CHẾ\nHOẠT ĐỘNG CỦA NHÀ VĂN HÓA THÔN\n(Kèm theo Quyết định số       /QĐ-UBND ngày "
             "tháng 02 năm 2024\ncủa Chủ tịch Ủy ban nhân dân xã)\nĐiều 1. Tên gọi\nNhà văn hóa "
             "thôn là nơi hội họp của nhân dân.",
             "BÁO CÁO\nTình hình kinh tế - xã hội tháng 9 năm 2023\nTrong tháng 9 năm 2023, xã đã "
             "trồng được 12 ha lạc trên đồi cát.\nNhân dân các thôn phấn khởi.",
             "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n(đã ký)\nLý Văn Thìn\nPHỤ LỤC\nDanh sách hộ nghèo",
         }) {
        EXPECT_EQ(words_lost(plain(header + body)), Lines{}) << body;
        EXPECT_EQ(words_lost(plain(body)), Lines{}) << body;
    }
}

/// Papers of lines in any order: header, stamps, headings, sentences, signatures.
TEST(NothingLost, OfLinesInAnyOrder) {
    const Lines forms = {"ỦY BAN NHÂN DÂN",
                         "XÃ CẨM MỸ",
                         "Số: 12/BC-UBND",
                         "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                         "Cẩm Mỹ, ngày 05 tháng 02 năm 2025",
                         "BÁO CÁO",
                         "Tình hình Q tháng 9 năm 2023",
                         "Trong tháng 9 năm 2023, xã đã trồng được Q ha lạc trên đồi cát.",
                         "Kính gửi: Q",
                         "I. KẾT QUẢ Q",
                         "H. Kết quả Q",
                         "1. Y tế Q: Khám Q lượt.",
                         "2. Giao Trạm Q phối hợp với các trường: Q, Q;",
                         "a) Chủ trì Q;",
                         "- Thôn Q họp",
                         "Điều 1. Thành lập Tổ Q.",
                         "Công tác tuyên truyền, phổ biến giáo dục pháp luật và nâng cao Q",
                         "3. Công tác tuyên truyền, phổ biến giáo dục pháp luật và nâng cao Q",
                         "nhận thức Q",
                         "",
                         "Q",
                         "- 2 -",
                         "Người ký: Q",
                         "Thời gian ký: 18.11.2023 07:25:14",
                         "vanthu@camxuyen.vn",
                         "Nơi nhận: Q",
                         "- Lưu: VT, Q.",
                         "TM. ỦY BAN NHÂN DÂN",
                         "CHỦ TỊCH\tPHÓ CHỦ TỊCH",
                         "Lý Văn Thìn",
                         "Trên đây là báo cáo Q./."};
    std::mt19937 random(13);
    for (int round = 0; round < 400; ++round) {
        std::string text;
        int number = 0;
        for (std::size_t i = 3 + random() % 25; i > 0; --i) {
            for (const char c : forms[random() % forms.size()]) {
                text += c;
                if (c == 'Q' && text.back() == 'Q') text += std::to_string(++number);
            }
            text += '\n';
        }
        EXPECT_EQ(words_lost(plain(text)), Lines{}) << text;
    }
}

}  // namespace
}  // namespace commsearch::report
