#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/report/sections/taxonomy.h"
#include "indexer/schema/schema.h"

namespace commsearch::segment {

/// What a section is about, by its headings.
struct SectionTopics {
    std::array<std::uint8_t, 3> numbers{};  ///< as SectionRow::topics
    std::vector<std::string> terms;  ///< filters: these topics and those above them in the taxonomy
};

/// The topics of a taxonomy by number, 1 for the first, as an index stores them. For many threads
/// at once.
class TopicTable {
public:
    /// `taxonomy` must live longer.
    explicit TopicTable(const report::Taxonomy& taxonomy);

    /// 0 for a topic that the taxonomy lacks.
    [[nodiscard]] std::uint8_t number_of(const std::string& slug) const;
    /// Empty for 0.
    [[nodiscard]] std::string_view slug_of(std::uint8_t number) const;

    [[nodiscard]] SectionTopics topics_of(const schema::ReportRecord::Section& section) const;

private:
    const report::Taxonomy& taxonomy_;
    std::unordered_map<std::string, std::uint8_t> numbers_;
};

}  // namespace commsearch::segment
