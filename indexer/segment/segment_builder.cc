#include "indexer/segment/segment_builder.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <set>

#include "analyzers/abbreviation/definitions.h"
#include "analyzers/word/near_duplicate_hash.h"
#include "indexer/report/places/villages.h"
#include "indexer/report/sections/plan_or_result.h"
#include "indexer/schema/columns.h"
#include "indexer/segment/checksum.h"
#include "indexer/segment/columns_builder.h"
#include "indexer/segment/filter_terms.h"
#include "indexer/segment/people_terms.h"
#include "indexer/segment/report_record.h"
#include "indexer/segment/topic_table.h"
#include "indexer/segment/xapian_writing.h"

namespace commsearch::segment {

struct SegmentBuilder::Impl {
    Impl(const std::filesystem::path& where, const report::Taxonomy& taxonomy, Analyzer& given)
        : folder(where), topic_table(taxonomy), analyzer(given) {
        with_xapian(folder,
                    [&] { database = Xapian::WritableDatabase(folder.string(), segment_flags); });
    }

    void add(const report::Report& report) {
        const schema::ReportRecord record = record_of(report, topic_table);
        const auto passage_count = static_cast<Xapian::termcount>(record.passages.size());
        const std::string data = schema::encode(record);
        Xapian::Document document;
        document.set_data(data);
        document.add_boolean_term(schema::make_term(schema::prefix_report, report.id));
        written.add_text(data);
        for (const std::string& term : filter_terms(report)) {
            document.add_term(term, passage_count);
            written.add_text(term);
        }
        const auto local =
            abbreviation::local_abbreviations(record.texts(), analyzer.abbreviations());
        reading = {abbreviation::Reading::document, {}, local ? &*local : nullptr};
        for (const std::string& term : people_terms(record.about, analyzer, reading))
            document.add_term(term, passage_count);
        report_context = context_words(context_text(report));
        add_context(document, report_context, passage_count);
        database.add_document(document);
        schema::ReportRow row = row_of(report, record);
        row.defines = local ? 1 : 0;
        columns.add_report(row, column_terms(report_context));
        for (std::size_t first = 0; first < record.passages.size();) {
            std::size_t last = first;
            while (last < record.passages.size() &&
                   record.passages[last].section == record.passages[first].section) {
                ++last;
            }
            add_section(report, record, first, last);
            first = last;
        }
        passages += record.passages.size();
        reading = {};
    }

    /// Adds the passages [first, last), those of one section.
    void add_section(const report::Report& report, const schema::ReportRecord& record,
                     std::size_t first, std::size_t last) {
        const schema::ReportRecord::Section& section =
            record.sections[record.passages[first].section];
        reading.topic = topic_table.slug_of(section.topic);
        const std::vector<std::string> context = section_context(section);
        const SectionTopics topics = topic_table.topics_of(section);
        const std::string heading = heading_label(section);
        const std::uint64_t number = schema::heading_number(heading);
        schema::SectionRow row;
        std::copy(topics.numbers.begin(), topics.numbers.end(), row.topics);
        row.plan_or_result = section.plan_or_result;
        row.is_frame = section.is_frame ? 1 : 0;
        columns.add_section(row, number, column_terms(heading_words(heading, report)),
                            column_terms(context));
        const auto size = static_cast<Xapian::termcount>(last - first);
        for (std::size_t i = first; i < last; ++i) {
            Xapian::Document document;
            if (i == first) {
                if (number != 0)
                    document.add_term(schema::make_term(schema::prefix_heading, heading), size);
                for (const std::string& term : topics.terms) document.add_term(term, size);
                add_context(document, context, size);
            }
            add_passage(report, record.analysed_text(i), report_context.size() + context.size(),
                        document);
        }
    }

    static void add_context(Xapian::Document& document, const std::vector<std::string>& words,
                            Xapian::termcount covered) {
        for (const std::string& word : words)
            document.add_term(schema::make_term(schema::prefix_context, word), covered);
    }

    ColumnsBuilder::Terms column_terms(const std::vector<std::string>& words) {
        ColumnsBuilder::Terms terms;
        for (const std::string& word : words)
            terms.push_back(columns.number_of(schema::make_term("", word)));
        return terms;
    }

    /// `context_words`: how many words above the passage count for its length.
    void add_passage(const report::Report& report, const std::string& text,
                     std::size_t context_words, Xapian::Document& document) {
        for (const report::Village* village : report::villages_in(text, report.villages)) {
            document.add_boolean_term(schema::make_term(
                schema::prefix_village,
                report.commune.id().text() + '/' + schema::village_key(village->name)));
        }
        const word::TokenViews tokens = analyzer.views(text, reading);
        const std::size_t terms = context_words + add_text(document, tokens);
        columns.add_passage(
            {tokens, defines, word::similarity_hash(tokens), static_cast<std::uint32_t>(terms)});
        database.add_document(document);
    }

    /// Adds the terms of a passage; returns how many there are.
    std::size_t add_text(Xapian::Document& document, word::TokenViews tokens) {
        bool is_local = false;
        std::size_t terms = 0;
        counted.clear();
        for (const word::TokenView& token : tokens) {
            if (token.kind == word::Token::Kind::short_form) is_local = defines(token.word->term);
            switch (token.kind) {
                case word::Token::Kind::compound:
                    document.add_term(schema::make_term(schema::prefix_compound, token.word->term));
                    ++terms;
                    break;
                case word::Token::Kind::citation:
                case word::Token::Kind::figure:
                    // Without weight: a paper's names do not make the passage longer.
                    document.add_boolean_term(
                        schema::make_term(schema::prefix_compound, token.word->term));
                    break;
                case word::Token::Kind::expansion:
                    // A query knows nothing of a compound that only this report has.
                    if (!is_local) {
                        remember_spelling(*token.word);  // a phrase may ask for it unaccented
                        break;
                    }
                    [[fallthrough]];
                default:
                    count(*token.word);
                    ++terms;
            }
        }
        for (const word::Lexeme* word : counted) {
            std::uint32_t& times = counts[columns.number_of(*word)];
            document.add_term(schema::make_term("", word->term), times);
            times = 0;
        }
        return terms;
    }

    /// One more occurrence of a word in the passage.
    void count(const word::Lexeme& word) {
        const std::uint32_t number = columns.number_of(word);
        if (number >= counts.size()) counts.resize(number + number / 2 + 1, 0);
        if (counts[number]++ > 0) return;
        counted.push_back(&word);
        remember_spelling(word);
    }

    /// Compounds are asked for as they are; among the spellings of words they crowd prefixes.
    void remember_spelling(const word::Lexeme& word) {
        if (word.unaccented == word.term || word.term.size() > schema::max_term_bytes) return;
        const std::uint32_t number = columns.number_of(word);
        if (number >= is_spelled.size()) is_spelled.resize(number + number / 2 + 1, false);
        if (is_spelled[number]) return;
        is_spelled[number] = true;
        database.add_synonym(word.unaccented, word.term);
    }

    /// Words and compounds of a text, each once, sorted.
    std::vector<std::string> context_words(const std::string& text) {
        std::set<std::string> words;
        for (const word::TokenView& token : analyzer.views(text, reading)) {
            if (token.kind == word::Token::Kind::short_form) continue;
            words.insert(token.word->term);
            if (!token.is_multiword()) remember_spelling(*token.word);
        }
        return {words.begin(), words.end()};
    }

    /// The running words of a section's own heading in order, then its compounds; none where it says
    /// no more than result or plan ("NHIỆM VỤ 3 THÁNG CUỐI NĂM").
    std::vector<std::string> heading_words(const std::string& heading,
                                           const report::Report& report) {
        if (report::plan_or_result_of(heading, report.period, report.planned) !=
            report::PlanOrResult::unknown)
            return {};
        std::vector<std::string> words;
        std::vector<std::string> compounds;
        for (const word::TokenView& token : analyzer.views(heading, reading)) {
            if (token.is_running()) words.push_back(token.word->term);
            if (token.is_multiword()) compounds.push_back(token.word->term);
        }
        words.insert(words.end(), compounds.begin(), compounds.end());
        return words;
    }

    static std::string context_text(const report::Report& report) {
        std::string text = report.title;
        for (const std::string& part : {report.issuer, report.number, full_name(report.commune),
                                        report.commune.district, report.commune.province}) {
            text += '\n' + part;
        }
        for (const report::Commune& successor : report.successors) {
            text += '\n' + full_name(successor);
            if (successor.province != report.commune.province) text += '\n' + successor.province;
        }
        for (const report::Commune& old : report.predecessors) {
            text += '\n' + old.district;
            if (old.province != report.commune.province) text += '\n' + old.province;
        }
        return text;
    }

    /// The words of its headings and columns that the report's own context lacks.
    std::vector<std::string> section_context(const schema::ReportRecord::Section& section) {
        std::string text;
        for (const std::string& heading : section.heading_path) text += heading + '\n';
        for (const std::string& column : section.columns) text += column + '\n';
        const std::vector<std::string> headings = context_words(text);
        std::vector<std::string> own;
        std::set_difference(headings.begin(), headings.end(), report_context.begin(),
                            report_context.end(), std::back_inserter(own));
        return own;
    }

    std::filesystem::path folder;
    TopicTable topic_table;
    Analyzer& analyzer;
    abbreviation::ReadingContext reading;     ///< of the section being added
    std::vector<std::string> report_context;  ///< of the report being added
    /// True for a short form that the report being read defines itself.
    std::function<bool(const std::string&)> defines = [this](const std::string& short_form) {
        return reading.local != nullptr && !reading.local->senses(short_form).empty();
    };
    ColumnsBuilder columns;
    Xapian::WritableDatabase database;
    std::vector<bool> is_spelled;  ///< by number of a word in the columns: its synonym is written
    std::vector<std::uint32_t> counts;  ///< by that number: occurrences in the passage being added
    std::vector<const word::Lexeme*> counted;  ///< the words of that passage, each once
    std::size_t passages = 0;
    Checksum written;  ///< of the report being added
};

SegmentBuilder::SegmentBuilder(const std::filesystem::path& folder,
                               const report::Taxonomy& taxonomy, Analyzer& analyzer)
    : impl_(std::make_unique<Impl>(folder, taxonomy, analyzer)) {}
SegmentBuilder::~SegmentBuilder() = default;
SegmentBuilder::SegmentBuilder(SegmentBuilder&&) noexcept = default;
SegmentBuilder& SegmentBuilder::operator=(SegmentBuilder&&) noexcept = default;

std::string SegmentBuilder::add(const report::Report& report) {
    return with_xapian(impl_->folder, [&] {
        impl_->written = {};
        impl_->add(report);
        return impl_->written.hex();
    });
}

std::size_t SegmentBuilder::passages() const { return impl_->passages; }

void SegmentBuilder::finish() {
    with_xapian(impl_->folder, [&] {
        impl_->database.commit();
        impl_->database.close();
        impl_->columns.write(impl_->folder / schema::columns_file);
    });
}

}  // namespace commsearch::segment
