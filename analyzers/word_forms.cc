#include "analyzers/word_forms.h"

#include "analyzers/segmenter.h"
#include "analyzers/syllable.h"
#include "analyzers/unicode.h"

namespace commsearch {
namespace {

/// Words remembered at most; a text of noise must not fill the memory.
constexpr std::size_t max_forms = 200'000;

}  // namespace

const WordForm& WordForms::form_of(std::string_view written, bool is_number) {
    const auto known = forms_.find(written);
    if (known != forms_.end()) return known->second;
    WordForm form;
    if (is_number) {
        form.term = canonical_number(written);
        form.is_bare = true;
    } else {
        if (abbreviations_.senses(Abbreviations::key_of(written)).empty())
            form.glued_border = static_cast<std::uint32_t>(glued_word_border(written).value_or(0));
        form.term = canonical_word(lower(written));
        form.is_syllable = commsearch::is_syllable(form.term);
        const std::string_view behind_first = written.substr(decode_at(written, 0).size);
        form.has_inner_capital = lower(behind_first) != behind_first;
    }
    form.bare = bare(form.term);
    form.number = abbreviations_.syllable_number(form.bare);
    form.is_bare = form.bare == form.term;
    return forms_.emplace(std::string(written), std::move(form)).first->second;
}

std::vector<Piece> WordForms::pieces_of(std::string_view nfc_text) {
    if (forms_.size() > max_forms) forms_.clear();
    const std::vector<Segment> segments = segment(nfc_text);
    std::vector<Piece> pieces;
    pieces.reserve(segments.size());
    for (const Segment& part : segments) {
        const std::string_view written = nfc_text.substr(part.begin, part.end - part.begin);
        const WordForm& form = form_of(written, part.is_number);
        if (form.glued_border == 0) {
            pieces.push_back(
                {&form, part.begin, part.end, part.is_number, part.is_upper, part.starts_anew});
            continue;
        }
        const std::uint32_t border = part.begin + form.glued_border;
        const WordForm& head = form_of(written.substr(0, form.glued_border), false);
        const WordForm& tail = form_of(written.substr(form.glued_border), false);
        const bool head_upper =
            lower(head.term) != written.substr(0, form.glued_border) && !head.is_syllable;
        pieces.push_back({&head, part.begin, border, false, head_upper, part.starts_anew});
        pieces.push_back({&tail, border, part.end, false, false, false});
    }
    return pieces;
}

}  // namespace commsearch
