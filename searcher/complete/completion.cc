#include "searcher/complete/completion.h"

#include <algorithm>
#include <utility>

#include "analyzers/base/ascii.h"
#include "analyzers/base/normal_form.h"
#include "analyzers/base/tsv.h"
#include "analyzers/base/unicode.h"
#include "indexer/schema/columns.h"
#include "indexer/schema/schema.h"
#include "searcher/query/query_fields.h"

namespace commsearch::complete {
namespace {

using Kind = Completion::Kind;

/// One blank between words.
std::string words_of(std::string_view text) {
    std::string words;
    for (const std::string_view word : split(text, ' ')) {
        if (word.empty()) continue;
        if (!words.empty()) words.push_back(' ');
        words += word;
    }
    return words;
}

std::string key_of(std::string_view text) { return words_of(unaccented(nfc(text))); }

/// "số:"
std::string filter_of(query::Field field) {
    return std::string(query::query_field(field).name) + ':';
}

bool has_digit(std::string_view text) {
    return std::any_of(text.begin(), text.end(), is_ascii_digit);
}

/// Calls `use` with each term that begins so and how many passages have it, their own or inherited.
template <typename Use>
void each_term(const index::IndexReader& index, const std::string& prefix, Use use) {
    const index::Vocabulary words = index.words();
    index.each_term_with(prefix, [&](const std::string& term, std::uint32_t postings) {
        const bool inherited = schema::is_inherited(term);
        use(term, inherited ? static_cast<std::size_t>(words.passages(term)) : postings);
    });
}

}  // namespace

Completions::Completions(const index::IndexReader& index) {
    add_words(index);
    add_compounds(index);
    add_numbers(index);
    add_places(index);
    add_topics(index);
    std::sort(keys_.begin(), keys_.end(), [](const Key& a, const Key& b) {
        return a.text != b.text ? a.text < b.text : a.item < b.item;
    });
    std::sort(words_.begin(), words_.end(), [](const Word& a, const Word& b) {
        return a.unaccented != b.unaccented ? a.unaccented < b.unaccented : a.term < b.term;
    });
    place_of_term_.assign(index.columns().terms(), UINT32_MAX);
    for (std::uint32_t place = 0; place < words_.size(); ++place) {
        if (const auto term = index.columns().find_term(words_[place].term))
            place_of_term_[*term] = place;
    }
}

std::pair<std::uint32_t, std::uint32_t> Completions::words_beginning_with(
    const std::string& begin) const {
    const auto comes_before = [](const Word& a, const std::string& b) { return a.unaccented < b; };
    const auto first = std::lower_bound(words_.begin(), words_.end(), begin, comes_before);
    auto last = first;
    while (last != words_.end() && last->unaccented.starts_with(begin)) ++last;
    return {static_cast<std::uint32_t>(first - words_.begin()),
            static_cast<std::uint32_t>(last - words_.begin())};
}

void Completions::add(Completion completion, std::string_view typed_as) {
    const std::string key = key_of(typed_as);
    if (key.empty() || completion.passages == 0) return;
    const auto item = static_cast<std::uint32_t>(items_.size());
    items_.push_back({std::move(completion), words_of(lower(nfc(typed_as)))});
    for (std::size_t at = 0; at < key.size(); at = key.find(' ', at) + 1) {
        keys_.push_back({key.substr(at), item, at == 0});
        if (key.find(' ', at) == std::string::npos) break;
    }
}

void Completions::add_words(const index::IndexReader& index) {
    // Prefixes of other terms are capitals, numbers stand before these.
    index.each_term_from("a", [&](const std::string& term, std::uint32_t passages) {
        words_.push_back({unaccented(term), term, passages});
    });
}

void Completions::add_compounds(const index::IndexReader& index) {
    const std::string prefix(schema::prefix_compound);
    each_term(index, prefix, [&](const std::string& term, std::size_t passages) {
        const std::string compound = term.substr(prefix.size());
        if (has_digit(compound)) return;  // papers and dates
        add({Kind::compound, compound, compound, passages}, compound);
    });
}

void Completions::add_numbers(const index::IndexReader& index) {
    const std::string prefix(schema::prefix_number);
    each_term(index, prefix, [&](const std::string& term, std::size_t passages) {
        const std::string number = term.substr(prefix.size());
        add({Kind::number, number, filter_of(query::Field::number) + number, passages}, number);
    });
}

void Completions::add_places(const index::IndexReader& index) {
    const index::Vocabulary words = index.words();
    for (const schema::PlaceEntry& place : index.snapshot().places()) {
        const auto passages = static_cast<std::size_t>(
            words.passages(schema::make_term(schema::prefix_commune, place.key)) +
            words.passages(schema::make_term(schema::prefix_successor, place.key)));
        std::string label = place.full_name();
        for (const std::string& region : {place.district, place.province})
            if (!region.empty()) label += ", " + region;
        add({Kind::commune, label, filter_of(query::Field::commune) + '"' + place.name + '"',
             passages},
            place.full_name());
    }
}

void Completions::add_topics(const index::IndexReader& index) {
    for (const schema::TopicEntry& topic : index.snapshot().topics()) {
        const auto passages = static_cast<std::size_t>(
            index.words().passages(schema::make_term(schema::prefix_topic, topic.slug)));
        add({Kind::topic, topic.label, filter_of(query::Field::topic) + topic.slug, passages},
            topic.label);
    }
}

}  // namespace commsearch::complete
