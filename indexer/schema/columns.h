#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

#include "indexer/schema/mapped_file.h"
#include "indexer/schema/schema.h"

namespace commsearch::schema {

// The file columns_file of a segment or generation: what a search needs of every document beside
// its postings, as arrays that are mapped into memory and read in place. Little endian. Behind the
// ColumnsHeader come the arrays of ColumnsPart, each on a multiple of eight bytes.
//
// Documents have the ids of the database beside it, from 1: a report, then its passages. Terms are
// numbered in the order of their bytes; the rank of a term is its place by frequency, so that the
// words of nearly every passage take two bytes each.
//
// The words of a passage are its running text (token.h), in codes of 16 bits:
//   0                         a position that is left out: a sentence ends
//   1 … 0xFFFD                a word: its rank plus one
//   0xFFFE s n w…             the short form s, which stands for the n words w behind it; the
//   highest
//                             bit of n is set where the report itself defines it
//   0xFFFF high low           a word or short form with a higher rank

enum class ColumnsPart : std::uint8_t {
    reports,       ///< ReportRow, in order
    sections,      ///< SectionRow, in order, those that have passages
    section_of,    ///< uint32, by document: number of its section; no_section for a report
    words_begin,   ///< uint64, by document and one behind: place in `words`
    words,         ///< uint16
    lengths,       ///< uint16, by document: what BM25 takes for its length
    similarities,  ///< uint64, by document: similarity_hash of its text
    headings,      ///< uint64, heading_number, ascending
    /// uint32, terms: the words of a report's title, each once; of a section's own heading in their
    /// order and its compounds, then of all that stands above it, each once
    context,
    terms_begin,   ///< uint64, by term and one behind: place in `term_bytes`
    term_bytes,    ///< UTF-8
    term_counts,   ///< uint32, by term: how often it is a word of a passage
    ranks,         ///< uint32, by term
    pairs_begin,   ///< uint32, by term and one behind: place in `pair_seconds` and `pair_counts`
    pair_seconds,  ///< uint32, terms that stand right behind the term, ascending
    pair_counts,   ///< uint32, passages in which they do
};
inline constexpr std::size_t columns_parts = 16;

struct ColumnsHeader {
    std::uint64_t magic = 0;
    std::uint64_t documents = 0;
    std::uint64_t total_length = 0;  ///< sum of `lengths`
    struct Place {
        std::uint64_t begin = 0;  ///< bytes from the start of the file
        std::uint64_t size = 0;   ///< bytes
    } parts[columns_parts] = {};
    std::uint64_t fingerprint = 0;  ///< header_fingerprint of the fields above
};
inline constexpr std::uint64_t columns_magic = 0x34304C4F43535743;  // "CWSCOL04"

/// What ColumnsHeader::fingerprint has to be: a header with a damaged byte is not believed.
[[nodiscard]] std::uint64_t header_fingerprint(const ColumnsHeader& header);

inline constexpr std::uint32_t no_section = UINT32_MAX;

/// What facets, filters and sorting need of a report.
struct ReportRow {
    /// What several reports are pieces of: the number behind prefix_document; 0 when the report is
    /// a document of its own.
    std::uint64_t part_of = 0;
    std::uint32_t document = 0;
    std::uint32_t passages = 0;
    std::uint32_t date = 0;         ///< Date::number()
    std::uint32_t place = 0;        ///< PlaceId::number() of the smallest place known
    std::uint32_t first_month = 0;  ///< of the period reported on, YYYYMM, 0 unknown
    std::uint32_t last_month = 0;
    std::uint32_t first_planned_month = 0;  ///< of the period planned for
    std::uint32_t last_planned_month = 0;
    std::uint32_t context_begin = 0;  ///< place in `context`; ends where the next begins
    std::uint32_t context_end = 0;
    std::uint8_t issuer = 0;        ///< Issuer
    std::uint8_t type = 0;          ///< DocumentType
    std::uint16_t defines = 0;      ///< 1: it defines short forms itself
    std::uint8_t level = 0;         ///< Level
    std::uint8_t reserved[3] = {};  ///< fills the row: padding would differ from build to build
};
static_assert(std::has_unique_object_representations_v<ReportRow>);

/// The month by whose end a paper tells what has come about, YYYYMM: the last of the period it
/// reports on, else that of its date, YYYY00 where that is but a year; 0 when neither is known.
[[nodiscard]] inline std::uint32_t last_reported_month(const ReportRow& report) {
    return report.last_month != 0 ? report.last_month : report.date / 100;
}

/// Whether that month can be one of first … last, both inclusive.
[[nodiscard]] inline bool ends_within(const ReportRow& report, std::uint32_t first,
                                      std::uint32_t last) {
    const std::uint32_t month = last_reported_month(report);
    const bool is_year = month % 100 == 0;
    return month != 0 && month + (is_year ? 12 : 0) >= first && month + (is_year ? 1 : 0) <= last;
}

/// What they need of a section.
struct SectionRow {
    std::uint32_t report = 0;  ///< number of its row
    std::uint32_t first = 0;   ///< document of its first passage
    std::uint32_t passages = 0;
    std::uint32_t heading = 0;  ///< place in `headings` plus one, 0 without one
    std::uint32_t context_begin = 0;
    std::uint32_t context_end = 0;
    /// Topics of its headings, the innermost first: position in the table of topics plus one, 0
    /// unknown or no more.
    std::uint8_t topics[3] = {};
    std::uint8_t plan_or_result = 0;  ///< PlanOrResult
    std::uint16_t heading_words = 0;  ///< the first of its context are those of its own heading
    std::uint8_t is_frame = 0;        ///< 1: it tells of the paper, not of what the paper is about
    std::uint8_t reserved = 0;
};
static_assert(std::has_unique_object_representations_v<SectionRow>);

/// A word of a passage as the columns have it.
struct ColumnWord {
    std::uint32_t rank = 0;
    std::uint32_t position = 0;  ///< as Token::position, counted from the first word
    bool is_running = true;      ///< false: a short form whose long form follows
    bool is_term = true;         ///< false: from the expansion of a short form, no word of its own
};

/// The codes that words are stored in.
namespace word_codes {
inline constexpr std::uint16_t left_out = 0;
inline constexpr std::uint32_t max_short_rank = 0xFFFC;  ///< code 0xFFFD
inline constexpr std::uint16_t short_form = 0xFFFE;
inline constexpr std::uint16_t high_rank = 0xFFFF;
inline constexpr std::uint16_t is_local = 0x8000;
}  // namespace word_codes

/// The rank of the word at `at`, which moves behind it.
[[nodiscard]] inline std::uint32_t word_rank(std::span<const std::uint16_t> codes,
                                             std::size_t& at) {
    const std::uint16_t code = codes[at++];
    if (code != word_codes::high_rank || at + 2 > codes.size()) return code - 1U;
    at += 2;
    return (std::uint32_t{codes[at - 2]} << 16U) | codes[at - 1];
}

/// The columns of an index, mapped. For many threads at once.
class Columns {
public:
    /// Throws Error when the file is missing, cut short or no such file, or its header damaged.
    /// What is damaged behind the header is read as it is, within the bounds of the file.
    explicit Columns(const std::filesystem::path& file);

    /// Gives back the memory that what was read so far takes.
    void forget() const { file_.forget(); }

    /// Ids of documents are 1 … documents().
    [[nodiscard]] std::uint32_t documents() const { return documents_; }
    /// How many of them are passages.
    [[nodiscard]] std::uint32_t passages() const {
        return documents_ - static_cast<std::uint32_t>(std::min<std::size_t>(reports_.size(), documents_));
    }
    /// Of a passage, in BM25's lengths.
    [[nodiscard]] double mean_length() const;

    [[nodiscard]] std::span<const ReportRow> reports() const { return reports_; }
    [[nodiscard]] std::span<const SectionRow> sections() const { return sections_; }
    /// no_section for a report.
    [[nodiscard]] std::uint32_t section_of(std::uint32_t document) const {
        return document < section_of_.size() ? section_of_[document] : no_section;
    }
    [[nodiscard]] const ReportRow& report_of(const SectionRow& section) const {
        return section.report < reports_.size() ? reports_[section.report] : no_report;
    }
    /// Of the report in that document; an empty row where it has no passages.
    [[nodiscard]] const ReportRow& report_at(std::uint32_t document) const {
        const std::uint32_t section = section_of(document + 1);
        return section < sections_.size() ? report_of(sections_[section]) : no_report;
    }
    [[nodiscard]] std::uint32_t length(std::uint32_t document) const { return lengths_[document]; }
    /// similarity_hash of its text.
    [[nodiscard]] std::uint64_t similarity(std::uint32_t document) const {
        return similarities_[document];
    }
    /// Has what is asked of a document first brought nearer, and what its words are; both lie
    /// anywhere in a large file, so that waiting for them takes longer than the work on them.
    void prefetch(std::uint32_t document) const {
        __builtin_prefetch(&words_begin_[document]);
        __builtin_prefetch(&section_of_[document]);
        __builtin_prefetch(&lengths_[document]);
    }
    void prefetch_words(std::uint32_t document) const {
        constexpr std::size_t line = 64 / sizeof(std::uint16_t);
        const std::uint16_t* const begin = words_.data() + words_begin_[document];
        for (std::size_t i = 0; i < 3; ++i) __builtin_prefetch(begin + i * line);
    }
    /// Of the section that a passage stands in; an empty row for a report.
    [[nodiscard]] const SectionRow& section_at(std::uint32_t document) const {
        const std::uint32_t number = section_of(document);
        return number < sections_.size() ? sections_[number] : no_section_row;
    }
    [[nodiscard]] std::uint64_t heading(std::uint32_t number) const {
        return number == 0 || number > headings_.size() ? 0 : headings_[number - 1];
    }
    [[nodiscard]] std::span<const std::uint64_t> headings() const { return headings_; }
    /// SectionRow::heading of a heading_number; one behind all of them where no section has it.
    [[nodiscard]] std::uint32_t heading_place(std::uint64_t number) const;
    /// Terms of what stands above a passage: of its report, of its section.
    [[nodiscard]] std::span<const std::uint32_t> context(const ReportRow& report) const;
    [[nodiscard]] std::span<const std::uint32_t> context(const SectionRow& section) const;
    /// The running words of a section's own heading, in order, then its compounds.
    [[nodiscard]] std::span<const std::uint32_t> heading_words(const SectionRow& section) const;

    /// Replaces `words` by those of a passage, in order.
    void read_words(std::uint32_t passage, std::vector<ColumnWord>& words) const;
    [[nodiscard]] std::span<const std::uint16_t> codes(std::uint32_t document) const;

    [[nodiscard]] std::uint32_t terms() const { return static_cast<std::uint32_t>(ranks_.size()); }
    [[nodiscard]] std::string_view term(std::uint32_t number) const;
    [[nodiscard]] std::optional<std::uint32_t> find_term(std::string_view text) const;
    /// The first term that does not come before `text`.
    [[nodiscard]] std::uint32_t first_term_from(std::string_view text) const;
    [[nodiscard]] std::uint32_t rank(std::uint32_t term) const { return ranks_[term]; }
    [[nodiscard]] std::uint32_t term_count(std::uint32_t term) const { return counts_[term]; }

    /// Terms that stand right behind `term` in some passage, and in how many.
    struct Followers {
        std::span<const std::uint32_t> terms;
        std::span<const std::uint32_t> passages;
    };
    [[nodiscard]] Followers followers(std::uint32_t term) const;
    /// Passages in which `second` stands right behind `first`.
    [[nodiscard]] std::uint32_t pair_frequency(std::uint32_t first, std::uint32_t second) const;

private:
    static constexpr ReportRow no_report = {};
    static constexpr SectionRow no_section_row = {.report = UINT32_MAX};

    template <typename Value>
    std::span<const Value> part(const ColumnsHeader& header, ColumnsPart which) const;

    MappedFile file_;
    std::uint32_t documents_ = 0;
    std::uint64_t total_length_ = 0;
    std::span<const ReportRow> reports_;
    std::span<const SectionRow> sections_;
    std::span<const std::uint32_t> section_of_;
    std::span<const std::uint64_t> words_begin_;
    std::span<const std::uint16_t> words_;
    std::span<const std::uint16_t> lengths_;
    std::span<const std::uint64_t> similarities_;
    std::span<const std::uint64_t> headings_;
    std::span<const std::uint32_t> context_;
    std::span<const std::uint64_t> terms_begin_;
    std::span<const char> term_bytes_;
    std::span<const std::uint32_t> counts_;
    std::span<const std::uint32_t> ranks_;
    std::span<const std::uint32_t> pairs_begin_;
    std::span<const std::uint32_t> pair_seconds_;
    std::span<const std::uint32_t> pair_counts_;
};

}  // namespace commsearch::schema
