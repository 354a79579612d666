#include "indexer/generation/build_lock.h"

#include <sys/file.h>

namespace commsearch {

BuildLock::BuildLock(const std::filesystem::path& index_folder)
    : file_(index_folder / lock_file, O_RDWR | O_CREAT) {
    if (::flock(file_.number(), LOCK_EX | LOCK_NB) == 0) return;
    throw Error(
        {"một lượt lập chỉ mục khác đang chạy trên " + index_folder.string() + "; hãy đợi nó xong",
         "another build is running on " + index_folder.string() + "; wait for it to end"});
}

}  // namespace commsearch
