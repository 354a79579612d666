#include "indexer/place_name.h"

#include <algorithm>
#include <array>

#include "analyzers/syllable.h"
#include "analyzers/unicode.h"
#include "indexer/text_scan.h"

namespace commsearch {
namespace {

/// One lower-case word in the spelling that stands for all its variants.
std::string word_key(const std::string& word) {
    const std::string plain = bare(word);
    if (plain == "dak" || plain == "dac") return "dak";
    if (plain.find_first_not_of("0123456789") == std::string::npos) {
        const std::size_t digits = plain.find_first_not_of('0');
        return digits == std::string::npos ? "0" : plain.substr(digits);
    }
    const std::string canonical = canonical_word(word);
    const std::string variant = i_y_variant(canonical);
    return variant.empty() ? canonical : std::min(canonical, variant);
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 21> place_types = {{
    {"dac khu", "dac khu"},
    {"thi tran", "thi tran"},
    {"thi xa", "thi xa"},
    {"thanh pho", "thanh pho"},
    {"phuong", "phuong"},
    {"huyen dao", "huyen"},
    {"huyen", "huyen"},
    {"quan", "quan"},
    {"tinh", "tinh"},
    {"xa", "xa"},
    {"tx", "thi xa"},
    {"tp", "thanh pho"},
    {"tt", "thi tran"},
    {"h", "huyen"},
    {"x", "xa"},
    {"p", "phuong"},
    {"q", "quan"},
    {"t", "tinh"},
    {"huyen uy", "huyen"},
    {"tinh uy", "tinh"},
    {"thanh uy", "thanh pho"},
}};

}  // namespace

std::string PlaceKeys::key(std::string_view name) {
    std::string key;
    const std::string folded = lower(name);
    for (std::size_t at = 0; at < folded.size();) {
        std::size_t end = at;
        while (end < folded.size()) {
            const CodePoint point = decode_at(folded, end);
            if (!is_letter(point.value) && !is_digit(point.value)) break;
            end += point.size;
        }
        if (end == at) {
            at += decode_at(folded, at).size;
            continue;
        }
        if (!key.empty()) key += ' ';
        const auto [word, is_new] = words_.try_emplace(folded.substr(at, end - at));
        if (is_new) word->second = word_key(word->first);
        key += word->second;
        at = end;
    }
    return key;
}

std::string place_key(std::string_view name) { return PlaceKeys().key(name); }

std::string bare_place_key(std::string_view name) { return place_key(bare(name)); }

TypedName typed_name(std::string_view text) {
    text = without_blanks(text);
    const std::vector<Atom> atoms = atoms_of(text, 4);
    for (const auto& [written, type] : place_types) {
        const std::size_t words = written.find(' ') == std::string_view::npos ? 1 : 2;
        if (atoms.size() <= words) continue;
        std::string key = atoms[0].key;
        if (words == 2) key += " " + atoms[1].key;
        if (key != written) continue;
        std::size_t next = words;
        if (atoms[next].is(".") && next + 1 < atoms.size()) ++next;
        // "X" or "P" alone is the begin of a name unless a stop follows.
        if (written.size() == 1 && next == words) continue;
        return {std::string(type), text.substr(atoms[next].at)};
    }
    return {{}, text};
}

}  // namespace commsearch
