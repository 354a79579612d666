#include "indexer/source/source.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

#include "analyzers/base/message.h"
#include "indexer/source/extract/limits.h"
#include "indexer/source/extract/raw_document.h"
#include "indexer/source/formats/document_readers.h"
#include "indexer/source/formats/flat_json.h"

namespace commsearch {
namespace {

RawDocument read_line(std::string_view line) {
    FlatJsonReader reader;
    return read_jsonl_line(line, reader);
}

namespace fs = std::filesystem;

/// A folder of its own for one test.
class TempFolder {
public:
    TempFolder() {
        std::string pattern = (fs::temp_directory_path() / "source_test_XXXXXX").string();
        path_ = ::mkdtemp(pattern.data());
    }
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;
    ~TempFolder() { fs::remove_all(path_); }

    [[nodiscard]] const fs::path& path() const { return path_; }
    fs::path write(const fs::path& name, std::string_view bytes) const {
        fs::path path = path_ / name;
        fs::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << bytes;
        return path;
    }

    void write_each(std::initializer_list<std::string_view> names) const {
        for (const std::string_view name : names) write(name, "chữ");
    }

private:
    fs::path path_;
};

struct ReadResult {
    std::vector<RawDocument> documents;
    std::vector<Skipped> skipped;
};

ReadResult read(const fs::path& path) {
    ReadResult result;
    read_source(
        {path, path.filename().string(), 0},
        [&](RawDocument document) { result.documents.push_back(std::move(document)); },
        [&](Skipped skipped) { result.skipped.push_back(std::move(skipped)); });
    return result;
}

/// The English message of the Error that `read` throws for `input`; empty when it throws none.
std::string error_of(RawDocument (*read)(std::string_view), std::string_view input) {
    try {
        static_cast<void>(read(input));
        return {};
    } catch (const Error& error) {
        EXPECT_FALSE(error.message().vi.empty());
        EXPECT_NE(error.message().vi, error.message().en);
        return error.message().en;
    }
}

std::string repeated(std::string_view text, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += text;
    return out;
}

void expect_part(const std::string& message, std::string_view part) {
    EXPECT_NE(message.find(part), std::string::npos) << message << " lacks " << part;
}

struct BadInput {
    std::string input;
    std::string_view part_of_message;
};

TEST(SourceText, TurnsBytesIntoCleanLines) {
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"Báo cáo\n", "Báo cáo\n"},
        {"\xEF\xBB\xBF\xEF\xBB\xBF"
         "Báo",
         "Báo"},
        {"a\r\nb\rc\n\r\nd", "a\nb\nc\n\nd"},
        {"a\fb\vc\u2028d\u2029e\u0085f", "a\nb\nc\nd\ne\nf"},
        {"a\x01"
         "b\x7F"
         "c\td\u0090e",
         "a b c\td e"},
        {"U\u0309y ban nh\u00E2n d\u00E2n x\u00E3", "Ủy ban nhân dân xã"},
        {"th\u00EA\u0301", "thế"},
        {"thu\u00A024,6 tỷ", "thu\u00A024,6 tỷ"},
        {"a\uFFFE\U0001FFFF\uFFFD", "a\uFFFE\U0001FFFF\uFFFD"},
    };
    for (const auto& [input, expected] : cases) {
        const std::string text = read_text(input).text;
        EXPECT_EQ(text, expected);
        EXPECT_EQ(read_text(text).text, text);
    }
}

TEST(SourceText, KnowsThePagesThatFormFeedsEnd) {
    EXPECT_EQ(read_text("a\nb\fc\r\n\fd\f").page_starts, (std::vector<std::uint32_t>{1, 3, 5}));
    EXPECT_TRUE(read_text("a\nb\f").page_starts.empty());
}

TEST(SourceText, SaysWhyBytesAreNoText) {
    const std::vector<BadInput> cases = {
        {"", "empty"},
        {" \r\n\t\u00A0\uFEFF\n", "empty"},
        {"\xEF\xBB\xBF", "empty"},
        {std::string("Báo cáo\0", 10), "NUL byte at offset 9"},
        {repeated("\x01\x02 chữ", 40), "80 control characters"},
        {"\xFE\xFF", "empty"},
        {std::string("\xFF\xFE\0\0", 4), "NUL byte at offset 0"},
        {"mot\nhai \xB5\xB8", "first bad byte at offset 8 (line 2)"},
        {"c\xE1\xBB", "first bad byte at offset 1 (line 1); no known encoding fits (TCVN3"},
        {"\xC0\x80", "offset 0"},
        {"\xED\xA0\x80", "offset 0"},
        {std::string(max_document_bytes + 1, 'a'), "above the limit of 32 MiB"},
    };
    for (const auto& [input, part] : cases) {
        expect_part(error_of(read_text, input), part);
    }
}

/// TCVN3, and the same as a page or an old .doc passes it on.
constexpr std::string_view tcvn3_bytes =
    "\xA7\xB6ng \xF1y x\xB7 b\xB8o c\xB8o k\xD5t qu\xB6 c\xABng t\xB8"
    "c th\xB8ng 5";
constexpr std::string_view tcvn3_as_cp1252 = "§¶ng ñy x· b¸o c¸o kÕt qu¶ c«ng t¸c th¸ng 5";
constexpr std::string_view tcvn3_text = "Đảng ủy xã báo cáo kết quả công tác tháng 5";

TEST(SourceText, LegacyEncodingsAreReadAndRecorded) {
    for (const std::string_view bytes : {tcvn3_bytes, tcvn3_as_cp1252}) {
        const RawDocument document = read_text(bytes);
        EXPECT_EQ(document.text, tcvn3_text);
        EXPECT_EQ(document.encoding.encoding, Encoding::tcvn3);
        EXPECT_EQ(document.encoding.confidence, 1);
        ASSERT_EQ(document.repaired.size(), 1U);
        EXPECT_TRUE(tcvn3_as_cp1252.starts_with(document.repaired[0].original));
    }
    EXPECT_EQ(read_text("chữ").encoding, SourceEncoding{});
}

TEST(SourceHtml, LegacyEncodingsAreReadAndRecorded) {
    const std::string entities =
        "&sect;&para;ng &ntilde;y x&middot; b&cedil;o c&cedil;o k&Otilde;t qu&para; c&laquo;ng "
        "t&cedil;c th&cedil;ng 5";
    for (const std::string& body :
         {std::string(tcvn3_bytes), std::string(tcvn3_as_cp1252), entities}) {
        const RawDocument document = read_html("<html><body><p>" + body + "</p></body></html>");
        EXPECT_EQ(document.text, std::string(tcvn3_text) + '\n');
        EXPECT_EQ(document.encoding.encoding, Encoding::tcvn3);
        EXPECT_FALSE(document.repaired.empty());
    }
}

TEST(SourceJsonl, ReadsTextAndMetadata) {
    const RawDocument document = read_line(
        R"({"id":"bc-45","text":"Dòng một\r\nDòng hai\u0000","title":" Báo cáo\ntháng 11 ",
            "number":"45/BC-UBND","issuer":"UBND xã","type":"bao-cao","commune":"Cao Ngọc",
            "commune_code":"15067","district":"Ngọc Lặc","province":"Thanh Hóa",
            "date":"2024-02-29","period":null,"doc":"Tên khác","views":[1,{"a":2.5}]})");
    EXPECT_EQ(document.id, "bc-45");
    EXPECT_EQ(document.text, "Dòng một\nDòng hai ");
    EXPECT_TRUE(document.passages.empty());
    const RawDocument::Stated& stated = document.stated;
    EXPECT_EQ(stated.title, "Báo cáo tháng 11");
    EXPECT_EQ(stated.number + stated.issuer + stated.type, "45/BC-UBNDUBND xãbao-cao");
    EXPECT_EQ(stated.commune + stated.commune_code, "Cao Ngọc15067");
    EXPECT_EQ(stated.district + stated.province, "Ngọc LặcThanh Hóa");
    EXPECT_EQ(stated.date, "2024-02-29");
    EXPECT_EQ(stated.period, "");
}

TEST(SourceJsonl, ReadsPassagesAndOtherNames) {
    const RawDocument document = read_line(
        R"({"id":-7,"doc":"Luật Đất đai","passages":["Một"," ",{"heading":"I > 1","text":"Hai"}]})");
    EXPECT_EQ(document.id, "-7");
    EXPECT_EQ(document.stated.title, "Luật Đất đai");
    EXPECT_EQ(document.text, "");
    ASSERT_EQ(document.passages.size(), 2U);
    EXPECT_EQ(document.passages[0].heading + '|' + document.passages[0].text, "|Một");
    EXPECT_EQ(document.passages[1].heading + '|' + document.passages[1].text, "I > 1|Hai");
}

TEST(SourceJsonl, SaysWhatIsWrongWithALine) {
    const std::vector<BadInput> cases = {
        {"{", "bad JSON at byte 2"},
        {"nonsense", "bad JSON at byte"},
        {R"({"id":"a","text":"b"} c)", "bad JSON"},
        {R"({"id":"\ud800","text":"b"})", "bad JSON"},
        {R"(["a"])", "not a JSON object"},
        {"{\"id\":\"a\",\"text\":\"\xFF\"}", "not UTF-8"},
        {R"({"text":"b"})", R"(key "id" is missing)"},
        {R"({"id":1.5,"text":"b"})", R"(key "id" must be a string or an integer)"},
        {R"({"id":" ","text":"b"})", R"(key "id" is empty)"},
        {R"({"id":"a\nb","text":"b"})", R"(key "id" holds a control character)"},
        {R"({"id":")" + std::string(201, 'a') + R"(","text":"b"})", R"(key "id" is longer)"},
        {R"({"id":"a"})", R"(key "text" is missing)"},
        {R"({"id":"a","text":""})", R"(key "text" is empty)"},
        {R"({"id":"a","text":["b"]})", R"(key "text" must be a string)"},
        {R"({"id":"a","text":"b","passages":["c"]})", "exclude each other"},
        {R"({"id":"a","passages":"c"})", R"(key "passages" must be an array)"},
        {R"({"id":"a","passages":[]})", "no passage with text"},
        {R"({"id":"a","passages":["b",3]})", R"(key "passages[1]" must be)"},
        {R"({"id":"a","passages":[{"heading":"b"}]})", R"(key "passages[0].text" is missing)"},
        {R"({"id":"a","passages":[{"heading":1,"text":"b"}]})", "passages[0].heading"},
        {R"({"id":"a","text":"b","title":7})", R"(key "title" must be a string)"},
        {R"({"id":"a","text":"b","doc":[]})", R"(key "doc" must be a string)"},
        {R"({"id":"a","text":"b","date":"30/11/2023"})", R"(key "date" is not a date)"},
        {R"({"id":"a","text":"b","date":"2023-02-29"})", R"(key "date" is not a date)"},
        {R"({"id":"a","text":"b","date":"2023-+1-01"})", R"(key "date" is not a date)"},
        {R"({"id":"a","text":"b","text":"c"})", R"(key "text" occurs twice)"},
        {R"({"id":"a","text":"b","x":{"y":1,"y":2}})", R"(key "y" occurs twice)"},
        {R"({"id":"a","text":"b","x":1e999})", "out of range"},
        {std::string(1 << 20, '['), "deeper than 16"},
        {R"({"id":"a","x":)" + repeated(R"({"a":)", 17), "deeper than 16"},
    };
    for (const auto& [input, part] : cases) {
        expect_part(error_of(read_line, input), part);
    }
}

TEST(SourceHtml, MakesOneLineOfEachBlock) {
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"Chữ trần", "Chữ trần\n"},
        {"<p>Một  <b>hai</b>\n ba</p>bốn<br>năm", "Một hai ba\nbốn\nnăm\n"},
        {"<ul><li>a<li>b</ul><div>c<div>d</div>e</div>", "a\nb\nc\nd\ne\n"},
        {"<p>&nbsp; thu&nbsp;24,6&ndash;25&#32;tỷ&nbsp;</p>", "thu\u00A024,6–25 tỷ\n"},
        {"<p>th&ecirc;&#x301;</p>", "thế\n"},
        {"<p>a\x01"
         "b&#1;c&#133;</p>",
         "a bc\n"},
        {"<table><tr><th>TT<th>Chỉ tiêu<tr><td>1<td><p>Lúa</p><td><td>230 ha</table>",
         "TT | Chỉ tiêu\n1 | Lúa | 230 ha\n"},
        {"<table><tr><td><p>UBND HUYỆN</p><p>UBND XÃ</p></td><td>CỘNG HÒA</td></tr></table>",
         "UBND HUYỆN\nUBND XÃ\nCỘNG HÒA\n"},
        {"<pre>a\n b</pre>", "a\nb\n"},
        {"<p>Lúa <img src=a.jpg alt='anh.jpg'> z478_6e.JPG tốt x.pngy.jpeg</p><p>b.gif</p>",
         "Lúa tốt\n"},
        {"<p><img src=a.jpg></p><p><em>Nhân dân thu hoạch lúa</em></p><p>Một</p>", "Một\n"},
        {"<p><img src=a.jpg></p><p><em>1. Trồng trọt</em></p>", "1. Trồng trọt\n"},
        {"<figure><img><figcaption>Ảnh</figcaption></figure>Một", "Một\n"},
        {"<p>a<script>x</script><style>y</style><noscript>z</noscript></p><!-- k -->", "a\n"},
        {"<p>chưa đóng <b>thẻ <i>nào", "chưa đóng thẻ nào\n"},
        {"<form><p>Cả trang nằm trong một biểu mẫu của ASP.NET như nhiều cổng xã.</p></form>",
         "Cả trang nằm trong một biểu mẫu của ASP.NET như nhiều cổng xã.\n"},
        {"<ul class=menu><li>Chỉ có trình đơn</ul>", "Chỉ có trình đơn\n"},
    };
    for (const auto& [input, expected] : cases) EXPECT_EQ(read_html(input).text, expected) << input;
}

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
        "Chỉ tiêu | Đạt\n"
        "Lúa | 98,5%\n"
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

TEST(SourceHtml, RefusesWhatItCannotRead) {
    std::string many_attributes = "<p ";
    for (int i = 0; i < 50'000; ++i) many_attributes += 'a' + std::to_string(i) + "='' ";
    const std::vector<BadInput> cases = {
        {"", "empty"},
        {"<html><body><script>x</script></body></html>", "no text on the page"},
        {"<meta charset='windows-1258'><p>c\xE1", "declares windows-1258"},
        {"<p>c\xE1", "not UTF-8: first bad byte at offset 4"},
        {std::string("<p>\0", 4), "NUL"},
        {repeated("<div>", 100'000) + "chữ", "nested deeper than 256"},
        {many_attributes + ">chữ", "too many attributes"},
    };
    for (const auto& [input, part] : cases) {
        expect_part(error_of(read_html, input), part);
    }
}

std::vector<std::string> ids(const SourceListing& listing) {
    std::vector<std::string> ids;
    for (const SourceFile& file : listing.files) ids.push_back(file.id);
    return ids;
}

/// "path relative to `folder`: message" of each.
std::vector<std::string> skipped(const SourceListing& listing, const fs::path& folder) {
    std::vector<std::string> lines;
    for (const Skipped& one : listing.skipped) {
        EXPECT_FALSE(one.reason.vi.empty());
        lines.push_back(one.path.substr(folder.native().size() + 1) + ": " + one.reason.en);
    }
    return lines;
}

TEST(SourceList, FindsReportsInBytewiseOrder) {
    const TempFolder folder;
    folder.write_each({"b.txt", "a/c.TXT", "a/B.Html", "a.jsonl", "a/d.text", "e.htm", "README.md",
                       "bang.xlsx", ".hidden.txt", ".git/x.txt", "xa.txt/in.txt", "~$b.docx",
                       "trang.html", "trang_files/logo.png", "g/h.pdf", "g/i_files/k.PNG"});
    const SourceListing listing = list_sources({folder.path() / ""});
    const std::vector<std::string> expected = {
        "a.jsonl", "a/B.Html", "a/c.TXT",         "a/d.text",   "b.txt",
        "e.htm",   "g/h.pdf",  "g/i_files/k.PNG", "trang.html", "xa.txt/in.txt"};
    EXPECT_EQ(ids(listing), expected);
    EXPECT_EQ(listing.files.front().size, std::string_view("chữ").size());
    EXPECT_EQ(listing.ignored, 6U);
    EXPECT_EQ(skipped(listing, folder.path()),
              std::vector<std::string>{
                  "xa.txt: a folder with the name of a report; the files in it are read"});
}

TEST(SourceList, SkipsLinksPipesAndSocketsWithAReason) {
    const TempFolder folder;
    const fs::path file = folder.write("a.txt", "chữ");
    fs::create_symlink(file, folder.path() / "link.txt");
    fs::create_directory_symlink(folder.path(), folder.path() / "loop");
    fs::create_symlink("nowhere", folder.path() / "broken.txt");
    ASSERT_EQ(::mkfifo((folder.path() / "pipe.txt").c_str(), 0600), 0);
    const SourceListing listing = list_sources({folder.path()});
    EXPECT_EQ(ids(listing), std::vector<std::string>{"a.txt"});
    std::vector<std::string> paths;
    for (const std::string& line : skipped(listing, folder.path())) {
        paths.push_back(line.substr(0, line.find_first_of(",(")));
    }
    const std::vector<std::string> expected = {"broken.txt: a symbolic link",
                                               "link.txt: a symbolic link", "loop: a symbolic link",
                                               "pipe.txt: not a regular file "};
    EXPECT_EQ(paths, expected);
}

TEST(SourceList, RepairsNamesAndTellsThemApart) {
    const TempFolder folder;
    folder.write_each({"a\xFF.txt", "a\xFE.txt", "b\n.txt", "xa\u0303.txt"});
    const SourceListing listing = list_sources({folder.path()});
    const std::vector<std::string> expected = {"a\uFFFD.txt", "a\uFFFD.txt~2", "b\uFFFD.txt",
                                               "xã.txt"};
    EXPECT_EQ(ids(listing), expected);
    EXPECT_EQ(read(folder.path() / "b\n.txt").documents.at(0).path,
              folder.path().string() + "/b\\x0A.txt");
}

TEST(SourceList, TellsFoldersApart) {
    const TempFolder folder;
    folder.write_each({"x/a.txt", "x/b.txt", "y/a.txt", "y/z/c.txt"});
    const fs::path x = folder.path() / "x";
    const fs::path y = folder.path() / "y";
    const SourceListing listing = list_sources({x, y, y / "z", x});
    EXPECT_EQ(ids(listing), (std::vector<std::string>{"b.txt", "x/a.txt", "y/a.txt", "z/c.txt"}));
    EXPECT_EQ(skipped(listing, folder.path()),
              (std::vector<std::string>{"x: read once already, with the folder " + x.string(),
                                        "y/z: read once already, with the folder " + y.string()}));
}

TEST(SourceList, StopsAtTooDeepFolders) {
    const TempFolder folder;
    fs::path deep;
    for (int i = 0; i < max_folder_depth; ++i) deep /= "d";
    folder.write(deep / "a.txt", "chữ");
    folder.write(deep / "e" / "b.txt", "chữ");
    const SourceListing listing = list_sources({folder.path()});
    EXPECT_EQ(ids(listing), std::vector<std::string>{(deep / "a.txt").string()});
    ASSERT_EQ(listing.skipped.size(), 1U);
    EXPECT_NE(listing.skipped[0].reason.en.find("deeper than 64"), std::string::npos);
}

std::string error_of_listing(const fs::path& folder) {
    try {
        static_cast<void>(list_sources({folder}));
        return {};
    } catch (const Error& error) {
        return error.message().en;
    }
}

TEST(SourceList, ThrowsForACorpusFolderItCannotRead) {
    const TempFolder folder;
    const fs::path file = folder.write("a.txt", "chữ");
    const fs::path none = folder.path() / "none";
    EXPECT_EQ(error_of_listing(none),
              "folder " + none.string() + ": does not exist; check the path");
    expect_part(error_of_listing(file), file.string() + ": is not a folder");
}

TEST(SourceList, SkipsWhatItMayNotRead) {
    if (::geteuid() == 0) GTEST_SKIP() << "root may read everything";
    const TempFolder folder;
    const fs::path file = folder.write("a.txt", "chữ");
    const fs::path closed = folder.path() / "closed";
    fs::create_directory(closed);
    fs::permissions(file, fs::perms::none);
    fs::permissions(closed, fs::perms::none);
    const SourceListing listing = list_sources({folder.path()});
    expect_part(listing.skipped.at(0).reason.en, "no permission");
    expect_part(read(file).skipped.at(0).reason.en, "no permission");
    expect_part(error_of_listing(closed), "no permission");
    fs::permissions(closed, fs::perms::owner_all);
}

TEST(SourceRead, ReadsEachFormat) {
    const TempFolder folder;
    const fs::path text = folder.write("a.TXT", "<p>chữ\r\n");
    const fs::path html = folder.write("a.htm", "<p>chữ");
    EXPECT_EQ(read(text).documents.at(0).text, "<p>chữ\n");
    EXPECT_EQ(read(html).documents.at(0).text, "chữ\n");
    EXPECT_EQ(read(text).documents.at(0).id, "a.TXT");
    EXPECT_EQ(read(text).documents.at(0).path, text.string());
}

void expect_skipped(const fs::path& path, std::string_view part) {
    const ReadResult result = read(path);
    EXPECT_EQ(result.documents.size() + result.skipped.size(), 1U) << path;
    EXPECT_EQ(result.skipped.at(0).path, path.string());
    expect_part(result.skipped.at(0).reason.en, part);
}

TEST(SourceRead, SkipsWhatIsNoReadableFile) {
    const TempFolder folder;
    const fs::path file = folder.write("a.txt", "chữ");
    const fs::path large = folder.write("large.txt", "");
    fs::resize_file(large, max_document_bytes + 1);
    fs::create_symlink(file, folder.path() / "link.txt");
    ASSERT_EQ(::mkfifo((folder.path() / "pipe.txt").c_str(), 0600), 0);
    const std::vector<std::pair<fs::path, std::string>> cases = {
        {folder.path() / "gone.txt", "no longer there"},
        {folder.path() / "gone.jsonl", "no longer there"},
        {folder.path() / "link.txt", "a symbolic link"},
        {folder.path() / "pipe.txt", "not a regular file"},
        {"/dev/zero", "not a regular file"},
        {folder.path(), "not a regular file"},
        {folder.write("empty.txt", ""), "empty"},
        {large, "33554433 bytes, above the limit of 32 MiB"},
    };
    for (const auto& [path, part] : cases) expect_skipped(path, part);
}

TEST(SourceRead, ReadsJsonlLineByLine) {
    const TempFolder folder;
    const fs::path path = folder.write("a.jsonl",
                                       "\xEF\xBB\xBF{\"id\":\"x\",\"text\":\"một\"}\r\n"
                                       "\n  \r\n"
                                       "hỏng\n"
                                       "{\"id\":\"x\",\"text\":\"hai\"}\n"
                                       "{\"id\":2,\"text\":\"ba\"}");
    const ReadResult result = read(path);
    std::string seen;
    for (const RawDocument& one : result.documents) {
        seen += one.path + ' ' + one.passages.at(0).text + '\n';
    }
    for (const Skipped& one : result.skipped) seen += one.path + '\n';
    const std::string name = path.string();
    EXPECT_EQ(seen, name + ":1 một\n" + name + ":6 ba\n" + name + ":4\n" + name + ":5\n");
    EXPECT_EQ(result.skipped.at(1).reason,
              (Message{"id \"x\" đã có ở một dòng phía trên; hãy đổi id",
                       "id \"x\" is that of a line above; change it"}));
}

/// A line without the metadata of a paper is a passage of a collection; with any of it, a paper to
/// be taken apart.
TEST(SourceJsonl, KeepsBarePassagesWhole) {
    const RawDocument bare =
        read_line(R"({"id":"luat@1","text":"1. Một.\n2. Hai.","title":"Phạm vi","doc":"Luật A"})");
    ASSERT_EQ(bare.passages.size(), 1U);
    EXPECT_EQ(bare.passages[0].heading, "Phạm vi");
    EXPECT_EQ(bare.passages[0].text, "1. Một.\n2. Hai.");
    EXPECT_EQ(bare.stated.title, "Luật A");
    const RawDocument paper = read_line(R"({"id":1,"text":"1. Một.","date":"2023-11-30"})");
    EXPECT_TRUE(paper.passages.empty());
    EXPECT_EQ(paper.text, "1. Một.");
    const std::string longer(max_bare_passage_bytes + 1, 'x');
    EXPECT_TRUE(read_line(R"({"id":1,"text":")" + longer + R"("})").passages.empty());
}

TEST(SourceRead, RefusesATooLongJsonlLineOnly) {
    const TempFolder folder;
    const fs::path path = folder.write("a.jsonl", "");
    fs::resize_file(path, 200U << 20U);  // one line of NUL bytes that takes no room on the disk
    std::ofstream(path, std::ios::app) << "\n{\"id\":1,\"text\":\"chữ\"}\n";
    const ReadResult result = read(path);
    EXPECT_EQ(result.skipped.at(0).path, path.string() + ":1");
    expect_part(result.skipped.at(0).reason.en, "209715200 bytes");
    EXPECT_EQ(result.documents.at(0).path, path.string() + ":2");
}

/// Whether read_source throws what its receiver throws.
bool lets_errors_pass(const fs::path& path) {
    try {
        read_source(
            {path, "a", 0},
            [](const RawDocument&) {
                throw Error({"hỏng", "broken"});
            },
            [](const Skipped&) {});
        return false;
    } catch (const Error& error) {
        return error.message().en == "broken";
    }
}

TEST(SourceRead, LetsTheErrorsOfTheReceiverPass) {
    const TempFolder folder;
    EXPECT_TRUE(lets_errors_pass(folder.write("a.txt", "chữ")));
    EXPECT_TRUE(lets_errors_pass(folder.write("a.html", "chữ")));
    EXPECT_TRUE(lets_errors_pass(folder.write("a.jsonl", R"({"id":1,"text":"chữ"})")));
}

}  // namespace
}  // namespace commsearch
