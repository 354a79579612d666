#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/generator/generator_random.h"
#include "tests/generator/generator_subject.h"
#include "tests/generator/generator_templates.h"

namespace commsearch {

/// Fills the slots of phrases for one report. All references must outlive it.
class Renderer {
public:
    Renderer(const TemplateBook& book, const ZipfLaw& zipf, const ReportSubject& subject,
             Random& random)
        : book_(book), zipf_(zipf), subject_(subject), random_(random) {}

    /// Appends the phrase as a sentence of its own: within it no village and no item is named
    /// twice if that can be avoided. False when a figure of the period is zero, so that there is
    /// nothing to tell; `out` is then as it was.
    bool sentence(const Phrase& phrase, std::string& out);

    /// The names of `count` different villages of the commune, with their kind.
    [[nodiscard]] std::vector<std::string> village_names(std::size_t count);
    /// "thôn", "bản", "ấp" …: what the commune calls its villages.
    [[nodiscard]] std::string village_kind();

private:
    void append(const Phrase& phrase, std::string& out);
    void append_piece(const PhrasePart& piece, std::string& out);
    void append_number(const PhrasePart& piece, std::string& out);
    void append_figure(const PhrasePart& piece, std::string& out);
    void append_count(std::int64_t count, std::string& out) const;
    void append_tenths(std::int64_t tenths, std::string& out) const;
    void append_percent(const PhrasePart& piece, std::string& out) const;
    void append_money(std::int64_t tenths_of_million, std::string& out);
    void append_abbreviation(int index, std::string& out);
    void append_item(int list, std::string& out);
    void append_entity(int list, std::uint32_t index, std::string& out);
    void append_word(ReportWord word, std::string& out);
    void append_date(int day, int month, int year, std::string& out) const;
    void append_past_date(std::string& out);
    void append_rare_syllable(std::string& out);
    [[nodiscard]] std::string item_text(std::string_view list);
    /// A rank that was not drawn for `key` in this sentence, unless five draws do not find one.
    std::uint32_t fresh(int key, std::uint32_t ranks);

    const TemplateBook& book_;
    const ZipfLaw& zipf_;
    const ReportSubject& subject_;
    Random& random_;
    std::vector<std::pair<int, std::uint32_t>> drawn_;
    bool nothing_to_tell_ = false;
};

}  // namespace commsearch
