#include "indexer/segment/columns_output.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <numeric>
#include <utility>

#include "analyzers/base/message.h"

namespace commsearch::segment {

ColumnsOutput::ColumnsOutput(const std::filesystem::path& file)
    : path_(file), file_(::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666)) {
    header_.magic = schema::columns_magic;
    if (file_ < 0) throw_unwritable();
}

ColumnsOutput::~ColumnsOutput() {
    if (file_ >= 0) ::close(file_);
}

void ColumnsOutput::throw_unwritable() const {
    const std::string where = path_.string() + ": " + std::strerror(errno);
    throw Error(
        {"không ghi được " + where + "; hãy kiểm tra dung lượng đĩa và quyền ghi",
         "cannot write " + where + "; check the free space of the disk and the permissions"});
}

void ColumnsOutput::begin(schema::ColumnsPart part) {
    end_part();
    part_ = &header_.parts[static_cast<std::size_t>(part)];
    part_->begin = at_;
}

void ColumnsOutput::add_bytes(const void* bytes, std::size_t size) {
    constexpr std::size_t buffered = std::size_t{1} << 16U;
    buffer_.append(static_cast<const char*>(bytes), size);
    at_ += size;
    if (buffer_.size() >= buffered) flush();
}

void ColumnsOutput::write_at(std::uint64_t place, const void* bytes, std::size_t size) {
    const auto* from = static_cast<const char*>(bytes);
    while (size > 0) {
        const ssize_t done = ::pwrite(file_, from, size, static_cast<off_t>(place));
        if (done < 0 && errno == EINTR) continue;
        if (done < 0) throw_unwritable();
        from += done;
        place += static_cast<std::uint64_t>(done);
        size -= static_cast<std::size_t>(done);
    }
}

void ColumnsOutput::flush() {
    write_at(written_, buffer_.data(), buffer_.size());
    written_ += buffer_.size();
    buffer_.clear();
}

void ColumnsOutput::end_part() {
    if (part_ != nullptr) part_->size = at_ - part_->begin;
    constexpr std::uint64_t zero = 0;
    const std::size_t odd = at_ % sizeof zero;
    if (odd > 0) add_bytes(&zero, sizeof zero - odd);
}

void ColumnsOutput::finish(std::uint64_t documents, std::uint64_t total_length) {
    end_part();
    flush();
    header_.documents = documents;
    header_.total_length = total_length;
    header_.fingerprint = schema::header_fingerprint(header_);
    write_at(0, &header_, sizeof header_);
    if (::close(std::exchange(file_, -1)) != 0) throw_unwritable();
}

void append_word_codes(std::uint32_t rank, std::vector<std::uint16_t>& codes) {
    if (rank <= schema::word_codes::max_short_rank) {
        codes.push_back(static_cast<std::uint16_t>(rank + 1));
        return;
    }
    codes.insert(codes.end(),
                 {schema::word_codes::high_rank, static_cast<std::uint16_t>(rank >> 16U),
                  static_cast<std::uint16_t>(rank & 0xFFFFU)});
}

std::vector<std::uint32_t> ranks_of(std::span<const std::uint32_t> counts) {
    std::vector<std::uint32_t> terms(counts.size());
    std::iota(terms.begin(), terms.end(), 0U);
    std::stable_sort(terms.begin(), terms.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return counts[a] > counts[b]; });
    std::vector<std::uint32_t> ranks(counts.size());
    for (std::uint32_t rank = 0; rank < terms.size(); ++rank) ranks[terms[rank]] = rank;
    return ranks;
}

}  // namespace commsearch::segment
