#include "indexer/segment/columns_merge.h"

#include <algorithm>
#include <queue>
#include <string>
#include <string_view>
#include <type_traits>

#include "analyzers/base/message.h"
#include "indexer/schema/columns.h"
#include "indexer/segment/columns_output.h"

namespace commsearch::segment {
namespace {

/// A file on its way in.
struct Input {
    explicit Input(const std::filesystem::path& file) : columns(file) {}

    schema::Columns columns;
    std::uint32_t documents_before = 0;
    std::uint32_t reports_before = 0;
    std::uint32_t sections_before = 0;
    std::vector<std::uint32_t> terms;  ///< by its term: the term of the whole
    std::vector<std::uint32_t> ranks;  ///< by its rank: the rank in the whole
};

class ColumnsMerger {
public:
    ColumnsMerger(const std::vector<std::filesystem::path>& files,
                  const std::filesystem::path& target)
        : out_(target) {
        for (const std::filesystem::path& file : files) {
            Input input(file);
            input.documents_before = documents_;
            input.reports_before = reports_;
            input.sections_before = sections_;
            if (input.columns.documents() >= schema::no_section - documents_) {
                throw Error({"quá nhiều đoạn cho một chỉ mục: hơn 4 tỷ",
                             "too many passages for one index: more than 4,000 million"});
            }
            documents_ += input.columns.documents();
            reports_ += static_cast<std::uint32_t>(input.columns.reports().size());
            sections_ += static_cast<std::uint32_t>(input.columns.sections().size());
            inputs_.push_back(std::move(input));
        }
    }

    void run() {
        merge_terms();
        rank_terms();
        merge_headings();
        write_context_and_rows();
        write_documents();
        write_words();
        write_pairs();
        out_.finish(documents_, total_length_);
    }

private:
    void merge_terms() {
        struct Next {
            std::string_view term;
            std::size_t input;
            std::uint32_t number;
            bool operator>(const Next& other) const {
                return term != other.term ? term > other.term : input > other.input;
            }
        };
        std::priority_queue<Next, std::vector<Next>, std::greater<>> queue;
        const auto push = [&](std::size_t input, std::uint32_t number) {
            if (number < inputs_[input].columns.terms())
                queue.push({inputs_[input].columns.term(number), input, number});
        };
        for (std::size_t i = 0; i < inputs_.size(); ++i) push(i, 0);
        std::vector<std::uint64_t> begins;
        std::uint64_t bytes = 0;
        std::string_view last;
        out_.begin(schema::ColumnsPart::term_bytes);
        while (!queue.empty()) {
            const Next next = queue.top();
            queue.pop();
            if (counts_.empty() || next.term != last) {
                begins.push_back(bytes);
                bytes += next.term.size();
                out_.add_all(std::span<const char>(next.term.data(), next.term.size()));
                counts_.push_back(0);
                last = next.term;
            }
            Input& input = inputs_[next.input];
            input.terms.push_back(static_cast<std::uint32_t>(counts_.size() - 1));
            counts_.back() += input.columns.term_count(next.number);
            push(next.input, next.number + 1);
        }
        begins.push_back(bytes);
        write(schema::ColumnsPart::terms_begin, begins);
        write(schema::ColumnsPart::term_counts, counts_);
    }

    void rank_terms() {
        const std::vector<std::uint32_t> ranks = ranks_of(counts_);
        write(schema::ColumnsPart::ranks, ranks);
        for (Input& input : inputs_) {
            input.ranks.resize(input.terms.size());
            for (std::uint32_t term = 0; term < input.terms.size(); ++term)
                input.ranks.at(input.columns.rank(term)) = ranks[input.terms[term]];
        }
    }

    void merge_headings() {
        for (const Input& input : inputs_) {
            const auto its = input.columns.headings();
            headings_.insert(headings_.end(), its.begin(), its.end());
        }
        std::sort(headings_.begin(), headings_.end());
        headings_.erase(std::unique(headings_.begin(), headings_.end()), headings_.end());
        write(schema::ColumnsPart::headings, headings_);
    }

    [[nodiscard]] std::uint32_t heading_of(std::uint64_t number) const {
        if (number == 0) return 0;
        const auto found = std::lower_bound(headings_.begin(), headings_.end(), number);
        return static_cast<std::uint32_t>(found - headings_.begin()) + 1;
    }

    template <typename Row>
    void take_context(const Input& input, Row& row, std::vector<std::uint32_t>& context) const {
        std::vector<std::span<const std::uint32_t>> its;
        if constexpr (std::is_same_v<Row, schema::SectionRow>)
            its.push_back(input.columns.heading_words(row));
        its.push_back(input.columns.context(row));
        row.context_begin = static_cast<std::uint32_t>(context.size());
        for (const auto& part : its) {
            for (const std::uint32_t term : part) context.push_back(input.terms.at(term));
        }
        row.context_end = static_cast<std::uint32_t>(context.size());
    }

    void write_context_and_rows() {
        std::vector<std::uint32_t> context;
        out_.begin(schema::ColumnsPart::reports);
        for (const Input& input : inputs_) {
            for (schema::ReportRow row : input.columns.reports()) {
                take_context(input, row, context);
                row.document += input.documents_before;
                out_.add(row);
            }
        }
        out_.begin(schema::ColumnsPart::sections);
        for (const Input& input : inputs_) {
            for (schema::SectionRow row : input.columns.sections()) {
                take_context(input, row, context);
                row.heading = heading_of(input.columns.heading(row.heading));
                row.report += input.reports_before;
                row.first += input.documents_before;
                out_.add(row);
            }
            input.columns.forget();
        }
        write(schema::ColumnsPart::context, context);
    }

    /// A column with a value for each document, and one for document 0, which is none.
    template <typename Value, typename Of>
    void write_column(schema::ColumnsPart part, Value none, Of of) {
        out_.begin(part);
        out_.add(none);
        for (const Input& input : inputs_) {
            for (std::uint32_t document = 1; document <= input.columns.documents(); ++document)
                out_.add(Value{of(input, document)});
            input.columns.forget();
        }
    }

    void write_documents() {
        write_column(schema::ColumnsPart::section_of, schema::no_section,
                     [](const Input& input, std::uint32_t document) {
                         const std::uint32_t section = input.columns.section_of(document);
                         return section == schema::no_section ? schema::no_section
                                                              : section + input.sections_before;
                     });
        write_column(schema::ColumnsPart::lengths, std::uint16_t{0},
                     [this](const Input& input, std::uint32_t document) {
                         total_length_ += input.columns.length(document);
                         return static_cast<std::uint16_t>(input.columns.length(document));
                     });
        write_column(schema::ColumnsPart::similarities, std::uint64_t{0},
                     [](const Input& input, std::uint32_t document) {
                         return input.columns.similarity(document);
                     });
    }

    void write_words() {
        std::vector<std::uint64_t> begins{0};
        begins.reserve(documents_ + std::size_t{2});
        std::uint64_t size = 0;
        std::vector<std::uint16_t> codes;
        out_.begin(schema::ColumnsPart::words);
        for (const Input& input : inputs_) {
            for (std::uint32_t document = 1; document <= input.columns.documents(); ++document) {
                begins.push_back(size);
                codes.clear();
                translate(input, input.columns.codes(document), codes);
                out_.add_all(std::span<const std::uint16_t>(codes));
                size += codes.size();
            }
            input.columns.forget();
        }
        begins.push_back(size);
        write(schema::ColumnsPart::words_begin, begins);
    }

    static void translate(const Input& input, std::span<const std::uint16_t> from,
                          std::vector<std::uint16_t>& to) {
        using namespace schema::word_codes;
        for (std::size_t at = 0; at < from.size();) {
            if (from[at] == left_out) {
                to.push_back(from[at++]);
                continue;
            }
            const bool is_short_form = from[at] == short_form;
            if (is_short_form) to.push_back(from[at++]);
            append_word_codes(input.ranks.at(schema::word_rank(from, at)), to);
            if (is_short_form && at < from.size()) to.push_back(from[at++]);
        }
    }

    using Followers = std::vector<std::pair<std::uint32_t, std::uint32_t>>;  ///< term, passages

    /// The words behind `term` in all inputs, in order; `next` moves behind the term.
    void take_followers(std::uint32_t term, std::vector<std::uint32_t>& next,
                        Followers& followers) const {
        followers.clear();
        for (std::size_t i = 0; i < inputs_.size(); ++i) {
            const Input& input = inputs_[i];
            if (next[i] == input.terms.size() || input.terms[next[i]] != term) continue;
            const schema::Columns::Followers its = input.columns.followers(next[i]++);
            for (std::size_t j = 0; j < its.terms.size(); ++j)
                followers.emplace_back(input.terms.at(its.terms[j]), its.passages[j]);
        }
        std::sort(followers.begin(), followers.end());
    }

    void write_pairs() {
        std::vector<std::uint32_t> begins{0};
        std::vector<std::uint32_t> seconds;
        std::vector<std::uint32_t> counts;
        Followers followers;
        std::vector<std::uint32_t> next(inputs_.size(), 0);  // by input: its next term
        for (std::uint32_t term = 0; term < counts_.size(); ++term) {
            take_followers(term, next, followers);
            for (std::size_t j = 0; j < followers.size(); ++j) {
                if (j > 0 && followers[j].first == followers[j - 1].first) {
                    counts.back() += followers[j].second;
                } else {
                    seconds.push_back(followers[j].first);
                    counts.push_back(followers[j].second);
                }
            }
            begins.push_back(static_cast<std::uint32_t>(seconds.size()));
        }
        write(schema::ColumnsPart::pairs_begin, begins);
        write(schema::ColumnsPart::pair_seconds, seconds);
        write(schema::ColumnsPart::pair_counts, counts);
    }

    template <typename Value>
    void write(schema::ColumnsPart part, const std::vector<Value>& values) {
        out_.begin(part);
        out_.add_all(std::span<const Value>(values));
    }

    ColumnsOutput out_;
    std::vector<Input> inputs_;
    std::uint32_t documents_ = 0;
    std::uint32_t reports_ = 0;
    std::uint32_t sections_ = 0;
    std::uint64_t total_length_ = 0;
    std::vector<std::uint32_t> counts_;  ///< by term of the whole
    std::vector<std::uint64_t> headings_;
};

}  // namespace

void merge_columns(const std::vector<std::filesystem::path>& files,
                   const std::filesystem::path& target) {
    ColumnsMerger(files, target).run();
}

}  // namespace commsearch::segment
