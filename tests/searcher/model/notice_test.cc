#include "searcher/model/notice.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <set>
#include <string>

#include "tests/support/program.h"

namespace commsearch {
namespace {

using Codes = std::set<std::string>;

Codes codes_of(NoticeStage stage) {
    Codes codes;
    for (const NoticeRow& row : notice_table()) {
        if (row.stage == stage) codes.emplace(row.code);
    }
    return codes;
}

/// What stands between grave accents.
Codes quoted_in(const std::string& text) {
    Codes codes;
    for (std::size_t at = text.find('`'); at != std::string::npos;) {
        const std::size_t end = text.find('`', at + 1);
        codes.insert(text.substr(at + 1, end - at - 1));
        at = text.find('`', end + 1);
    }
    return codes;
}

/// "{0}{1}": the places for arguments, each once, in order.
std::string marks_in(std::string_view text) {
    std::set<std::string> marks;
    for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1))
        marks.emplace(text.substr(at, 3));
    std::string joined;
    for (const std::string& mark : marks) joined += mark;
    return joined;
}

TEST(Notices, EveryCodeStandsInTheManualOfTheLanguageAndNoOther) {
    const std::string manual =
        read_bytes(std::filesystem::path(COMMSEARCH_SOURCE_DIR) / "docs" / "query-language.md");
    const std::size_t begin = manual.find("## Thông báo");
    const std::size_t middle = manual.find("khi tra chỉ mục:", begin);
    const std::size_t end = manual.find("---", middle);
    ASSERT_NE(end, std::string::npos);
    EXPECT_EQ(quoted_in(manual.substr(begin, middle - begin)), codes_of(NoticeStage::reading));
    EXPECT_EQ(quoted_in(manual.substr(middle, end - middle)), codes_of(NoticeStage::index));
}

TEST(Notices, SayTheSameInBothLanguages) {
    for (const NoticeRow& row : notice_table()) {
        EXPECT_FALSE(row.vi.empty() || row.en.empty()) << row.code;
        EXPECT_EQ(marks_in(row.vi), marks_in(row.en)) << row.code;
    }
}

TEST(Notices, TakeArgumentsAsTheyAre) {
    const Notice notice = make_notice(NoticeKind::place_filter, {"xã", "{0} {1}"}, {3, 5});
    EXPECT_EQ(notice.code, "place-filter");
    EXPECT_EQ(notice.message.en,
              "read as xã:\"{0} {1}\"; to search for the words themselves, put them in quotation "
              "marks");
    EXPECT_EQ(notice.range, (SourceRange{3, 5}));
    EXPECT_EQ(make_notice(NoticeKind::did_you_mean, {"thu"}).message.vi, "Ý bạn là \"thu\"?");
}

}  // namespace
}  // namespace commsearch
