#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

#include "analyzers/base/message.h"
#include "analyzers/base/unicode.h"
#include "analyzers/name/period_label.h"
#include "indexer/report/fields/document_number.h"
#include "indexer/report/places/villages.h"
#include "indexer/review/inspect.h"
#include "indexer/schema/passage_ids.h"
#include "indexer/segment/segment_builder.h"

namespace commsearch {
namespace {

using Json = nlohmann::ordered_json;

std::string address(const Commune& commune) {
    std::string text = commune.type.empty() ? commune.name : commune.type + ' ' + commune.name;
    for (const std::string* area : {&commune.district, &commune.province}) {
        if (!area->empty()) text += ", " + *area;
    }
    return text;
}

std::string horizon_slug(Horizon horizon) {
    if (horizon == Horizon::past) return "past";
    return horizon == Horizon::next ? "next" : "";
}

/// One report as lines of text.
class InspectionPage {
public:
    InspectionPage(const Taxonomy& taxonomy, Language language)
        : taxonomy_(taxonomy), language_(language) {}

    std::string page_of(const Inspection& inspection) {
        const Report& report = inspection.report;
        out_ = printable(report.path) + '\n';
        add_metadata(report);
        add_sections(report);
        add_doubts(inspection.doubts);
        return std::move(out_);
    }

private:
    [[nodiscard]] std::string say(std::string vi, std::string en) const {
        return language_ == Language::english ? std::move(en) : std::move(vi);
    }

    void add(const Message& label, const std::string& value) {
        const std::string shown = value.empty() ? say("(không rõ)", "(unknown)") : printable(value);
        constexpr std::size_t column = 15;
        const std::string name = label.in(language_) + ':';
        const std::size_t width = display_width(name);
        out_ += "  " + name + std::string(width < column ? column - width : 1, ' ') + shown + '\n';
    }

    [[nodiscard]] std::string period(const Period& period) const {
        return period.is_known()
                   ? period_label(period.text()).in(language_) + " (" + period.text() + ')'
                   : std::string();
    }

    /// "xã Cao Ngọc, Huyện Ngọc Lặc, Thanh Hóa (pre2025:15079)"
    [[nodiscard]] static std::string place(const Commune& commune) {
        const PlaceId id = commune.id();
        return id.is_known() ? address(commune) + " (" + id.text() + ')' : address(commune);
    }

    void add_metadata(const Report& report) {
        add({"Tên", "Title"}, report.title);
        add({"Số", "Number"}, report.number);
        const bool typed = report.type != DocumentType::unknown;
        add({"Loại", "Kind"}, typed ? std::string(name_of(report.type)) : "");
        add({"Cơ quan", "Issuer"}, report.issuer);
        add({"Xã, phường", "Commune"}, place(report.commune));
        for (const Commune& candidate : report.candidates)
            add({"có thể là", "may be"}, place(candidate));
        const bool split = report.successors.size() > 1;
        for (const Commune& successor : report.successors) {
            add(split ? Message{"nay một phần", "partly now"} : Message{"nay thuộc", "now part of"},
                place(successor));
        }
        for (const Commune& old : report.predecessors) add({"gồm xã cũ", "took over"}, place(old));
        add({"Ngày ký", "Signed"}, report.signing_date.day_first_text());
        add({"Ngày đăng", "Posted"}, report.posting_date.day_first_text());
        if (report.date != report.signing_date && report.date != report.posting_date)
            add({"Ngày", "Date"}, report.date.day_first_text());
        add({"Kỳ báo cáo", "Reported on"}, period(report.period));
        add({"Kỳ kế hoạch", "Planned for"}, period(report.planned));
        std::string villages;
        for (const Village& village : report.villages)
            villages += (villages.empty() ? "" : ", ") + full_name(village);
        if (!villages.empty()) add({"Thôn, bản", "Hamlets"}, villages);
    }

    [[nodiscard]] std::string topic(const Section& section) const {
        for (const Topic& one : taxonomy_.topics()) {
            if (one.slug == section.topic) return one.label;
        }
        return say("không rõ", "unknown");
    }

    [[nodiscard]] std::string horizon(Horizon value) const {
        if (value == Horizon::past) return say(" · kết quả", " · done");
        return value == Horizon::next ? say(" · kế hoạch", " · planned") : "";
    }

    void add_sections(const Report& report) {
        out_ += say("Đề mục và đoạn:\n", "Headings and passages:\n");
        std::vector<std::string> open;
        std::size_t ordinal = 0;
        for (const Section& section : report.sections) {
            const std::vector<std::string>& path = section.heading_path;
            std::size_t depth = 0;
            while (depth < path.size() && depth < open.size() && path[depth] == open[depth])
                ++depth;
            for (; depth < path.size(); ++depth) {
                const bool innermost = depth + 1 == path.size();
                out_ += std::string(2 + 2 * depth, ' ') + printable(path[depth]);
                if (innermost) out_ += "  [" + topic(section) + horizon(section.horizon) + ']';
                out_ += '\n';
            }
            open = path;
            for (const Passage& passage : section.passages)
                add_passage(passage, ++ordinal, 2 + 2 * path.size());
        }
    }

    void add_passage(const Passage& passage, std::size_t ordinal, std::size_t indent) {
        constexpr std::size_t shown = 90;  // bytes
        std::string where = std::to_string(passage.first_line);
        if (passage.last_line != passage.first_line)
            where += '-' + std::to_string(passage.last_line);
        out_ += std::string(indent, ' ') + say("đoạn ", "passage ") + std::to_string(ordinal) +
                say(", dòng ", ", line ") + where;
        if (passage.page > 0) out_ += say(", trang ", ", page ") + std::to_string(passage.page);
        const std::string text = printable(passage.text);
        const std::string_view begin = truncate_utf8(text, shown);
        out_ += ": " + std::string(begin) + (begin.size() < text.size() ? "…\n" : "\n");
    }

    void add_doubts(const std::vector<Doubt>& doubts) {
        out_ += doubts.empty() ? say("Không có chỗ nào cần xem lại.\n", "Nothing is doubtful.\n")
                               : say("Cần xem lại:\n", "To be looked at:\n");
        for (const Doubt& doubt : doubts) {
            out_ += "  ";
            if (doubt.line > 0) out_ += say("dòng ", "line ") + std::to_string(doubt.line) + ": ";
            out_ += printable(doubt.message.in(language_)) + " (" + doubt.code + ")\n";
        }
    }

    const Taxonomy& taxonomy_;
    Language language_;
    std::string out_;
};

Json known(std::string_view text) { return text.empty() ? Json(nullptr) : Json(std::string(text)); }

Json commune_json(const Commune& commune) {
    if (commune.name.empty()) return nullptr;
    return {{"code", known(commune.id().text())},
            {"type", known(commune.type)},
            {"name", commune.name},
            {"district", known(commune.district)},
            {"province", known(commune.province)}};
}

Json communes_json(const std::vector<Commune>& communes) {
    Json list = Json::array();
    for (const Commune& commune : communes) list.push_back(commune_json(commune));
    return list;
}

Json villages_json(const std::vector<Village>& villages) {
    Json list = Json::array();
    for (const Village& village : villages) {
        list.push_back({{"type", village.type}, {"name", village.name}, {"times", village.times}});
    }
    return list;
}

Json sections_json(const Report& report) {
    Json sections = Json::array();
    PassageIds ids(report.id);
    std::size_t ordinal = 0;
    for (const Section& section : report.sections) {
        Json passages = Json::array();
        for (const Passage& passage : section.passages) {
            passages.push_back({{"id", ids.next(passage.text)},
                                {"ordinal", ++ordinal},
                                {"first_line", passage.first_line},
                                {"last_line", passage.last_line},
                                {"page", passage.page == 0 ? Json(nullptr) : Json(passage.page)},
                                {"text", passage.text}});
        }
        sections.push_back({{"heading_path", section.heading_path},
                            {"section", known(section.topic)},
                            {"horizon", known(horizon_slug(section.horizon))},
                            {"passages", std::move(passages)}});
    }
    return sections;
}

Json list_of(const std::vector<Doubt>& doubts, Language language) {
    Json list = Json::array();
    for (const Doubt& doubt : doubts) {
        list.push_back({{"code", doubt.code},
                        {"line", doubt.line == 0 ? Json(nullptr) : Json(doubt.line)},
                        {"message", doubt.message.in(language)}});
    }
    return list;
}

Json list_of(const std::vector<Skipped>& skipped, Language language) {
    Json list = Json::array();
    for (const Skipped& one : skipped)
        list.push_back({{"path", one.path}, {"reason", one.reason.in(language)}});
    return list;
}

std::string line_of(const Json& document) {
    return document.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
}

Json inspection_of(const Inspection& inspection, Language language) {
    const Report& report = inspection.report;
    return {{"id", report.id},
            {"path", report.path},
            {"title", known(report.title)},
            {"number", known(report.number)},
            {"issuer", known(report.issuer)},
            {"issuer_kind", known(slug(report.issuer_kind))},
            {"type", known(slug(report.type))},
            {"commune", commune_json(report.commune)},
            {"candidates", communes_json(report.candidates)},
            {"successors", communes_json(report.successors)},
            {"predecessors", communes_json(report.predecessors)},
            {"date", known(report.date.text())},
            {"signing_date", known(report.signing_date.text())},
            {"posting_date", known(report.posting_date.text())},
            {"period", known(report.period.text())},
            {"planned_period", known(report.planned.text())},
            {"villages", villages_json(report.villages)},
            {"sections", sections_json(report)},
            {"doubts", list_of(inspection.doubts, language)}};
}

}  // namespace

std::string inspection_text(const FileInspection& inspection, const Taxonomy& taxonomy,
                            Language language) {
    std::string text;
    for (const Inspection& one : inspection.reports) {
        if (!text.empty()) text += '\n';
        text += InspectionPage(taxonomy, language).page_of(one);
    }
    const Message skipped = {"Không đọc được ", "Not read: "};
    for (const Skipped& one : inspection.skipped) {
        text += skipped.in(language) + printable(one.path) + ": " +
                printable(one.reason.in(language)) + '\n';
    }
    return text;
}

std::string inspection_json(const FileInspection& inspection, Language language) {
    Json reports = Json::array();
    for (const Inspection& one : inspection.reports)
        reports.push_back(inspection_of(one, language));
    return line_of({{"version", 1},
                    {"reports", std::move(reports)},
                    {"skipped", list_of(inspection.skipped, language)}});
}

std::string doubts_json(const CorpusDoubts& doubts, Language language) {
    Json found = Json::array();
    for (const ReportDoubts& one : doubts.found)
        found.push_back({{"path", one.path}, {"doubts", list_of(one.doubts, language)}});
    return line_of({{"version", 1},
                    {"reports_read", doubts.reports},
                    {"reports", std::move(found)},
                    {"skipped", list_of(doubts.skipped, language)}});
}

}  // namespace commsearch
