#include "indexer/generation/batch/batches.h"

#include <cstddef>
#include <map>
#include <utility>

#include "analyzers/base/fingerprint.h"
#include "analyzers/base/message.h"
#include "indexer/generation/batch/borders.h"
#include "indexer/generation/disk/parallel.h"
#include "indexer/source/extract/format.h"

namespace commsearch {
namespace {

using Pieces = std::map<std::size_t, FilePieces>;  ///< by place in the listing

bool is_parted(const SourceFile& file) {
    return file.size > max_whole_jsonl_bytes &&
           format_of_name(file.path.filename().native()) == Format::jsonl;
}

/// The pieces of all large .jsonl files of a listing.
Pieces parted_files(const std::vector<SourceFile>& files, std::size_t jobs) {
    std::vector<std::pair<std::size_t, FilePieces>> parted;
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (is_parted(files[i])) parted.emplace_back(i, FilePieces{});
    }
    run_parallel(parted.size(), jobs, [&] {
        return [&](std::size_t i) {
            try {
                parted[i].second = pieces_of(files[parted[i].first].path, batch_window_bytes);
            } catch (const Error&) {  // reading it will tell why
            }
        };
    });
    return {std::make_move_iterator(parted.begin()), std::make_move_iterator(parted.end())};
}

/// Files that come one by one -> batches.
class BatchMaker {
public:
    void add(const SourceFile& file) {
        const std::uint64_t rank = stirred(fingerprint(file.id));
        waiting_.push_back({file, rank});
        borders_.add(rank, bytes_);
        bytes_ += file.size + 1;  // empty files have a place, too
    }

    /// A file that shares no batch with its neighbours.
    void add(const SourceFile& file, FilePieces parts) {
        end_row();
        for (LinePiece& piece : parts.pieces) {
            const std::uint64_t rank = piece.rank;
            batches_.push_back({{file}, std::move(piece), parts.checksum, rank});
        }
        if (parts.pieces.empty())
            batches_.push_back({{file}, std::nullopt, {}, stirred(fingerprint(file.id))});
    }

    std::vector<Batch> finish() {
        end_row();
        return std::move(batches_);
    }

private:
    struct Waiting {
        SourceFile file;
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
    if (batch.piece) return batch.piece->lines.end - batch.piece->lines.begin;
    std::uintmax_t bytes = 0;
    for (const SourceFile& file : batch.files) bytes += file.size;
    return bytes;
}

std::vector<Batch> batches_of(const std::vector<SourceFile>& files, std::size_t jobs) {
    Pieces pieces = parted_files(files, jobs);
    BatchMaker maker;
    for (std::size_t i = 0; i < files.size(); ++i) {
        const auto parted = pieces.find(i);
        if (parted == pieces.end()) {
            maker.add(files[i]);
        } else {
            maker.add(files[i], std::move(parted->second));
        }
    }
    return maker.finish();
}

}  // namespace commsearch
