#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "tests/generator/generator_report.h"

namespace commsearch {

enum class CorpusFormat : std::uint8_t { txt, jsonl };

struct CorpusPlan {
    std::filesystem::path templates;     ///< folder of *.tmpl
    std::filesystem::path dictionaries;  ///< folder of units_before_2025_07.tsv
    std::size_t communes = 10;
    int months = 12;
    std::uint64_t seed = 1;
    YearMonth first{2020, 1};
};

/// "2020-01"; throws Error when it is something else.
[[nodiscard]] YearMonth read_year_month(const std::string& text);

/// Called for each report; the references live as long as the call.
using UseReport = std::function<void(const ReportSubject&, const MadeReport&)>;

/// Makes one report for each commune and month, commune by commune. The same plan gives the same
/// reports, byte for byte, on every machine; a plan with more communes begins with those of the
/// smaller one. Throws Error for what cannot be read, and when the months go beyond June 2025,
/// when these communes ended.
void generate_corpus(const CorpusPlan& plan, const UseReport& use);

/// Writes the reports: <out>/<province>/<commune>-<code>/<yyyy-mm>.txt, or all as lines of
/// <out>/reports.jsonl. Throws Error when a file cannot be written.
class CorpusWriter {
public:
    CorpusWriter(std::filesystem::path out, CorpusFormat format);
    ~CorpusWriter();
    CorpusWriter(const CorpusWriter&) = delete;
    CorpusWriter& operator=(const CorpusWriter&) = delete;

    void write(const ReportSubject& subject, const MadeReport& report);
    /// To be called at the end; a destructor could not tell of a full disk.
    void close();

private:
    struct Stream;
    std::filesystem::path out_;
    CorpusFormat format_;
    std::unique_ptr<Stream> lines_;
};

}  // namespace commsearch
