#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/schema/report_description.h"

namespace commsearch::schema {

// The keys, terms and records that the indexer writes and the searcher reads: with columns.h all that
// the two share. What each byte of an index means, which terms a document has and in what order
// documents stand is docs/index-format.md, which changes with this file.

/// Raised with every change of this file that an older or newer program could misread.
inline constexpr std::uint32_t schema_version = 10;

inline constexpr std::string_view database_file = "passages.xapian";
inline constexpr std::string_view columns_file = "passages.columns";
inline constexpr std::string_view manifest_file = "manifest.json";
/// The checksum of the manifest, which has those of the other files.
inline constexpr std::string_view manifest_sum_file = "manifest.sum";
inline constexpr std::string_view current_file = "CURRENT";

/// What the file CURRENT says.
struct Publication {
    std::string generation;    ///< name of the published one's folder
    std::string manifest_sum;  ///< checksum of its manifest; empty when an older version published
    bool operator==(const Publication&) const = default;
};

/// Three lines, the last one the fingerprint of those before.
[[nodiscard]] std::string encode(const Publication& publication);
/// Throws Error when a byte of it is damaged. A single line, as older versions wrote it, is taken
/// as it is.
[[nodiscard]] Publication decode_publication(std::string_view bytes);

/// Terms longer than this are left out or cut at a letter; glass refuses more than 245 bytes, and a
/// zero byte counts twice.
inline constexpr std::size_t max_term_bytes = 200;

inline constexpr std::string_view prefix_report = "Q";
inline constexpr std::string_view prefix_compound = "U";
inline constexpr std::string_view prefix_context = "H";
inline constexpr std::string_view prefix_commune = "XC";  ///< + PlaceId::text()
inline constexpr std::string_view prefix_successor =
    "XS";  ///< + PlaceId::text() of a commune that took over (part of) it
/// + region key; a commune of today carries the districts and provinces its area lay in before
/// 2025-07, one of before the province it lies in now.
inline constexpr std::string_view prefix_district = "XD";
inline constexpr std::string_view prefix_province = "XP";
/// + PlaceId::text() + '/' + village_key: passages that name a hamlet of the report's commune.
inline constexpr std::string_view prefix_village = "XV";
inline constexpr std::string_view prefix_topic =
    "XT";  ///< + slug of the topic and of each topic above it
inline constexpr std::string_view prefix_issuer = "XI";    ///< + slug
inline constexpr std::string_view prefix_level = "XL";     ///< + slug
inline constexpr std::string_view prefix_type = "XY";      ///< + slug
inline constexpr std::string_view prefix_document = "XW";  ///< + ReportRow::part_of in decimal
inline constexpr std::string_view prefix_number = "XN";    ///< + number of the paper, lower case

/// Who signed the paper and who gets it: + a word, as it is and unaccented; + two neighbours,
/// unaccented, parted by a blank. Of each signer also + whole_name + the name, as it is and
/// unaccented.
inline constexpr std::string_view prefix_signer = "XK";
inline constexpr std::string_view prefix_recipient = "XR";
inline constexpr std::string_view whole_name = "=";

/// + a word of the paper's title, as it is and unaccented, or two neighbours as above.
inline constexpr std::string_view prefix_title = "XH";

/// + heading_label of the passage's own heading, as written.
inline constexpr std::string_view prefix_heading = "XG";

inline constexpr std::string_view prefix_period =
    "XM";  ///< + period, lower case, with and without its year: "2023-m09", "-m09"

/// Whether a term is said of all passages of the report or section whose document holds it.
[[nodiscard]] bool is_inherited(std::string_view term);

inline constexpr std::string_view metadata_schema = "schema";      ///< schema_version in decimal
inline constexpr std::string_view metadata_analyzer = "analyzer";  ///< analyzer_fingerprint()
inline constexpr std::string_view metadata_places = "places";      ///< encode_places
inline constexpr std::string_view metadata_regions = "regions";    ///< encode_regions
inline constexpr std::string_view metadata_topics = "topics";      ///< encode_topics
/// The local table of abbreviations it was built with; empty when there was none.
inline constexpr std::string_view metadata_abbreviations = "abbreviations";

/// The number of a document that reports are pieces of: this bit, which no id of Xapian's has, and
/// 63 bits of a fingerprint. Two of 100,000 documents share one with a chance of 5 in ten billion.
inline constexpr std::uint64_t least_document_number = std::uint64_t{1} << 63U;

/// What is shown of a report and its passages.
struct ReportRecord {
    /// Passages of one heading that follow each other: running text, or one table.
    struct Section {
        std::vector<std::string> heading_path;
        std::uint8_t topic = 0;                 ///< the first of SectionRow::topics
        std::uint8_t plan_or_result = 0;        ///< PlanOrResult
        bool is_table = false;                  ///< its passages are rows of a table
        std::vector<std::string> columns = {};  ///< what each column is; empty: not said
        bool is_frame = false;  ///< tells of the paper, not of what the paper is about
        bool operator==(const Section&) const = default;
    };
    struct Passage {
        std::string id;
        std::uint32_t section = 0;  ///< index of `sections`
        std::uint32_t first_line = 0;
        std::uint32_t last_line = 0;
        std::string text;        ///< of a table rows, each a line, a tab between two cells
        std::uint32_t page = 0;  ///< 1-based, 0 unknown
        bool operator==(const Passage&) const = default;
    };
    ReportDescription about;
    std::vector<std::string> villages;  ///< hamlets it names: "thôn Mỹ Yên"
    std::vector<Section> sections;
    std::vector<Passage> passages;  ///< by ordinal

    /// The text of that passage (0-based) as it is analysed, byte for byte as long: no sentence and
    /// no phrase goes over the border of a cell.
    [[nodiscard]] std::string analysed_text(std::size_t passage) const;
    /// Its headings and passages: what may define short forms. They point into the record.
    [[nodiscard]] std::vector<std::string_view> texts() const;
    bool operator==(const ReportRecord&) const = default;
};

[[nodiscard]] std::string encode(const ReportRecord& record);
/// Throws Error when `bytes` is damaged. Never reads or allocates beyond what `bytes` can hold.
[[nodiscard]] ReportRecord decode_report(std::string_view bytes);

/// A commune that reports of the index come from, or that took over one; while an index is built
/// also a district or province whose offices have reports in it, which has no name here. The key is
/// unique over time: codes are used again for other places.
struct PlaceEntry {
    std::string key;                         ///< "pre2025:15079", "post2025:15124"
    std::string type;                        ///< "xã"
    std::string name;                        ///< "Cao Ngọc"
    std::string district;                    ///< with type, may be empty
    std::string province;                    ///< without type
    std::vector<std::string> successors;     ///< keys; several: the commune was split
    std::uint32_t reports = 0;               ///< its own reports in the index
    std::vector<std::string> villages = {};  ///< hamlets its reports name: "thôn Mỹ Yên"
    bool operator==(const PlaceEntry&) const = default;

    /// Whether it is a district or province.
    [[nodiscard]] bool is_region() const { return name.empty(); }
    /// "xã Cao Ngọc"
    [[nodiscard]] std::string full_name() const { return type.empty() ? name : type + ' ' + name; }
    /// "xã Cao Ngọc, Huyện Ngọc Lặc, Thanh Hóa"
    [[nodiscard]] std::string full_address() const;
};

/// A province of either epoch, or a district of before 2025-07.
struct RegionEntry {
    std::string key;        ///< "pre2025:38", of a district "pre2025:389"
    std::string type;       ///< "tỉnh", "thành phố", "huyện" …
    std::string name;       ///< without type
    std::string province;   ///< key, of a district
    std::string successor;  ///< key of the province that took a province over; may have its name
    std::uint32_t reports = 0;  ///< of its own offices in the index, those of its communes aside
    bool operator==(const RegionEntry&) const = default;

    [[nodiscard]] bool is_district() const { return !province.empty(); }
    [[nodiscard]] bool is_of_today() const { return key.starts_with("post"); }
};

/// What the spellings of one hamlet share: "thôn Mỹ Yên" and "Mỹ Yên", "Làng Chù" and "thôn Làng
/// Chù"; of a numbered one the number.
[[nodiscard]] std::string village_key(std::string_view name);

/// A heading as a number that all its spellings share, accents and case aside; 0 for one without
/// letters.
[[nodiscard]] std::uint64_t heading_number(std::string_view label);

/// One topic of the taxonomy, in the order of its table.
struct TopicEntry {
    std::string slug, parent, label;
    bool operator==(const TopicEntry&) const = default;
};

/// One line an entry, fields parted by tabs.
[[nodiscard]] std::string encode_places(const std::vector<PlaceEntry>& places);
[[nodiscard]] std::vector<PlaceEntry> decode_places(std::string_view text);
[[nodiscard]] std::string encode_regions(const std::vector<RegionEntry>& regions);
[[nodiscard]] std::vector<RegionEntry> decode_regions(std::string_view text);
[[nodiscard]] std::string encode_topics(const std::vector<TopicEntry>& topics);
[[nodiscard]] std::vector<TopicEntry> decode_topics(std::string_view text);

/// `prefix` and `value` as one term, cut at a letter to max_term_bytes.
[[nodiscard]] std::string make_term(std::string_view prefix, std::string_view value);

}  // namespace commsearch::schema
