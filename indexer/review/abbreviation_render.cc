#include <nlohmann/json.hpp>

#include "analyzers/base/message.h"
#include "analyzers/base/unicode.h"
#include "indexer/review/abbreviation_review.h"

namespace commsearch::review {
namespace {

std::string row_of(const MissingAbbreviation& entry) {
    return entry.short_form + '\t' + entry.long_form + "\tgeneral\t" +
           (entry.is_ambiguous ? "yes" : "no") + "\t\t\n";
}

std::string remark_of(const MissingAbbreviation& entry, Language language) {
    const Message times = {" lần, đầu tiên ở ", " times, first in "};
    return "# " + std::to_string(entry.count) + times.in(language) + printable(entry.place) +
           ": … " + entry.example + " …\n";
}

nlohmann::ordered_json json_of(const std::vector<MissingAbbreviation>& entries) {
    auto list = nlohmann::ordered_json::array();
    for (const MissingAbbreviation& entry : entries) {
        list.push_back({{"abbreviation", entry.short_form},
                        {"expansion", entry.long_form},
                        {"ambiguous", entry.is_ambiguous},
                        {"count", entry.count},
                        {"place", entry.place},
                        {"example", entry.example}});
    }
    return list;
}

}  // namespace

std::string review_table(const AbbreviationReview& review, Language language) {
    const Message defined = {"# Báo cáo có giải thích, từ điển chưa có: ",
                             "# Explained by reports, not in the dictionary: "};
    const Message unexplained = {"# Không báo cáo nào giải thích; điền dạng đầy đủ rồi bỏ dấu #: ",
                                 "# Explained nowhere; fill in the long form and remove the #: "};
    const Message skipped = {"# Bỏ qua ", "# Skipped "};
    std::string text(word::abbreviation_columns);
    text += '\n' + defined.in(language) + std::to_string(review.defined.size()) + '\n';
    for (const MissingAbbreviation& entry : review.defined)
        text += remark_of(entry, language) + row_of(entry);
    text += unexplained.in(language) + std::to_string(review.unexplained.size()) + '\n';
    for (const MissingAbbreviation& entry : review.unexplained)
        text += remark_of(entry, language) + '#' + row_of(entry);
    for (const source::Skipped& one : review.skipped) {
        text += skipped.in(language) + printable(one.path) + ": " +
                printable(one.reason.in(language)) + '\n';
    }
    return text;
}

std::string review_json(const AbbreviationReview& review, Language language) {
    nlohmann::ordered_json document;
    document["version"] = 1;
    document["defined"] = json_of(review.defined);
    document["unexplained"] = json_of(review.unexplained);
    document["skipped"] = nlohmann::ordered_json::array();
    for (const source::Skipped& one : review.skipped)
        document["skipped"].push_back({{"path", one.path}, {"reason", one.reason.in(language)}});
    constexpr int indent = 2;
    return document.dump(indent, ' ', false, nlohmann::ordered_json::error_handler_t::replace) +
           '\n';
}

}  // namespace commsearch::review
