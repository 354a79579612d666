#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace commsearch::report {

/// One topic of the taxonomy of sections.
struct Topic {
    std::string slug;    ///< "nong-thon-moi"
    std::string parent;  ///< slug, empty at the top
    std::string label;   ///< Vietnamese
    bool operator==(const Topic&) const = default;
};

/// The taxonomy (52 topics) and the rules that place a heading in it. Immutable: for many threads.
class Taxonomy {
public:
    Taxonomy();
    /// In the order of the table; the position is the stored topic number minus one.
    [[nodiscard]] const std::vector<Topic>& topics() const { return topics_; }

    /// Topic of the innermost heading of `heading_path` that a cue of the table fits, at word
    /// borders and without regard to accents: the cue that begins first, the longest of those.
    /// Below a heading on shortcomings, their causes or proposals every heading keeps that topic:
    /// "Về kinh tế" is there about what failed. Empty when no heading fits.
    [[nodiscard]] std::string topic_of(const std::vector<std::string>& heading_path) const;

private:
    struct Cue {
        std::string unaccented;  ///< unaccented spelling, words parted by one blank
        std::size_t topic = 0;
        bool is_whole = false;  ///< fits a heading that says nothing else
        bool is_weak = false;   ///< tells the topic only where nothing else does
    };
    [[nodiscard]] std::span<const Cue> cues_of(const std::string& word) const;
    [[nodiscard]] const Cue* best_cue(std::string_view heading) const;

    std::vector<Topic> topics_;
    std::unordered_map<std::string, std::vector<Cue>> cues_;  ///< by first word, in table order
};

}  // namespace commsearch::report
