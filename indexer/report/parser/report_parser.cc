#include "indexer/report/parser/report_parser.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "analyzers/base/tsv.h"
#include "analyzers/base/unicode.h"
#include "indexer/report/fields/dates.h"
#include "indexer/report/fields/issuers.h"
#include "indexer/report/fields/periods.h"
#include "indexer/report/fields/recipients.h"
#include "indexer/report/layout/document_parts.h"
#include "indexer/report/layout/title.h"
#include "indexer/report/parser/paper_issuer.h"
#include "indexer/report/parser/paper_time.h"
#include "indexer/report/places/villages.h"
#include "indexer/report/sections/frame.h"
#include "indexer/report/sections/headings.h"
#include "indexer/report/sections/outline.h"
#include "indexer/report/sections/plan_or_result.h"
#include "indexer/report/text_scan.h"
#include "indexer/source/extract/raw_document.h"

namespace commsearch::report {
namespace {

using Stated = source::RawDocument::Stated;

std::string clean_title(std::string_view title) {
    for (const std::string_view separator : {" - ", " | ", " – "}) {
        const std::size_t at = title.rfind(separator);
        if (at == std::string_view::npos) continue;
        const std::string tail = words_key(title.substr(at));
        const bool portal =
            begins_with_words(tail, "trang thong tin") ||
            begins_with_words(tail, "cong thong tin") || begins_with_words(tail, "trang tin") ||
            begins_with_words(tail, "cong ttdt") || begins_with_words(tail, "website");
        if (portal) title = title.substr(0, at);
    }
    return std::string(without_blanks(title));
}

/// The first line of a text without any header, when it is short enough to be a title.
std::string title_of_first_line(const DocumentParts& parts) {
    constexpr std::size_t max_title = 120;
    if (parts.framed.lines.empty() || parts.framed.lines.front().table != 0) return {};
    const Line& line = parts.framed.lines.front();
    const bool is_title =
        length(line.text) <= max_title && !begins_addressees(line) && !is_list_item(line.text);
    return is_title ? std::string(line.text) : std::string();
}

/// What a letter without a subject is called: "Công văn số 12/UBND-VP".
std::string title_of_number(const Header& header) {
    if (header.type != DocumentType::cong_van || header.number.empty()) return {};
    return std::string(name_of(header.type)) + " số " + header.number;
}

void set_title(const Stated& stated, const DocumentParts& parts, Report& report) {
    report.title = clean_title(stated.title);
    // A page that shows a whole paper is called as the paper is.
    const std::string key = words_key(stated.title);
    std::size_t behind = 0;
    const bool names_kind =
        parts.header.type != DocumentType::unknown && type_at_begin(key) == parts.header.type;
    const bool names_body = body_at(tokens_of(stated.title), behind) != nullptr;
    const bool is_page_title = (stated.is_title_of_file && (names_kind || names_body)) ||
                               (!parts.header.headline.empty() &&
                                begins_with_words(key, words_key(parts.header.headline)));
    const bool has_own_title = parts.header.has_number_line && !parts.header.paper_title.empty();
    if (is_page_title && has_own_title) report.title = parts.header.paper_title;
    if (report.title.empty()) report.title = parts.header.title;
    if (report.title.empty()) report.title = title_of_number(parts.header);
    if (report.title.empty()) report.title = title_of_first_line(parts);
}

/// What opening sentences of a portal tell of the paper: "Báo cáo số 09/BC-UBND ngày …".
struct Announcement {
    std::string number;
    Date date;
    Issuer issuer = Issuer::unknown;
};

/// Only where the paper has no header of its own, by a line that begins with the name of its kind:
/// any other number in a text is that of a paper it cites.
Announcement announcement(const DocumentParts& parts, DocumentType type) {
    Announcement found;
    const Header& header = parts.header;
    if (header.has_number_line || header.has_date_line || !header.bodies.empty()) return found;
    if (type == DocumentType::unknown) type = DocumentType::bao_cao;
    for (const Line* line : parts.opening()) {
        const bool begins = type_at_begin(line->key) == type;
        if (!begins && !parts.framed.posting_date.is_known()) continue;
        const auto number = cited_number(line->tokens(), type);
        if (!number) continue;
        found.number = number->text;
        found.issuer = number->issuer;
        found.date = first_date(line->tokens());
        break;
    }
    return found;
}

DocumentType type_of(const Stated& stated, const DocumentParts& parts, const Report& report) {
    const DocumentType by_slug = document_type_of_slug(stated.type);
    if (by_slug != DocumentType::unknown) return by_slug;
    const DocumentType by_name = type_at_begin(words_key(stated.type));
    if (by_name != DocumentType::unknown) return by_name;
    if (parts.header.type != DocumentType::unknown) return parts.header.type;
    const std::string key = words_key(report.title);
    const DocumentType by_title = type_at_begin(key);
    if (by_title != DocumentType::unknown) return by_title;
    constexpr std::array reporting = {"bao cao", "so ket",    "tong ket",
                                      "ket qua", "tinh hinh", "danh gia"};
    const bool reports = std::any_of(reporting.begin(), reporting.end(),
                                     [&](std::string_view w) { return has_words(key, w); });
    return reports && !period_mentions(tokens_of(report.title)).empty() ? DocumentType::bao_cao
                                                                        : DocumentType::unknown;
}

/// "A > B" -> {A, B}.
std::vector<std::string> heading_path_of(std::string_view heading) {
    std::vector<std::string> path;
    for (const std::string_view part : split(heading, '>')) {
        const std::string_view words = without_blanks(part);
        if (!words.empty()) path.emplace_back(words);
    }
    return path;
}

std::vector<Section> stated_sections(const source::RawDocument& document,
                                     const OutlineContext& context, const Taxonomy& taxonomy) {
    std::vector<Section> sections;
    std::uint32_t number = 0;
    for (const source::RawDocument::StatedPassage& stated : document.passages) {
        ++number;
        const std::string_view text = without_blanks(stated.text);
        if (text.empty()) continue;
        Section section{heading_path_of(stated.heading), {}, PlanOrResult::unknown, {}};
        section.topic = taxonomy.topic_of(section.heading_path);
        if (context.type == DocumentType::bao_cao) section.plan_or_result = PlanOrResult::result;
        for (const std::string& heading : section.heading_path) {
            const PlanOrResult own = plan_or_result_of(heading, context.reported, context.planned);
            if (own != PlanOrResult::unknown) section.plan_or_result = own;
        }
        Passage passage;
        passage.text = text;
        passage.first_line = passage.last_line = number;
        const bool same = !sections.empty() && sections.back().heading_path == section.heading_path;
        if (!same) sections.push_back(std::move(section));
        sections.back().passages.push_back(std::move(passage));
    }
    return sections;
}

std::vector<Village> villages_of(const source::RawDocument& document, const DocumentParts& parts,
                                 const Commune& commune) {
    if (document.passages.empty()) return villages_named(parts.framed.lines, commune);
    std::vector<Line> lines;
    for (const source::RawDocument::StatedPassage& stated : document.passages) {
        for (Line& line : lines_of(stated.text)) lines.push_back(std::move(line));
    }
    return villages_named(lines, commune);
}

/// Whom "Kính gửi" names, then those of "Nơi nhận".
void set_signature(const DocumentParts& parts, Report& report) {
    report.signers = parts.signature.signers;
    if (report.signers.empty()) report.signers = parts.stamps.signers;
    report.recipients = addressees_of(parts.framed.lines);
    if (report.recipients.empty()) report.recipients = addressees_of(parts.header.lines);
    report.recipients.insert(report.recipients.end(), parts.signature.recipients.begin(),
                             parts.signature.recipients.end());
}

/// A paper that has nothing else is what its frame says.
void mark_frame(Report& report) {
    if (report.sections.size() < 2) return;
    for (Section& section : report.sections) section.is_frame = is_frame(section, report.title);
}

void set_pages(const std::vector<std::uint32_t>& page_starts, Report& report) {
    for (Section& section : report.sections) {
        for (Passage& passage : section.passages) {
            const auto next =
                std::upper_bound(page_starts.begin(), page_starts.end(), passage.first_line);
            passage.page = static_cast<std::uint32_t>(next - page_starts.begin());
        }
    }
}

}  // namespace

Report parse_report(const source::RawDocument& document, const Gazetteer& gazetteer,
                    const Taxonomy& taxonomy) {
    return parse_report(document, take_apart(document), gazetteer, taxonomy);
}

Report parse_report(const source::RawDocument& document, const DocumentParts& parts,
                    const Gazetteer& gazetteer, const Taxonomy& taxonomy) {
    Report report;
    report.id = document.id;
    report.path = document.path;
    report.part_of = document.part_of;
    report.encoding = document.encoding;
    const Stated& stated = document.stated;
    set_title(stated, parts, report);
    report.type = type_of(stated, parts, report);
    const Announcement announced = announcement(parts, report.type);
    report.number = stated.number.empty() ? parts.header.number : stated.number;
    if (report.number.empty()) report.number = announced.number;
    set_date(stated, parts, announced.date, report);
    set_periods(stated, parts, report);
    set_issuer_and_place(document, parts, announced.issuer, gazetteer, report);
    const OutlineContext context{report.type, report.period, report.planned};
    report.sections = document.passages.empty() ? outline(parts.framed.lines, context, taxonomy)
                                                : stated_sections(document, context, taxonomy);
    if (document.passages.empty()) mark_frame(report);
    set_signature(parts, report);
    report.villages = villages_of(document, parts, report.commune);
    set_pages(document.page_starts, report);
    return report;
}

}  // namespace commsearch::report
