#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analyzers/base/message.h"
#include "indexer/schema/report_description.h"
#include "searcher/model/facet_kind.h"
#include "searcher/model/interpretation.h"
#include "searcher/model/notice.h"

namespace commsearch {

/// A piece of text; `hit` when the query matched it.
struct Fragment {
    std::string text;
    bool hit = false;
    bool operator==(const Fragment&) const = default;
};

/// Rows of a table, as a passage of it is shown.
struct TableExcerpt {
    using Cell = std::vector<Fragment>;
    std::vector<Cell> columns;            ///< what each column is; empty: the report does not say
    std::vector<std::vector<Cell>> rows;  ///< all of `columns`' length, where these are known
    std::size_t more_rows = 0;            ///< rows of the passage that are not shown
};

/// A passage that matched.
struct PassageHit {
    /// One line of the explanation: what a part of the query added to the score; in the last line
    /// the factor by which the sum was multiplied.
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

    /// What a short form that matched stands for in this passage.
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
    /// `heading_path` with what the query matched; empty where it matched none.
    std::vector<std::vector<Fragment>> marked_headings;
    std::string topic;           ///< slug, may be empty
    std::string topic_label;     ///< Vietnamese
    std::string plan_or_result;  ///< "past", "next" or empty
    double score = 0;
    bool is_full = true;  ///< it meets the whole query; false: it only comes near
    /// Joined, a piece of the passage's text; of a table its rows, cells parted by " | ".
    std::vector<Fragment> excerpt;
    std::optional<TableExcerpt> table;      ///< of a passage of a table
    bool tells_neighbours = false;          ///< SearchRequest::neighbours was set
    std::vector<Neighbour> previous, next;  ///< if so: one, or none at the ends of the report
    std::vector<Meaning> meanings;          ///< of short forms, in text order
    std::vector<Share> shares;  ///< with SearchRequest::explain: largest first, the factor last
};

/// A report with its best passages.
struct ReportHit {
    schema::ReportDescription about;
    std::vector<Fragment> marked_title;  ///< the title with what the query matched; empty: nothing
    std::vector<PassageHit> passages;    ///< best first
    std::size_t more_passages = 0;       ///< matching passages of this report that are not shown
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

/// The values of one facet, counted over all matches. What was chosen of the facet itself is left
/// aside in its counts.
struct Facet {
    FacetKind kind = FacetKind::commune;
    std::vector<FacetValue> values = {};
    std::size_t more = 0;  ///< values beyond the limit
};

/// A query that the one being typed may become.
struct Completion {
    /// In the order in which they are offered.
    enum class Kind : std::uint8_t { compound, word, commune, topic, number };
    Kind kind = Kind::word;
    std::string label;         ///< for people
    std::string query;         ///< the whole query with it
    std::size_t passages = 0;  ///< that the query finds, at least; never 0
};

/// The answer to one request. Holds values only; render_text and render_json write it.
struct SearchResult {
    std::string query;  ///< NFC
    std::size_t total_reports = 0;
    std::size_t total_passages = 0;
    std::size_t full_passages = 0;  ///< of these that meet the whole query; the others come near
    std::size_t offset = 0;
    std::size_t limit = 0;
    std::string next_cursor;  ///< asks for the next page; empty on the last one
    std::vector<ReportHit> reports;
    std::vector<Facet> facets;
    std::vector<Notice> notices;
    Interpretation interpretation;
    std::string suggestion;  ///< a query that may have been meant, empty: none
    std::string generation;  ///< name of the published generation that answered
    double seconds = 0;      ///< time of the search, open included
};

}  // namespace commsearch
