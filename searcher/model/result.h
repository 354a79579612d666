#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "analyzers/base/message.h"
#include "searcher/model/facet_kind.h"
#include "searcher/query/query.h"

namespace commsearch {

/// What is asked of an index. The main, the JSON reader and the server fill the same one.
struct SearchRequest {
    enum class Sort : std::uint8_t { relevance, date, oldest };
    std::string query;       ///< as typed, any bytes
    std::size_t limit = 10;  ///< reports on a page, 0-1000 (0: facets and totals only)
    std::size_t offset = 0;  ///< reports left out before the page
    std::string cursor;      ///< SearchResult::next_cursor of the page before; instead of offset
    std::size_t passages_per_report = 3;
    std::size_t excerpt_bytes = 360;  ///< of an excerpt, about: three to four lines of a terminal
    bool highlight = true;            ///< mark hits
    bool neighbours = false;          ///< the passages before and behind each hit too
    /// Values chosen of facets: any of one facet, all facets together.
    std::vector<FacetChoice> choices;
    std::int32_t from = 0;  ///< YYYYMMDD, inclusive; 0 = open
    std::int32_t to = 0;
    std::vector<FacetRequest> facets = {
        {FacetKind::commune}, {FacetKind::year}, {FacetKind::month}, {FacetKind::section}};
    Sort sort = Sort::relevance;
    bool fold_similar = true;  ///< show what is nearly the same once, when sorted by relevance
    bool exact = false;        ///< spelling forced everywhere
    /// When to give up with TimeLimit; never by default.
    std::chrono::steady_clock::time_point deadline = std::chrono::steady_clock::time_point::max();
    bool explain = false;  ///< tell what the scores are made of
};

/// A piece of text; `hit` when the query matched it.
struct Fragment {
    std::string text;
    bool hit = false;
    bool operator==(const Fragment&) const = default;
};

/// A passage that matched.
struct PassageHit {
    /// What one part of the query added to the score, or, at the end, what their sum was multiplied
    /// by.
    struct Share {
        Message what;
        double score = 0;
    };

    /// The passage before or behind it in the report.
    struct Neighbour {
        std::string id;
        std::uint32_t ordinal = 0;
        std::vector<std::string> heading_path;
        std::string text;
    };

    /// What a short form that the query met means there.
    struct Meaning {
        std::string short_form;     ///< as the passage writes it; as asked where it spells it out
        std::string long_form;      ///< canonical; empty: the passage does not tell
        bool is_ambiguous = false;  ///< the dictionary knows several
        bool is_defined = false;    ///< the report defines it itself
        bool operator==(const Meaning&) const = default;
    };

    std::string id;                ///< stable over rebuilds of the same text
    std::uint32_t ordinal = 0;     ///< place in its report, 1-based
    std::uint32_t first_line = 0;  ///< lines of the source text, 1-based, inclusive
    std::uint32_t last_line = 0;
    std::uint32_t page = 0;  ///< page of the source it begins on, 1-based; 0 unknown
    std::vector<std::string> heading_path;
    std::string section;        ///< slug, may be empty
    std::string section_label;  ///< Vietnamese
    std::string horizon;        ///< "past", "next" or empty
    double score = 0;
    std::vector<Fragment> excerpt;          ///< joined, a piece of the passage's text
    bool tells_neighbours = false;          ///< with SearchRequest::neighbours
    std::vector<Neighbour> previous, next;  ///< then one, or none at the ends of the report
    std::vector<Meaning> meanings;          ///< of short forms, in text order
    std::vector<Share> shares;  ///< with SearchRequest::explain: largest first, the factor last
};

/// A report with its best passages.
struct ReportHit {
    std::string id;
    std::string path;
    std::string title;
    std::string number;
    std::string issuer;       ///< "Đảng ủy xã Cao Ngọc"
    std::string issuer_kind;  ///< slug
    std::string type;         ///< slug
    std::string commune;      ///< "xã Cao Ngọc"
    std::string commune_code;
    std::string district;  ///< "Huyện Ngọc Lặc", may be empty
    std::string province;
    std::int32_t date = 0;             ///< YYYYMMDD, 0 unknown
    std::int32_t signing_date = 0;     ///< YYYYMMDD, 0 unknown
    std::int32_t posting_date = 0;     ///< YYYYMMDD, 0 unknown
    std::string period;                ///< Period::text, reported on
    std::string planned_period;        ///< Period::text, planned for
    std::vector<PassageHit> passages;  ///< best first
    std::size_t more_passages = 0;     ///< matching passages of this report that are not shown
    /// Reports of the same commune left out behind this one because their best passage says nearly
    /// the same.
    std::size_t similar_reports = 0;
};

/// One value of a facet with the number of reports (not passages) that match.
struct FacetValue {
    std::string value;  ///< "pre2025:15079", "2023-10", a slug …; empty: not known
    std::string label;  ///< for people: "xã Cao Ngọc, Huyện Ngọc Lặc, Thanh Hóa", "10/2023"
    std::string parent;  ///< value one level up, of the facet one level up; empty at the top
    std::size_t reports = 0;
    std::string epoch = {};  ///< of a place: "pre2025" or "post2025"; else empty
    bool is_chosen = false;  ///< by the request; then it is listed even with 0 reports
    bool is_own = true;  ///< false: a commune of today that has only reports of those it took over
};

/// Facets are exact over all matches. The counts of a facet leave aside what was chosen of it.
struct Facet {
    std::string name;  ///< facet_name
    std::vector<FacetValue> values;
    std::size_t more = 0;  ///< values beyond the limit
};

/// What a query that is being typed may become.
struct Completion {
    /// In the order in which they are offered.
    enum class Kind : std::uint8_t { compound, word, commune, section, number };
    Kind kind = Kind::word;
    std::string label;         ///< for people
    std::string query;         ///< the whole query with it
    std::size_t passages = 0;  ///< that it finds, at least; never 0
};

/// An answer: values only, rendered by render_text and render_json.
struct SearchResult {
    std::string query;  ///< NFC
    std::size_t total_reports = 0;
    std::size_t total_passages = 0;
    std::size_t offset = 0;
    std::size_t limit = 0;
    std::string next_cursor;  ///< of the page behind this one, empty at the end
    std::vector<ReportHit> reports;
    std::vector<Facet> facets;
    std::vector<Notice> notices;
    std::string suggestion;  ///< a query that may have been meant, empty: none
    std::string generation;  ///< name of the published generation that answered
    double seconds = 0;      ///< time of the search, open included
};

}  // namespace commsearch
