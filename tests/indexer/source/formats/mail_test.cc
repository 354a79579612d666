// Mails: their text, and what is attached.

#include "indexer/source/formats/mail.h"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "analyzers/base/message.h"
#include "analyzers/base/unicode.h"
#include "indexer/source/extract/extraction.h"
#include "indexer/source/extract/limits.h"
#include "indexer/source/extract/text.h"
#include "indexer/source/formats/archive.h"
#include "indexer/source/formats/document_readers.h"
#include "indexer/source/formats/format.h"
#include "tests/indexer/source/bad_input.h"
#include "tests/support/compound_writer.h"

namespace commsearch::source {
namespace {

struct ReadMail {
    Extraction extraction;
    std::map<std::string, std::string> unpacked;  ///< by name
};

ReadMail read(const std::string& bytes, const ArchiveLimits& limits = {}) {
    std::map<std::size_t, std::string> by_place;
    ReadMail result;
    result.extraction = read_mail(bytes, limits, [&](std::size_t place, std::string_view content) {
        by_place[place] = content;
    });
    for (const auto& [place, content] : by_place)
        result.unpacked[result.extraction.entries.at(place).name] = content;
    return result;
}

std::string part(const std::string& headers, const std::string& body) {
    return "--bien\n" + headers + "\n\n" + body + "\n";
}

const std::string head =
    "From: =?utf-8?B?VsSDbiB0aMawIHjDow==?= <vanthu@xa.example>\n"
    "To: phong@huyen.example\n"
    "Subject: =?utf-8?Q?B=C3=A1o_c=C3=A1o_th=C3=A1ng_9?=\n"
    "Date: Thu, 05 Oct 2023 08:30:00 +0700\n"
    "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=bien\n\n";

const std::string head_lines =
    "Báo cáo tháng 9\nNgày gửi: 05/10/2023 08:30\nNgười gửi: Văn thư xã <vanthu@xa.example>\n"
    "Người nhận: phong@huyen.example\n";

TEST(Eml, GivesItsTextAndItsAttachments) {
    const std::string attached = "Content-Disposition: attachment; filename=";
    const ReadMail mail =
        read(head +
             part("Content-Type: multipart/alternative; boundary=hai",
                  "--hai\nContent-Type: text/plain; charset=utf-8\n\nKính gửi phòng\n"
                  "--hai\nContent-Type: text/html; charset=utf-8\n\n<p>Kính gửi phòng</p>"
                  "<table><tr><th>TT<th>Thôn<th>Số<tr><td>1<td>Hạ<td>2</table>\n--hai--\n") +
             part("Content-Type: image/png; name=\"logo.png\"\nContent-Id: <a>", "x") +
             part(attached + "\"b.docx\"", "docx") + part(attached + "\"phim.mp4\"", "mp4") +
             part(attached + "\"Thumbs.db\"", "x") +
             part("Content-Type: message/rfc822", "Subject: trong\n\nthư trong") + "--bien--\n");
    EXPECT_EQ(mail.extraction.document.stated.title, "Báo cáo tháng 9");
    EXPECT_EQ(mail.extraction.document.text,
              head_lines + "Kính gửi phòng\nTT\tThôn\tSố\n1\tHạ\t2\n");
    ASSERT_EQ(mail.extraction.document.tables.size(), 1U);
    EXPECT_EQ(mail.extraction.document.tables[0].first_line, 6U);
    ASSERT_EQ(mail.extraction.entries.size(), 3U);
    EXPECT_EQ(mail.extraction.entries[1].name, "phim.mp4");
    EXPECT_TRUE(mail.extraction.entries[1].problem.has_value());
    EXPECT_EQ(mail.unpacked.at("b.docx"), "docx");
    EXPECT_NE(mail.unpacked.at("trong.eml").find("thư trong"), std::string::npos);
}

TEST(Eml, PlainOnesAreRead) {
    EXPECT_EQ(read("Subject: a\nFrom: b@c.example\n\nChữ").extraction.document.text,
              "a\nNgười gửi: b@c.example\nChữ");
    expect_part(error_of([] { (void)read("x"); }), "neither a mail");
}

TEST(Eml, KeepsTextsOfTheirOwnInTheirOrder) {
    const ReadMail mail =
        read(head + part("Content-Type: text/plain; charset=utf-8", "Phần thứ nhất") +
             part("Content-Type: text/html; charset=utf-8", "<p>Phần chân thư</p>") +
             part("Content-Type: text/plain; charset=utf-8", "Sau tệp") + "--bien--\n");
    EXPECT_EQ(without_blank_ends(mail.extraction.document.text),
              head_lines + "Phần thứ nhất\nPhần chân thư\nSau tệp");
}

TEST(Eml, AttachmentsWithoutNamesAreNamedByTheirTypes) {
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"Content-Type: message/rfc822", "dinh-kem-1.eml"},
        {"Content-Type: application/pdf\nContent-Disposition: attachment", "dinh-kem-1.pdf"},
        {"Content-Type: application/msword", "dinh-kem-1.doc"},
        {"Content-Type: application/x-la\nContent-Disposition: attachment", "dinh-kem-1"},
        {"Content-Type: application/ms-tnef; name=\"winmail.dat\"", "winmail.dat"},
        {"Content-Type: application/pkcs7-signature; name=\"smime.p7s\"", ""},
    };
    for (const auto& [headers, name] : cases) {
        const ReadMail mail = read(head + part(headers, "From: a@b.c\n\nx") + "--bien--\n");
        const auto& entries = mail.extraction.entries;
        EXPECT_EQ(entries.empty() ? "" : entries.front().name, name) << headers;
    }
}

TEST(Eml, TheDayIsThatOfVietnam) {
    EXPECT_EQ(
        read("Subject: a\nDate: Wed, 12 Jun 2024 23:30:00 +0000\n\nx").extraction.document.text,
        "a\nNgày gửi: 13/06/2024 06:30\nx");
}

TEST(Eml, TooManyAttachmentsAreCut) {
    std::string bytes = head;
    for (int i = 0; i < 5; ++i)
        bytes += part("Content-Disposition: attachment; filename=\"" + std::to_string(i) + ".txt\"",
                      std::string(100, 'a'));
    const ReadMail by_bytes = read(bytes + "--bien--\n", {.entries = 100, .bytes = 250});
    EXPECT_EQ(by_bytes.unpacked.size(), 2U);
    ASSERT_TRUE(by_bytes.extraction.error.has_value());
    expect_part(by_bytes.extraction.error->en, "too many attachments");
    EXPECT_EQ(read(bytes + "--bien--\n", {.entries = 3, .bytes = 9'000}).unpacked.size(), 3U);
}

std::string wide(const std::string& text) {
    std::string bytes;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        bytes += static_cast<char>(point.value & 0xFFU);
        bytes += static_cast<char>(point.value >> 8U);
        at += point.size;
    }
    return bytes;
}

/// PR_CLIENT_SUBMIT_TIME of 2023-10-05 01:30 UTC behind the head of the stream.
std::string properties() {
    constexpr std::uint64_t ticks = (1'696'469'400ULL + 11'644'473'600ULL) * 10'000'000ULL;
    std::string row("\x40\0\x39\0\0\0\0\0", 8);
    for (unsigned i = 0; i < 8; ++i) row += static_cast<char>(ticks >> (8 * i));
    return std::string(32, '\0') + row;
}

TEST(Msg, GivesItsTextAndItsAttachments) {
    const std::string attach = "__attach_version1.0_#0000000";
    const std::vector<std::pair<std::string, std::string>> streams = {
        {"__properties_version1.0", properties()},
        {"__substg1.0_0037001F", wide("Báo cáo tháng 9")},
        {"__substg1.0_0C1A001F", wide("Văn thư xã")},
        {"__substg1.0_5D01001F", wide("vanthu@xa.example")},
        {"__substg1.0_0E04001E", "phong@huyen.example"},
        {"__substg1.0_1000001F", wide("Kính gửi phòng\r\nCó tệp kèm.")},
        {attach + "0/__substg1.0_3707001F", wide("Biểu số 1.csv")},
        {attach + "0/__substg1.0_37010102", "a;b\n"},
        {attach + "1/__substg1.0_3704001E", "logo.png"},
        {attach + "1/__substg1.0_37010102", "x"},
        {attach + "1/__substg1.0_3712001F", wide("image001@x")},
        {attach + "2/__substg1.0_3707001F", wide("nén.rar")}};
    const ReadMail mail = read(compound(streams));
    EXPECT_EQ(mail.extraction.document.text, head_lines + "Kính gửi phòng\nCó tệp kèm.");
    ASSERT_EQ(mail.extraction.entries.size(), 2U);
    EXPECT_EQ(mail.unpacked.at("Biểu số 1.csv"), "a;b\n");
    expect_part(mail.extraction.entries[1].problem.value().vi, "Tệp nén RAR (.rar)");
    auto with_html = streams;
    with_html.emplace_back("__substg1.0_10130102", "<p>Một</p>");
    EXPECT_EQ(read(compound(with_html)).extraction.document.text, head_lines + "Một\n");
    expect_part(error_of([&] {
                    (void)read(compound({{"WordDocument", "x"}}));
                }),
                "not a mail of Outlook");
}

TEST(Msg, AnOtherOleFileIsNamed) {
    expect_part(error_of([&] {
                    (void)read_word(compound({{"Workbook", "x"}}));
                }),
                "Excel 97-2003 workbook (.xls) is not read");
    expect_part(error_of([&] {
                    (void)read_word(compound({{"PowerPoint Document", "x"}}));
                }),
                "PowerPoint 97-2003 presentation (.ppt) is not read");
    expect_part(error_of([&] { (void)read_word(compound({{"x", "x"}})); }), "not a Word document");
}

TEST(Mail, IsToldByItsNameBesideWebArchives) {
    const std::string ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    EXPECT_EQ(format_of_content(ole, format_of_name("a.msg")), Format::mail);
    EXPECT_EQ(format_of_content("From: a\nMIME-Version: 1.0\n", format_of_name("a.eml")),
              Format::mail);
    EXPECT_EQ(format_of_content("From: a\n", format_of_name("a.eml")), Format::mail);
    EXPECT_EQ(format_of_content("From: a\nMIME-Version: 1.0\n", format_of_name("a.mht")),
              Format::mime);
}

}  // namespace
}  // namespace commsearch::source
