#include "searcher/index/index_error.h"

#include <xapian.h>

#include <string>

namespace commsearch::index {

void throw_unusable(const std::filesystem::path& index_folder, const Message& what) {
    const std::string command =
        "commsearch-index build --corpus DIR --index " + index_folder.string();
    throw Error({what.vi + "; hãy chạy: " + command, what.en + "; run: " + command});
}

void rethrow_as_error(const std::filesystem::path& index_folder) {
    try {
        throw;
    } catch (const Xapian::Error& error) {
        const std::string reason = error.get_msg() + " (" + error.get_type() + ")";
        throw_unusable(index_folder,
                       {"không đọc được chỉ mục: " + reason, "cannot read the index: " + reason});
    }
}

}  // namespace commsearch::index
