#include "indexer/generation/batch/batches.h"

#include <cstddef>
#include <map>
#include <utility>

#include "analyzers/base/fingerprint.h"
#include "analyzers/base/message.h"
#include "indexer/generation/batch/borders.h"
#include "indexer/generation/disk/parallel.h"
#include "indexer/source/formats/format.h"

namespace commsearch::generation {
namespace {

using Slices = std::map<std::size_t, SlicedFile>;  ///< by place in the listing

bool is_parted(const source::SourceFile& file) {
    return file.size > max_whole_jsonl_bytes &&
           source::format_of_name(file.path.filename().native()) == source::Format::jsonl;
}

/// The slices of all large .jsonl files of a listing.
Slices parted_files(const std::vector<source::SourceFile>& files, std::size_t jobs) {
    std::vector<std::pair<std::size_t, SlicedFile>> parted;
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (is_parted(files[i])) parted.emplace_back(i, SlicedFile{});
    }
    run_parallel(parted.size(), jobs, [&] {
        return [&](std::size_t i) {
            try {
                parted[i].second = slices_of(files[parted[i].first].path, batch_window_bytes);
            } catch (const Error&) {  // reading it will tell why
            }
        };
    });
    return {std::make_move_iterator(parted.begin()), std::make_move_iterator(parted.end())};
}

/// Files that come one by one -> batches.
class BatchMaker {
public:
    void add(const source::SourceFile& file) {
        const std::uint64_t rank = mix64(fingerprint(file.id));
        waiting_.push_back({file, rank});
        borders_.add(rank, bytes_);
        bytes_ += file.size + 1;  // empty files have a place, too
    }

    /// A file that shares no batch with its neighbours.
    void add(const source::SourceFile& file, SlicedFile parts) {
        end_row();
        for (CorpusSlice& slice : parts.slices) {
            const std::uint64_t rank = slice.rank;
            batches_.push_back({{file}, std::move(slice), parts.checksum, rank});
        }
        if (parts.slices.empty())
            batches_.push_back({{file}, std::nullopt, {}, mix64(fingerprint(file.id))});
    }

    std::vector<Batch> finish() {
        end_row();
        return std::move(batches_);
    }

private:
    struct Waiting {
        source::SourceFile file;
        std::uint64_t rank;
    };

    void end_row() {
        borders_.finish();
        is_row_new_ = true;
    }

    void place(bool opens) {
        Waiting first = std::move(waiting_.front());
        waiting_.pop_front();
        if (opens || is_row_new_) batches_.push_back({{}, std::nullopt, {}, first.rank});
        is_row_new_ = false;
        batches_.back().files.push_back(std::move(first.file));
    }

    std::vector<Batch> batches_;
    std::deque<Waiting> waiting_;
    std::uintmax_t bytes_ = 0;
    bool is_row_new_ = true;
    Borders borders_{batch_window_bytes, [this](bool opens) { place(opens); }};
};

}  // namespace

std::uintmax_t bytes_of(const Batch& batch) {
    if (batch.slice) return batch.slice->lines.end - batch.slice->lines.begin;
    std::uintmax_t bytes = 0;
    for (const source::SourceFile& file : batch.files) bytes += file.size;
    return bytes;
}

std::vector<Batch> batches_of(const std::vector<source::SourceFile>& files, std::size_t jobs) {
    Slices slices = parted_files(files, jobs);
    BatchMaker maker;
    for (std::size_t i = 0; i < files.size(); ++i) {
        const auto parted = slices.find(i);
        if (parted == slices.end()) {
            maker.add(files[i]);
        } else {
            maker.add(files[i], std::move(parted->second));
        }
    }
    return maker.finish();
}

}  // namespace commsearch::generation
