#include "analyzers/name/place_name.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace commsearch::name {
namespace {

TEST(PlaceNameTest, KeysOfOneNameAreEqual) {
    const std::vector<std::vector<std::string>> same = {
        {"Hòa Bình", "Hoà Bình", "HÒA BÌNH", "hòa  bình"},
        {"Thủy Nguyên", "Thuỷ Nguyên"},
        {"Mỹ Đức", "Mĩ Đức"},
        {"Đắk Mil", "Đăk Mil", "Đak Mil", "Dak Mil"},
        {"Phường 1", "Phường 01"},
        {"Ea D'Rơng", "Ea D’Rơng"},
        {"Văn Miếu - Quốc Tử Giám", "Văn Miếu-Quốc Tử Giám"},
    };
    for (const auto& names : same) {
        for (const std::string& name : names)
            EXPECT_EQ(folded_place_name(name), folded_place_name(names[0])) << name;
    }
    EXPECT_NE(folded_place_name("Tân Lập"), folded_place_name("Tân Lạp"));
    EXPECT_NE(folded_place_name("Hải"), folded_place_name("Hảy"));
    EXPECT_EQ(unaccented_place_name("Tân Lập"), unaccented_place_name("tan lap"));
}

TEST(PlaceNameTest, TypeBeforeAName) {
    struct Row {
        std::string text, type, name;
    };
    const std::vector<Row> rows = {
        {"Huyện Ngọc Lặc", "huyen", "Ngọc Lặc"},
        {"thị xã Kỳ Anh", "thi xa", "Kỳ Anh"},
        {"TP. Vinh", "thanh pho", "Vinh"},
        {"TX Hồng Lĩnh", "thi xa", "Hồng Lĩnh"},
        {"H. Cẩm Xuyên", "huyen", "Cẩm Xuyên"},
        {"tỉnh Hà Tĩnh", "tinh", "Hà Tĩnh"},
        {"Cẩm Mỹ", "", "Cẩm Mỹ"},
        {"Xuân Quan", "", "Xuân Quan"},
        {"", "", ""},
    };
    for (const Row& row : rows) {
        EXPECT_EQ(typed_name(row.text).type, row.type) << row.text;
        EXPECT_EQ(typed_name(row.text).name, row.name) << row.text;
    }
}

TEST(PlaceNameTest, HalfOfTheAccentsWillDo) {
    const struct {
        std::string typed, listed;
        NameFit fit;
    } rows[] = {
        {"Bản Liền", "Bản Liền", NameFit::exact},
        {"bản liền", "Bản Liền", NameFit::exact},
        {"Bản Lien", "Bản Liền", NameFit::half_marked},
        {"ban lien", "Bản Liền", NameFit::half_marked},
        {"Bán Liền", "Bản Liền", NameFit::letters},
        {"Đăk Lăk", "Đắk Lắk", NameFit::letters},
        {"Dak Mil", "Đắk Mil", NameFit::exact},
        {"Bản", "Bản Liền", NameFit::none},
    };
    for (const auto& [typed, listed, fit] : rows)
        EXPECT_EQ(name_fit(folded_place_name(typed), folded_place_name(listed)), fit) << typed;
}

}  // namespace
}  // namespace commsearch::name
