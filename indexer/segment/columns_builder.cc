#include "indexer/segment/columns_builder.h"

#include <algorithm>
#include <numeric>
#include <span>

#include "indexer/segment/columns_output.h"

namespace commsearch::segment {
namespace {

constexpr unsigned half = 32;
constexpr std::uint64_t low_half = 0xFFFFFFFF;

std::uint64_t pair_of(std::uint32_t first, std::uint32_t second) {
    return (std::uint64_t{first} << half) | second;
}

/// The pairs sorted, each with how often it came.
void write_pairs(std::vector<std::uint64_t> pairs, std::size_t terms, ColumnsOutput& out) {
    std::sort(pairs.begin(), pairs.end());
    std::vector<std::uint32_t> begins(terms + 1, 0);
    std::vector<std::uint32_t> seconds;
    std::vector<std::uint32_t> counts;
    for (std::size_t at = 0; at < pairs.size();) {
        const auto end = std::upper_bound(pairs.begin() + static_cast<std::ptrdiff_t>(at),
                                          pairs.end(), pairs[at]);
        const auto next = static_cast<std::size_t>(end - pairs.begin());
        seconds.push_back(static_cast<std::uint32_t>(pairs[at] & low_half));
        counts.push_back(static_cast<std::uint32_t>(next - at));
        ++begins[(pairs[at] >> half) + 1];
        at = next;
    }
    std::partial_sum(begins.begin(), begins.end(), begins.begin());
    out.begin(schema::ColumnsPart::pairs_begin);
    out.add_all(std::span<const std::uint32_t>(begins));
    out.begin(schema::ColumnsPart::pair_seconds);
    out.add_all(std::span<const std::uint32_t>(seconds));
    out.begin(schema::ColumnsPart::pair_counts);
    out.add_all(std::span<const std::uint32_t>(counts));
}

template <typename Value>
void write_part(ColumnsOutput& out, schema::ColumnsPart part, const std::vector<Value>& values) {
    out.begin(part);
    out.add_all(std::span<const Value>(values));
}

}  // namespace

std::uint32_t ColumnsBuilder::number_of(std::string_view term) {
    const auto known = numbers_.find(term);
    if (known != numbers_.end()) return known->second;
    const auto number = static_cast<std::uint32_t>(terms_.size());
    const auto added = numbers_.emplace(std::string(term), number).first;
    terms_.push_back(&added->first);
    counts_.push_back(0);
    return number;
}

std::uint32_t ColumnsBuilder::number_of(const word::Lexeme& word) {
    if (word.number >= by_lexeme_.size()) by_lexeme_.resize(word.number + word.number / 2 + 1, 0);
    std::uint32_t& known = by_lexeme_[word.number];
    if (known == 0) known = number_of(schema::make_term("", word.term)) + 1;
    return known - 1;
}

void ColumnsBuilder::add_document(std::uint32_t section, std::uint64_t similarity) {
    section_of_.push_back(section);
    words_begin_.push_back(words_.size());
    similarities_.push_back(similarity);
    lengths_.push_back(0);
}

void ColumnsBuilder::set_length(std::size_t length) {
    lengths_.back() = static_cast<std::uint16_t>(std::min<std::size_t>(length, UINT16_MAX));
    total_length_ += lengths_.back();
}

void ColumnsBuilder::add_report(schema::ReportRow row, const Terms& context) {
    row.document = static_cast<std::uint32_t>(section_of_.size());
    row.context_begin = static_cast<std::uint32_t>(context_.size());
    context_.insert(context_.end(), context.begin(), context.end());
    row.context_end = static_cast<std::uint32_t>(context_.size());
    reports_.push_back(row);
    add_document(schema::no_section, 0);
}

void ColumnsBuilder::add_section(schema::SectionRow row, std::uint64_t heading,
                                 const Terms& heading_words, const Terms& context) {
    row.report = static_cast<std::uint32_t>(reports_.size() - 1);
    row.first = static_cast<std::uint32_t>(section_of_.size());
    row.passages = 0;
    row.context_begin = static_cast<std::uint32_t>(context_.size());
    const auto kept = std::min<std::size_t>(heading_words.size(), UINT16_MAX);
    row.heading_words = static_cast<std::uint16_t>(kept);
    context_.insert(context_.end(), heading_words.begin(),
                    heading_words.begin() + static_cast<std::ptrdiff_t>(kept));
    context_.insert(context_.end(), context.begin(), context.end());
    row.context_end = static_cast<std::uint32_t>(context_.size());
    sections_.push_back(row);
    section_headings_.push_back(heading);
}

void ColumnsBuilder::add_passage(const Passage& passage) {
    ++sections_.back().passages;
    add_document(static_cast<std::uint32_t>(sections_.size() - 1), passage.similarity);
    set_length(passage.terms + add_words(passage));
}

void ColumnsBuilder::leave_out_to(std::uint32_t position) {
    for (; position_ < position; ++position_) words_.push_back(left_out);
}

std::size_t ColumnsBuilder::add_words(const Passage& passage) {
    const std::size_t first_pair = pairs_.size();
    std::uint32_t previous = left_out;
    position_ = 0;
    for (const word::TokenView& token : passage.tokens) {
        if (token.is_multiword()) continue;
        const std::uint32_t number = number_of(*token.word);
        ++counts_[number];
        if (token.position > position_) previous = left_out;
        leave_out_to(token.position);
        if (!token.is_running()) {  // its long form follows
            const std::uint32_t local =
                passage.defines(token.word->term) ? schema::word_codes::is_local : 0U;
            words_.insert(words_.end(), {short_form, number, token.span | local});
            continue;
        }
        words_.push_back(number);
        if (previous != left_out) pairs_.push_back(pair_of(previous, number));
        previous = number;
        position_ = token.position + 1;
    }
    const std::size_t all = pairs_.size() - first_pair;
    const auto begin = pairs_.begin() + static_cast<std::ptrdiff_t>(first_pair);
    std::sort(begin, pairs_.end());
    pairs_.erase(std::unique(begin, pairs_.end()), pairs_.end());
    return all;
}

std::vector<std::uint32_t> ColumnsBuilder::sorted_terms() const {
    std::vector<std::uint32_t> sorted(terms_.size());
    std::iota(sorted.begin(), sorted.end(), 0U);
    std::sort(sorted.begin(), sorted.end(),
              [&](std::uint32_t a, std::uint32_t b) { return *terms_[a] < *terms_[b]; });
    return sorted;
}

/// `places`: by number of a term its place in the order of bytes.
void ColumnsBuilder::write_rows(ColumnsOutput& out,
                                const std::vector<std::uint32_t>& places) const {
    std::vector<std::uint64_t> headings = section_headings_;
    std::sort(headings.begin(), headings.end());
    headings.erase(std::unique(headings.begin(), headings.end()), headings.end());
    if (!headings.empty() && headings.front() == 0) headings.erase(headings.begin());
    std::vector<schema::SectionRow> sections = sections_;
    for (std::size_t i = 0; i < sections.size(); ++i) {
        const auto found = std::lower_bound(headings.begin(), headings.end(), section_headings_[i]);
        const bool has_heading = section_headings_[i] != 0;
        sections[i].heading =
            has_heading ? static_cast<std::uint32_t>(found - headings.begin()) + 1 : 0;
    }
    std::vector<std::uint32_t> context = context_;
    for (std::uint32_t& term : context) term = places[term];
    write_part(out, schema::ColumnsPart::reports, reports_);
    write_part(out, schema::ColumnsPart::sections, sections);
    write_part(out, schema::ColumnsPart::section_of, section_of_);
    write_part(out, schema::ColumnsPart::lengths, lengths_);
    write_part(out, schema::ColumnsPart::similarities, similarities_);
    write_part(out, schema::ColumnsPart::headings, headings);
    write_part(out, schema::ColumnsPart::context, context);
}

/// `ranks`: by number of a term.
void ColumnsBuilder::write_words(ColumnsOutput& out,
                                 const std::vector<std::uint32_t>& ranks) const {
    std::vector<std::uint64_t> begins;
    std::vector<std::uint16_t> codes;
    for (std::size_t document = 0; document < section_of_.size(); ++document) {
        begins.push_back(codes.size());
        const std::size_t end =
            document + 1 < words_begin_.size() ? words_begin_[document + 1] : words_.size();
        for (std::size_t at = words_begin_[document]; at < end; ++at) {
            if (words_[at] == left_out) {
                codes.push_back(schema::word_codes::left_out);
            } else if (words_[at] == short_form) {
                codes.push_back(schema::word_codes::short_form);
                append_word_codes(ranks[words_[at + 1]], codes);
                codes.push_back(static_cast<std::uint16_t>(words_[at + 2]));
                at += 2;
            } else {
                append_word_codes(ranks[words_[at]], codes);
            }
        }
    }
    begins.push_back(codes.size());
    write_part(out, schema::ColumnsPart::words_begin, begins);
    write_part(out, schema::ColumnsPart::words, codes);
}

void ColumnsBuilder::write(const std::filesystem::path& file) const {
    const std::vector<std::uint32_t> sorted = sorted_terms();
    std::vector<std::uint32_t> places(sorted.size());
    std::vector<std::uint32_t> counts;
    std::vector<std::uint64_t> begins;
    std::string bytes;
    for (std::uint32_t place = 0; place < sorted.size(); ++place) {
        places[sorted[place]] = place;
        counts.push_back(counts_[sorted[place]]);
        begins.push_back(bytes.size());
        bytes += *terms_[sorted[place]];
    }
    begins.push_back(bytes.size());
    const std::vector<std::uint32_t> ranks = ranks_of(counts);
    std::vector<std::uint32_t> ranks_by_number(sorted.size());
    for (std::uint32_t place = 0; place < sorted.size(); ++place)
        ranks_by_number[sorted[place]] = ranks[place];
    std::vector<std::uint64_t> pairs = pairs_;
    for (std::uint64_t& pair : pairs) pair = pair_of(places[pair >> half], places[pair & low_half]);

    ColumnsOutput out(file);
    write_rows(out, places);
    write_words(out, ranks_by_number);
    write_part(out, schema::ColumnsPart::terms_begin, begins);
    out.begin(schema::ColumnsPart::term_bytes);
    out.add_all(std::span<const char>(bytes));
    write_part(out, schema::ColumnsPart::term_counts, counts);
    write_part(out, schema::ColumnsPart::ranks, ranks);
    write_pairs(std::move(pairs), sorted.size(), out);
    out.finish(section_of_.size() - 1, total_length_);
}

}  // namespace commsearch::segment
