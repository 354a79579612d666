#include "indexer/source/formats/unread_formats.h"

#include <gtest/gtest.h>

#include <string>
#include <tuple>
#include <vector>

#include "indexer/source/formats/format.h"

namespace commsearch::source {
namespace {

using namespace std::string_literals;

TEST(UnreadFormats, HaveTheirRightNames) {
    const std::vector<std::tuple<std::string, std::string, std::string>> cases = {
        {"\xD0\xCF\x11\xE0", "a.xls",
         "Bảng tính Excel 97-2003 (.xls) chưa đọc được; hãy lưu lại thành .xlsx"},
        {"", "b/A.PPS",
         "Bản trình chiếu PowerPoint 97-2003 (.pps) chưa đọc được; hãy lưu lại thành .pptx"},
        {"Rar!\x1A\x07\x01\0"s, "a.rar",
         "Tệp nén RAR (.rar) chưa đọc được; hãy giải nén vào thư mục hoặc nén lại thành .zip"},
        {"Rar!\x1A\x07\x01\0"s, "a.docx",
         "Tệp nén RAR (.rar) chưa đọc được; hãy giải nén vào thư mục hoặc nén lại thành .zip"},
        {"7z\xBC\xAF\x27\x1C\0\4"s, "a",
         "Tệp nén 7-Zip (.7z) chưa đọc được; hãy giải nén vào thư mục hoặc nén lại thành .zip"},
        {"RIFF\x10\0\0\0WEBPVP8 "s, "a.jpg",
         "Ảnh WebP (.webp) chưa đọc được; hãy lưu lại thành .jpg, .png hoặc PDF"},
        {"PK\3\4", "a.xps", "Tài liệu XPS (.xps) chưa đọc được; hãy xuất ra PDF"},
        {"PK\3\4", "a.numbers",
         "Bảng tính Apple Numbers (.numbers) chưa đọc được; hãy lưu lại thành .xlsx"},
        {"AC1032\0"s, "a.dwg", "Bản vẽ AutoCAD (.dwg) chưa đọc được; hãy xuất ra PDF"},
        {"\0\0\0\x20"
         "ftypqt  "s,
         "a.mov", "Phim (.mov) chưa đọc được; không có chữ để tìm; để riêng ra nếu không cần"},
        {"\0\0\0\x20"
         "ftypM4A "s,
         "a.m4a", "Âm thanh (.m4a) chưa đọc được; không có chữ để tìm; để riêng ra nếu không cần"},
        {"\0\0\0\x20"
         "ftypheic"s,
         "a.heic", "Ảnh HEIC (.heic) chưa đọc được; hãy lưu lại thành .jpg, .png hoặc PDF"},
        {"abc", "a.xyz", "định dạng .xyz không biết, không đọc; hãy xuất ra .docx, .xlsx hoặc PDF"},
        {"abc", "thư mục.x/a",
         "định dạng không biết, không đọc; hãy xuất ra .docx, .xlsx hoặc PDF"},
    };
    for (const auto& [front, name, expected] : cases) {
        EXPECT_EQ(why_unread(front, name).vi, expected);
        EXPECT_NE(why_unread(front, name).en, expected);
    }
}

TEST(UnreadFormats, AreToldFromThoseThatAreReadByTheirContent) {
    const std::vector<std::tuple<std::string, std::string, Format>> cases = {
        {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "a.xls", Format::unread},
        {"<html><table>", "a.xls", Format::html},
        {"PK\3\4", "a.xls", Format::package},
        {"PK\3\4", "a.rar", Format::package},
        {"%PDF-1.4", "a.ppt", Format::pdf},
        {"Rar!\x1A\x07\x01\0"s, "a.zip", Format::unread},
        {"BM là viết tắt của biểu mẫu", "a.txt", Format::text},
        {"BM là viết tắt của biểu mẫu", "a.csv", Format::csv},
        {"BM\x36\0\0\0"s, "a.txt", Format::unread},
        {"Rar!\x1A\x07\x01\0"s, "a", Format::unread},
        {"%PDF-1.4", "a.bak", Format::pdf},
        {"abc", "a.bak", Format::none},
    };
    for (const auto& [front, name, expected] : cases)
        EXPECT_EQ(format_of_content(front, format_of_name(name)), expected) << name << front;
}

TEST(UnreadFormats, WhatSystemsLeaveBehindIsNoFormat) {
    for (const char* const name :
         {"Thumbs.db", "a/desktop.ini", ".DS_Store", "~$bao-cao.docx", "__MACOSX/._a.docx",
          "~WRL0001.tmp", "x/__MACOSX/a.docx", "a.xlsx.part", "báo cáo.lnk"}) {
        EXPECT_TRUE(is_left_behind(name)) << name;
        EXPECT_EQ(format_of_name(name), Format::none) << name;
    }
    for (const char* const name : {"a.docx", "thumbs.docx", "a/b.rar", "MACOSX/a.doc"})
        EXPECT_FALSE(is_left_behind(name)) << name;
}

}  // namespace
}  // namespace commsearch::source
