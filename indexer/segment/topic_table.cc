#include "indexer/segment/topic_table.h"

#include <set>

namespace commsearch::segment {

TopicTable::TopicTable(const report::Taxonomy& taxonomy) : taxonomy_(taxonomy) {
    for (std::size_t i = 0; i < taxonomy.topics().size(); ++i)
        numbers_.emplace(taxonomy.topics()[i].slug, static_cast<std::uint8_t>(i + 1));
}

std::uint8_t TopicTable::number_of(const std::string& slug) const {
    const auto found = numbers_.find(slug);
    return found == numbers_.end() ? std::uint8_t{0} : found->second;
}

std::string_view TopicTable::slug_of(std::uint8_t number) const {
    return number == 0 ? std::string_view{} : taxonomy_.topics()[number - 1U].slug;
}

SectionTopics TopicTable::topics_of(const schema::ReportRecord::Section& section) const {
    SectionTopics topics;
    std::set<std::string> terms;
    std::size_t count = 0;
    const auto add_topic = [&](std::uint8_t number) {
        if (number == 0 || count == topics.numbers.size()) return;
        const report::Topic& topic = taxonomy_.topics()[number - 1U];
        if (!terms.insert(schema::make_term(schema::prefix_topic, topic.slug)).second) return;
        topics.numbers.at(count++) = number;
        for (std::string above = topic.parent; !above.empty();) {
            terms.insert(schema::make_term(schema::prefix_topic, above));
            const std::uint8_t place = number_of(above);
            above = place == 0 ? std::string() : taxonomy_.topics()[place - 1U].parent;
        }
    };
    add_topic(section.topic);
    for (std::vector<std::string> path = section.heading_path; !path.empty(); path.pop_back())
        add_topic(number_of(taxonomy_.topic_of(path)));
    topics.terms.assign(terms.begin(), terms.end());
    return topics;
}

}  // namespace commsearch::segment
