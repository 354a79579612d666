#pragma once

#include <initializer_list>
#include <string>
#include <vector>

#include "analyzers/value/date.h"
#include "searcher/index/index_reader.h"
#include "searcher/interpret/frames.h"
#include "searcher/interpret/index_times.h"
#include "searcher/interpret/places.h"
#include "searcher/interpret/question_words.h"
#include "searcher/interpret/times.h"
#include "searcher/model/interpretation.h"
#include "searcher/query/query.h"

namespace commsearch::interpret {

/// Reads one run of plain words: which nodes say what it means, and what a person is told of that.
/// For one run, and the thread of the index.
class WordsReader {
public:
    /// All must live longer; what is read is added to `interpretation`.
    WordsReader(const query::ParsedQuery& query, const query::QueryNode& node,
                const index::IndexReader& index, Month this_month, Interpretation& interpretation);

    /// The nodes that take the place of the run; none where it stays as it is.
    [[nodiscard]] std::vector<query::QueryNode> take();
    [[nodiscard]] const std::vector<Notice>& notices() const { return notices_; }

private:
    [[nodiscard]] SourceRange range_of(std::size_t begin, std::size_t end) const {
        return {words_[begin].range.begin, words_[end - 1].range.end};
    }
    [[nodiscard]] bool is_signed(const std::string& office) const;
    void take_words(std::size_t begin, std::size_t end);
    void leave_out(const Frame& frame);
    [[nodiscard]] std::string rest_of_words() const;

    void add_place(const PlaceMention& place);
    void note_commune(const std::string& name);
    void add_time(const TimeMention& time, bool asks_for_plans);
    void add_filter(query::Field field, std::string value, query::QueryNode::Role role,
                    SourceRange range);
    void add_phrase(std::string text, SourceRange range);

    void tell(Reading::Kind kind, Reading::Effect effect, SourceRange range, Message meaning);
    void note(NoticeKind kind, std::initializer_list<std::string_view> arguments,
              SourceRange range);
    void note_no_period(const Message& asked, const MonthRange& known, SourceRange range);

    const query::ParsedQuery& query_;
    const query::QueryNode& node_;
    const index::IndexReader& index_;
    std::vector<QuestionWord> words_;
    std::vector<bool> is_taken_;
    Month this_month_;
    Interpretation& interpretation_;
    std::vector<query::QueryNode> filters_;
    std::vector<Notice> notices_;
    std::vector<std::uint64_t> communes_;  ///< numbers of those that the question is about
};

}  // namespace commsearch::interpret
