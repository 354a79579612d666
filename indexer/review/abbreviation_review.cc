#include "indexer/review/abbreviation_review.h"

#include <algorithm>
#include <map>
#include <utility>

#include "analyzers/abbreviation/definitions.h"
#include "analyzers/base/unicode.h"
#include "analyzers/syllable/syllable.h"
#include "analyzers/word/segmenter.h"
#include "indexer/source/extract/raw_document.h"
#include "indexer/source/formats/document_readers.h"

namespace commsearch::review {
namespace {

constexpr std::size_t max_letters = 12;
constexpr std::size_t max_parts = 4;
constexpr std::size_t example_bytes = 60;  ///< on each side

/// What stands around the bytes [begin, end) of its line.
std::string example_of(std::string_view text, std::size_t begin, std::size_t end) {
    const std::size_t line_begin = text.rfind('\n', begin) + 1;  // npos + 1 is 0
    const std::size_t line_end = std::min(text.find('\n', end), text.size());
    std::size_t from = begin - std::min(begin - line_begin, example_bytes);
    while (from > line_begin && (static_cast<unsigned char>(text[from]) & 0xC0U) == 0x80U) --from;
    const std::string_view behind = truncate_utf8(text.substr(end, line_end - end), example_bytes);
    return printable(text.substr(from, end - from)) + printable(behind);
}

std::string place_of(const source::RawDocument& document, std::string_view text, std::size_t at) {
    const auto lines =
        std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
    return document.path + ':' + std::to_string(lines + 1);
}

/// True for letters that stand for words: not a numeral, not a word in capitals.
bool may_be_short_form(std::string_view written) {
    const std::string small = lower(written);
    const auto letters =
        static_cast<std::size_t>(std::count_if(written.begin(), written.end(), [](char byte) {
            return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
        }));
    return letters >= 2 && letters <= max_letters &&
           written.find_first_not_of("IVX") != std::string_view::npos &&
           written.find_first_of("0123456789") == std::string_view::npos &&
           !syllable::is_syllable(syllable::canonical_word(small));
}

/// Collects over all documents.
class Collector {
public:
    explicit Collector(const word::Abbreviations& known) : known_(known) {}

    void read(const source::RawDocument& document) {
        read_text(document, document.text);
        for (const source::RawDocument::StatedPassage& passage : document.passages) {
            read_text(document, passage.heading);
            read_text(document, passage.text);
        }
    }

    void finish(AbbreviationReview& review) {
        for (auto& [meaning, entry] : defined_) {
            const std::string& key = meaning.first;
            entry.is_ambiguous = known_.lists(key) || meanings_of(key) > 1;
            review.defined.push_back(std::move(entry));
        }
        for (auto& [key, entry] : used_) {
            if (entry.count < min_unexplained || explained_.contains(key)) continue;
            review.unexplained.push_back(std::move(entry));
        }
        for (auto* list : {&review.defined, &review.unexplained}) {
            std::stable_sort(list->begin(), list->end(),
                             [](const MissingAbbreviation& a, const MissingAbbreviation& b) {
                                 return a.count > b.count;
                             });
        }
    }

private:
    void read_text(const source::RawDocument& document, const std::string& text) {
        for (const abbreviation::Definition& definition : abbreviation::find_definitions(text)) {
            const std::string key = word::Abbreviations::key_of(definition.short_form);
            const std::string compound = word::Abbreviations::compound_of(definition.long_form);
            ++explained_[key];
            if (knows(key, compound)) continue;
            MissingAbbreviation& entry = defined_[{key, compound}];
            const bool shouts = lower(definition.long_form) != definition.long_form &&
                                is_all_upper(definition.long_form);
            if (entry.count == 0) entry.long_form = shouts ? compound : definition.long_form;
            count(entry, document, text, definition.begin, definition.short_form);
        }
        read_short_forms(document, text);
    }

    void read_short_forms(const source::RawDocument& document, const std::string& text) {
        const std::vector<word::Segment> words = word::segment(text);
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (!words[i].is_upper) continue;
            if (const std::size_t parts = known_parts(text, words, i); parts > 0) {
                i += parts - 1;
                continue;
            }
            const std::string written = text.substr(words[i].begin, words[i].end - words[i].begin);
            const std::string key = word::Abbreviations::key_of(written);
            if (!may_be_short_form(written) || known_.lists(key)) continue;
            count(used_[key], document, text, words[i].begin, written);
        }
    }

    /// How many words from `i` on make up a short form of the dictionary; 0 when none do.
    [[nodiscard]] std::size_t known_parts(std::string_view text,
                                          const std::vector<word::Segment>& words,
                                          std::size_t i) const {
        std::size_t parts = 1;
        while (parts < max_parts && i + parts < words.size() && words[i + parts].is_upper &&
               words[i + parts].begin - words[i + parts - 1].end <= 3) {
            ++parts;
        }
        for (; parts > 0; --parts) {
            const std::size_t end = words[i + parts - 1].end;
            if (known_.lists(
                    word::Abbreviations::key_of(text.substr(words[i].begin, end - words[i].begin))))
                return parts;
        }
        return 0;
    }

    static void count(MissingAbbreviation& entry, const source::RawDocument& document,
                      const std::string& text, std::size_t at, const std::string& written) {
        if (++entry.count > 1) return;
        entry.short_form = written;
        entry.place = place_of(document, text, at);
        entry.example = example_of(text, at, std::min(at + written.size(), text.size()));
    }

    [[nodiscard]] bool knows(const std::string& key, const std::string& compound) const {
        const std::span<const word::Sense> senses = known_.senses(key);
        return std::any_of(senses.begin(), senses.end(),
                           [&](const word::Sense& sense) { return sense.compound == compound; });
    }

    static bool is_all_upper(std::string_view text) {
        for (std::size_t at = 0; at < text.size();) {
            const CodePoint point = decode_at(text, at);
            if (is_letter(point.value) && !is_upper(point.value)) return false;
            at += point.size;
        }
        return true;
    }

    [[nodiscard]] std::size_t meanings_of(const std::string& key) const {
        return static_cast<std::size_t>(
            std::count_if(defined_.begin(), defined_.end(),
                          [&](const auto& other) { return other.first.first == key; }));
    }

    const word::Abbreviations& known_;
    std::map<std::pair<std::string, std::string>, MissingAbbreviation> defined_;  ///< key, compound
    std::map<std::string, MissingAbbreviation> used_;                             ///< key
    std::map<std::string, std::size_t> explained_;                                ///< key
};

}  // namespace

AbbreviationReview review_abbreviations(const std::vector<std::filesystem::path>& corpus_folders,
                                        const word::Abbreviations& known,
                                        const source::Extractors& extractors) {
    AbbreviationReview review;
    source::SourceListing listing = source::list_sources(corpus_folders);
    review.skipped = std::move(listing.skipped);
    Collector collector(known);
    for (const source::SourceFile& file : listing.files) {
        source::read_source(
            file, [&](const source::RawDocument& document) { collector.read(document); },
            [&](source::Skipped skipped) { review.skipped.push_back(std::move(skipped)); },
            extractors);
    }
    source::group_missing(review.skipped);
    collector.finish(review);
    return review;
}

}  // namespace commsearch::review
