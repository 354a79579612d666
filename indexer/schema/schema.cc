#include "indexer/schema/schema.h"

#include <algorithm>
#include <charconv>
#include <system_error>

#include "analyzers/base/fingerprint.h"
#include "analyzers/base/message.h"
#include "analyzers/base/tsv.h"
#include "analyzers/base/unicode.h"
#include "analyzers/name/place_name.h"
#include "analyzers/value/place_id.h"

namespace commsearch {
namespace {

/// By the stored value of Issuer.
constexpr std::array<std::string_view, 7> issuers = {"",     "dang-uy",  "ubnd", "hdnd",
                                                     "mttq", "doan-the", "khac"};

/// By the stored value of Horizon.
constexpr std::array<std::string_view, 3> horizons = {"", "past", "next"};

/// By the stored value of DocumentType.
constexpr std::array<std::string_view, 18> types = {
    "",         "bao-cao",   "nghi-quyet", "quyet-dinh", "ke-hoach",  "chuong-trinh",
    "to-trinh", "thong-bao", "huong-dan",  "ket-luan",   "chi-thi",   "quy-che",
    "quy-dinh", "bien-ban",  "de-an",      "phuong-an",  "cong-dien", "cong-van"};

[[noreturn]] void throw_damaged() {
    throw Error(
        {"chỉ mục bị hỏng: một bản ghi không đọc được; hãy lập lại chỉ mục bằng commsearch-index "
         "build",
         "the index is damaged: a record cannot be read; rebuild it with commsearch-index build"});
}

class Writer {
public:
    void byte(std::uint8_t value) { bytes_.push_back(static_cast<char>(value)); }
    void fixed32(std::uint32_t value) {
        for (const unsigned shift : {24U, 16U, 8U, 0U})
            byte(static_cast<std::uint8_t>(value >> shift));
    }
    void fixed64(std::uint64_t value) {
        fixed32(static_cast<std::uint32_t>(value >> 32U));
        fixed32(static_cast<std::uint32_t>(value));
    }
    /// Seven bits a byte, the lowest first.
    void number(std::uint64_t value) {
        while (value >= 0x80U) {
            byte(static_cast<std::uint8_t>(0x80U | (value & 0x7FU)));
            value >>= 7U;
        }
        byte(static_cast<std::uint8_t>(value));
    }
    void text(std::string_view value) {
        number(value.size());
        bytes_.append(value);
    }
    std::string take() { return std::move(bytes_); }

private:
    std::string bytes_;
};

class Reader {
public:
    explicit Reader(std::string_view bytes) : bytes_(bytes) {}

    std::uint8_t byte() {
        if (at_ >= bytes_.size()) throw_damaged();
        return static_cast<std::uint8_t>(bytes_[at_++]);
    }
    std::uint32_t fixed32() {
        std::uint32_t value = 0;
        for (int i = 0; i < 4; ++i) value = (value << 8U) | byte();
        return value;
    }
    std::uint64_t fixed64() {
        const std::uint64_t high = fixed32();
        return high << 32U | fixed32();
    }
    std::uint64_t number() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            const std::uint8_t next = byte();
            value |= static_cast<std::uint64_t>(next & 0x7FU) << shift;
            if ((next & 0x80U) == 0) return value;
        }
        throw_damaged();
    }
    std::uint32_t number32() {
        const std::uint64_t value = number();
        if (value > UINT32_MAX) throw_damaged();
        return static_cast<std::uint32_t>(value);
    }
    /// A count of things that take at least one byte each.
    std::size_t count() {
        const std::uint64_t value = number();
        if (value > bytes_.size() - at_) throw_damaged();
        return value;
    }
    std::string text() {
        const std::size_t size = count();
        at_ += size;
        return std::string(bytes_.substr(at_ - size, size));
    }
    void text(std::string& value) { value = text(); }
    void fixed32(std::uint32_t& value) { value = fixed32(); }
    void number(std::uint32_t& value) { value = number32(); }
    void expect_end() const {
        if (at_ != bytes_.size()) throw_damaged();
    }

private:
    std::string_view bytes_;
    std::size_t at_ = 0;
};

/// Writes the description, or reads it: the one list of what is stored of it, and how.
template <typename Stream, typename Description>
void transfer(Stream& stream, Description& about) {
    stream.text(about.id);
    stream.text(about.path);
    stream.text(about.title);
    stream.text(about.number);
    stream.text(about.issuer);
    stream.text(about.period);
    stream.text(about.commune);
    stream.text(about.district);
    stream.text(about.province);
    stream.fixed32(about.date);
    stream.number(about.place);
    stream.text(about.issuer_kind);
    stream.text(about.type);
    stream.text(about.planned_period);
    stream.fixed32(about.signing_date);
    stream.fixed32(about.posting_date);
}

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
    if (error != std::errc{} || end != digits.data() + digits.size()) throw_damaged();
    return value;
}

/// The fields of each line; damaged when a line has not `columns` of them.
std::vector<std::vector<std::string_view>> table_of(std::string_view text, std::size_t columns) {
    std::vector<std::vector<std::string_view>> rows;
    for (const std::string_view line : split(text, '\n')) {
        if (line.empty()) continue;
        rows.push_back(split(line, '\t'));
        if (rows.back().size() != columns) throw_damaged();
    }
    return rows;
}

}  // namespace

bool is_inherited(std::string_view term) {
    if (term.starts_with(prefix_context)) return true;
    return term.starts_with('X') && !term.starts_with(prefix_village);
}

std::vector<std::string_view> ReportRecord::texts() const {
    std::vector<std::string_view> texts;
    for (const Section& section : sections)
        texts.insert(texts.end(), section.heading_path.begin(), section.heading_path.end());
    for (const Passage& passage : passages) texts.emplace_back(passage.text);
    return texts;
}

std::string encode(const ReportRecord& record) {
    Writer out;
    transfer(out, record.about);
    out.number(record.villages.size());
    for (const std::string& village : record.villages) out.text(village);
    out.number(record.sections.size());
    for (const ReportRecord::Section& section : record.sections) {
        out.number(section.heading_path.size());
        for (const std::string& heading : section.heading_path) out.text(heading);
        out.byte(section.topic);
        out.byte(section.horizon);
    }
    out.number(record.passages.size());
    for (const ReportRecord::Passage& passage : record.passages) {
        out.text(passage.id);
        out.number(passage.section);
        out.number(passage.first_line);
        out.number(passage.last_line);
        out.text(passage.text);
        out.number(passage.page);
    }
    return out.take();
}

ReportRecord decode_report(std::string_view bytes) {
    Reader in(bytes);
    ReportRecord record;
    transfer(in, record.about);
    record.villages.resize(in.count());
    for (std::string& village : record.villages) village = in.text();
    record.sections.resize(in.count());
    for (ReportRecord::Section& section : record.sections) {
        section.heading_path.resize(in.count());
        for (std::string& heading : section.heading_path) heading = in.text();
        section.topic = in.byte();
        section.horizon = in.byte();
    }
    record.passages.resize(in.count());
    for (ReportRecord::Passage& passage : record.passages) {
        passage.id = in.text();
        passage.section = in.number32();
        if (passage.section >= record.sections.size()) throw_damaged();
        passage.first_line = in.number32();
        passage.last_line = in.number32();
        passage.text = in.text();
        passage.page = in.number32();
    }
    in.expect_end();
    return record;
}

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
                    without_tabs(region.province), without_tabs(region.successor)},
                   '\t');
        text.push_back('\n');
    }
    return text;
}

std::vector<RegionEntry> decode_regions(std::string_view text) {
    std::vector<RegionEntry> regions;
    for (const auto& row : table_of(text, 5)) {
        regions.push_back({std::string(row[0]), std::string(row[1]), std::string(row[2]),
                           std::string(row[3]), std::string(row[4])});
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

std::string village_key(std::string_view name) {
    static const std::vector<std::string> types = [] {
        std::vector<std::string> keys;
        for (const std::string_view type : village_types())
            keys.push_back(folded_place_name(type) + ' ');
        keys.emplace_back("số ");
        return keys;
    }();
    const std::string whole = folded_place_name(name);
    std::string_view key = whole;
    for (bool stripped = true; stripped;) {
        const auto type = std::find_if(types.begin(), types.end(), [&](const std::string& one) {
            return key.starts_with(one) && key.size() > one.size();
        });
        stripped = type != types.end();
        if (stripped) key.remove_prefix(type->size());
    }
    return std::string(key);
}

std::uint32_t place_number(std::string_view key) { return PlaceId::parse(key).number(); }

std::string place_key(std::uint32_t number) { return PlaceId::of_number(number).text(); }

std::string encode(const Publication& publication) {
    const std::string lines = publication.generation + '\n' + publication.manifest_sum + '\n';
    return lines + std::to_string(fingerprint(lines)) + '\n';
}

Publication decode_publication(std::string_view bytes) {
    const std::size_t first = bytes.find('\n');
    const std::string_view rest =
        first == std::string_view::npos ? std::string_view{} : bytes.substr(first + 1);
    Publication publication{std::string(bytes.substr(0, first)),
                            std::string(rest.substr(0, rest.find('\n')))};
    const std::string& name = publication.generation;
    const bool is_name = !name.empty() && name.find('/') == std::string::npos && name[0] != '.';
    if (is_name && (rest.empty() || bytes == encode(publication))) return publication;
    throw Error({"tệp CURRENT của chỉ mục bị hỏng", "the index's file CURRENT is damaged"});
}

std::uint64_t heading_number(std::string_view label) {
    const std::string key = bare(label);
    return key.empty() ? 0 : fingerprint(key);
}

std::span<const std::string_view> issuer_slugs() { return issuers; }
std::span<const std::string_view> type_slugs() { return types; }
std::span<const std::string_view> horizon_slugs() { return horizons; }

std::string make_term(std::string_view prefix, std::string_view value) {
    std::string term(prefix);
    term += truncate_utf8(value, max_term_bytes - prefix.size());
    return term;
}

}  // namespace commsearch
