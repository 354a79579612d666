#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tests/generator/generator_random.h"
#include "tests/generator/generator_renderer.h"
#include "tests/generator/generator_subject.h"
#include "tests/generator/generator_templates.h"
#include "tests/generator/generator_typos.h"

namespace commsearch {

/// One made report with what a JSONL line states of it.
struct MadeReport {
    std::string title, issuer, date, period;
    std::string text;  ///< the whole paper, '\n' line ends; NFD in about one of 150
    /// Words of each passage, cut as the indexer does: at headings, or at a line end from 60 words.
    std::vector<std::uint32_t> passages;
};

/// Writes one report. All references must outlive it.
class ReportComposer {
public:
    ReportComposer(const TemplateBook& book, const ZipfLaw& zipf, const ReportSubject& subject,
                   std::uint64_t seed)
        : book_(book),
          subject_(subject),
          random_(seed),
          renderer_(book, zipf, subject, random_),
          typos_(mixed(seed, 1), 300) {}

    [[nodiscard]] MadeReport compose();

private:
    /// A topic of the outline and how many paragraphs it gets.
    struct Share {
        const OutlineLine* line = nullptr;
        const std::vector<GuardedPhrase>* templates = nullptr;
        std::vector<std::size_t> order;  ///< of templates that may be used, favourites first
        std::size_t paragraphs = 1;
    };

    [[nodiscard]] std::vector<Share> shares_of(const std::vector<OutlineLine>& outline);
    [[nodiscard]] Share share_of(const OutlineLine& line);
    void spread_paragraphs(std::vector<Share>& shares);
    void write_head(MadeReport& report);
    void write_body(const std::vector<Share>& shares);
    void write_foot();
    void write_heading(const OutlineLine& line, bool run_in);
    void write_paragraphs(Share& share, bool run_in);
    [[nodiscard]] std::string paragraph(Share& share, std::size_t wanted_words);
    [[nodiscard]] static const GuardedPhrase& taken_template(Share& share, std::size_t words,
                                                             std::size_t wanted_words);
    void write_line(std::string_view line, std::string_view prefix);
    void write_lines(const std::string& name);
    [[nodiscard]] std::string one_of(const std::string& name);
    [[nodiscard]] std::string number_of(int level);
    [[nodiscard]] std::string filled(const Phrase& phrase);
    void end_passage();
    void add_words(std::string_view line);

    const TemplateBook& book_;
    const ReportSubject& subject_;
    Random random_;
    Renderer renderer_;
    TypoMaker typos_;
    std::string text_;
    std::string office_;
    std::array<int, 4> counters_{};
    std::vector<std::uint32_t> passages_;
    std::uint32_t words_ = 0;
};

}  // namespace commsearch
