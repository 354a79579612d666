#include "searcher/interpret/words_reader.h"

#include <algorithm>
#include <utility>

#include "analyzers/base/unicode.h"
#include "analyzers/name/period_label.h"
#include "analyzers/name/place_name.h"
#include "analyzers/value/place_id.h"
#include "indexer/schema/schema.h"
#include "searcher/query/query_fields.h"

namespace commsearch::interpret {
namespace {

using query::Field;
using query::QueryNode;
using Effect = Reading::Effect;
using Role = QueryNode::Role;

std::string filter_text(Field field, const std::string& value) {
    return std::string(query::query_field(field).name) + ":\"" + value + '"';
}

/// `query` with what stands at `range` replaced, blanks around it made one.
std::string replaced(std::string_view query, SourceRange range, std::string_view text) {
    std::string before(query.substr(0, range.begin));
    std::string_view behind = query.substr(range.end);
    while (!before.empty() && (before.back() == ' ' || (text.empty() && before.back() == ',')))
        before.pop_back();
    while (behind.starts_with(' ') || (before.empty() && behind.starts_with(',')))
        behind.remove_prefix(1);
    std::string out = std::move(before);
    for (const std::string_view part : {text, behind}) {
        if (part.empty()) continue;
        const bool is_sign =
            part.starts_with(',') || part.starts_with('?') || part.starts_with('.');
        if (!out.empty() && !is_sign) out += ' ';
        out += part;
    }
    return out;
}

/// A hamlet is asked for by its name as the texts write it, with its type where it is but a
/// word or a number: "Hố Sen", "thôn 5".
std::string village_name(const PlaceMention& place) {
    const std::vector<QuestionWord> words =
        question_words(place.name, {0, static_cast<std::uint32_t>(place.name.size())});
    for (const std::string_view type : name::village_types()) {
        const std::size_t behind = words_in(type);
        if (stands_at(words, 0, type) && words.size() > behind + 1)
            return place.name.substr(words[behind].range.begin);
    }
    return place.name;
}

/// Who holds an office is told by the papers that its holder signed.
QueryNode signed_by(const std::string& office, SourceRange range) {
    return {.kind = QueryNode::Kind::filter,
            .text = office,
            .field = Field::signer,
            .role = Role::narrows,
            .range = range};
}

}  // namespace

WordsReader::WordsReader(const query::ParsedQuery& query, const QueryNode& node,
                         const index::IndexReader& index, Month this_month,
                         Interpretation& interpretation)
    : query_(query),
      node_(node),
      index_(index),
      words_(question_words(query.text, node.range)),
      is_taken_(words_.size(), false),
      this_month_(this_month),
      interpretation_(interpretation) {}

std::vector<QueryNode> WordsReader::take() {
    const Frame frame = frame_of(words_);
    for (const PlaceMention& place : places_among(query_.text, words_, index_)) add_place(place);
    for (const TimeMention& time : times_among(words_, this_month_)) {
        const bool is_free =
            std::none_of(is_taken_.begin() + static_cast<std::ptrdiff_t>(time.begin),
                         is_taken_.begin() + static_cast<std::ptrdiff_t>(time.end),
                         [](bool taken) { return taken; });
        if (is_free) add_time(time, frame.asks_for_plans);
    }
    if (frame.wanted != Interpretation::Wanted::passage) interpretation_.wanted = frame.wanted;
    leave_out(frame);
    std::vector<QueryNode> nodes;
    if (filters_.empty() &&
        std::none_of(is_taken_.begin(), is_taken_.end(), [](bool taken) { return taken; }))
        return nodes;
    std::string rest = rest_of_words();
    if (rest.empty())  // nothing scores: what comes first is the newest
        std::erase_if(filters_, [](const QueryNode& one) { return one.role == Role::prefers; });
    if (!rest.empty()) {
        nodes.push_back(node_);
        nodes.back().text = std::move(rest);
        if (is_signed(frame.office)) {
            nodes.back() = signed_by(frame.office, node_.range);
            interpretation_.wanted = Interpretation::Wanted::signer;
        }
    }
    nodes.insert(nodes.end(), filters_.begin(), filters_.end());
    return nodes;
}

/// Whether the index has a paper that a holder of that office signed.
bool WordsReader::is_signed(const std::string& office) const {
    return !office.empty() &&
           index_.words().has(schema::make_term(schema::prefix_signer, unaccented(office)));
}

void WordsReader::take_words(std::size_t begin, std::size_t end) {
    std::fill(is_taken_.begin() + static_cast<std::ptrdiff_t>(begin),
              is_taken_.begin() + static_cast<std::ptrdiff_t>(end), true);
}

/// What frames the question goes, unless nothing else is left.
void WordsReader::leave_out(const Frame& frame) {
    std::vector<bool> taken = is_taken_;
    for (std::size_t i = 0; i < words_.size(); ++i) taken[i] = taken[i] || frame.is_frame[i];
    const bool is_all = std::all_of(taken.begin(), taken.end(), [](bool one) { return one; });
    if (!is_all) is_taken_ = std::move(taken);
}

void WordsReader::tell(Reading::Kind kind, Effect effect, SourceRange range, Message meaning) {
    Reading reading;
    reading.kind = kind;
    reading.effect = effect;
    reading.range = range;
    reading.meaning = std::move(meaning);
    reading.typed = query_.text.substr(range.begin, range.end - range.begin);
    reading.without = replaced(query_.text, range, "");
    reading.literal = replaced(query_.text, range, '"' + reading.typed + '"');
    interpretation_.readings.push_back(std::move(reading));
}

void WordsReader::note(NoticeKind kind, std::initializer_list<std::string_view> arguments,
                       SourceRange range) {
    notices_.push_back(make_notice(kind, arguments, range));
}

void WordsReader::note_no_period(const Message& asked, const MonthRange& known, SourceRange range) {
    const auto spelled = [](std::uint32_t month) {
        return std::to_string(month % 100) + '/' + std::to_string(month / 100);
    };
    Notice notice = make_notice(NoticeKind::no_period,
                                {asked.vi, spelled(known.first), spelled(known.last)}, range);
    notice.message.en =
        make_notice(NoticeKind::no_period, {asked.en, spelled(known.first), spelled(known.last)})
            .message.en;
    notices_.push_back(std::move(notice));
}

void WordsReader::add_filter(Field field, std::string value, Role role, SourceRange range) {
    if (!interpretation_.readings.empty() && interpretation_.readings.back().range == range)
        interpretation_.readings.back().filter = filter_text(field, value);
    filters_.push_back({.kind = QueryNode::Kind::filter,
                        .text = std::move(value),
                        .field = field,
                        .role = role,
                        .range = range});
}

/// What the index has nothing of is asked for as it is written.
void WordsReader::add_phrase(std::string text, SourceRange range) {
    interpretation_.readings.back().filter = '"' + text + '"';
    filters_.push_back({.kind = QueryNode::Kind::phrase,
                        .text = std::move(text),
                        .role = Role::narrows,
                        .range = range});
}

void WordsReader::add_place(const PlaceMention& place) {
    const SourceRange range = range_of(place.begin, place.end);
    const Message meaning{place.label, place.label};
    if (place.certainty == PlaceMention::Certainty::unknown) {
        tell(Reading::Kind::place, Effect::unknown, range, meaning);
        note(NoticeKind::place_unknown, {place.label}, range);
        add_phrase(place.name, range);
        take_words(place.begin, place.end);
        return;
    }
    if (place.certainty == PlaceMention::Certainty::possible) {
        tell(Reading::Kind::place, Effect::prefers, range, meaning);
        add_filter(place.field, place.name, Role::prefers, range);
        note(NoticeKind::place_preferred,
             {interpretation_.readings.back().typed, place.label,
              interpretation_.readings.back().filter},
             range);
        return;
    }
    tell(Reading::Kind::place, Effect::narrows, range, meaning);
    take_words(place.begin, place.end);
    if (place.field == Field::village) {
        add_phrase(village_name(place), range);
        return;
    }
    // What was before and what came after are let in; the place itself comes first.
    if (place.field == Field::commune) add_filter(place.field, place.name, Role::prefers, range);
    add_filter(place.field, place.name, Role::narrows, range);
    if (place.field == Field::commune) note_commune(place.name);
}

void WordsReader::note_commune(const std::string& name) {
    for (const schema::PlaceEntry* entry : index_.snapshot().place_index().communes(name).found) {
        communes_.push_back(PlaceId::parse(entry->key).number());
        for (const std::string& next : entry->successors)
            communes_.push_back(PlaceId::parse(next).number());
    }
}

void WordsReader::add_time(const TimeMention& time, bool asks_for_plans) {
    const SourceRange range = range_of(time.begin, time.end);
    const std::string typed = query_.text.substr(range.begin, range.end - range.begin);
    if (!time.period.is_known()) {
        tell(Reading::Kind::time, Effect::prefers, range, {typed, typed});
        add_filter(Field::period, time.yearless, Role::prefers, range);
        return;
    }
    const IndexTimes times(index_, communes_);
    if (times.known().last == 0) return;  // its papers report on nothing
    const std::string period = time.period.text();
    const std::string planned = asks_for_plans ? times.planned(time.period) : std::string();
    const std::optional<MonthRange> reported = times.reported(time.period);
    const Message label = name::period_label(period);
    take_words(time.begin, time.end);
    if (planned.empty() && !reported) {
        tell(Reading::Kind::time, Effect::unknown, range, label);
        note_no_period(label, times.known(), range);
        add_phrase(typed, range);
        return;
    }
    const Field field = planned.empty() ? Field::period : Field::planned;
    tell(Reading::Kind::time, Effect::narrows, range, label);
    add_filter(field, period, Role::prefers, range);
    add_filter(field, planned.empty() ? reported->text() : planned, Role::narrows, range);
}

/// The words that nothing has taken, as typed.
std::string WordsReader::rest_of_words() const {
    std::string rest;
    for (std::size_t i = 0; i < words_.size();) {
        std::size_t end = i;
        while (end < words_.size() && !is_taken_[end]) ++end;
        if (end > i) {
            const SourceRange range = range_of(i, end);
            if (!rest.empty()) rest += ' ';
            rest += query_.text.substr(range.begin, range.end - range.begin);
        }
        i = end + 1;
    }
    return rest;
}

}  // namespace commsearch::interpret
