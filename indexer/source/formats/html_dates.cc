#include "indexer/source/formats/html_dates.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <optional>

#include "analyzers/base/ascii.h"
#include "analyzers/base/unicode.h"
#include "indexer/source/extract/text.h"
#include "indexer/source/formats/html_lists.h"

namespace commsearch::source {
namespace {

std::string_view name_of_node(const xmlNode& node) {
    return node.type == XML_ELEMENT_NODE ? reinterpret_cast<const char*>(node.name)
                                         : std::string_view();
}

/// The node behind `node` in document order; null at the end.
const xmlNode* node_behind(const xmlNode* node) {
    if (node->children != nullptr && node->type == XML_ELEMENT_NODE) return node->children;
    while (node != nullptr && node->next == nullptr) node = node->parent;
    return node == nullptr || node->type == XML_HTML_DOCUMENT_NODE ? nullptr : node->next;
}

/// How sure a place of the page tells its own day: the least is best.
enum class Trust : unsigned char { open_graph, json_ld, microdata, element, none };

struct StatedDay {
    Trust trust = Trust::none;
    std::string day;

    void offer(Trust from, std::string_view timestamp) {
        if (from >= trust) return;
        std::string found = day_of_timestamp(timestamp);
        if (found.empty()) return;
        trust = from;
        day = std::move(found);
    }
};

void offer_meta(const xmlNode& node, StatedDay& to) {
    constexpr auto names = std::to_array<std::string_view>(
        {"article:published_time", "og:published_time", "published_time", "pubdate", "publishdate",
         "publish_date", "publish-date", "date", "dc.date", "dc.date.issued", "dcterms.created",
         "dcterms.issued"});
    const auto content = html_attribute(node, "content");
    if (!content) return;
    for (const char* const key : {"property", "name"}) {
        const auto value = html_attribute(node, key);
        if (!value) continue;
        const std::string name = lower(*value);
        if (name == "datepublished") to.offer(Trust::microdata, *content);
        if (std::find(names.begin(), names.end(), name) != names.end())
            to.offer(Trust::open_graph, *content);
    }
}

/// `"datePublished" : "2023-…"` in a script of JSON-LD. The script may be any JSON, or broken.
void offer_json_ld(const xmlNode& script, StatedDay& to) {
    const auto type = html_attribute(script, "type");
    if (!type || lower(*type).find("ld+json") == std::string::npos || script.children == nullptr ||
        script.children->content == nullptr)
        return;
    const std::string_view json = reinterpret_cast<const char*>(script.children->content);
    constexpr std::string_view key = "\"datePublished\"";
    const std::size_t found = json.find(key);
    if (found == std::string_view::npos) return;
    const std::size_t value = json.find_first_not_of(" \t\r\n:", found + key.size());
    if (value != std::string_view::npos && json[value] == '"')
        to.offer(Trust::json_ld, json.substr(value + 1));
}

void offer_element(const xmlNode& node, std::string_view name, StatedDay& to) {
    const auto property = html_attribute(node, "itemprop");
    const bool is_published = property && *property == "datePublished";
    if (is_published) {
        for (const char* const key : {"content", "datetime"}) {
            if (const auto value = html_attribute(node, key)) to.offer(Trust::microdata, *value);
        }
    }
    if (name == "time" && html_attribute(node, "pubdate")) {
        if (const auto value = html_attribute(node, "datetime")) to.offer(Trust::element, *value);
    }
}

/// A number of so many digits at the front of `text`, which it is cut off.
std::optional<unsigned> take_number(std::string_view& text, std::size_t digits) {
    if (text.size() < digits) return std::nullopt;
    unsigned value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + digits, value);
    if (failed != std::errc{} || end != text.data() + digits) return std::nullopt;
    text.remove_prefix(digits);
    return value;
}

bool take_byte(std::string_view& text, std::string_view any) {
    if (text.empty() || any.find(text.front()) == std::string_view::npos) return false;
    text.remove_prefix(1);
    return true;
}

/// Minutes after midnight in Vietnam, of what stands behind the day; 0 when it is no time.
int minutes_in_vietnam(std::string_view time) {
    constexpr int vietnam = 7 * 60;
    if (!take_byte(time, "T ")) return 0;
    const auto hour = take_number(time, 2);
    if (!hour || !take_byte(time, ":")) return 0;
    const auto minute = take_number(time, 2);
    if (!minute) return 0;
    const int local = static_cast<int>(*hour * 60 + *minute);
    time.remove_prefix(std::min(time.find_first_not_of("0123456789:."), time.size()));
    if (take_byte(time, "Z")) return local + vietnam;
    const bool west = time.starts_with('-');
    if (!take_byte(time, "+-")) return local;
    const auto hours = take_number(time, 2);
    if (!hours) return local;
    take_byte(time, ":");
    const int zone = static_cast<int>(*hours * 60 + take_number(time, 2).value_or(0));
    return local - (west ? -zone : zone) + vietnam;
}

}  // namespace

std::string day_of_timestamp(std::string_view text) {
    using namespace std::chrono;
    text = without_blank_ends(text);
    const auto year_number = take_number(text, 4);
    if (!year_number || !take_byte(text, "-/")) return {};
    const auto month_number = take_number(text, 2);
    if (!month_number || !take_byte(text, "-/")) return {};
    const auto day_number = take_number(text, 2);
    if (!day_number || (!text.empty() && is_ascii_digit(text.front()))) return {};
    const year_month_day date{year(static_cast<int>(*year_number)), month(*month_number),
                              day(*day_number)};
    constexpr int first_year = 1990;  // of pages
    if (!date.ok() || static_cast<int>(date.year()) < first_year) return {};
    const auto moment = sys_days(date) + minutes(minutes_in_vietnam(text));
    const year_month_day there{floor<days>(moment)};
    std::array<char, 32> shown{};
    std::snprintf(shown.data(), shown.size(), "%02u/%02u/%d", static_cast<unsigned>(there.day()),
                  static_cast<unsigned>(there.month()), static_cast<int>(there.year()));
    return shown.data();
}

std::string stated_post_date(const xmlNode* root) {
    StatedDay found;
    for (const xmlNode* node = root; node != nullptr; node = node_behind(node)) {
        const std::string_view name = name_of_node(*node);
        if (name.empty()) continue;
        if (name == "meta") offer_meta(*node, found);
        if (name == "script") offer_json_ld(*node, found);
        offer_element(*node, name, found);
    }
    return found.day;
}

}  // namespace commsearch::source
