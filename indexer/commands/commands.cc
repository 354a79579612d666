#include "indexer/commands/commands.h"

namespace commsearch {

std::vector<Command> commands() {
    return {
        {"build",
         {"đọc các báo cáo, lập một thế hệ chỉ mục mới và công bố nó",
          "read the reports, write a new generation of the index and publish it"},
         run_build},
        {"abbreviations",
         {"liệt kê chữ tắt mà báo cáo dùng còn từ điển chưa có; soát bảng chữ tắt",
          "list the short forms that reports use and the dictionary lacks; check a table"},
         run_abbreviations},
    };
}

}  // namespace commsearch
