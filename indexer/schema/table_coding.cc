// The tables of an index (places, regions, topics) as text and back: a line an entry, tabs between.

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "analyzers/base/tsv.h"
#include "indexer/schema/damage.h"
#include "indexer/schema/schema.h"

namespace commsearch::schema {
namespace {

std::string without_tabs(std::string_view text) {
    std::string out(text);
    std::replace_if(
        out.begin(), out.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    return out;
}

std::string joined(const std::vector<std::string>& parts, char separator) {
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) text.push_back(separator);
        text += parts[i];
    }
    return text;
}

/// "a,b" -> {a, b}
std::vector<std::string> list_of(std::string_view field) {
    std::vector<std::string> list;
    if (field.empty()) return list;
    for (const std::string_view one : split(field, ',')) list.emplace_back(one);
    return list;
}

std::uint32_t number_of(std::string_view digits) {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size()) throw_damaged_record();
    return value;
}

/// The fields of each line; damaged when a line has not `columns` of them.
std::vector<std::vector<std::string_view>> table_of(std::string_view text, std::size_t columns) {
    std::vector<std::vector<std::string_view>> rows;
    for (const std::string_view line : split(text, '\n')) {
        if (line.empty()) continue;
        rows.push_back(split(line, '\t'));
        if (rows.back().size() != columns) throw_damaged_record();
    }
    return rows;
}

}  // namespace

std::string encode_places(const std::vector<PlaceEntry>& places) {
    std::string text;
    for (const PlaceEntry& place : places) {
        text += joined({without_tabs(place.key), without_tabs(place.type), without_tabs(place.name),
                        without_tabs(place.district), without_tabs(place.province),
                        joined(place.successors, ','), std::to_string(place.reports),
                        without_tabs(joined(place.villages, ','))},
                       '\t');
        text.push_back('\n');
    }
    return text;
}

std::vector<PlaceEntry> decode_places(std::string_view text) {
    std::vector<PlaceEntry> places;
    for (const auto& row : table_of(text, 8)) {
        PlaceEntry place{.key = std::string(row[0]),
                         .type = std::string(row[1]),
                         .name = std::string(row[2]),
                         .district = std::string(row[3]),
                         .province = std::string(row[4]),
                         .successors = list_of(row[5]),
                         .reports = number_of(row[6]),
                         .villages = list_of(row[7])};
        places.push_back(std::move(place));
    }
    return places;
}

std::string encode_regions(const std::vector<RegionEntry>& regions) {
    std::string text;
    for (const RegionEntry& region : regions) {
        text +=
            joined({without_tabs(region.key), without_tabs(region.type), without_tabs(region.name),
                    without_tabs(region.province), without_tabs(region.successor),
                    std::to_string(region.reports)},
                   '\t');
        text.push_back('\n');
    }
    return text;
}

std::vector<RegionEntry> decode_regions(std::string_view text) {
    std::vector<RegionEntry> regions;
    for (const auto& row : table_of(text, 6)) {
        regions.push_back({std::string(row[0]), std::string(row[1]), std::string(row[2]),
                           std::string(row[3]), std::string(row[4]), number_of(row[5])});
    }
    return regions;
}

std::string encode_topics(const std::vector<TopicEntry>& topics) {
    std::string text;
    for (const TopicEntry& topic : topics) {
        text += joined(
            {without_tabs(topic.slug), without_tabs(topic.parent), without_tabs(topic.label)},
            '\t');
        text.push_back('\n');
    }
    return text;
}

std::vector<TopicEntry> decode_topics(std::string_view text) {
    std::vector<TopicEntry> topics;
    for (const auto& row : table_of(text, 3)) {
        topics.push_back({std::string(row[0]), std::string(row[1]), std::string(row[2])});
    }
    return topics;
}

std::string PlaceEntry::full_address() const {
    std::string address = full_name();
    for (const std::string* area : {&district, &province}) {
        if (!area->empty()) address += ", " + *area;
    }
    return address;
}

}  // namespace commsearch::schema
