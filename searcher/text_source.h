#pragma once

#include <xapian.h>

#include <functional>

#include "searcher/passage_texts.h"

namespace commsearch {

/// The passages whose text passes a check, to be joined by AND to what leaves few to be read: each
/// one asked for is read. For what not every match has to hold: one of several phrases, or one
/// that is excluded.
class TextSource : public Xapian::PostingSource {
public:
    using Check = std::function<bool(const Tokens&)>;

    /// `topics` and `analyzer` must live longer.
    TextSource(const Xapian::Database& database, const std::vector<TopicEntry>& topics,
               Analyzer& analyzer, Check check)
        : database_(database), texts_(database_, topics, analyzer), holds_(std::move(check)) {}
    TextSource(const TextSource&) = delete;
    TextSource& operator=(const TextSource&) = delete;

    [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return 0; }
    /// As many as there are, so that Xapian asks the other parts of an AND first.
    [[nodiscard]] Xapian::doccount get_termfreq_est() const override {
        return database_.get_doccount();
    }
    [[nodiscard]] Xapian::doccount get_termfreq_max() const override {
        return database_.get_doccount();
    }
    void next(double min_weight) override { skip_to(at_ + 1, min_weight); }
    void skip_to(Xapian::docid passage, double min_weight) override;
    bool check(Xapian::docid passage, double min_weight) override;
    [[nodiscard]] bool at_end() const override { return at_ > last_; }
    [[nodiscard]] Xapian::docid get_docid() const override { return at_; }
    void init(const Xapian::Database& database) override;
    [[nodiscard]] std::string get_description() const override { return "TextSource"; }

private:
    Xapian::Database database_;
    PassageTexts texts_;
    Check holds_;
    Xapian::docid at_ = 0;
    Xapian::docid last_ = 0;
};

}  // namespace commsearch
