#include "indexer/report/figures/figure_line.h"

#include <algorithm>
#include <array>

#include "analyzers/base/unicode.h"
#include "analyzers/base/utf8.h"
#include "analyzers/word/segmenter.h"
#include "indexer/report/text_scan.h"

namespace commsearch::report {
namespace {

/// The longest phrase at `at` for which `fits` holds, and its tokens.
template <typename Fits>
std::pair<const LexiconPhrase*, std::size_t> phrase_at(FigureTokens tokens, std::size_t at,
                                                       Fits fits) {
    if (at >= tokens.size() || tokens[at].entry == nullptr) return {nullptr, 0};
    for (const LexiconPhrase& phrase : *tokens[at].entry) {
        const std::size_t size = phrase.rest.size() + 1;
        if (at + size > tokens.size()) continue;
        const bool same = std::equal(
            phrase.rest.begin(), phrase.rest.end(),
            tokens.begin() + static_cast<std::ptrdiff_t>(at) + 1,
            [](std::string_view word, const FigureToken& token) { return token.key == word; });
        if (same && fits(phrase)) return {&phrase, size};
    }
    return {nullptr, 0};
}

}  // namespace

FigureLine::FigureLine(std::string_view line) : text_(line) {
    const std::vector<word::Segment> segments = word::segment(line);
    tokens_.reserve(segments.size() + segments.size() / 2);
    std::vector<std::size_t> borders;
    std::size_t at = 0;
    for (const word::Segment& segment : segments) {
        add_marks(at, segment.begin);
        FigureToken token;
        token.begin = segment.begin;
        token.end = segment.end;
        token.text = line.substr(segment.begin, segment.end - segment.begin);
        token.kind = segment.is_number ? FigureToken::Kind::number : FigureToken::Kind::word;
        token.glued = !tokens_.empty() && tokens_.back().end == segment.begin;
        token.capital = !segment.is_number && is_upper(decode_at(token.text, 0).value);
        if (!segment.is_number) append_lower(lower_, token.text);
        borders.resize(tokens_.size(), lower_.size());
        borders.push_back(lower_.size());
        tokens_.push_back(token);
        at = segment.end;
    }
    add_marks(at, line.size());
    std::size_t begin = 0;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
        FigureToken& token = tokens_[i];
        token.key = token.text;
        if (token.is_word()) {
            token.key = std::string_view(lower_).substr(begin, borders[i] - begin);
            begin = borders[i];
        }
        if (!token.is_number()) token.entry = lexicon_entry(token.key);
    }
}

void FigureLine::add_marks(std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end;) {
        const CodePoint point = decode_at(text_, at);
        if (!is_space(point.value) && !is_ignorable(point.value)) {
            FigureToken mark;
            mark.begin = static_cast<std::uint32_t>(at);
            mark.end = static_cast<std::uint32_t>(std::min(at + point.size, end));
            mark.text = text_.substr(at, mark.end - mark.begin);
            mark.glued = !tokens_.empty() && tokens_.back().end == at;
            tokens_.push_back(mark);
        }
        at += point.size;
    }
}

std::size_t cue_at(FigureTokens tokens, std::size_t at, CueSet cues) {
    return phrase_at(tokens, at, [&](const auto& phrase) { return phrase.cues.meets(cues); })
        .second;
}

std::size_t cue_before(FigureTokens tokens, std::size_t end, CueSet cues) {
    constexpr std::size_t longest = 4;
    for (std::size_t size = std::min(longest, end); size > 0; --size) {
        if (cue_at(tokens.first(end), end - size, cues) == size) return end - size;
    }
    return end;
}

UnitAt unit_at(FigureTokens tokens, std::size_t at) {
    const auto [phrase, size] =
        phrase_at(tokens, at, [](const auto& one) { return one.unit != nullptr; });
    if (phrase == nullptr) return {};
    // A longer phrase that is no unit hides it: "xuất khẩu" is no "xuất".
    if (cue_at(tokens, at, CueSet(Cue::no_unit)) > size) return {};
    return {phrase->unit, size};
}

bool ends_sentence(FigureTokens tokens, std::size_t at) {
    const FigureToken& token = tokens[at];
    if (!token.is_mark()) return false;
    if (token.text == "?" || token.text == "!" || token.text == "…") return true;
    if (token.text != ".") return false;
    if (at + 1 >= tokens.size()) return true;
    const FigureToken& next = tokens[at + 1];
    if (next.is_mark()) return false;
    constexpr std::array<std::string_view, 5> short_forms = {"tp", "tx", "tt", "q", "h"};
    const bool short_form =  // "TP. Hồ Chí Minh"
        at > 0 && token.glued && tokens[at - 1].capital &&
        is_one_of(tokens[at - 1].key, short_forms);
    return !short_form && (!next.glued || next.capital);
}

bool parts_clauses(const FigureToken& token) {
    if (!token.is_mark()) return false;
    if (token.text == "-" || token.text == "–" || token.text == "+") return !token.glued;
    return token.text == "," || token.text == ";" || token.text == ":" || token.text == "(" ||
           token.text == ")";
}

}  // namespace commsearch::report
