#include "indexer/segment/segment_builder.h"

#include <xapian.h>

#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <unordered_map>

#include "analyzers/abbreviation/definitions.h"
#include "analyzers/base/message.h"
#include "analyzers/base/tsv.h"
#include "analyzers/base/unicode.h"
#include "analyzers/word/near_duplicate_hash.h"
#include "indexer/report/body/headings.h"
#include "indexer/report/places/gazetteer.h"
#include "indexer/report/places/villages.h"
#include "indexer/schema/columns.h"
#include "indexer/schema/passage_ids.h"
#include "indexer/segment/checksum.h"
#include "indexer/segment/columns_builder.h"
#include "indexer/segment/columns_merge.h"

namespace commsearch {
namespace {

/// Segments are thrown away when a run fails, so they need no crash safety of their own, and nobody
/// deletes from them, so they need no termlists (a quarter of the build time: measured).
constexpr int segment_flags = Xapian::DB_CREATE | Xapian::DB_NO_SYNC | Xapian::DB_NO_TERMLIST |
                              Xapian::DB_DANGEROUS | Xapian::DB_BACKEND_GLASS;

/// Runs `work`; a Xapian error becomes one that says what was going on.
template <typename Work>
auto with_xapian(const std::filesystem::path& path, Work work) {
    try {
        return work();
    } catch (const Xapian::Error& error) {
        throw commsearch::Error(
            Message{"không ghi được chỉ mục tại " + path.string() + ": " + error.get_msg() +
                        "; hãy kiểm tra dung lượng đĩa và quyền ghi",
                    "cannot write the index at " + path.string() + ": " + error.get_msg() +
                        "; check the free space of the disk and the permissions"});
    }
}

std::string full_name(const Commune& commune) {
    return commune.type.empty() || commune.name.empty() ? commune.name
                                                        : commune.type + ' ' + commune.name;
}

/// "1.9. Xây dựng nông thôn mới:" -> "Xây dựng nông thôn mới"
std::string heading_label(const ReportRecord::Section& section) {
    if (section.heading_path.empty()) return {};
    std::string_view heading = section.heading_path.back();
    heading = trimmed(heading.substr(std::min(heading_mark(heading).text_at, heading.size())));
    while (!heading.empty() && (heading.back() == ':' || heading.back() == '.'))
        heading = trimmed(heading.substr(0, heading.size() - 1));
    return std::string(truncate_utf8(heading, max_term_bytes - prefix_heading.size()));
}

/// What a passage is about, by its headings.
struct SectionTopics {
    std::array<std::uint8_t, 3> numbers{};  ///< as FacetRecord::topics
    std::vector<std::string> terms;  ///< filters: these topics and those above them in the taxonomy
};

ReportRecord record_of(const Report& report,
                       const std::unordered_map<std::string, std::uint8_t>& topics) {
    ReportRecord record;
    record.id = report.id;
    record.path = report.path;
    record.title = report.title;
    record.number = report.number;
    record.issuer = report.issuer;
    record.period = report.period.text();
    record.commune = full_name(report.commune);
    record.district = report.commune.district;
    record.province = report.commune.province;
    record.date = report.date.number();
    record.place = report.commune.id().number();
    record.issuer_kind = slug(report.issuer_kind);
    record.type = slug(report.type);
    record.planned = report.planned.text();
    record.signing_date = report.signing_date.number();
    record.posting_date = report.posting_date.number();
    for (const Village& village : report.villages) record.villages.push_back(full_name(village));
    PassageIds ids(report.id);
    for (const Section& section : report.sections) {
        const auto topic = topics.find(section.topic);
        record.sections.push_back({section.heading_path,
                                   topic == topics.end() ? std::uint8_t{0} : topic->second,
                                   static_cast<std::uint8_t>(section.plan_or_result)});
        for (const Passage& passage : section.passages) {
            record.passages.push_back(
                {ids.next(passage.text), static_cast<std::uint32_t>(record.sections.size() - 1),
                 passage.first_line, passage.last_line, passage.text, passage.page});
        }
    }
    return record;
}

/// Every province and district, so that a searcher needs no gazetteer.
std::vector<RegionEntry> region_entries() {
    std::vector<RegionEntry> entries;
    for (const Region& region : Gazetteer().regions()) {
        entries.push_back({.key = PlaceId{region.epoch, region.code}.text(),
                           .type = region.type,
                           .name = region.name,
                           .province = PlaceId{region.epoch, region.province_code}.text(),
                           .successor = PlaceId{Epoch::from_2025_07, region.successor}.text()});
    }
    return entries;
}

/// ReportRow::part_of.
std::uint64_t document_number_of(const Report& report) {
    return report.part_of.empty() ? 0 : fingerprint(report.part_of) | least_document_number;
}

}  // namespace

struct SegmentBuilder::Impl {
    Impl(const std::filesystem::path& where, const Taxonomy& topics, Analyzer& given)
        : folder(where), taxonomy(topics), analyzer(given) {
        for (std::size_t i = 0; i < taxonomy.topics().size(); ++i) {
            topic_numbers.emplace(taxonomy.topics()[i].slug, static_cast<std::uint8_t>(i + 1));
            topic_parents.emplace(taxonomy.topics()[i].slug, taxonomy.topics()[i].parent);
        }
        with_xapian(folder,
                    [&] { database = Xapian::WritableDatabase(folder.string(), segment_flags); });
    }

    void add(const Report& report) {
        const ReportRecord record = record_of(report, topic_numbers);
        const auto passage_count = static_cast<Xapian::termcount>(record.passages.size());
        const std::string data = encode(record);
        Xapian::Document document;
        document.set_data(data);
        document.add_boolean_term(make_term(prefix_report, report.id));
        written.add_text(data);
        for (const std::string& term : filter_terms(report)) {
            document.add_term(term, passage_count);
            written.add_text(term);
        }
        const auto local = local_abbreviations(record.texts(), analyzer.abbreviations());
        reading = {Reading::document, {}, local ? &*local : nullptr};
        report_context = context_words(context_text(report));
        add_context(document, report_context, passage_count);
        database.add_document(document);
        ReportRow row = report_row(report, record);
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

    static ReportRow report_row(const Report& report, const ReportRecord& record) {
        ReportRow row;
        row.passages = static_cast<std::uint32_t>(record.passages.size());
        row.date = record.date;
        row.place = record.place;
        row.first_month = report.period.first.number();
        row.last_month = report.period.last.number();
        row.part_of = document_number_of(report);
        row.issuer = static_cast<std::uint8_t>(report.issuer_kind);
        row.type = static_cast<std::uint8_t>(report.type);
        return row;
    }

    /// Adds the passages [first, last), those of one section.
    void add_section(const Report& report, const ReportRecord& record, std::size_t first,
                     std::size_t last) {
        const ReportRecord::Section& section = record.sections[record.passages[first].section];
        reading.topic = slug_of(section.topic);
        const std::vector<std::string> context = section_context(section);
        const SectionTopics topics = section_topics(section);
        const std::string heading = heading_label(section);
        const std::uint64_t number = heading_number(heading);
        SectionRow row;
        std::copy(topics.numbers.begin(), topics.numbers.end(), row.topics);
        row.horizon = section.horizon;
        columns.add_section(row, number, column_terms(context));
        const auto size = static_cast<Xapian::termcount>(last - first);
        for (std::size_t i = first; i < last; ++i) {
            Xapian::Document document;
            if (i == first) {
                if (number != 0) document.add_term(make_term(prefix_heading, heading), size);
                for (const std::string& term : topics.terms) document.add_term(term, size);
                add_context(document, context, size);
            }
            add_passage(report, record.passages[i].text, report_context.size() + context.size(),
                        document);
        }
    }

    static void add_context(Xapian::Document& document, const std::vector<std::string>& words,
                            Xapian::termcount covered) {
        for (const std::string& word : words)
            document.add_term(make_term(prefix_context, word), covered);
    }

    ColumnsBuilder::Terms column_terms(const std::vector<std::string>& words) {
        ColumnsBuilder::Terms terms;
        for (const std::string& word : words)
            terms.push_back(columns.number_of(make_term("", word)));
        return terms;
    }

    /// `context_words`: how many words above the passage count for its length.
    void add_passage(const Report& report, const std::string& text, std::size_t context_words,
                     Xapian::Document& document) {
        for (const Village* village : villages_in(text, report.villages)) {
            document.add_boolean_term(make_term(
                prefix_village, report.commune.id().text() + '/' + village_key(village->name)));
        }
        const TokenViews tokens = analyzer.views(text, reading);
        const std::size_t terms = context_words + add_text(document, tokens);
        columns.add_passage(
            {tokens, defines, similarity_hash(tokens), static_cast<std::uint32_t>(terms)});
        database.add_document(document);
    }

    /// Adds the terms of a passage; returns how many there are.
    std::size_t add_text(Xapian::Document& document, TokenViews tokens) {
        bool is_local = false;
        std::size_t terms = 0;
        counted.clear();
        for (const TokenView& token : tokens) {
            if (token.kind == Token::Kind::short_form) is_local = defines(token.word->term);
            switch (token.kind) {
                case Token::Kind::compound:
                    document.add_term(make_term(prefix_compound, token.word->term));
                    ++terms;
                    break;
                case Token::Kind::citation:
                    // Without weight: a paper's names do not make the passage longer.
                    document.add_boolean_term(make_term(prefix_compound, token.word->term));
                    break;
                case Token::Kind::expansion:
                    // A query knows nothing of a compound that only this report has.
                    if (!is_local) {
                        remember_spelling(*token.word);  // a phrase may ask for it bare
                        break;
                    }
                    [[fallthrough]];
                default:
                    count(*token.word);
                    ++terms;
            }
        }
        for (const Lexeme* word : counted) {
            std::uint32_t& times = counts[columns.number_of(*word)];
            document.add_term(make_term("", word->term), times);
            times = 0;
        }
        return terms;
    }

    /// One more occurrence of a word in the passage.
    void count(const Lexeme& word) {
        const std::uint32_t number = columns.number_of(word);
        if (number >= counts.size()) counts.resize(number + number / 2 + 1, 0);
        if (counts[number]++ > 0) return;
        counted.push_back(&word);
        remember_spelling(word);
    }

    /// Compounds are asked for as they are; among the spellings of words they crowd prefixes.
    void remember_spelling(const Lexeme& word) {
        if (word.bare == word.term || word.term.size() > max_term_bytes) return;
        const std::uint32_t number = columns.number_of(word);
        if (number >= is_spelled.size()) is_spelled.resize(number + number / 2 + 1, false);
        if (is_spelled[number]) return;
        is_spelled[number] = true;
        database.add_synonym(word.bare, word.term);
    }

    /// Words and compounds of a text, each once, sorted.
    std::vector<std::string> context_words(const std::string& text) {
        std::set<std::string> words;
        for (const TokenView& token : analyzer.views(text, reading)) {
            if (token.kind == Token::Kind::short_form) continue;
            words.insert(token.word->term);
            if (!token.is_multiword()) remember_spelling(*token.word);
        }
        return {words.begin(), words.end()};
    }

    static std::string context_text(const Report& report) {
        std::string text = report.title;
        for (const std::string& part : {report.issuer, report.number, full_name(report.commune),
                                        report.commune.district, report.commune.province}) {
            text += '\n' + part;
        }
        for (const Commune& successor : report.successors) {
            text += '\n' + full_name(successor);
            if (successor.province != report.commune.province) text += '\n' + successor.province;
        }
        for (const Commune& old : report.predecessors) {
            text += '\n' + old.district;
            if (old.province != report.commune.province) text += '\n' + old.province;
        }
        return text;
    }

    /// The words of its headings that the report's own context lacks.
    std::vector<std::string> section_context(const ReportRecord::Section& section) {
        std::string text;
        for (const std::string& heading : section.heading_path) text += heading + '\n';
        const std::vector<std::string> headings = context_words(text);
        std::vector<std::string> own;
        std::set_difference(headings.begin(), headings.end(), report_context.begin(),
                            report_context.end(), std::back_inserter(own));
        return own;
    }

    std::vector<std::string> filter_terms(const Report& report) {
        std::vector<std::string> terms;
        const auto add_term = [&](std::string_view prefix, const std::string& value) {
            if (!value.empty()) terms.push_back(make_term(prefix, value));
        };
        const auto add_regions = [&](const Commune& commune) {
            add_term(prefix_district, PlaceId{commune.epoch, commune.district_code}.text());
            add_term(prefix_province, PlaceId{commune.epoch, commune.province_code}.text());
        };
        add_term(prefix_commune, report.commune.id().text());
        for (const Commune& successor : report.successors)
            add_term(prefix_successor, successor.id().text());
        add_regions(report.commune);
        for (const Commune& successor : report.successors) add_regions(successor);
        for (const Commune& old : report.predecessors) add_regions(old);
        add_term(prefix_issuer, std::string(slug(report.issuer_kind)));
        add_term(prefix_type, std::string(slug(report.type)));
        add_term(prefix_number, lower(report.number));
        const std::string period = lower(report.period.text());
        add_term(prefix_period, period);
        const std::size_t year_end = period.find('-');
        if (year_end != std::string::npos) add_term(prefix_period, period.substr(year_end));
        const std::uint64_t document = document_number_of(report);
        if (document != 0) add_term(prefix_document, std::to_string(document));
        return terms;
    }

    SectionTopics section_topics(const ReportRecord::Section& section) {
        SectionTopics topics;
        std::set<std::string> terms;
        std::size_t count = 0;
        const auto add_topic = [&](std::uint8_t number) {
            if (number == 0 || count == topics.numbers.size()) return;
            const std::string& slug = taxonomy.topics()[number - 1U].slug;
            if (!terms.insert(make_term(prefix_section, slug)).second) return;
            topics.numbers.at(count++) = number;
            for (std::string above = topic_parents[slug]; !above.empty();
                 above = topic_parents[above]) {
                terms.insert(make_term(prefix_section, above));
            }
        };
        add_topic(section.topic);
        for (std::vector<std::string> path = section.heading_path; !path.empty(); path.pop_back()) {
            add_topic(topic_number(taxonomy.topic_of(path)));
        }
        topics.terms.assign(terms.begin(), terms.end());
        return topics;
    }

    [[nodiscard]] std::string_view slug_of(std::uint8_t topic) const {
        return topic == 0 ? std::string_view{} : taxonomy.topics()[topic - 1U].slug;
    }

    [[nodiscard]] std::uint8_t topic_number(const std::string& slug) const {
        const auto found = topic_numbers.find(slug);
        return found == topic_numbers.end() ? std::uint8_t{0} : found->second;
    }

    std::filesystem::path folder;
    const Taxonomy& taxonomy;
    Analyzer& analyzer;
    ReadingContext reading;                   ///< of the section being added
    std::vector<std::string> report_context;  ///< of the report being added
    /// True for a short form that the report being read defines itself.
    std::function<bool(const std::string&)> defines = [this](const std::string& short_form) {
        return reading.local != nullptr && !reading.local->senses(short_form).empty();
    };
    ColumnsBuilder columns;
    std::unordered_map<std::string, std::uint8_t> topic_numbers;
    std::unordered_map<std::string, std::string> topic_parents;
    Xapian::WritableDatabase database;
    std::vector<bool> is_spelled;  ///< by number of a word in the columns: its synonym is written
    std::vector<std::uint32_t> counts;   ///< by that number: occurrences in the passage being added
    std::vector<const Lexeme*> counted;  ///< the words of that passage, each once
    std::size_t passages = 0;
    Checksum written;  ///< of the report being added
};

SegmentBuilder::SegmentBuilder(const std::filesystem::path& folder, const Taxonomy& taxonomy,
                               Analyzer& analyzer)
    : impl_(std::make_unique<Impl>(folder, taxonomy, analyzer)) {}
SegmentBuilder::~SegmentBuilder() = default;
SegmentBuilder::SegmentBuilder(SegmentBuilder&&) noexcept = default;
SegmentBuilder& SegmentBuilder::operator=(SegmentBuilder&&) noexcept = default;

std::string SegmentBuilder::add(const Report& report) {
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
        impl_->columns.write(impl_->folder / columns_file);
    });
}

void write_metadata_segment(const std::filesystem::path& folder,
                            const std::vector<PlaceEntry>& places, const Taxonomy& taxonomy,
                            const std::string& local_abbreviations) {
    std::vector<TopicEntry> topics;
    for (const Topic& topic : taxonomy.topics())
        topics.push_back({topic.slug, topic.parent, topic.label});
    with_xapian(folder, [&] {
        Xapian::WritableDatabase database(folder.string(), segment_flags);
        database.set_metadata(std::string(metadata_schema), std::to_string(schema_version));
        database.set_metadata(std::string(metadata_analyzer), analyzer_fingerprint());
        database.set_metadata(std::string(metadata_places), encode_places(places));
        database.set_metadata(std::string(metadata_regions), encode_regions(region_entries()));
        database.set_metadata(std::string(metadata_topics), encode_topics(topics));
        database.set_metadata(std::string(metadata_abbreviations), local_abbreviations);
        database.commit();
        database.close();
        ColumnsBuilder().write(folder / columns_file);
    });
}

std::string storage_version() { return std::string("xapian ") + Xapian::version_string(); }

void merge_segments(const std::vector<std::filesystem::path>& segments,
                    const std::filesystem::path& folder) {
    with_xapian(folder, [&] {
        Xapian::Database all;
        std::vector<std::filesystem::path> columns;
        for (const std::filesystem::path& segment : segments) {
            const std::filesystem::path file = segment / database_file;
            const bool is_merged = std::filesystem::exists(file);
            all.add_database(Xapian::Database((is_merged ? file : segment).string()));
            columns.push_back(segment / columns_file);
        }
        std::filesystem::create_directories(folder);
        all.compact((folder / database_file).string(),
                    Xapian::DBCOMPACT_SINGLE_FILE | Xapian::Compactor::FULL);
        merge_columns(columns, folder / columns_file);
    });
}

}  // namespace commsearch
