#include "indexer/report/places/villages.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

#include "indexer/report/parser/report_parser.h"
#include "indexer/schema/schema.h"
#include "tests/indexer/report/parser/real_reports.h"

namespace commsearch::report {
namespace {

using Names = std::vector<std::string>;

Names named(const std::string& text, const std::string& commune = "") {
    Commune place;
    place.name = commune;
    Names names;
    for (const Village& village : villages_named(lines_of(text), place))
        names.push_back(full_name(village));
    return names;
}

TEST(VillagesTest, NamedWithTheirType) {
    const struct {
        std::string text;
        Names names;
    } rows[] = {
        {"Hội nghị tại thôn Mỹ Yên đã thống nhất.", {"thôn Mỹ Yên"}},
        {"Thôn Tiên chuyển công tác; thôn Hạ Thành, xã Bằng Lang.", {"thôn Tiên", "thôn Hạ Thành"}},
        {"Hộ ở Ấp 4 và tổ dân phố số 5 có vướng.", {"ấp 4", "tổ dân phố 5"}},
        {"Thôn Đội 2, xã B; bản Nam Đình.", {"thôn Đội 2", "bản Nam Đình"}},
        {"Tại Làng Chù, thôn Làng Nghiện và làng Chù.", {"làng Chù", "làng Nghiện"}},
        {"thôn Mỹ Yên, Mỹ Phú và Mỹ Hà đã xong.", {"thôn Mỹ Yên", "thôn Mỹ Phú", "thôn Mỹ Hà"}},
        {"Buôn Drao đón khách; buôn Kmang.", {"buôn Drao", "buôn Kmang"}},
        {"Chi hội CCB Tân Hà họp.", {"thôn Tân Hà"}},
        // A list with a known one among its names.
        {"Ba đội bóng (Tân Đông, Tân Trung và Tân Lâm).\nThôn Tân Lâm xong.",
         {"thôn Tân Lâm", "thôn Tân Đông", "thôn Tân Trung"}},
        // None of these is a hamlet.
        {"Xây dựng nông thôn Mới; văn bản Trung ương; cơ bản Hoàn thành.", {}},
        {"làng Văn hóa, thôn Nông thôn mới, thôn trưởng, 8/8 thôn 3 việc.", {}},
        {"ấp 3 môn; 19/19 thôn đạt; thôn NTM; tiểu khu 741 rừng.", {}},
        {"Chi bộ Trường Tiểu học và chi bộ Quân sự.", {}},
        {"THÔN MỸ YÊN", {}},
    };
    for (const auto& [text, names] : rows) EXPECT_EQ(named(text), names) << text;
    EXPECT_EQ(named("Xã Bản Liền, bản Pắc Kẹ.", "Bản Liền"), Names{"bản Pắc Kẹ"});
}

TEST(VillagesTest, FoundInAPassage) {
    const std::vector<Village> villages = {{"thôn", "Mỹ Yên", 1}, {"ấp", "4", 1}};
    const auto names_in = [&](const std::string& text) {
        Names names;
        for (const Village* village : villages_in(text, villages)) names.push_back(village->name);
        return names;
    };
    EXPECT_EQ(names_in("Nhân dân Mỹ Yên và Ấp 4."), (Names{"Mỹ Yên", "4"}));
    EXPECT_EQ(names_in("Mỹ Yênh, ấp 45, 4 hộ"), Names{});
}

TEST(VillagesTest, OneKeyForAllSpellings) {
    for (const std::string name : {"thôn Mỹ Yên", "Thôn  Mĩ Yên", "Mỹ Yên", "MỸ YÊN"})
        EXPECT_EQ(schema::village_key(name), schema::village_key("Mỹ Yên")) << name;
    EXPECT_EQ(schema::village_key("thôn Làng Chù"), schema::village_key("Chù"));
    EXPECT_EQ(schema::village_key("tổ dân phố số 05"), schema::village_key("tổ dân phố 5"));
}

/// The hamlets that the two real reports name.
TEST(VillagesTest, OfTheRealReports) {
    if (!has_real_reports()) GTEST_SKIP() << "no reports (set COMMSEARCH_REAL_REPORTS)";
    const struct {
        std::string report;
        Names names;
    } rows[] = {
        {portal_page, {"Làng Chù", "Làng Nghiện", "Vìn Cọn", "Làng Nhỏi", "Làng Ngọc Mùn"}},
        {party_paper,
         {"Mỹ Yên", "Mỹ Phú", "Mỹ Trung", "Mỹ Lâm", "Mỹ Sơn", "Mỹ Hà", "Mỹ Đông", "Quốc Tuấn"}},
    };
    std::size_t found = 0;
    std::size_t all = 0;
    for (const auto& [name, names] : rows) {
        const Report report = parse_report(real_report(name), Gazetteer(), Taxonomy());
        for (const std::string& village : names) {
            const bool is_there = std::any_of(
                report.villages.begin(), report.villages.end(), [&](const Village& one) {
                    return schema::village_key(one.name) == schema::village_key(village);
                });
            EXPECT_TRUE(is_there) << village;
            found += is_there ? 1 : 0;
            ++all;
        }
        EXPECT_LE(report.villages.size(), names.size() + 1) << name;
    }
    std::cout << "hamlets of the real reports learnt: " << found << " of " << all << '\n';
}

}  // namespace
}  // namespace commsearch::report
