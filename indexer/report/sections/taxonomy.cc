#include "indexer/report/sections/taxonomy.h"

#include <algorithm>
#include <array>

#include "analyzers/base/tsv.h"
#include "indexer/report/sections/headings.h"
#include "indexer/report/text_scan.h"
#include "indexer_dictionaries.h"

namespace commsearch::report {
namespace {

/// Topics that hold for everything below their heading.
bool is_lasting(std::string_view slug) {
    constexpr std::array slugs = {"ton-tai-han-che", "nguyen-nhan", "kien-nghi-de-xuat"};
    return std::find(slugs.begin(), slugs.end(), slug) != slugs.end();
}

/// Topics of what stands around a report; no heading has them.
bool is_frame(std::string_view slug) { return slug == "dau-van-ban" || slug == "khung-trang-web"; }

/// Words that open any item of a plan tell its topic only where nothing else does.
bool is_weak(std::string_view cue) {
    constexpr std::array cues = {"tiep tuc", "giai phap"};
    return std::find(cues.begin(), cues.end(), cue) != cues.end();
}

}  // namespace

Taxonomy::Taxonomy() {
    for (const TsvRow& row : tsv_rows(embedded::sections_tsv())) {
        for (const std::string_view cue : split(row.fields[3], '|')) {
            std::string key = words_key(cue);
            if (key.empty() || is_frame(row.fields[0])) continue;
            const bool weak = is_weak(key);
            std::vector<Cue>& cues = cues_[key.substr(0, key.find(' '))];
            cues.push_back({std::move(key), topics_.size(), cue.starts_with('='), weak});
        }
        topics_.push_back(
            {std::string(row.fields[0]), std::string(row.fields[1]), std::string(row.fields[2])});
    }
}

/// Those that begin with the word.
std::span<const Taxonomy::Cue> Taxonomy::cues_of(const std::string& word) const {
    const auto found = cues_.find(word);
    if (found == cues_.end()) return {};
    return found->second;
}

const Taxonomy::Cue* Taxonomy::best_cue(std::string_view heading) const {
    const std::string key = words_key(heading);
    const auto fits = [&](const Cue& cue, std::size_t at) {
        if (!begins_with_words(std::string_view(key).substr(at), cue.unaccented)) return false;
        return !cue.is_whole ||
               cue.unaccented == words_key(heading.substr(heading_mark(heading).text_at));
    };
    const Cue* weak = nullptr;
    for (std::size_t at = 0; at < key.size();) {
        const std::size_t end = std::min(key.find(' ', at), key.size());
        const Cue* best = nullptr;
        for (const Cue& cue : cues_of(key.substr(at, end - at))) {
            const Cue*& longest = cue.is_weak ? weak : best;
            const bool longer =
                longest == nullptr || cue.unaccented.size() > longest->unaccented.size();
            if (longer && fits(cue, at)) longest = &cue;
        }
        if (best != nullptr) return best;
        at = end + 1;
    }
    return weak;
}

std::string Taxonomy::topic_of(const std::vector<std::string>& heading_path) const {
    std::string topic;
    for (const std::string& heading : heading_path) {
        const Cue* cue = best_cue(heading);
        if (cue == nullptr) continue;
        const std::string& own = topics_[cue->topic].slug;
        if (!is_lasting(topic) || is_lasting(own)) topic = own;
    }
    return topic;
}

}  // namespace commsearch::report
