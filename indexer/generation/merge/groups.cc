#include "indexer/generation/merge/groups.h"

#include <optional>
#include <utility>

#include "analyzers/base/message.h"
#include "indexer/generation/batch/batch_record.h"
#include "indexer/generation/batch/borders.h"
#include "indexer/generation/disk/disk.h"
#include "indexer/generation/merge/merge.h"
#include "indexer/generation/merge/self_check.h"
#include "indexer/segment/checksum.h"

namespace commsearch::generation {
namespace {

namespace fs = std::filesystem;

std::string key_of(const std::vector<GroupEntry>& entries) {
    segment::Checksum sum;
    sum.add_text("merged");
    for (const GroupEntry& entry : entries) sum.add_text(entry.key);
    return sum.hex();
}

/// The segments of an entry, verified.
std::vector<fs::path> segments_of(const std::vector<GroupEntry>& entries, std::size_t place,
                                  SegmentStore& store,
                                  const std::function<void(std::size_t)>& mend) {
    const std::string& key = entries[place].key;
    std::optional<BatchRecord> record = store.find_verified(key);
    if (!record) {
        mend(place);
        record = store.find_verified(key);
    }
    if (!record) {
        const std::string folder = store.folder_of(key).string();
        throw Error({folder + " bị hỏng trong lúc lập chỉ mục; hãy kiểm tra ổ đĩa rồi chạy lại",
                     folder + " was damaged during the build; check the disk and run again"});
    }
    std::vector<fs::path> segments;
    for (const std::string& segment : record->segments)
        segments.push_back(store.folder_of(key) / segment);
    return segments;
}

}  // namespace

std::vector<std::size_t> groups_of(const std::vector<Batch>& batches) {
    std::vector<std::size_t> begins;
    std::size_t place = 0;
    Borders borders(group_window_bytes, [&](bool opens) {
        if (opens || begins.empty()) begins.push_back(place);
        ++place;
    });
    std::uintmax_t bytes = 0;
    for (const Batch& batch : batches) {
        borders.add(batch.rank, bytes);
        bytes += bytes_of(batch) + 1;
    }
    borders.finish();
    begins.push_back(batches.size());
    return begins;
}

fs::path merged_group(const std::vector<GroupEntry>& entries, SegmentStore& store, std::size_t jobs,
                      const std::function<void(std::size_t)>& mend) {
    const std::string key = key_of(entries);
    if (store.find_verified(key)) return store.folder_of(key);
    std::vector<fs::path> segments;
    std::size_t reports = 0, passages = 0;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        for (fs::path& segment : segments_of(entries, i, store, mend))
            segments.push_back(std::move(segment));
        reports += entries[i].reports;
        passages += entries[i].passages;
    }
    const fs::path folder = store.new_folder();
    {
        const ScratchFolder scratch(folder / "scratch");
        merge_all(segments, folder, scratch.path(), 1, segments_open(jobs));
    }
    if (auto refusals = self_check(folder, reports, passages); !refusals.empty())
        throw Refused(std::move(refusals));
    BatchRecord record;
    store.keep(folder, key, record);
    return store.folder_of(key);
}

}  // namespace commsearch::generation
