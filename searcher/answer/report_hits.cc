#include "searcher/answer/report_hits.h"

#include <algorithm>

#include "indexer/schema/kinds.h"
#include "searcher/answer/abbreviation_senses.h"
#include "searcher/answer/excerpt.h"
#include "searcher/answer/table_excerpt.h"
#include "searcher/index/index_reader.h"
#include "searcher/index/passage_reader.h"
#include "searcher/match/match.h"

namespace commsearch::answer {
namespace {

PassageHit::Neighbour neighbour(const schema::ReportRecord& record, std::uint32_t ordinal) {
    const schema::ReportRecord::Passage& passage = record.passages.at(ordinal - 1);
    const schema::ReportRecord::Section& section = record.sections.at(passage.section);
    return {passage.id, ordinal, section.heading_path,
            section.is_table ? flat_table(passage.text) : passage.text};
}

/// The passage of that ordinal, but for excerpt and score.
PassageHit described_passage(const index::IndexReader& index, const schema::ReportRecord& record,
                             std::uint32_t ordinal) {
    const schema::ReportRecord::Passage& passage = record.passages.at(ordinal - 1);
    const schema::ReportRecord::Section& section = record.sections.at(passage.section);
    PassageHit hit;
    hit.id = passage.id;
    hit.ordinal = ordinal;
    hit.first_line = passage.first_line;
    hit.last_line = passage.last_line;
    hit.page = passage.page;
    hit.heading_path = section.heading_path;
    if (section.topic > 0 && section.topic <= index.snapshot().topics().size()) {
        hit.topic = index.snapshot().topics()[section.topic - 1U].slug;
        hit.topic_label = index.snapshot().topics()[section.topic - 1U].label;
    }
    hit.plan_or_result =
        schema::slug_of_number(schema::plan_or_result_kinds(), section.plan_or_result);
    return hit;
}

void drop_marks(std::vector<Fragment>& fragments) {
    std::string all;
    for (const Fragment& fragment : fragments) all += fragment.text;
    if (!fragments.empty()) fragments = {{all, false}};
}

bool has_hit(const std::vector<Fragment>& fragments) {
    return std::any_of(fragments.begin(), fragments.end(),
                       [](const Fragment& fragment) { return fragment.hit; });
}

/// The whole of a heading or title, with hits marked.
std::vector<Fragment> marked_whole(std::string_view text, const word::Tokens& tokens,
                                   const plan::HighlightTerms& highlights) {
    return cut_excerpt(text, hits_in_order(tokens, highlights), {0, text.size()});
}

void drop_marks(PassageHit& hit) {
    hit.marked_headings.clear();
    drop_marks(hit.excerpt);
    if (!hit.table) return;
    for (TableExcerpt::Cell& column : hit.table->columns) drop_marks(column);
    for (auto& row : hit.table->rows)
        for (TableExcerpt::Cell& cell : row) drop_marks(cell);
}

PassageHit passage_hit(const HitContext& context, const schema::ReportRecord& record,
                       std::uint32_t ordinal, std::size_t excerpt_bytes,
                       const index::PassageReader& reader) {
    PassageHit hit = described_passage(context.index, record, ordinal);
    const std::string& text = record.passages.at(ordinal - 1).text;
    const word::Tokens tokens = reader.tokens(ordinal);
    const schema::ReportRecord::Section& section =
        record.sections.at(record.passages[ordinal - 1].section);
    if (section.is_table) {
        hit.table = table_excerpt(
            text, tokens, section.columns,
            [&](std::string_view column) { return reader.tokens(ordinal, column); },
            context.plan.highlights, excerpt_bytes);
        hit.excerpt = flat_excerpt(*hit.table);
    } else {
        hit.excerpt = make_excerpt(text, tokens, context.plan.highlights, excerpt_bytes);
    }
    MeaningFinder meanings(context.plan.highlights, context.index.snapshot().abbreviations(),
                           reader.local());
    meanings.read(text, tokens);
    for (const std::string& heading : hit.heading_path) {
        const word::Tokens its = reader.tokens(ordinal, heading);
        meanings.read(heading, its);
        hit.marked_headings.push_back(marked_whole(heading, its, context.plan.highlights));
    }
    if (std::none_of(hit.marked_headings.begin(), hit.marked_headings.end(), has_hit))
        hit.marked_headings.clear();
    hit.meanings = meanings.take();
    if (!context.request.highlight) drop_marks(hit);
    hit.tells_neighbours = context.request.neighbours;
    if (hit.tells_neighbours) {
        if (ordinal > 1) hit.previous.push_back(neighbour(record, ordinal - 1));
        if (ordinal < record.passages.size()) hit.next.push_back(neighbour(record, ordinal + 1));
    }
    return hit;
}

}  // namespace

ReportHit report_hit(const HitContext& context, std::span<const match::Match> matches) {
    const index::IndexReader& index = context.index;
    const std::size_t max_passages = context.request.passages_per_report;
    const schema::ReportRecord record = index.report(matches.front().report);
    ReportHit hit;
    hit.about = record.about;
    std::vector<match::Match> best(matches.begin(), matches.end());
    std::stable_sort(best.begin(), best.end(), [](const match::Match& a, const match::Match& b) {
        return a.weight > b.weight;
    });
    hit.more_passages = best.size() - std::min(best.size(), max_passages);
    best.resize(best.size() - hit.more_passages);
    const index::PassageReader reader(
        record, index.columns().report_at(matches.front().report).defines != 0,
        index.snapshot().topics(), context.analyzer);
    if (context.request.highlight && !best.empty()) {
        const std::uint32_t ordinal = best.front().passage - best.front().report;
        hit.marked_title =
            marked_whole(record.about.title, reader.tokens(ordinal, record.about.title),
                         context.plan.highlights);
        if (!has_hit(hit.marked_title)) hit.marked_title.clear();
    }
    for (const match::Match& match : best) {
        hit.passages.push_back(passage_hit(context, record, match.passage - match.report,
                                           context.request.excerpt_bytes, reader));
        hit.passages.back().score = match.weight;
        hit.passages.back().is_full = match.is_full;
    }
    return hit;
}

ReportHit whole_report(const HitContext& context, std::uint32_t report) {
    const schema::ReportRecord record = context.index.report(report);
    ReportHit hit;
    hit.about = record.about;
    const index::PassageReader reader(record,
                                      context.index.columns().report_at(report).defines != 0,
                                      context.index.snapshot().topics(), context.analyzer);
    for (std::uint32_t ordinal = 1; ordinal <= record.passages.size(); ++ordinal) {
        hit.passages.push_back(passage_hit(context, record, ordinal, every_row, reader));
    }
    return hit;
}

}  // namespace commsearch::answer
