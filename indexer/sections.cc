#include "indexer/sections.h"

#include <algorithm>
#include <array>

#include "analyzers/tsv.h"
#include "commsearch_indexer_embedded.h"
#include "indexer/text_scan.h"

namespace commsearch {
namespace {

/// Topics that hold for everything below their heading.
bool is_lasting(std::string_view slug) {
    constexpr std::array slugs = {"ton-tai-han-che", "nguyen-nhan", "kien-nghi-de-xuat"};
    return std::find(slugs.begin(), slugs.end(), slug) != slugs.end();
}

}  // namespace

Taxonomy::Taxonomy() {
    for (const TsvRow& row : tsv_rows(embedded::sections_tsv())) {
        for (const std::string_view cue : split(row.fields[3], '|')) {
            std::string key = words_key(cue);
            if (!key.empty()) cues_.push_back({std::move(key), topics_.size()});
        }
        topics_.push_back({std::string(row.fields[0]), std::string(row.fields[1]),
                           std::string(row.fields[2])});
    }
}

const Taxonomy::Cue* Taxonomy::best_cue(std::string_view heading) const {
    const std::string key = words_key(heading);
    const Cue* best = nullptr;
    std::size_t best_at = 0;
    for (const Cue& cue : cues_) {
        if (best != nullptr && cue.bare.size() < best->bare.size()) continue;
        if (!has_words(key, cue.bare)) continue;
        const std::size_t at = key.find(cue.bare);
        if (best == nullptr || cue.bare.size() > best->bare.size() || at < best_at) {
            best = &cue;
            best_at = at;
        }
    }
    return best;
}

std::string Taxonomy::topic_of(const std::vector<std::string>& heading_path) const {
    std::string topic;
    for (const std::string& heading : heading_path) {
        const Cue* cue = best_cue(heading);
        if (cue == nullptr || is_lasting(topic)) continue;
        topic = topics_[cue->topic].slug;
    }
    return topic;
}

}  // namespace commsearch
