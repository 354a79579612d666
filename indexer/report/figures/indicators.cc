#include "indexer/report/figures/indicators.h"

#include <algorithm>
#include <array>
#include <utility>

#include "analyzers/base/unicode.h"
#include "indexer/report/text_scan.h"

namespace commsearch::report {
namespace {

constexpr std::size_t most_words = 40;

void append_phrase(std::string& text, std::string_view more) {
    if (more.empty()) return;
    if (!text.empty()) text += ' ';
    text += more;
}

/// What a unit measures, as people ask for it.
std::string_view measured_by(const Figure& figure) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> names = {
        {{"ha", "diện tích"},
         {"m2", "diện tích"},
         {"tấn", "sản lượng"},
         {"con", "đàn"},
         {"đồng", "số tiền"}}};
    const auto* const name = std::find_if(
        names.begin(), names.end(), [&](const auto& one) { return one.first == figure.unit; });
    return name == names.end() ? std::string_view() : name->second;
}

}  // namespace

IndicatorReader::IndicatorReader(FigureTokens tokens, std::span<const Quantity> quantities,
                                 std::string_view heading)
    : tokens_(tokens), quantities_(quantities), heading_(heading) {
    constexpr std::size_t longest_label = 12;
    const std::size_t limit = std::min(longest_label, quantities.empty() ? 0 : quantities[0].group);
    for (std::size_t i = 0; i < limit && !ends_sentence(tokens, i); ++i) {
        if (tokens[i].is(":")) label_ = {0, i};
        if (label_.end > 0) break;
    }
}

/// The first quantity of the fraction or range that `at` is in.
std::size_t IndicatorReader::group_begin(std::size_t at) const {
    while (at > 0 && quantities_[at - 1].group == quantities_[at].group) --at;
    return at;
}

/// From the last mark or quantity before it, over a colon, to the number.
IndicatorReader::Span IndicatorReader::left(std::size_t at, std::size_t begin) const {
    const std::size_t end = quantities_[at].group;
    const Span wide = wide_left(at, begin);
    std::size_t from = end;
    bool says_something = false;
    for (; from > wide.begin; --from) {
        const FigureToken& token = tokens_[from - 1];
        if (parts_clauses(token) && (!token.is(":") || says_something)) break;
        says_something = says_something || content({from - 1, from}) > 0;
    }
    return {from, end};
}

/// From the quantity before it, or the begin of its sentence, to the number.
IndicatorReader::Span IndicatorReader::wide_left(std::size_t at, std::size_t begin) const {
    const std::size_t first = group_begin(at);
    const std::size_t before = first > 0 ? quantities_[first - 1].next : 0;
    const std::size_t from = std::max(begin, before);
    return {from, std::max(from, quantities_[at].group)};
}

/// From behind the number, a counted noun included, to the next mark or quantity.
IndicatorReader::Span IndicatorReader::right(std::size_t at, std::size_t end) const {
    const Quantity& quantity = quantities_[at];
    std::size_t from = quantity.first + 1;
    const bool opens_pair =
        quantity.part == Quantity::Part::numerator || quantity.part == Quantity::Part::low;
    if (opens_pair && at + 1 < quantities_.size()) from = quantities_[at + 1].first + 1;
    if (quantity.kind != UnitKind::count) from = std::max(from, quantity.next);
    const auto next =
        std::find_if(quantities_.begin() + static_cast<std::ptrdiff_t>(at) + 1, quantities_.end(),
                     [&](const Quantity& other) { return other.group != quantity.group; });
    const std::size_t limit = next == quantities_.end() ? end : std::min(end, next->group);
    std::size_t to = std::min(from, limit);
    while (to < limit && !ends_sentence(tokens_, to) &&
           (!parts_clauses(tokens_[to]) || to < quantity.next))
        ++to;
    return {std::min(from, to), to};
}

/// Words that say what is counted.
std::size_t IndicatorReader::content(Span span) const {
    std::size_t count = 0;
    for (std::size_t i = span.begin; i < span.end;) {
        const std::size_t filler = cue_at(tokens_, i, CueSet(Cue::filler, Cue::money));
        if (filler == 0 && tokens_[i].is_word()) ++count;
        i += std::max<std::size_t>(filler, 1);
    }
    return count;
}

std::string IndicatorReader::words(Span span) const {
    std::string text;
    for (std::size_t i = span.begin; i < span.end && i - span.begin < most_words; ++i) {
        const FigureToken& token = tokens_[i];
        if (token.is_mark() && token.text != "%") continue;
        const bool joined = token.glued && i > span.begin && tokens_[i - 1].is_word();
        if (!text.empty() && !joined) text += ' ';
        text += token.text;
    }
    return text;
}

/// The clause that opens its sentence, which tells who and what, and the one before it.
std::string IndicatorReader::sentence_context(std::size_t at, std::size_t begin,
                                              std::size_t end) const {
    std::string text;
    const std::size_t first = group_begin(at);
    if (first == 0 || quantities_[first - 1].first < begin) return text;
    const auto opening = static_cast<std::size_t>(
        std::partition_point(quantities_.begin(), quantities_.end(),
                             [&](const Quantity& one) { return one.first < begin; }) -
        quantities_.begin());
    append_phrase(text, words(wide_left(opening, begin)));
    append_phrase(text, words(right(opening, end)));
    const std::size_t previous = group_begin(first - 1);
    if (previous == opening) return text;
    append_phrase(text, words(wide_left(previous, begin)));
    append_phrase(text, words(right(first - 1, end)));
    return text;
}

void IndicatorReader::name(Figure& figure, std::size_t at, std::size_t begin,
                           std::size_t end) const {
    constexpr std::size_t enough = 3;    // a clause of so many words needs none before it
    constexpr std::size_t complete = 5;  // nor the rest of its sentence
    Span before = left(at, begin);
    const Span wide = wide_left(at, begin);
    const Span behind = right(at, end);
    std::size_t found = content(before) + content(behind);
    if (found < enough) {
        before = wide;
        found = content(before) + content(behind);
    }
    figure.indicator = words(before);
    append_phrase(figure.indicator, words(behind));
    if (found < enough) append_phrase(figure.indicator, words(listed_behind(behind, end)));
    // What the marks cut off: "Đường trung tâm xã, mức đầu tư 7.798 triệu đồng".
    if (before.begin > wide.begin) append_phrase(figure.context, words({wide.begin, before.begin}));
    if (found < complete || content(before) == 0)
        append_phrase(figure.context, sentence_context(at, begin, end));
    complete_own(figure, at);
    if (label_.end > 0 && before.begin >= label_.end) append_phrase(figure.context, words(label_));
    append_phrase(figure.context, heading_);
}

/// The things named together with the counted one: "25 pano, băng zôn và khẩu hiệu".
IndicatorReader::Span IndicatorReader::listed_behind(Span behind, std::size_t end) const {
    std::size_t to = behind.end;
    if (to >= end || !tokens_[to].is(",")) return {to, to};
    for (++to; to < end && !parts_clauses(tokens_[to]) && !ends_sentence(tokens_, to); ++to) {
        if (tokens_[to].is_number()) return {behind.end, behind.end};
    }
    return {behind.end, to};
}

/// What the role and the unit say: "tỷ lệ", "so với kế hoạch", "diện tích".
void IndicatorReader::complete_own(Figure& figure, std::size_t at) const {
    const Quantity& quantity = quantities_[at];
    std::string& words_ = figure.indicator;
    const bool rate = figure.unit == "%" &&
                      (figure.role == FigureRole::actual || figure.role == FigureRole::share);
    const std::string key = lower(words_);
    const auto says = [&](std::string_view phrase) { return key.find(phrase) != key.npos; };
    if (rate && !says("tỷ lệ")) words_.insert(0, "tỷ lệ ");
    if (figure.role == FigureRole::of_plan && !says("so với")) {
        const bool budget = says("dự toán");
        const bool target = says("chỉ tiêu");
        append_phrase(words_, budget   ? "so với dự toán"
                              : target ? "so với chỉ tiêu"
                                       : "so với kế hoạch");
    }
    const std::size_t per = figure.unit.find('/');
    if (per != std::string::npos)
        append_phrase(figure.context, "mỗi " + figure.unit.substr(per + 1));
    // "19 Hv": the word that the short form stands for.
    if (quantity.kind == UnitKind::count && !says(figure.unit)) append_phrase(words_, figure.unit);
    const std::string_view measured = measured_by(figure);
    if (!measured.empty() && !says(measured)) append_phrase(figure.context, measured);
    if (quantity.part == Quantity::Part::low) append_phrase(words_, "(thấp nhất)");
    if (quantity.part == Quantity::Part::high) append_phrase(words_, "(cao nhất)");
}

}  // namespace commsearch::report
