#include "indexer/source/formats/number_format.h"

#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <vector>

namespace commsearch::source {
namespace {

TEST(NumberFormat, ShowsNumbersAsVietnameseReadThem) {
    struct Row {
        double value;
        std::string code, expected;
    };
    const std::vector<Row> cases = {
        {1200, "", "1200"},
        {1200, "General", "1200"},
        {0.1 + 0.2, "General", "0,3"},
        {22.5, "General", "22,5"},
        {-3.25, "General", "-3,25"},
        {34096001234, "General", "34096001234"},
        {1234567890123456789.0, "General", "1234567890123456768"},
        {0.00000125, "General", "0,00000125"},
        {1234567.891, "#,##0.00", "1.234.567,89"},
        {1234567, "#,##0", "1.234.567"},
        {999, "#,##0", "999"},
        {-1234.5, "#,##0.0", "-1.234,5"},
        {12.5, "0", "13"},
        {1234.55, "#,##0.0", "1.234,6"},
        {0, "#,###", ""},
        {12.5, "0.0#", "12,5"},
        {12, "0.##", "12"},
        {7, "00", "07"},
        {-7, "000", "-007"},
        {0.225, "0.0%", "22,5%"},
        {1, "0%", "100%"},
        {1250000, "#,##0,", "1.250"},
        {1250, "#,##0\" đồng\"", "1.250 đồng"},
        {1250, "#,##0\\ \"ha\"", "1.250 ha"},
        {1250, "#,##0 [$₫-42A]", "1.250 ₫"},
        {-5, "#,##0;[Red](#,##0)", "(5)"},
        {-5, "#,##0;[Red]-#,##0", "-5"},
        {0, "#,##0;-#,##0;\"-\"", "-"},
        {0, "_(* #,##0_);_(* \\(#,##0\\);_(* \"-\"??_);_(@_)", "-"},
        {1234, "_(* #,##0_);_(* \\(#,##0\\);_(* \"-\"??_);_(@_)", "1.234"},
        {5, ";;;", ""},
        {1.5, "# ?/?", "1,5"},
        {123456, "0.00E+00", "1,23E+05"},
        {0.00012, "0.0E-0", "1,2E-4"},
        {1234567, "00\\.000\\.000", "01.234.567"},
        {1234567, "#\\.###\\.##0", "1.234.567"},
        {567, "#\\.###\\.##0", "567"},
        {-1234567, "#\\.###\\.##0", "-1.234.567"},
        {912345678, "0000\".\"000\".\"000", "0912.345.678"},
        {12024, "\"Quý \"0\"/\"0000", "Quý 1/2024"},
        {12, "[>=1000]#,##0,\"K\";0", "12"},
        {2500000, "[>=1000]#,##0,\"K\";0", "2.500K"},
        {-5, "[<0](0);0", "(5)"},
        {-5, "[>100]0;[<=100]0.0", "-5,0"},
        {12, "General\" hộ\"", "12 hộ"},
        {3, "@", "3"},
        {std::numeric_limits<double>::infinity(), "0", ""},
    };
    for (const auto& [value, code, expected] : cases)
        EXPECT_EQ(formatted_number(value, code), expected) << code << ' ' << value;
}

TEST(NumberFormat, ShowsDatesDayFirst) {
    struct Row {
        double value;
        std::string code, expected;
    };
    const std::vector<Row> cases = {
        {45204, "dd/mm/yyyy", "05/10/2023"},
        {45204, "m/d/yy", "05/10/2023"},
        {45204, "[$-42A]dd mmmm yyyy;@", "05/10/2023"},
        {45204, "yyyy\\-mm\\-dd", "05/10/2023"},
        {45204, "mm/yyyy", "10/2023"},
        {45204, "yyyy", "2023"},
        {45204, "dd/mm", "05/10"},
        {45204.3125, "dd/mm/yyyy hh:mm", "05/10/2023 07:30"},
        {0.3125, "hh:mm", "07:30"},
        {1.5, "[h]:mm", "36:00"},
        {1.5, "[mm]:ss", "2160"},
        {45204.999999, "dd/mm/yyyy hh:mm", "06/10/2023 00:00"},
        {1, "dd/mm/yyyy", "01/01/1900"},
        {61, "dd/mm/yyyy", "01/03/1900"},
        {-1, "dd/mm/yyyy", "-1"},
        {3e6, "dd/mm/yyyy", "3000000"},
    };
    for (const auto& [value, code, expected] : cases)
        EXPECT_EQ(formatted_number(value, code), expected) << code << ' ' << value;
    EXPECT_EQ(formatted_number(0, "dd/mm/yyyy", true), "01/01/1904");
    EXPECT_EQ(formatted_number(45204, builtin_number_format(14)), "05/10/2023");
    EXPECT_EQ(builtin_number_format(0), "");
    EXPECT_EQ(builtin_number_format(999), "");
}

}  // namespace
}  // namespace commsearch::source
