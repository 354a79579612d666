#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "indexer/schema/columns.h"

namespace commsearch::segment {

/// Writes a file of columns part by part, from one end to the other. Not for two threads at once.
class ColumnsOutput {
public:
    /// Throws Error when the file cannot be written, as the other functions do.
    explicit ColumnsOutput(const std::filesystem::path& file);
    ~ColumnsOutput();
    ColumnsOutput(const ColumnsOutput&) = delete;
    ColumnsOutput& operator=(const ColumnsOutput&) = delete;

    /// What is added belongs to that part until the next begins.
    void begin(schema::ColumnsPart part);

    template <typename Value>
    void add(const Value& value) {
        add_bytes(&value, sizeof value);
    }
    template <typename Value>
    void add_all(std::span<const Value> values) {
        add_bytes(values.data(), values.size_bytes());
    }

    /// Writes the header; nothing can be added afterwards.
    void finish(std::uint64_t documents, std::uint64_t total_length);

private:
    void add_bytes(const void* bytes, std::size_t size);
    void flush();
    void write_at(std::uint64_t place, const void* bytes, std::size_t size);
    void end_part();
    [[noreturn]] void throw_unwritable() const;

    std::filesystem::path path_;
    int file_ = -1;
    std::string buffer_;
    schema::ColumnsHeader header_;
    std::uint64_t at_ = sizeof(schema::ColumnsHeader);  ///< what was added goes there
    std::uint64_t written_ = sizeof(schema::ColumnsHeader);
    schema::ColumnsHeader::Place* part_ = nullptr;
};

/// Appends the codes of a word of that rank (columns.h).
void append_word_codes(std::uint32_t rank, std::vector<std::uint16_t>& codes);

/// The ranks of terms with these counts: the most frequent first, else in their order.
[[nodiscard]] std::vector<std::uint32_t> ranks_of(std::span<const std::uint32_t> counts);

}  // namespace commsearch::segment
