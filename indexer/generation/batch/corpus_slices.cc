#include "indexer/generation/batch/corpus_slices.h"

#include <algorithm>
#include <deque>
#include <functional>

#include "indexer/generation/batch/borders.h"
#include "indexer/segment/checksum.h"
#include "indexer/source/extract/input_file.h"

namespace commsearch::generation {
namespace {

namespace fs = std::filesystem;

/// Bytes at the front of a line that rank it: where an id stands, as a rule, so that a report that
/// is written anew under its id opens a slice as it did before.
constexpr std::size_t ranked_bytes = 128;

struct ScannedLine {
    std::uintmax_t begin = 0;  ///< bytes
    std::uint64_t digest = 0;  ///< of the line and its end
    std::uint64_t rank = 0;
};

/// The lines of a file one by one, in memory that does not grow with them.
class LineScan {
public:
    explicit LineScan(std::function<void(const ScannedLine&)> take) : take_(std::move(take)) {}

    void add(std::string_view bytes) {
        while (!bytes.empty()) {
            const std::size_t end = bytes.find('\n');
            const std::string_view part = bytes.substr(0, end == bytes.npos ? end : end + 1);
            add_to_line(part);
            if (end != bytes.npos) finish();
            bytes.remove_prefix(part.size());
        }
    }

    /// Ends the line, if one was begun.
    void finish() {
        if (size_ == 0) return;
        // Where many lines begin alike, the rest of them decides.
        constexpr std::uint64_t high = ~std::uint64_t{0} << 32U;
        segment::Checksum front;
        front.add(front_);
        take_({begin_, line_.number(), (front.number() & high) | (line_.number() & ~high)});
        begin_ += size_;
        size_ = 0;
        front_.clear();
        line_.clear();
    }

private:
    void add_to_line(std::string_view part) {
        line_.add(part);
        size_ += part.size();
        front_.append(part.substr(0, ranked_bytes - front_.size()));
    }

    std::function<void(const ScannedLine&)> take_;
    std::uintmax_t begin_ = 0, size_ = 0;
    std::string front_;
    segment::Checksum line_;
};

/// Calls `take` with all bytes of a file from `begin` to `end`, block by block.
void read_blocks(const fs::path& path, std::uintmax_t begin, std::uintmax_t end,
                 const std::function<void(std::string_view)>& take) {
    constexpr std::size_t block_bytes = 256U << 10U;
    source::InputFile file(path);
    file.narrow(begin, end);
    std::string block(block_bytes, '\0');
    while (const std::size_t count = file.read(block)) take({block.data(), count});
}

void add_digest(segment::Checksum& sum, std::uint64_t digest) {
    sum.add({reinterpret_cast<const char*>(&digest), sizeof digest});
}

/// Lines, as they are decided upon, -> slices.
class SliceMaker {
public:
    explicit SliceMaker(std::uintmax_t window)
        : borders_(window, [this](bool opens) { place(opens); }) {}

    void add(const ScannedLine& line) {
        waiting_.push_back(line);
        borders_.add(line.rank, line.begin);
    }

    std::vector<CorpusSlice> finish(std::uintmax_t size) {
        borders_.finish();
        end_slice(size);
        return std::move(slices_);
    }

private:
    void place(bool opens) {
        const ScannedLine line = waiting_.front();
        waiting_.pop_front();
        if (opens || slices_.empty()) {
            end_slice(line.begin);
            slices_.push_back({{line.begin, 0, lines_}, {}, line.rank});
        }
        add_digest(sum_, line.digest);
        ++lines_;
    }

    void end_slice(std::uintmax_t end) {
        if (slices_.empty()) return;
        slices_.back().lines.end = end;
        slices_.back().lines.count = lines_ - slices_.back().lines.lines_before;
        slices_.back().checksum = sum_.hex();
        sum_.clear();
    }

    Borders borders_;
    std::deque<ScannedLine> waiting_;
    std::vector<CorpusSlice> slices_;
    std::size_t lines_ = 0;
    segment::Checksum sum_;
};

}  // namespace

SlicedFile slices_of(const fs::path& file, std::uintmax_t window) {
    segment::Checksum whole;
    SliceMaker maker(window);
    LineScan lines([&](const ScannedLine& line) { maker.add(line); });
    std::uintmax_t size = 0;
    read_blocks(file, 0, UINTMAX_MAX, [&](std::string_view block) {
        whole.add(block);
        lines.add(block);
        size += block.size();
    });
    lines.finish();
    return {whole.hex(), maker.finish(size)};
}

std::string checksum_of_lines(const fs::path& file, const source::LineSpan& span) {
    segment::Checksum sum;
    LineScan lines([&](const ScannedLine& line) { add_digest(sum, line.digest); });
    read_blocks(file, span.begin, span.end, [&](std::string_view block) { lines.add(block); });
    lines.finish();
    return sum.hex();
}

}  // namespace commsearch::generation
