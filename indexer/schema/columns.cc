#include "indexer/schema/columns.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstring>
#include <type_traits>

#include "analyzers/base/fingerprint.h"
#include "analyzers/base/message.h"

namespace commsearch::schema {
namespace {

static_assert(std::endian::native == std::endian::little, "columns are little endian");

[[noreturn]] void throw_damaged(const std::filesystem::path& file) {
    throw Error({"tệp " + file.string() + " hỏng hoặc bị cắt ngắn",
                 "the file " + file.string() + " is damaged or cut short"});
}

ColumnsHeader header_of(std::span<const std::byte> bytes, const std::filesystem::path& file) {
    ColumnsHeader header;
    if (bytes.size() < sizeof header) throw_damaged(file);
    std::memcpy(&header, bytes.data(), sizeof header);
    if (header.magic != columns_magic || header.documents >= no_section ||
        header.fingerprint != header_fingerprint(header)) {
        throw_damaged(file);
    }
    for (const ColumnsHeader::Place& place : header.parts) {
        if (place.begin % alignof(std::uint64_t) != 0 || place.begin > bytes.size() ||
            place.size > bytes.size() - place.begin) {
            throw_damaged(file);
        }
    }
    return header;
}

/// A piece of `all`, empty where the bounds make no sense.
template <typename Value>
std::span<const Value> piece(std::span<const Value> all, std::uint64_t begin, std::uint64_t end) {
    if (begin > end || end > all.size()) return {};
    return all.subspan(begin, end - begin);
}

}  // namespace

std::uint64_t header_fingerprint(const ColumnsHeader& header) {
    static_assert(std::has_unique_object_representations_v<ColumnsHeader>);
    return fingerprint(
        {reinterpret_cast<const char*>(&header), offsetof(ColumnsHeader, fingerprint)});
}

template <typename Value>
std::span<const Value> Columns::part(const ColumnsHeader& header, ColumnsPart which) const {
    const ColumnsHeader::Place& place = header.parts[static_cast<std::size_t>(which)];
    return {reinterpret_cast<const Value*>(file_.bytes().data() + place.begin),
            place.size / sizeof(Value)};
}

Columns::Columns(const std::filesystem::path& file) : file_(file) {
    const ColumnsHeader header = header_of(file_.bytes(), file);
    documents_ = static_cast<std::uint32_t>(header.documents);
    total_length_ = header.total_length;
    reports_ = part<ReportRow>(header, ColumnsPart::reports);
    sections_ = part<SectionRow>(header, ColumnsPart::sections);
    section_of_ = part<std::uint32_t>(header, ColumnsPart::section_of);
    words_begin_ = part<std::uint64_t>(header, ColumnsPart::words_begin);
    words_ = part<std::uint16_t>(header, ColumnsPart::words);
    lengths_ = part<std::uint16_t>(header, ColumnsPart::lengths);
    similarities_ = part<std::uint64_t>(header, ColumnsPart::similarities);
    headings_ = part<std::uint64_t>(header, ColumnsPart::headings);
    context_ = part<std::uint32_t>(header, ColumnsPart::context);
    terms_begin_ = part<std::uint64_t>(header, ColumnsPart::terms_begin);
    term_bytes_ = part<char>(header, ColumnsPart::term_bytes);
    counts_ = part<std::uint32_t>(header, ColumnsPart::term_counts);
    ranks_ = part<std::uint32_t>(header, ColumnsPart::ranks);
    pairs_begin_ = part<std::uint32_t>(header, ColumnsPart::pairs_begin);
    pair_seconds_ = part<std::uint32_t>(header, ColumnsPart::pair_seconds);
    pair_counts_ = part<std::uint32_t>(header, ColumnsPart::pair_counts);
    const std::size_t rows = std::size_t{documents_} + 1;
    if (section_of_.size() != rows || words_begin_.size() != rows + 1 || lengths_.size() != rows ||
        similarities_.size() != rows || terms_begin_.size() != ranks_.size() + 1 ||
        pairs_begin_.size() != ranks_.size() + 1 || counts_.size() != ranks_.size() ||
        pair_seconds_.size() != pair_counts_.size()) {
        throw_damaged(file);
    }
}

double Columns::mean_length() const {
    return passages() == 0 ? 0 : static_cast<double>(total_length_) / passages();
}

std::uint32_t Columns::heading_place(std::uint64_t number) const {
    if (number == 0) return 0;
    const auto found = std::lower_bound(headings_.begin(), headings_.end(), number);
    const bool is_there = found != headings_.end() && *found == number;
    return static_cast<std::uint32_t>(is_there ? found - headings_.begin() + 1
                                               : headings_.end() - headings_.begin() + 1);
}

std::span<const std::uint32_t> Columns::context(const ReportRow& report) const {
    return piece(context_, report.context_begin, report.context_end);
}

std::span<const std::uint32_t> Columns::context(const SectionRow& section) const {
    const auto all = piece(context_, section.context_begin, section.context_end);
    return all.subspan(std::min<std::size_t>(section.heading_words, all.size()));
}

std::span<const std::uint32_t> Columns::heading_words(const SectionRow& section) const {
    const auto all = piece(context_, section.context_begin, section.context_end);
    return all.first(std::min<std::size_t>(section.heading_words, all.size()));
}

std::span<const std::uint16_t> Columns::codes(std::uint32_t document) const {
    if (document > documents_) return {};
    return piece(words_, words_begin_[document], words_begin_[document + 1]);
}

void Columns::read_words(std::uint32_t passage, std::vector<ColumnWord>& words) const {
    using namespace word_codes;
    words.clear();
    const std::span<const std::uint16_t> all = codes(passage);
    std::uint32_t position = 0;
    std::size_t expansion_left = 0;  // words of a short form still to come
    bool is_own = false;             // the report's own short form
    for (std::size_t at = 0; at < all.size();) {
        if (all[at] == left_out) {
            ++position;
            ++at;
        } else if (all[at] == short_form && at + 2 < all.size()) {
            words.push_back({word_rank(all, ++at), position, false, true});
            if (at >= all.size()) return;
            is_own = (all[at] & is_local) != 0;
            expansion_left = all[at++] & ~is_local;
        } else {
            words.push_back({word_rank(all, at), position++, true, expansion_left == 0 || is_own});
            if (expansion_left > 0) --expansion_left;
        }
    }
}

std::string_view Columns::term(std::uint32_t number) const {
    const std::span<const char> text =
        piece(term_bytes_, terms_begin_[number], terms_begin_[number + 1]);
    return {text.data(), text.size()};
}

std::uint32_t Columns::first_term_from(std::string_view text) const {
    std::uint32_t begin = 0;
    std::uint32_t end = terms();
    while (begin < end) {
        const std::uint32_t middle = begin + (end - begin) / 2;
        if (term(middle) < text) {
            begin = middle + 1;
        } else {
            end = middle;
        }
    }
    return begin;
}

std::optional<std::uint32_t> Columns::find_term(std::string_view text) const {
    const std::uint32_t at = first_term_from(text);
    if (at == terms() || term(at) != text) return std::nullopt;
    return at;
}

Columns::Followers Columns::followers(std::uint32_t term) const {
    const std::uint32_t begin = pairs_begin_[term];
    const std::uint32_t end = pairs_begin_[term + 1];
    return {piece(pair_seconds_, begin, end), piece(pair_counts_, begin, end)};
}

std::uint32_t Columns::pair_frequency(std::uint32_t first, std::uint32_t second) const {
    const Followers all = followers(first);
    const auto found = std::lower_bound(all.terms.begin(), all.terms.end(), second);
    if (found == all.terms.end() || *found != second) return 0;
    return all.passages[static_cast<std::size_t>(found - all.terms.begin())];
}

}  // namespace commsearch::schema
