#include "searcher/request_filter.h"

namespace commsearch {
namespace {

[[noreturn]] void throw_unknown_commune(const OpenIndex& index, const std::string& name) {
    std::string known;
    constexpr std::size_t shown = 12;
    for (std::size_t i = 0; i < index.places.size() && i < shown; ++i) {
        known += (i == 0 ? "" : ", ") + index.places[i].full_name();
    }
    if (index.places.size() > shown) known += ", …";
    throw UsageError(
        {"chỉ mục không có xã nào tên hoặc mã \"" + name + "\"; các xã có trong chỉ mục: " + known,
         "the index has no commune named or numbered \"" + name + "\"; it has: " + known});
}

[[noreturn]] void throw_unknown_section(const OpenIndex& index, const std::string& name) {
    std::string known;
    for (const TopicEntry& topic : index.topics) known += (known.empty() ? "" : ", ") + topic.slug;
    throw UsageError({"không có mục \"" + name + "\"; các mục: " + known,
                      "there is no section \"" + name + "\"; the sections are: " + known});
}

}  // namespace

Xapian::Query request_filter(const OpenIndex& index, const SearchRequest& request) {
    std::vector<Xapian::Query> parts;
    if (!request.communes.empty()) {
        std::vector<Xapian::Query> ways;
        for (const std::string& commune : request.communes) {
            ways.push_back(index.filters.commune(commune));
            if (ways.back().empty()) throw_unknown_commune(index, commune);
        }
        parts.emplace_back(Xapian::Query::OP_OR, ways.begin(), ways.end());
    }
    if (!request.sections.empty()) {
        std::vector<Xapian::Query> ways;
        for (const std::string& section : request.sections) {
            ways.push_back(index.filters.topic(section));
            if (ways.back().empty()) throw_unknown_section(index, section);
        }
        parts.emplace_back(Xapian::Query::OP_OR, ways.begin(), ways.end());
    }
    if (request.from != 0 || request.to != 0) {
        parts.push_back(Filters::dates(static_cast<std::uint32_t>(request.from),
                                       static_cast<std::uint32_t>(request.to)));
    }
    if (parts.empty()) return {};
    return {Xapian::Query::OP_AND, parts.begin(), parts.end()};
}

}  // namespace commsearch
