#include "indexer/cli/commands/commands.h"

namespace commsearch::cli {

std::vector<Command> commands() {
    return {
        {"build",
         {"đọc các báo cáo, lập một thế hệ chỉ mục mới và công bố nó",
          "read the reports, write a new generation of the index and publish it"},
         run_build},
        {"status",
         {"tuổi của thế hệ đang dùng, lượt lập gần nhất, vì sao bị từ chối",
          "age of the published generation, how the last build ended, why it was refused"},
         run_status},
        {"check",
         {"so mọi byte của thế hệ đang dùng với tổng kiểm lúc lập",
          "compare every byte of the published generation with its checksums"},
         run_check},
        {"list", {"liệt kê các thế hệ", "list the generations"}, run_list},
        {"rollback", {"dùng lại một thế hệ cũ", "publish an older generation again"}, run_rollback},
        {"prune", {"xóa các thế hệ cũ", "remove old generations"}, run_prune},
        {"abbreviations",
         {"liệt kê chữ tắt mà báo cáo dùng còn từ điển chưa có; soát bảng chữ tắt",
          "list the short forms that reports use and the dictionary lacks; check a table"},
         run_abbreviations},
        {"inspect",
         {"cho biết đã hiểu gì về một tệp báo cáo", "show what is understood of one file"},
         run_inspect},
        {"figures",
         {"in mọi số liệu mà các báo cáo nêu", "print every figure that the reports state"},
         run_figures},
        {"doubts",
         {"liệt kê những chỗ người làm văn thư nên xem lại", "list what a clerk should look at"},
         run_doubts},
        {"coverage",
         {"xã nào đã gửi báo cáo của kỳ nào, xã nào chậm, xã nào còn thiếu",
          "which communes have filed for which period, which were late, which are missing"},
         run_coverage},
    };
}

}  // namespace commsearch::cli
