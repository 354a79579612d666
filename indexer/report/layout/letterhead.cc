#include "indexer/report/layout/letterhead.h"

#include <algorithm>
#include <array>

#include "analyzers/base/unicode.h"
#include "indexer/report/fields/dates.h"
#include "indexer/report/fields/document_number.h"
#include "indexer/report/fields/issuers.h"
#include "indexer/report/fields/place_types.h"

namespace commsearch::report {
namespace {

constexpr std::size_t max_body_words = 25;  ///< of one line; a longer one is a sentence
constexpr std::size_t max_bodies = 6;

constexpr std::array<std::string_view, 4> national_phrases = {
    "cong hoa xa hoi chu nghia viet nam", "doc lap tu do hanh phuc", "dang cong san viet nam",
    "doc lap tu do hanh phu"};

/// Whether the words of `phrase` stand at the token `at`.
bool phrase_at(LineTokens tokens, std::size_t at, std::string_view phrase) {
    while (!phrase.empty()) {
        while (at < tokens.size() && tokens[at].kind == LineToken::Kind::mark) ++at;
        const std::string_view word = phrase.substr(0, phrase.find(' '));
        if (at >= tokens.size() || tokens[at].key != word) return false;
        phrase.remove_prefix(std::min(word.size() + 1, phrase.size()));
        ++at;
    }
    return true;
}

bool begins_national(LineTokens tokens, std::size_t at) {
    return at < tokens.size() && tokens[at].is_word() &&
           std::any_of(national_phrases.begin(), national_phrases.end(),
                       [&](std::string_view phrase) { return phrase_at(tokens, at, phrase); });
}

/// "V/v", "Về việc", "(Dự thảo)": beside the bodies, and none.
bool is_other_part(std::string_view key) {
    constexpr std::array<std::string_view, 16> openings = {
        "v v",      "ve viec",    "du thao", "mat",        "hoa toc", "thuong khan",
        "kinh gui", "kinh moi",   "dia chi", "dien thoai", "dt",      "email",
        "website",  "ma so thue", "fax",     "dai hoi"};
    return begins_with_any(key, openings);
}

/// The Youth Union's own motto line stands where the nation's stands.
bool is_motto_of_union(std::string_view key) {
    return key == "doan tncs ho chi minh" || key == "doan thanh nien cong san ho chi minh";
}

/// Gathers the bodies of the lines in order.
class BodyReader {
public:
    void add(const Line& line) {
        for (const std::string_view column : columns_of(line)) add_column(column);
    }

    std::vector<std::string> take() { return std::move(bodies_); }

private:
    void add_column(std::string_view column) {
        const std::string key = words_key(column);
        if (key.empty()) return;
        const std::vector<LineToken> tokens = tokens_of(column);
        if (stated_number(tokens)) {
            // What stands below the number is the column on the right.
            is_over_ = !bodies_.empty();
            return;
        }
        if (is_over_ || is_other_part(key) || place_date(tokens) || is_national_line(key)) return;
        if (!bodies_.empty() && is_motto_of_union(key)) return;
        if (word_count(column) > max_body_words || column.ends_with('.')) return;
        std::size_t behind = 0;
        const Body* const body = body_at(tokens, behind);
        if (!is_capitals(column) && (body == nullptr || !tokens.front().capital)) return;
        const bool is_known = body != nullptr && body->form != Body::Form::part;
        const bool is_next =
            body == nullptr && has_named_place() && !key_begins_with_place_type(key);
        const bool begins = (is_known || is_next) && !is_open();
        if (begins || bodies_.empty()) {
            if (bodies_.size() < max_bodies) bodies_.emplace_back(column);
        } else {
            bodies_.back() += ' ';
            bodies_.back() += column;
        }
        last_ = column;
    }

    /// Whether the name goes on in the next line: "BAN CHẤP HÀNH" above "ĐẢNG BỘ XÃ", "ỦY BAN MTTQ
    /// VÀ" above what it joins.
    [[nodiscard]] bool is_open() const {
        if (bodies_.empty()) return false;
        constexpr std::array<std::string_view, 14> halves = {
            "ban chap hanh", "ban thuong vu", "uy ban",      "bch",         "ban chi dao",
            "hoi dong",      "hoi",           "ban quan ly", "thuong truc", "van phong",
            "ban",           "ban to chuc",   "btv",         "doan"};
        const std::string key = words_key(last_);
        if (std::find(halves.begin(), halves.end(), key) != halves.end()) return true;
        return key.ends_with(" va") || last_.ends_with('-') || last_.ends_with(',') ||
               last_.ends_with("–") || last_.ends_with('&');
    }

    /// Whether the last body says its place, so that its name is over.
    [[nodiscard]] bool has_named_place() const {
        if (bodies_.empty()) return false;
        const std::string words = lower(bodies_.back());
        return std::any_of(place_types.begin(), place_types.end(), [&](const PlaceType& type) {
            const std::size_t at = find_words(words, type.name);
            const std::size_t end = at + type.name.size() + 1;
            if (at == std::string::npos || end >= words.size()) return false;
            const std::string_view behind = std::string_view(words).substr(end);
            return behind != "ủy" && behind != "uỷ";
        });
    }

    std::vector<std::string> bodies_;
    std::string_view last_;  ///< the last line of the last body
    bool is_over_ = false;
};

}  // namespace

bool is_national_line(std::string_view key) {
    constexpr std::array<std::string_view, 8> parts = {
        "cong hoa xa hoi", "chu nghia viet nam", "cong hoa xa hoi chu nghia",
        "viet nam",        "cong hoa",           "xa hoi chu nghia viet nam",
        "dang cong san",   "tu do hanh phuc"};
    if (std::find(parts.begin(), parts.end(), key) != parts.end()) return true;
    return std::any_of(national_phrases.begin(), national_phrases.end(),
                       [&](std::string_view phrase) { return has_words(key, phrase); });
}

std::vector<std::string_view> columns_of(const Line& line) {
    std::vector<std::string_view> columns;
    const LineTokens tokens = line.tokens();
    const auto dated = place_date(tokens);
    const char* const place = dated ? dated->place.data() : nullptr;
    std::size_t begin = 0;
    for (std::size_t at = 1; at <= tokens.size() && begin < tokens.size(); ++at) {
        const bool ends = (at < tokens.size() && tokens[at].text.data() == place) ||
                          at == tokens.size() || tokens[at].gap >= column_gap ||
                          begins_national(tokens, at);
        if (!ends) continue;
        columns.push_back(text_between(tokens[begin], tokens[at - 1]));
        begin = at;
    }
    return columns;
}

std::vector<std::string> bodies_of(std::span<const Line> lines) {
    BodyReader reader;
    for (const Line& line : lines) reader.add(line);
    return reader.take();
}

}  // namespace commsearch::report
