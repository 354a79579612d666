#include "searcher/render/citation.h"

#include "analyzers/name/period_label.h"
#include "analyzers/value/date.h"
#include "searcher/facets/facet_labels.h"

namespace commsearch::render {
namespace {

/// What a heading above the last one is cited by: its number ("II. KINH TẾ" -> "II"), or all of it
/// when it has none.
std::string heading_number_of(const std::string& heading) {
    constexpr std::size_t longest_number = 8;  // "XVIII.", "1.2.3.4."
    const std::string first = heading.substr(0, heading.find(' '));
    const std::size_t end = first.find_last_not_of(".)/") + 1;
    const bool numbered = end > 0 && end < first.size() && first.size() <= longest_number;
    return numbered ? first.substr(0, end) : heading;
}

std::string kind_of(const schema::ReportDescription& about) {
    if (about.type == "bao-cao") return "BC";
    const std::string label = facets::type_label(about.type);
    return label.empty() ? "Văn bản" : label;
}

/// "ngày 10/10/2023", "tháng 10/2023", "năm 2023"
std::string dated(Date date) {
    const std::string text = date.day_first_text();
    if (date.is_whole()) return "ngày " + text;
    return (date.month().is_known() ? "tháng " : "năm ") + text;
}

}  // namespace

std::string shown_date(std::uint32_t date) { return Date::of_number(date).day_first_text(); }

std::string shown_signers(const schema::ReportDescription& about, bool is_short) {
    std::string text;
    for (const schema::SignerDescription& signer : about.signers) {
        std::string one = signer.name;
        if (!signer.office.empty() && (!is_short || one.empty()))
            one.insert(0, signer.office + (one.empty() ? "" : " "));
        if (!one.empty()) text += (text.empty() ? "" : ", ") + one;
    }
    return text;
}

std::string heading_line(const std::vector<std::string>& path) {
    std::string line;
    for (std::size_t i = 0; i < path.size(); ++i) {
        const std::string part = i + 1 < path.size() ? heading_number_of(path[i]) : path[i];
        if (part.empty()) continue;
        if (!line.empty()) line += " › ";
        line += part;
    }
    return line;
}

std::vector<Fragment> heading_fragments(const PassageHit& passage) {
    const std::string line = heading_line(passage.heading_path);
    if (line.empty()) return {};
    if (passage.marked_headings.empty()) return {{line, false}};
    std::vector<Fragment> fragments = passage.marked_headings.back();
    const std::string above = line.substr(0, line.size() - passage.heading_path.back().size());
    if (above.empty()) return fragments;
    if (fragments.front().hit) fragments.insert(fragments.begin(), Fragment{});
    fragments.front().text.insert(0, above);
    return fragments;
}

std::string citation(const ReportHit& report, const PassageHit& passage) {
    const schema::ReportDescription& about = report.about;
    std::string text = kind_of(about);
    if (!about.number.empty()) text += " số " + about.number;
    if (about.date > 0) text += ", " + dated(Date::of_number(about.date));
    const std::string& place = about.commune.empty() ? about.issuer : about.commune;
    if (!place.empty()) text += ", " + place;
    std::string heading = heading_line(passage.heading_path);
    heading.erase(heading.find_last_not_of(":. ") + 1);
    if (!heading.empty()) text += ", mục " + heading;
    return text;
}

Message reported_period(std::string_view period) {
    if (period.empty()) return {};
    const Message label = name::period_label(period);
    return {"kỳ " + label.vi, "period: " + label.en};
}

}  // namespace commsearch::render
