#include <string>
#include <string_view>
#include <vector>

#include "analyzers/base/message.h"
#include "analyzers/base/tsv.h"
#include "analyzers/base/unicode.h"
#include "analyzers/name/period_label.h"
#include "indexer/report/fields/document_number.h"
#include "indexer/report/places/villages.h"
#include "indexer/review/inspect.h"
#include "indexer/schema/kinds.h"

namespace commsearch::review {
namespace {

/// One report as lines of text.
class InspectionPage {
public:
    InspectionPage(const report::Taxonomy& taxonomy, Language language)
        : taxonomy_(taxonomy), language_(language) {}

    std::string page_of(const Inspection& inspection) {
        const report::Report& report = inspection.report;
        out_ = printable(report.path) + '\n';
        add_metadata(report);
        add_sections(report);
        add_left_out(inspection.left_out);
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
                   ? name::period_label(period.text()).in(language_) + " (" + period.text() + ')'
                   : std::string();
    }

    /// "xã Cao Ngọc, Huyện Ngọc Lặc, Thanh Hóa (pre2025:15079)"
    [[nodiscard]] static std::string place(const report::Commune& commune) {
        const PlaceId id = commune.id();
        return id.is_known() ? commune.full_address() + " (" + id.text() + ')'
                             : commune.full_address();
    }

    /// "Lý Văn Thìn, Phó Chủ tịch (KT. CHỦ TỊCH)", as far as it is known.
    [[nodiscard]] static std::string signature(const report::Signer& signer) {
        std::string text = signer.name;
        if (!signer.office.empty()) text += (text.empty() ? "" : ", ") + signer.office;
        if (!signer.on_behalf.empty()) text += " (" + signer.on_behalf + ')';
        return text;
    }

    void add_metadata(const report::Report& report) {
        add({"Tên", "Title"}, report.title);
        add({"Số", "Number"}, report.number);
        const bool typed = report.type != report::DocumentType::unknown;
        add({"Loại", "Kind"}, typed ? std::string(report::name_of(report.type)) : "");
        add({"Cơ quan", "Issuer"}, report.issuer);
        add({"Cấp", "Level"},
            std::string(schema::label_of_slug(schema::levels(), report::slug(report.level))));
        const bool is_region = report.commune.name.empty() && !report.commune.province.empty();
        if (is_region) {
            add({"Địa bàn", "Place"}, place(report.commune));
        } else {
            add({"Xã, phường", "Commune"}, place(report.commune));
        }
        for (const report::Commune& candidate : report.candidates)
            add({"có thể là", "may be"}, place(candidate));
        const bool split = report.successors.size() > 1;
        for (const report::Commune& successor : report.successors) {
            add(split ? Message{"nay một phần", "partly now"} : Message{"nay thuộc", "now part of"},
                place(successor));
        }
        for (const report::Commune& old : report.predecessors)
            add({"gồm xã cũ", "took over"}, place(old));
        add({"Ngày ký", "Signed"}, report.signing_date.day_first_text());
        add({"Ngày đăng", "Posted"}, report.posting_date.day_first_text());
        if (report.date != report.signing_date && report.date != report.posting_date)
            add({"Ngày", "Date"}, report.date.day_first_text());
        add({"Kỳ báo cáo", "Reported on"}, period(report.period));
        add({"Kỳ kế hoạch", "Planned for"}, period(report.planned));
        for (const report::Signer& signer : report.signers)
            add({"Người ký", "Signed by"}, signature(signer));
        std::string recipients;
        for (const std::string& recipient : report.recipients)
            recipients += (recipients.empty() ? "" : "; ") + recipient;
        if (!recipients.empty()) add({"Nơi nhận", "Sent to"}, recipients);
        std::string villages;
        for (const report::Village& village : report.villages)
            villages += (villages.empty() ? "" : ", ") + report::full_name(village);
        if (!villages.empty()) add({"Thôn, bản", "Hamlets"}, villages);
    }

    [[nodiscard]] std::string topic(const report::Section& section) const {
        for (const report::Topic& one : taxonomy_.topics()) {
            if (one.slug == section.topic) return one.label;
        }
        return say("không rõ", "unknown");
    }

    [[nodiscard]] std::string plan_or_result(report::PlanOrResult value) const {
        if (value == report::PlanOrResult::result) return say(" · kết quả", " · done");
        return value == report::PlanOrResult::plan ? say(" · kế hoạch", " · planned") : "";
    }

    void add_sections(const report::Report& report) {
        out_ += say("Đề mục và đoạn:\n", "Headings and passages:\n");
        std::vector<std::string> open;
        std::size_t ordinal = 0;
        for (const report::Section& section : report.sections) {
            const std::vector<std::string>& path = section.heading_path;
            std::size_t depth = 0;
            while (depth < path.size() && depth < open.size() && path[depth] == open[depth])
                ++depth;
            for (; depth < path.size(); ++depth) {
                const bool innermost = depth + 1 == path.size();
                out_ += std::string(2 + 2 * depth, ' ') + printable(path[depth]);
                if (innermost)
                    out_ += "  [" + topic(section) + plan_or_result(section.plan_or_result) + ']';
                out_ += '\n';
            }
            open = path;
            for (const report::Passage& passage : section.passages)
                add_passage(passage, ++ordinal, 2 + 2 * path.size());
        }
    }

    void add_passage(const report::Passage& passage, std::size_t ordinal, std::size_t indent) {
        constexpr std::size_t shown = 90;  // bytes
        std::string where = std::to_string(passage.first_line);
        if (passage.last_line != passage.first_line)
            where += '-' + std::to_string(passage.last_line);
        out_ += std::string(indent, ' ') + say("đoạn ", "passage ") + std::to_string(ordinal) +
                say(", dòng ", ", line ") + where;
        if (passage.page > 0) out_ += say(", trang ", ", page ") + std::to_string(passage.page);
        if (passage.table != 0) return add_table(passage, indent + 2);
        const std::string text = printable(passage.text);
        const std::string_view begin = truncate_utf8(text, shown);
        out_ += ": " + std::string(begin) + (begin.size() < text.size() ? "…\n" : "\n");
    }

    [[nodiscard]] std::string name_of(report::LeftOutPart part) const {
        using enum report::LeftOutPart;
        switch (part) {
            case header:
                return say("đầu văn bản", "header");
            case signature:
                return say("chữ ký, nơi nhận", "signature, recipients");
            case stamp:
                return say("dấu ký số", "stamp of an electronic signature");
            case page_number:
                return say("số trang", "page numbers");
            case running:
                return say("đầu trang lặp lại", "running headers");
            case contents:
                return say("mục lục", "table of contents");
            case portal:
                return say("khung trang web", "frame of the web page");
            case copy:
                return say("lặp lại", "said again");
            case table_head:
                return say("đầu bảng", "head of a table");
        }
        return {};
    }

    void add_left_out(const std::vector<Inspection::LeftOut>& parts) {
        constexpr std::size_t shown = 60;  // bytes
        if (!parts.empty()) out_ += say("Để ngoài:\n", "Left out:\n");
        for (const Inspection::LeftOut& part : parts) {
            const std::string text = printable(part.lines.front().text);
            const std::string_view begin = truncate_utf8(text, shown);
            out_ += "  " + name_of(part.part) + ", " + std::to_string(part.lines.size()) +
                    say(" dòng, từ dòng ", " lines from line ") +
                    std::to_string(part.lines.front().number) + ": " + std::string(begin) +
                    (begin.size() < text.size() || part.lines.size() > 1 ? "…\n" : "\n");
        }
    }

    void add_table(const report::Passage& passage, std::size_t indent) {
        out_ += say(", bảng:\n", ", table:\n");
        if (!passage.columns.empty()) add_row(passage.columns, indent);
        for (const std::string_view row : split(passage.text, '\n'))
            add_row(split(row, '\t'), indent);
    }

    template <typename Cells>
    void add_row(const Cells& cells, std::size_t indent) {
        constexpr std::size_t shown = 120;  // bytes
        std::string row;
        for (std::size_t i = 0; i < cells.size(); ++i)
            row.append(i == 0 ? "" : " | ").append(cells[i]);
        const std::string text = printable(row);
        const std::string_view begin = truncate_utf8(text, shown);
        out_ += std::string(indent, ' ').append(begin);
        out_ += begin.size() < text.size() ? "…\n" : "\n";
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

    const report::Taxonomy& taxonomy_;
    Language language_;
    std::string out_;
};

}  // namespace

std::string inspection_text(const FileInspection& inspection, const report::Taxonomy& taxonomy,
                            Language language) {
    std::string text;
    for (const Inspection& one : inspection.reports) {
        if (!text.empty()) text += '\n';
        text += InspectionPage(taxonomy, language).page_of(one);
    }
    const Message skipped = {"Không đọc được ", "Not read: "};
    for (const source::Skipped& one : inspection.skipped) {
        text += skipped.in(language) + printable(one.path) + ": " +
                printable(one.reason.in(language)) + '\n';
    }
    return text;
}

}  // namespace commsearch::review
