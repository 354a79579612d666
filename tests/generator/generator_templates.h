#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace commsearch {

/// Kinds of country that differ in crops, villages and names.
enum class Landscape : std::uint8_t { delta, mountain, central, highlands, south };
inline constexpr std::size_t region_count = 5;

/// Where and when a line of a template may be used.
struct Guard {
    std::uint16_t months = 0xFFF;  ///< bit 0: January
    std::uint8_t regions = 0x1F;   ///< bit of Landscape
    int first_year = 0;
    int last_year = 9999;

    [[nodiscard]] bool allows(int year, int month, Landscape region) const {
        return year >= first_year && year <= last_year && ((months >> (month - 1)) & 1) != 0 &&
               ((regions >> static_cast<int>(region)) & 1) != 0;
    }
};

/// What stands in a slot; `first` and `second` of PhrasePart mean what the comment says.
enum class Slot : std::uint8_t {
    literal,        ///< text
    choice,         ///< alternatives
    number,         ///< a count between first and second
    plain_number,   ///< the same, without leading zero and thousands dot
    scaled_number,  ///< a monthly count, taken times the months of the period
    scaled_amount,  ///< the same, without leading zero
    decimal,        ///< one decimal, between first and second
    money,          ///< between first and second million đồng
    figure,         ///< figure first, of the period
    figure_total,   ///< figure first, since January
    figure_tenths,  ///< figure first divided by ten
    percent,        ///< figure first of figure second
    abbreviation,   ///< abbreviation first, short or long
    list,           ///< an item of list first
    entity,         ///< one of `second` lasting things of the commune, named by list first
    word,           ///< word first of the report (dates, names of places)
    years,          ///< the year of the report minus first
    next_years,     ///< the year of the next period minus first
};
enum class SlotCase : std::uint8_t { as_is, capital, upper };

struct PhrasePart;
using Phrase = std::vector<PhrasePart>;
struct PhrasePart {
    Slot slot = Slot::literal;
    SlotCase letter_case = SlotCase::as_is;
    bool first_total = false;   ///< of percent: since January
    bool second_total = false;  ///< of percent: since January
    std::int32_t first = 0;
    std::int32_t second = 0;
    std::string text;
    std::vector<Phrase> alternatives;
};

struct GuardedPhrase {
    Guard guard;
    Phrase phrase;
    std::size_t words = 0;  ///< about
};

/// Items a slot draws from, per month.
struct ItemList {
    std::vector<GuardedPhrase> items;
    std::array<std::vector<std::uint32_t>, 12> of_month;
};

struct Abbreviation {
    std::string long_form;
    std::vector<std::string> short_forms;
};

/// One topic of sections.tsv.
struct TemplateTopic {
    std::string slug;
    Guard guard;
    std::vector<Phrase> headings;
    std::vector<GuardedPhrase> past;
    std::vector<GuardedPhrase> plan;
};

struct OutlineLine {
    int level = 0;   ///< 0: A, B; 1: I, II; 2: 1, 2; 3: 1.1, 1.2
    Phrase heading;  ///< empty when a topic names it
    int topic = -1;  ///< of TemplateBook::topics
    bool plan = false;
};

/// Words that a report fixes; word_names in the .cc holds the names of their slots.
enum class ReportWord : std::uint8_t {
    in_period,
    in_period_low,
    period,
    period_title,
    next_period,
    next_title,
    next_unit,
    year,
    next_year,
    last_year,
    school_year,
    commune,
    district,
    dist,
    dist_name,
    dist_party,
    dist_code,
    kind,
    office,
    council_term,
    party_term,
    front_term,
    number,
    sign_day,
    sign_month,
    // made anew each time:
    village,
    day,
    next_day,
    past_date,
    past_year,
    rare
};
inline constexpr auto fixed_words = static_cast<std::size_t>(ReportWord::village);

/// All of corpus/templates/*.tmpl, understood.
struct TemplateBook {
    std::vector<std::string> list_names;  ///< without region
    std::vector<std::array<ItemList, region_count>> lists;
    std::vector<Abbreviation> abbreviations;
    std::vector<TemplateTopic> topics;
    std::map<std::string, std::vector<OutlineLine>, std::less<>> outlines;
    std::map<std::string, std::vector<Phrase>, std::less<>> lines;

    /// Throws Error when the book has no such thing.
    [[nodiscard]] int list(std::string_view name) const;
    [[nodiscard]] const std::vector<Phrase>& lines_of(const std::string& name) const;
    [[nodiscard]] const std::vector<OutlineLine>& outline_of(const std::string& name) const;
    [[nodiscard]] std::size_t sentence_templates() const;
};

enum class ToneStyle : std::uint8_t { old_style, new_style };

/// The text of every .tmpl file of a folder, by file name. Throws Error when there is none.
using TemplateFiles = std::map<std::string, std::string>;
[[nodiscard]] TemplateFiles read_template_files(const std::filesystem::path& folder);

/// `figure_names` are what slots may name besides lists and abbreviations. Throws Error naming
/// file and line of what it does not understand.
[[nodiscard]] TemplateBook read_templates(const TemplateFiles& files,
                                          const std::vector<std::string>& figure_names,
                                          ToneStyle style);

}  // namespace commsearch
