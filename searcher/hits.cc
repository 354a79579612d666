#include "searcher/hits.h"

#include <algorithm>

#include "searcher/excerpt.h"
#include "searcher/passage_reader.h"

namespace commsearch {
namespace {

PassageHit passage_hit(const OpenIndex& index, const ReportRecord& record, const Match& match,
                       const BuiltQuery& built, const PassageReader& reader) {
    const ReportRecord::Passage& passage = record.passages.at(match.facets.ordinal - 1);
    const ReportRecord::Section& section = record.sections.at(passage.section);
    PassageHit hit;
    hit.id = passage.id;
    hit.ordinal = match.facets.ordinal;
    hit.first_line = passage.first_line;
    hit.last_line = passage.last_line;
    hit.heading_path = section.heading_path;
    if (section.topic > 0 && section.topic <= index.topics.size()) {
        hit.section = index.topics[section.topic - 1U].slug;
        hit.section_label = index.topics[section.topic - 1U].label;
    }
    if (section.horizon < horizon_slugs().size()) hit.horizon = horizon_slugs()[section.horizon];
    hit.score = match.weight;
    hit.excerpt = make_excerpt(passage.text, reader.tokens(hit.ordinal), built.hits);
    return hit;
}

ReportHit described(const ReportRecord& record) {
    ReportHit hit;
    hit.id = record.id;
    hit.path = record.path;
    hit.title = record.title;
    hit.number = record.number;
    hit.issuer = record.issuer;
    hit.issuer_kind = record.issuer_kind;
    hit.type = record.type;
    hit.commune = record.commune;
    hit.commune_code = place_key(record.place);
    hit.district = record.district;
    hit.province = record.province;
    hit.date = static_cast<std::int32_t>(record.date);
    hit.period = record.period;
    return hit;
}

}  // namespace

ReportHit report_hit(const OpenIndex& index, std::span<const Match> matches,
                     std::size_t max_passages, const BuiltQuery& built, Analyzer& analyzer) {
    const ReportRecord record = index.report(matches.front().report());
    ReportHit hit = described(record);
    std::vector<Match> best(matches.begin(), matches.end());
    std::stable_sort(best.begin(), best.end(),
                     [](const Match& a, const Match& b) { return a.weight > b.weight; });
    hit.more_passages = best.size() - std::min(best.size(), max_passages);
    best.resize(best.size() - hit.more_passages);
    const PassageReader reader(record, index.topics, analyzer);
    for (const Match& match : best)
        hit.passages.push_back(passage_hit(index, record, match, built, reader));
    return hit;
}

}  // namespace commsearch
