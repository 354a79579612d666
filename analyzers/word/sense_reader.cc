#include "analyzers/word/sense_reader.h"

#include <algorithm>

#include "analyzers/base/normal_form.h"
#include "analyzers/base/unicode.h"
#include "analyzers/syllable/syllable.h"
#include "analyzers/word/abbreviations.h"
#include "analyzers/word/segmenter.h"

namespace commsearch::word {
namespace {

using Column = AbbreviationColumn;

bool has_small_letter(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        if (is_letter(point.value) && !is_upper(point.value)) return true;
        at += point.size;
    }
    return false;
}

/// Reads the column context_cues into a meaning: items parted by commas or semicolons, "HS giỏi",
/// "# KH" or, without the short form, words near it; "*" marks the usual meaning.
class CueReader {
public:
    explicit CueReader(Sense& sense)
        : sense_(sense),
          own_key_(Abbreviations::key_of(sense.written)),
          own_is_upper_(!has_small_letter(sense.written)) {}

    void read(std::string_view field) {
        const std::string text = nfc(field);
        std::size_t at = 0;
        for (const Segment& part : segment(text)) {
            if (part.begin < at) continue;
            read_signs(std::string_view(text).substr(at, part.begin - at));
            at = part.end;
            // "đ/c" is cut at its stroke, but goes to the end of the word as one.
            const std::size_t end = std::min(text.find_first_of(" ,;", part.begin), text.size());
            if (cue_.place == Cue::nowhere && part.is_upper == own_is_upper_ &&
                is_own(std::string_view(text).substr(part.begin, end - part.begin))) {
                cue_.place = cue_.words.size();
                at = end;
            } else {
                const std::string word = text.substr(part.begin, part.end - part.begin);
                cue_.words.push_back(syllable::canonical_word(lower(word)));
            }
        }
        read_signs(std::string_view(text).substr(at));
        finish_item();
    }

private:
    [[nodiscard]] bool is_own(std::string_view word) const {
        return Abbreviations::key_of(word) == own_key_;
    }

    void read_signs(std::string_view between) {
        for (const char sign : between) {
            if (sign == '#' || sign == '^') cue_.words.emplace_back(1, sign);
            if (sign == '*') sense_.is_usual = true;
            if (sign == ',' || sign == ';') finish_item();
        }
    }

    void finish_item() {
        if (!cue_.words.empty()) sense_.cues.push_back(std::move(cue_));
        cue_ = {};
    }

    Sense& sense_;
    std::string own_key_;
    bool own_is_upper_;
    Cue cue_;
};

}  // namespace

bool is_marked(std::string_view spelling) {
    const std::size_t mark = spelling.find_first_of("/.-&");
    return mark != std::string_view::npos && mark + 1 < spelling.size();
}

bool is_spelling(std::string_view variant, std::string_view key) {
    if (Abbreviations::key_of(variant) == key) return true;
    return !variant.empty() && variant.find(' ') == std::string_view::npos &&
           !has_small_letter(variant);
}

Sense sense_of(const TsvRow& row) {
    Sense sense;
    sense.written = nfc(row.fields[Column::abbreviation]);
    sense.compound = Abbreviations::compound_of(row.fields[Column::expansion]);
    for (const std::string_view word : split(sense.compound, ' ')) sense.words.emplace_back(word);
    sense.domain = std::string(row.fields[Column::domain]);
    CueReader(sense).read(row.fields[Column::context_cues]);
    sense.any_case = has_small_letter(sense.written);
    sense.after_number = sense.domain == "unit" || row.fields[Column::context_cues].find(
                                                       "after a number") != std::string_view::npos;
    return sense;
}

}  // namespace commsearch::word
