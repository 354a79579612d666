// Pages of portals and of office programs: what of them is the paper.

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/source/extract/raw_document.h"
#include "indexer/source/formats/document_readers.h"
#include "tests/indexer/source/bad_input.h"

namespace commsearch::source {
namespace {

TEST(SourceHtml, FindsTheTitle) {
    const std::string body = "<p>" + repeated("Báo cáo kết quả thực hiện nhiệm vụ. ", 9) + "</p>";
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"<h1>Báo cáo tháng 10</h1>", "Báo cáo tháng 10"},
        {"<title>Trang chủ</title><h1>Báo cáo<br>tháng 10</h1>", "Báo cáo tháng 10"},
        {"<title>Báo cáo kinh tế - xã hội năm 2023 - Cổng thông tin điện tử xã A - huyện B</title>",
         "Báo cáo kinh tế - xã hội năm 2023"},
        {"<title>Trang TTĐT xã A - huyện B - Báo cáo quý I</title><h2>Báo cáo quý I</h2>",
         "Báo cáo quý I"},
        {"<title>Báo cáo kết quả tháng 10…</title><header><h1>Trang thông tin điện tử xã A</h1>"
         "</header><div class=t>Báo cáo kết quả tháng 10 và nhiệm vụ tháng 11</div>",
         "Báo cáo kết quả tháng 10 và nhiệm vụ tháng 11"},
        {"<title>Tin tức - Sự kiện | xaa.gov.vn</title>", ""},
        {"", ""},
    };
    for (const auto& [head, title] : cases) {
        const RawDocument document = read_html(head + body);
        EXPECT_EQ(document.stated.title, title);
        if (title.empty()) continue;
        EXPECT_EQ(document.text.substr(0, document.text.find('\n')), title);
    }
}

const std::string letterhead_lines =
    "ỦY BAN NHÂN DÂN\nXÃ AN PHÚ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 45/BC-UBND\nBÁO CÁO\n"
    "Tình hình kinh tế - xã hội 6 tháng đầu năm 2024\n";

std::string paragraphs(std::string_view lines) {
    std::string html;
    for (; !lines.empty(); lines.remove_prefix(lines.find('\n') + 1))
        html.append("<p class=MsoNormal>").append(lines.substr(0, lines.find('\n'))).append("</p>");
    return html;
}

TEST(SourceHtml, NothingIsMovedAboveALetterhead) {
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"BÁO CÁO", ""},
        {"ỦY BAN NHÂN DÂN", ""},
        {"ỦY BAN NHÂN DÂN XÃ AN PHÚ HUYỆN A", ""},
        {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", ""},
        {"Microsoft Word - bc thang 6.doc", ""},
        {"Tình hình kinh tế - xã hội 6 tháng đầu năm 2024",
         "Tình hình kinh tế - xã hội 6 tháng đầu năm 2024"},
    };
    for (const auto& [title, stated] : cases) {
        for (const std::string menu : {"", "<ul class=menu><li><a href=1>Tin mới</a></ul>"}) {
            const RawDocument document = read_html("<title>" + title + "</title><body>" + menu +
                                                   "<div>" + paragraphs(letterhead_lines));
            EXPECT_EQ(document.stated.title, stated);
            EXPECT_EQ(document.text, letterhead_lines) << title << menu;
        }
    }
}

TEST(SourceHtml, APageOfAnOfficeProgramIsKeptWhole) {
    const std::string annex =
        "<div class=WordSection2><p>PHỤ LỤC</p><table><tr><td>STT<td>Thôn<td>Hộ"
        "<tr><td>1<td>Hạ<td>6</table><p><a href=x>Người lập biểu</a></p></div>";
    const std::string first = "<div class=WordSection1>" + paragraphs(letterhead_lines) + "<p>" +
                              repeated("Đàn lợn có 300 con. ", 20) + "</p></div>";
    for (const std::string head :
         {"<html xmlns:w=\"urn:schemas-microsoft-com:office:word\"><body>",
          "<html><head><meta name=Generator content=\"LibreOffice 7.4\"></head><body>",
          "<html><body>"}) {
        const std::string text = read_html(head + first + annex).text;
        EXPECT_NE(text.find("PHỤ LỤC\nSTT\tThôn\tHộ\n1\tHạ\t6\nNgười lập biểu\n"),
                  std::string::npos)
            << head << text;
    }
}

TEST(SourceHtml, KeepsLinksWithinTheText) {
    const std::string running =
        "<p>Tổng diện tích gieo trồng đạt 120 ha, tăng 5% so với cùng kỳ, vượt kế hoạch.</p>";
    const std::vector<std::pair<std::string, bool>> cases = {
        {"Căn cứ <a href=x>Luật Tổ chức chính quyền địa phương năm 2015</a>;", true},
        {"<a href=x>Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015</a>;", true},
        {"1. <a href=x>Nghị quyết số 15/NQ-HĐND về dự toán ngân sách</a>", true},
        {"<a href=x>Nghị quyết số 15/NQ-HĐND về dự toán ngân sách</a>", true},
        {"<a href=x>Trang trước</a></p><p>» <a href=y>Trang sau</a>", false},
    };
    for (const auto& [line, kept] : cases) {
        const RawDocument document =
            read_html("<div id=menu><a href=1>Trang chủ</a></div><div>" + repeated(running, 3) +
                      "<p>" + line + "</p>" + running + "</div>");
        EXPECT_EQ(std::count(document.text.begin(), document.text.end(), '\n'), kept ? 5 : 4)
            << line << document.text;
    }
}

constexpr std::string_view portal_page = R"(<!DOCTYPE html><html><head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<title>Đảng ủy xã Suối Mơ sơ kết 9 tháng đầu năm 2023 - Trang thông tin điện tử xã Suối Mơ</title>
<script>document.write("<p>rác</p>")</script></head>
<body class="menu-open"><form id="aspnetForm">
<div id="top-banner"><h1>Trang thông tin điện tử xã Suối Mơ</h1></div>
<table><tr><td>
<ul class="main-menu"><li><a href="/">Trang chủ</a><li><a href="/kt">Tình hình kinh tế - xã hội</a></ul>
<div><b>Ý kiến thăm dò</b><br>Bạn đánh giá thế nào về thái độ phục vụ của bộ phận một cửa?<br>
 Tốt<br>Bình thường</div>
<div><h3>Truy cập</h3><div>Hôm nay:</div><div>12</div><div>Tất cả:</div><div>87197</div></div>
</td><td class="content-col">
<div class="breadcrumb"><a href="/">Trang chủ</a> » Tin tức</div>
<div class="news-title">Đảng ủy xã Suối Mơ sơ kết 9 tháng đầu năm 2023</div>
<span class="date">Đăng lúc: 10/10/2023 20:10:40 (GMT+7)</span>
<p class="sapo"><i>Sáng ngày 10 tháng 10, Đảng ủy xã Suối Mơ tổ chức hội nghị sơ kết.</i></p>
<div id="detail">
<p><strong>I. KẾT QUẢ</strong></p>
<p>1. Nông nghiệp: Tổng diện tích gieo trồng 9 tháng đầu năm đạt 692 ha, tăng 1 % so với cùng kỳ.</p>
<p><a name="_Toc1">2. Chăn nuôi</a></p>
<p>Tổng đàn trâu bò 600 con; đàn lợn 289 con; đàn gia cầm 23.225 con; không có dịch bệnh xảy ra.</p>
<p>Thực hiện <a href="/vb/16">Nghị quyết số 16-NQ/TU</a>, xã đã trồng mới 48 ha rừng trong kỳ.</p>
<table border="1"><tr><td>Chỉ tiêu</td><td>Đạt</td></tr><tr><td>Lúa</td><td>98,5%</td></tr></table>
<p><strong>II. NHIỆM VỤ</strong></p>
<p>Tập trung chăm sóc cây vụ đông, phòng chống dịch bệnh cho đàn gia súc trong ba tháng cuối năm.</p>
</div>
<p>Nơi nhận:<br>- Lưu VP.</p>
<p>TM. BAN THƯỜNG VỤ</p>
<div class="like-share"><a href="#">Chia sẻ Facebook</a></div>
<div><b>Các tin khác</b><ul><li><a href="/1">Suối Mơ ra quân làm đường giao thông nội thôn (12/10/2023)</a>
<li><a href="/2">Thông báo lịch tiêm phòng gia súc đợt hai năm 2023 (08/10/2023)</a></ul></div>
</td></tr></table>
<div class="copyright">Chịu trách nhiệm nội dung: Ông Trần Văn Suối - Chủ tịch UBND xã Suối Mơ</div>
</form></body></html>)";

TEST(SourceHtml, KeepsTheBodyOfAPortalPageOnly) {
    const RawDocument document = read_html(portal_page);
    EXPECT_EQ(document.stated.title, "Đảng ủy xã Suối Mơ sơ kết 9 tháng đầu năm 2023");
    EXPECT_EQ(
        document.text,
        "Đảng ủy xã Suối Mơ sơ kết 9 tháng đầu năm 2023\n"
        "Đăng lúc: 10/10/2023 20:10:40 (GMT+7)\n"
        "Sáng ngày 10 tháng 10, Đảng ủy xã Suối Mơ tổ chức hội nghị sơ kết.\n"
        "I. KẾT QUẢ\n"
        "1. Nông nghiệp: Tổng diện tích gieo trồng 9 tháng đầu năm đạt 692 ha, tăng 1 % so "
        "với cùng kỳ.\n"
        "2. Chăn nuôi\n"
        "Tổng đàn trâu bò 600 con; đàn lợn 289 con; đàn gia cầm 23.225 con; không có dịch "
        "bệnh xảy ra.\n"
        "Thực hiện Nghị quyết số 16-NQ/TU, xã đã trồng mới 48 ha rừng trong kỳ.\n"
        "Chỉ tiêu\tĐạt\n"
        "Lúa\t98,5%\n"
        "II. NHIỆM VỤ\n"
        "Tập trung chăm sóc cây vụ đông, phòng chống dịch bệnh cho đàn gia súc trong ba tháng "
        "cuối năm.\n"
        "Nơi nhận:\n"
        "- Lưu VP.\n"
        "TM. BAN THƯỜNG VỤ\n");
}

TEST(SourceHtml, KeepsBothBodiesOfADoubledPage) {
    const std::string part = repeated("<p>Công tác thủy lợi luôn được quan tâm chỉ đạo.</p>", 5);
    const std::string page = "<div class=tin-lien-quan>" + part + "</div><div>" + part + "</div>";
    EXPECT_EQ(read_html(page).text,
              repeated("Công tác thủy lợi luôn được quan tâm chỉ đạo.\n", 10));
}

TEST(SourceHtml, FindsThePostDateInAnArticleHeader) {
    const std::string body = "<p>" + repeated("Công tác thủy lợi được quan tâm. ", 9) + "</p>";
    const RawDocument document = read_html(
        "<title>Báo cáo tháng 4</title><div>Thứ ba, 01/01/2030</div><article><header class=banner>"
        "<h1>Báo cáo tháng 4</h1><time>05/04/2023 16:39 &nbsp; 78</time></header><div>" +
        body + "</div></article><footer>Bản quyền</footer>");
    EXPECT_TRUE(document.text.starts_with("Báo cáo tháng 4\n05/04/2023 16:39 \u00A0 78\nCông tác"))
        << document.text;
    EXPECT_EQ(document.text.find("2030"), std::string::npos);
}

TEST(SourceHtml, ThePagesOwnDataTellThePostDate) {
    const auto page = [](const std::string& head, const std::string& body = "") {
        return "<html><head><title>Xã Cao Ngọc tổ chức hội nghị tổng kết năm</title>" + head +
               "</head><body><h1>Xã Cao Ngọc tổ chức hội nghị tổng kết năm</h1>" + body +
               "<p>Sáng nay, Ủy ban nhân dân xã đã tổ chức hội nghị tổng kết công tác.</p></body>";
    };
    const auto meta = [](const std::string& key, const std::string& value) {
        return "<meta " + key + " content=\"" + value + "\">";
    };
    const std::string open_graph = "property=\"article:published_time\"";
    const std::string json = "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",";
    const std::vector<std::pair<std::string, std::string>> cases = {
        {meta(open_graph, "2023-10-05T08:30:00+07:00"), "05/10/2023"},
        {meta(open_graph, "2023-10-04T17:30:00Z"), "05/10/2023"},
        {meta(open_graph, "2023-10-04T17:30:00.000+0000"), "05/10/2023"},
        {meta(open_graph, "2023-10-05 23:59:00"), "05/10/2023"},
        {meta("name=\"DC.date.issued\"", "2023-10-05"), "05/10/2023"},
        {meta("itemprop=datePublished", "2023-10-05"), "05/10/2023"},
        {json +
             "\"dateModified\":\"2024-01-01\", \"datePublished\" : \"2023-10-05T08:30\"}</script>",
         "05/10/2023"},
        {json + "\"datePublished\":\"2022-01-01\"}</script>" + meta(open_graph, "2023-10-05"),
         "05/10/2023"},
        {meta(open_graph, "hôm qua"), ""},
        {meta(open_graph, "2023-02-30"), ""},
        {meta(open_graph, "0001-01-01T00:00:00"), ""},
        {json + "\"datePublished\":", ""},
    };
    for (const auto& [head, day] : cases) {
        const std::string text = read_html(page(head)).text;
        const std::size_t at = text.find("năm\nNgày đăng: ");
        EXPECT_EQ(at == std::string::npos
                      ? ""
                      : text.substr(at + std::string("năm\nNgày đăng: ").size(), 10),
                  day)
            << head;
    }
    const std::string shown =
        read_html(page(meta(open_graph, "2023-10-05"), "<p>Đăng ngày: 06/10/2023</p>")).text;
    EXPECT_EQ(shown.find("Ngày đăng"), std::string::npos);
    EXPECT_NE(read_html(page("", "<time itemprop=datePublished datetime=2023-10-05>hôm nọ</time>"))
                  .text.find("Ngày đăng: 05/10/2023"),
              std::string::npos);
    EXPECT_EQ(read_html(page(meta(open_graph, "2023-10-05"), "<p>2023-10-06 08:15</p>"))
                  .text.find("Ngày đăng"),
              std::string::npos);
}

}  // namespace
}  // namespace commsearch::source
