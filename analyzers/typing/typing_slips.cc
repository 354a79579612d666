#include "analyzers/typing/typing_slips.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "analyzers/base/unicode.h"
#include "analyzers/syllable/syllable.h"

namespace commsearch::typing {
namespace {

// Costs: minus the logarithm of a class' share of the 89 errors in two real reports, for the
// syllables it can befall and divided among the ways to make it. Classes that the reports lack but
// portals, southern and northern papers show stand beside their likes.
constexpr double cost_mark_place = 0.5;    // 1 of 89, but nothing else can be meant
constexpr double cost_hoi_nga = 1.2;       // 4 of 89, in the fifth of syllables with hỏi or ngã
constexpr double cost_s_x = 1.3;           // 5 of 89, in the few syllables with s or x
constexpr double cost_missing_tone = 1.8;  // 14 of 89
constexpr double cost_same_sound = 1.5;    // ng/ngh, g/gh, c/k ("nghành"), i/y
constexpr double cost_onset = 2.2;         // t/tr 2 of 89; ch/tr, l/n and d/gi/r/v in portals
constexpr double cost_hat = 2.7;           // u/ư 2, other hats and vowels 4 of 89
constexpr double cost_stroke = 2.7;        // d/đ
constexpr double cost_final = 3.0;         // n/nh and ng/nh 2 of 89; n/ng and t/c in the south
constexpr double cost_wrong_tone = 3.3;    // 17 of 89, five tones each
constexpr double cost_slip = 3.5;          // letters missing or too many 6 of 89, many places each
constexpr double cost_glide = 3.5;         // i/iê, u/uô, ư/ươ: none of 89

constexpr std::size_t max_letters = 8;  // the longest syllable has 7
constexpr std::u32string_view toneless_vowels = U"aăâeêioôơuưy";
constexpr std::array tones = {syllable::Tone::level, syllable::Tone::huyen, syllable::Tone::sac,
                              syllable::Tone::hoi,   syllable::Tone::nga,   syllable::Tone::nang};

struct Family {
    std::u32string_view letters;
    EditKind kind;
    double cost;
};
constexpr std::array<Family, 6> letter_families = {{{U"aăâ", EditKind::hat, cost_hat},
                                                    {U"eê", EditKind::hat, cost_hat},
                                                    {U"oôơ", EditKind::hat, cost_hat},
                                                    {U"uư", EditKind::hat, cost_hat},
                                                    {U"dđ", EditKind::hat, cost_stroke},
                                                    {U"iy", EditKind::glide, cost_same_sound}}};

struct Swap {
    std::u32string_view one;
    std::u32string_view other;
    double cost;
};
constexpr std::array<Swap, 13> onset_swaps = {{{U"s", U"x", cost_s_x},
                                               {U"ng", U"ngh", cost_same_sound},
                                               {U"g", U"gh", cost_same_sound},
                                               {U"c", U"k", cost_same_sound},
                                               {U"ch", U"tr", cost_onset},
                                               {U"t", U"tr", cost_onset},
                                               {U"l", U"n", cost_onset},
                                               {U"d", U"gi", cost_onset},
                                               {U"d", U"r", cost_onset},
                                               {U"d", U"v", cost_onset},
                                               {U"gi", U"r", cost_onset},
                                               {U"gi", U"v", cost_onset},
                                               {U"r", U"v", cost_onset}}};
constexpr std::array<Swap, 6> final_swaps = {{{U"n", U"ng", cost_final},
                                              {U"n", U"nh", cost_final},
                                              {U"ng", U"nh", cost_final},
                                              {U"t", U"c", cost_final},
                                              {U"t", U"ch", cost_final},
                                              {U"c", U"ch", cost_final}}};
constexpr std::array<Swap, 4> glide_swaps = {{{U"i", U"iê", cost_glide},
                                              {U"y", U"yê", cost_glide},
                                              {U"u", U"uô", cost_glide},
                                              {U"ư", U"ươ", cost_glide}}};

/// The keys around a key.
std::u32string_view keys_beside(char32_t key) {
    constexpr std::array<std::u32string_view, 26> beside = {
        U"qsxw",   U"vghn",  U"xdfv", U"serxc", U"wsdr", U"drtgcv", U"ftyhvb", U"gyujbn", U"uoklj",
        U"huiknm", U"jiolm", U"kop",  U"njk",   U"bhjm", U"ipkl",   U"ol",     U"wa",     U"edft",
        U"awedxz", U"rfgy",  U"yhji", U"cfgb",  U"qase", U"zsdc",   U"tghu",   U"asx"};
    return key >= U'a' && key <= U'z' ? beside.at(key - U'a') : std::u32string_view();
}

/// A word as its letters without tone, and its tone (the last one of several).
struct Letters {
    std::u32string shapes;
    syllable::Tone tone = syllable::Tone::level;
};

char32_t toned(char32_t vowel, syllable::Tone tone) {
    std::string rime;
    append_utf8(rime, vowel);
    return decode_at(syllable::write_syllable({.onset = "", .rime = rime, .tone = tone}), 0).value;
}

bool is_toneless_vowel(char32_t shape) {
    return toneless_vowels.find(shape) != std::u32string_view::npos;
}

Letters take_apart(std::string_view word) {
    static const auto table = [] {
        std::unordered_map<char32_t, std::pair<char32_t, syllable::Tone>> made;
        for (const char32_t vowel : toneless_vowels) {
            for (const syllable::Tone tone : tones) made[toned(vowel, tone)] = {vowel, tone};
        }
        return made;
    }();
    Letters letters;
    for (std::size_t at = 0; at < word.size() && letters.shapes.size() <= max_letters;) {
        const CodePoint point = decode_at(word, at);
        at += point.size;
        const auto found = table.find(point.value);
        if (found == table.end()) {
            letters.shapes.push_back(point.value);
            continue;
        }
        letters.shapes.push_back(found->second.first);
        if (found->second.second != syllable::Tone::level) letters.tone = found->second.second;
    }
    return letters;
}

/// The canonical syllable; empty when there is no such one.
std::string written(const Letters& letters) {
    for (std::size_t i = 0; i < letters.shapes.size(); ++i) {
        if (!is_toneless_vowel(letters.shapes[i])) continue;
        std::string word;
        for (std::size_t j = 0; j < letters.shapes.size(); ++j) {
            const char32_t shape = letters.shapes[j];
            append_utf8(word, j == i ? toned(shape, letters.tone) : shape);
        }
        syllable::Syllable syllable;
        if (syllable::parse_syllable(word, syllable)) return syllable::write_syllable(syllable);
    }
    return {};
}

class Edits {
public:
    explicit Edits(std::string_view word)
        : word_(word), letters_(take_apart(word)), tone_(letters_.tone) {}

    std::vector<Edit> take() {
        if (letters_.shapes.empty() || letters_.shapes.size() > max_letters) return {};
        const bool is_valid = !written(letters_).empty();
        // Without marks, "xap" is a syllable all the same.
        if (!is_valid && !written({letters_.shapes, syllable::Tone::sac}).empty())
            tone_ = syllable::Tone::sac;
        add(letters_.shapes, letters_.tone, EditKind::mark_place, cost_mark_place);
        add_tones();
        add_letters();
        for (const Swap& swap : onset_swaps) {
            add_onset(swap.one, swap.other, swap.cost);
            add_onset(swap.other, swap.one, swap.cost);
        }
        for (const Swap& swap : final_swaps) {
            add_final(swap.one, swap.other, swap.cost);
            add_final(swap.other, swap.one, swap.cost);
        }
        for (const Swap& swap : glide_swaps) add_glide(swap);
        if (is_valid) add_missing_final();
        if (!is_valid && tone_ == letters_.tone) add_slips();
        return cheapest_of_each();
    }

private:
    void add(std::u32string shapes, syllable::Tone tone, EditKind kind, double cost) {
        std::string syllable = written({std::move(shapes), tone});
        if (!syllable.empty() && syllable != word_)
            edits_.push_back({.syllable = std::move(syllable), .kind = kind, .cost = cost});
    }

    void add_tones() {
        for (const syllable::Tone tone : tones) {
            if (tone == letters_.tone) continue;
            const auto is_either = [](syllable::Tone one) {
                return one == syllable::Tone::hoi || one == syllable::Tone::nga;
            };
            if (is_either(tone) && is_either(letters_.tone)) {
                add(letters_.shapes, tone, EditKind::hoi_nga, cost_hoi_nga);
            } else if (letters_.tone == syllable::Tone::level) {
                add(letters_.shapes, tone, EditKind::missing_tone, cost_missing_tone);
            } else {
                add(letters_.shapes, tone, EditKind::wrong_tone, cost_wrong_tone);
            }
        }
    }

    void add_letters() {
        for (std::size_t i = 0; i < letters_.shapes.size(); ++i) {
            for (const Family& family : letter_families) {
                if (family.letters.find(letters_.shapes[i]) == std::u32string_view::npos) continue;
                for (const char32_t letter : family.letters) {
                    std::u32string shapes = letters_.shapes;
                    shapes[i] = letter;
                    add(std::move(shapes), tone_, family.kind, family.cost);
                }
            }
        }
    }

    void add_onset(std::u32string_view from, std::u32string_view to, double cost) {
        // In gì and giêng the i is of the rime as well.
        const std::u32string_view shapes = letters_.shapes;
        const bool is_gi = from == U"gi" && shapes.starts_with(from);
        if (is_gi) add_with_onset(to, shapes.substr(1), cost);
        if (!shapes.starts_with(from) || shapes.size() == from.size()) return;
        if (is_toneless_vowel(shapes[from.size()]))
            add_with_onset(to, shapes.substr(from.size()), cost);
    }

    void add_with_onset(std::u32string_view onset, std::u32string_view rime, double cost) {
        if (onset == U"gi" && rime.starts_with(U'i')) onset = U"g";
        add(std::u32string(onset).append(rime), tone_, EditKind::onset, cost);
    }

    void add_final(std::u32string_view from, std::u32string_view to, double cost) {
        const std::u32string_view shapes = letters_.shapes;
        if (!shapes.ends_with(from) || shapes.size() == from.size()) return;
        const std::u32string_view front = shapes.substr(0, shapes.size() - from.size());
        if (!is_toneless_vowel(front.back())) return;
        add(std::u32string(front).append(to), tone_, EditKind::final, cost);
    }

    void add_glide(const Swap& swap) {
        for (std::size_t i = 0; i < letters_.shapes.size(); ++i) {
            const std::u32string_view rest = std::u32string_view(letters_.shapes).substr(i);
            const bool is_long = rest.starts_with(swap.other);
            if (!is_long && !rest.starts_with(swap.one)) continue;
            std::u32string shapes = letters_.shapes;
            shapes.replace(i, is_long ? swap.other.size() : swap.one.size(),
                           is_long ? swap.one : swap.other);
            add(std::move(shapes), tone_, EditKind::glide, swap.cost);
        }
    }

    /// "nông thô mới": what is left of a syllable is often one, too.
    void add_missing_final() {
        constexpr std::array<std::u32string_view, 8> finals = {U"c",  U"ch", U"m", U"n",
                                                               U"ng", U"nh", U"p", U"t"};
        const std::u32string& shapes = letters_.shapes;
        if (!is_toneless_vowel(shapes.back())) return;
        for (const std::u32string_view final : finals)
            add(shapes + std::u32string(final), letters_.tone, EditKind::missing_final, cost_slip);
    }

    void add_slips() {
        constexpr std::u32string_view keys = U"abcdeghiklmnopqrstuvxy";
        const auto add_slip = [&](std::u32string shapes) {
            add(std::move(shapes), tone_, EditKind::slip, cost_slip);
        };
        const std::u32string& shapes = letters_.shapes;
        for (std::size_t i = 0; i <= shapes.size(); ++i) {
            for (const char32_t key : keys) add_slip(std::u32string(shapes).insert(i, 1, key));
            if (i < shapes.size()) {
                for (const char32_t key : keys_beside(shapes[i]))
                    add_slip(std::u32string(shapes).replace(i, 1, 1, key));
            }
            if (i < shapes.size()) add_slip(std::u32string(shapes).erase(i, 1));
            if (i + 1 >= shapes.size()) continue;
            std::u32string swapped = shapes;
            std::swap(swapped[i], swapped[i + 1]);
            add_slip(std::move(swapped));
        }
    }

    std::vector<Edit> cheapest_of_each() {
        const auto by_cost = [](const Edit& a, const Edit& b) {
            return std::tie(a.cost, a.syllable) < std::tie(b.cost, b.syllable);
        };
        std::sort(edits_.begin(), edits_.end(), by_cost);
        std::vector<Edit> kept;
        for (Edit& edit : edits_) {
            const bool known = std::any_of(kept.begin(), kept.end(), [&](const Edit& other) {
                return other.syllable == edit.syllable;
            });
            if (!known) kept.push_back(std::move(edit));
        }
        return kept;
    }

    std::string_view word_;
    Letters letters_;
    syllable::Tone tone_;  ///< of the edits of letters
    std::vector<Edit> edits_;
};

}  // namespace

std::vector<Edit> spelling_edits(std::string_view word) { return Edits(word).take(); }

}  // namespace commsearch::typing
