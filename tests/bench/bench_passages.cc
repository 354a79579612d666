// bench_passages CORPUS OUT: the passages of a corpus as commsearch cuts them, so that every system
// of the benchmark indexes the same units. Writes into the folder OUT
//   passages.tsv  number, report, context, date, then a value number for each facet, title, text
//   contexts.tsv  what stands around passages: title, issuer, places, headings; one a line
//   values.tsv    facet, value number, label
// Numbers start at 1 (passages, contexts, values) and 0 (reports); tabs, line ends and backslashes
// within a text become blanks.

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>

#include "analyzers/base/message.h"
#include "indexer/report/parser/report_parser.h"
#include "indexer/report/places/gazetteer.h"
#include "indexer/source/extract/raw_document.h"
#include "indexer/source/source.h"

namespace {

using namespace commsearch;

constexpr std::array<std::string_view, 12> facets = {"commune", "district", "province", "year",
                                                     "quarter", "month",    "period",   "section",
                                                     "heading", "issuer",   "type",     "horizon"};

std::string one_line(std::string text) {
    for (char& byte : text) {
        if (byte == '\t' || byte == '\n' || byte == '\r' || byte == '\\') byte = ' ';
    }
    return text;
}

/// Labels as numbers, in the order of their first use.
class Numbers {
public:
    std::size_t of(const std::string& label) {
        return numbers_.try_emplace(label, numbers_.size() + 1).first->second;
    }
    [[nodiscard]] const std::unordered_map<std::string, std::size_t>& all() const {
        return numbers_;
    }

private:
    std::unordered_map<std::string, std::size_t> numbers_;
};

std::string place(const report::Commune& commune) { return commune.type + ' ' + commune.name; }

/// What commsearch lets a word of a query meet beside the text of a passage.
std::string context_of(const report::Report& report, const report::Section& section) {
    std::string text;
    const auto add = [&](const std::string& part) { text += " . " + part; };
    for (const std::string& heading : section.heading_path) add(heading);
    for (const std::string& part :
         {report.title, report.issuer, report.number, place(report.commune),
          report.commune.district, report.commune.province}) {
        add(part);
    }
    for (const report::Commune& successor : report.successors) {
        add(place(successor));
        if (successor.province != report.commune.province) add(successor.province);
    }
    for (const report::Commune& old : report.predecessors) {
        add(old.district);
        if (old.province != report.commune.province) add(old.province);
    }
    return one_line(text);
}

class PassageWriter {
public:
    explicit PassageWriter(const std::filesystem::path& folder) : folder_(folder) {
        std::filesystem::create_directories(folder);
        passages_ = open("passages.tsv");
        contexts_ = open("contexts.tsv");
    }

    void write(const report::Report& report) {
        for (const report::Section& section : report.sections) {
            if (section.passages.empty()) continue;
            const std::size_t context = context_number(context_of(report, section));
            std::string values;
            const auto labels = labels_of(report, section);
            for (std::size_t i = 0; i < facets.size(); ++i)
                values += std::to_string(values_.at(i).of(labels.at(i))) + '\t';
            for (const report::Passage& passage : section.passages) {
                passages_ << ++count_ << '\t' << reports_ << '\t' << context << '\t'
                          << report.date.number() << '\t' << values << one_line(report.title)
                          << '\t' << one_line(passage.text) << '\n';
                bytes_ += passage.text.size();
            }
        }
        ++reports_;
    }

    /// Ends the files; true when all of them are on their way to the disk.
    bool close() {
        std::ofstream values = open("values.tsv");
        for (std::size_t i = 0; i < facets.size(); ++i) {
            for (const auto& [label, number] : values_.at(i).all())
                values << facets.at(i) << '\t' << number << '\t' << one_line(label) << '\n';
        }
        passages_.close();
        contexts_.close();
        values.close();
        std::cout << "{\"reports\": " << reports_ << ", \"passages\": " << count_
                  << ", \"text_bytes\": " << bytes_ << "}\n";
        return passages_ && contexts_ && values;
    }

private:
    std::ofstream open(const std::string& name) const { return std::ofstream(folder_ / name); }

    std::size_t context_number(const std::string& context) {
        if (context != last_context_) {
            contexts_ << context << '\n';
            last_context_ = context;
            ++context_count_;
        }
        return context_count_;
    }

    static std::array<std::string, facets.size()> labels_of(const report::Report& report,
                                                            const report::Section& section) {
        const Month month = report.date.month();
        const std::string year = month.text().substr(0, 4);
        const std::string heading = section.heading_path.empty() ? "" : section.heading_path.back();
        return {place(report.commune) + ", " + report.commune.district,
                report.commune.district,
                report.commune.province,
                year,
                Period::of_quarter(month.year(), month.quarter()).text(),
                month.is_known() ? std::to_string(month.number()) : "",
                report.period.text(),
                section.topic,
                heading,
                std::string(report::slug(report.issuer_kind)),
                std::string(report::slug(report.type)),
                std::to_string(static_cast<int>(section.plan_or_result))};
    }

    std::filesystem::path folder_;
    std::ofstream passages_, contexts_;
    std::array<Numbers, facets.size()> values_;
    std::string last_context_ = "\n";
    std::size_t context_count_ = 0, reports_ = 0, count_ = 0, bytes_ = 0;
};

int write_passages(const char* corpus, const char* out) {
    const report::Gazetteer gazetteer;
    const report::Taxonomy taxonomy;
    PassageWriter writer(out);
    const auto skip = [](const source::Skipped& skipped) {
        throw Error(
            {skipped.path + ": " + skipped.reason.vi, skipped.path + ": " + skipped.reason.en});
    };
    for (const source::SourceFile& file : source::list_sources({corpus}).files) {
        source::read_source(
            file,
            [&](const source::RawDocument& document) {
                const report::Report report = report::parse_report(document, gazetteer, taxonomy);
                const bool is_empty =
                    std::all_of(report.sections.begin(), report.sections.end(),
                                [](const report::Section& s) { return s.passages.empty(); });
                if (!is_empty) writer.write(report);
            },
            skip);
    }
    if (writer.close()) return 0;
    std::cerr << "bench_passages: cannot write into " << out << ": is the disk full?\n";
    return 3;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::cerr << "usage: bench_passages CORPUS OUT\n";
        return 2;
    }
    try {
        return write_passages(argv[1], argv[2]);
    } catch (const commsearch::Error& error) {
        std::cerr << "bench_passages: " << error.message().en << '\n';
        return 3;
    }
}
