#include "indexer/source/formats/mime.h"

#include <gtest/gtest.h>

#include <string>
#include <tuple>
#include <vector>

#include "analyzers/base/message.h"
#include "indexer/source/extract/raw_document.h"
#include "indexer/source/formats/document_readers.h"

namespace commsearch::source {
namespace {

std::string part(const std::string& headers, const std::string& body) {
    return "--bien\r\n" + headers + "\r\n\r\n" + body + "\r\n";
}

std::string message(const std::string& parts, const std::string& kind = "related") {
    return "MIME-Version: 1.0\r\nContent-Type: multipart/" + kind +
           "; boundary=\"bien\"\r\n\r\nfiller\r\n" + parts + "--bien--\r\n";
}

TEST(WebArchive, IsReadAsItsPage) {
    const std::string html = "Content-Type: text/html; charset=";
    const std::vector<std::pair<std::string, std::string>> cases = {
        {message(part(html + "utf-8\r\nContent-Transfer-Encoding: quoted-printable",
                      "<p>B=C3=A1o c=\r\n=C3=A1o</p>")),
         "Báo cáo\n"},
        {message(part(html + "\"UTF-8\"\r\nContent-Transfer-Encoding: base64",
                      "PHA+QsOhbyBjw6FvPC9wPg==")),
         "Báo cáo\n"},
        // windows-1258: a letter and a combining tone.
        {message(part(html + "windows-1258\r\nContent-Transfer-Encoding: quoted-printable",
                      "<p>x=E3 T=E2n L=E2=F2p, =F0=FD=F5=EC</p>")),
         "xă Tân Lập, đướ\n"},
        {message(part("Content-Type: image/png\r\nContent-Transfer-Encoding: base64", "AAAA") +
                 part(html + "utf-8", "<p>Trang</p>") + part(html + "utf-8", "<p>Khung</p>")),
         "Trang\n"},
        {message(part("Content-Type: text/plain; charset=utf-8", "Chữ"), "mixed"), "Chữ"},
        {"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<p>Một</p>",
         "Một\n"}};
    for (const auto& [bytes, text] : cases) EXPECT_EQ(read_web_archive(bytes).text, text) << bytes;
}

TEST(WebArchive, WithoutTextSaysSo) {
    for (const std::string& bytes : {std::string("MIME-Version: 1.0\r\n\r\n"), message(""),
                                     message(part("Content-Type: image/png", "x")), std::string()})
        EXPECT_THROW(static_cast<void>(read_web_archive(bytes)), Error) << bytes;
}

TEST(Mime, NamesItsParts) {
    const std::vector<MimePart> parts = read_mime(message(
        part("Content-Type: text/plain", "thư") +
            part("Content-Type: Application/MSWord\r\nContent-Transfer-Encoding: base64\r\n"
                 "Content-Disposition: attachment; filename=\"=?utf-8?B?YsOhbyBjw6FvLmRvYw==?=\"",
                 "AAEC") +
            part("Content-Type: message/rfc822", "Subject: trong\r\n\r\nchuyển tiếp"),
        "mixed"));
    ASSERT_EQ(parts.size(), 3U);
    EXPECT_EQ(parts[1].type, "application/msword");
    EXPECT_EQ(parts[1].file_name, "báo cáo.doc");
    EXPECT_TRUE(parts[1].is_attachment);
    EXPECT_EQ(parts[1].content, std::string("\0\1\2", 3));
    EXPECT_EQ(parts[2].type, "message/rfc822");
    EXPECT_NE(parts[2].content.find("chuyển tiếp"), std::string::npos);
}

}  // namespace
}  // namespace commsearch::source
