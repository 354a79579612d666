#include "analyzers/encoding/viqr.h"

#include <algorithm>
#include <set>

#include "analyzers/base/tsv.h"
#include "analyzers/base/unicode.h"
#include "analyzers/syllable/syllable.h"

namespace commsearch::encoding {
namespace {

constexpr double min_good_share = 0.85;
constexpr double min_line_share = 0.7;
constexpr double min_good_lines = 0.8;
constexpr double min_marked_share = 0.2;
constexpr std::size_t min_shaped_words = 5;
constexpr std::size_t max_viqr_bytes = 64;

bool is_white_space(char byte) { return byte == ' ' || (byte >= '\t' && byte <= '\r'); }

bool is_plain_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

bool is_address(std::string_view word) {
    return word.find('@') != std::string_view::npos || word.find("://") != std::string_view::npos ||
           word.starts_with("www.");
}

std::string decoded_word(std::string_view word) {
    if (word.size() > max_viqr_bytes || is_address(word)) return std::string(word);
    return decode_bytes(Encoding::viqr, word);
}

/// Whether it holds a letter with a hat, a horn or đ: what no healthy English looks like in VIQR.
bool has_shape(std::string_view text) {
    syllable::Syllable syllable;
    return syllable::parse_syllable(text, syllable) &&
           !is_plain_ascii(syllable.onset + syllable.rime);
}

struct ViqrEvidence {
    std::size_t words = 0;         ///< of two letters or more
    std::size_t marked = 0;        ///< that decoding changes
    std::size_t good = 0;          ///< marked, and syllables
    std::set<std::string> shaped;  ///< good ones with a hat, horn or đ

    void add(std::string_view decoded, bool changed) {
        for (std::size_t at = 0; at < decoded.size();) {
            std::size_t end = at;
            std::size_t letters = 0;
            while (end < decoded.size()) {
                const CodePoint point = decode_at(decoded, end);
                if (!is_letter(point.value)) break;
                end += point.size;
                ++letters;
            }
            if (letters >= 2) add_word(lower(decoded.substr(at, end - at)), changed);
            at = std::max(end, at + 1);
        }
    }

    [[nodiscard]] double good_share() const {
        return marked == 0 ? 0 : static_cast<double>(good) / static_cast<double>(marked);
    }

    [[nodiscard]] bool convinces() const {
        return shaped.size() >= min_shaped_words && good_share() >= min_good_share &&
               static_cast<double>(marked) >= min_marked_share * static_cast<double>(words);
    }

private:
    void add_word(const std::string& word, bool changed) {
        ++words;
        if (!changed || is_plain_ascii(word)) return;
        ++marked;
        if (!syllable::is_syllable(word)) return;
        ++good;
        if (shaped.size() < min_shaped_words && has_shape(word)) shaped.insert(word);
    }
};

struct Line {
    std::string_view written;
    std::string decoded;
    double good_share = 0;
    bool changed = false;
};

Line decode_line(std::string_view line, ViqrEvidence& all) {
    Line result{line, {}, 0, false};
    ViqrEvidence own;
    for (std::size_t at = 0; at < line.size();) {
        std::size_t end = at;
        while (end < line.size() && !is_white_space(line[end])) ++end;
        const std::string_view word = line.substr(at, end - at);
        const std::string decoded = decoded_word(word);
        const bool changed = decoded != word;
        own.add(decoded, changed);
        all.add(decoded, changed);
        result.decoded += decoded;
        result.changed = result.changed || changed;
        for (; end < line.size() && is_white_space(line[end]); ++end) result.decoded += line[end];
        at = end;
    }
    result.good_share = own.good_share();
    return result;
}

/// Whether so few of the lines that decoding changes are in doubt that all of them are VIQR.
bool all_of_one_kind(const std::vector<Line>& lines) {
    std::size_t changed = 0;
    std::size_t good = 0;
    for (const Line& line : lines) {
        if (!line.changed) continue;
        ++changed;
        if (line.good_share >= min_line_share) ++good;
    }
    return static_cast<double>(good) >= min_good_lines * static_cast<double>(changed);
}

}  // namespace

ViqrText decode_viqr_lines(std::string_view text) {
    ViqrEvidence evidence;
    std::vector<Line> lines;
    for (const std::string_view line : split(text, '\n')) {
        lines.push_back(is_plain_ascii(line) ? decode_line(line, evidence)
                                             : Line{line, {}, 0, false});
    }
    ViqrText result;
    if (!evidence.convinces()) return result;
    result.confidence = evidence.good_share();
    const bool all = all_of_one_kind(lines);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Line& line = lines[i];
        if (i > 0) result.text += '\n';
        if (line.changed && (all || line.good_share >= min_line_share)) {
            result.text += line.decoded;
            result.runs.push_back({i + 1, Encoding::viqr, std::string(line.written), line.decoded});
        } else {
            result.text += line.written;
        }
    }
    return result;
}

}  // namespace commsearch::encoding
