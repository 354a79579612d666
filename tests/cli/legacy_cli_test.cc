// One report in a legacy encoding through the real programs, from its bytes to an answer. It is the
// smoke test of Debug builds: there nothing is inlined, so a name that two rooms use for two things
// kills the program.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/legacy_encoder.h"
#include "tests/support/program.h"

namespace commsearch {
namespace {

TEST(DebugSmoke, AReportInALegacyEncodingIsFound) {
    const std::string report =
        "UBND XÃ BẢN LIỀN\nSố: 12/BC-UBND\n\nBản Liền, ngày 20 tháng 6 năm 2024\n\nBÁO CÁO\n"
        "Kết quả thực hiện nhiệm vụ tháng 6, nhiệm vụ tháng 7 năm 2024\n\n1. Nông nghiệp\n"
        "Toàn xã đã gieo cấy xong lúa mùa, chăm sóc chè và trồng rừng mới.\n";
    const TempFolder folder;
    folder.write("corpus/a.txt",
                 encode(encoding::Encoding::tcvn3, encodable(encoding::Encoding::tcvn3, report)));
    const Outcome build = run_in(folder.path(), {COMMSEARCH_INDEX_PROGRAM, "build", "--corpus",
                                                 "corpus", "--index", "index"});
    ASSERT_EQ(build.exit_code, 0) << build.err;
    const Outcome found =
        run_in(folder.path(), {COMMSEARCH_PROGRAM, "--index", "index", "chăm sóc chè"});
    EXPECT_EQ(found.exit_code, 0) << found.err;
    EXPECT_NE(found.out.find("gieo cấy xong lúa mùa"), std::string::npos) << found.out;
}

}  // namespace
}  // namespace commsearch
