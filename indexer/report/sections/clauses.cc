#include "indexer/report/sections/clauses.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

#include "analyzers/base/tsv.h"
#include "analyzers/base/unicode.h"
#include "indexer/report/fields/issuers.h"
#include "indexer/report/text_scan.h"
#include "indexer_dictionaries.h"

namespace commsearch::report {
namespace {

using End = NumberedPhrase::End;
using Phrases = std::vector<std::string_view>;

const Phrases& phrases_of(std::string_view role) {
    static const auto table = [] {
        std::map<std::string_view, Phrases> roles;
        for (const TsvRow& row : tsv_rows(embedded::clause_words_tsv()))
            roles[row.fields[0]] = split(row.fields[1], '|');
        return roles;
    }();
    return table.at(role);
}

bool holds_any(std::string_view words, std::string_view role) {
    const Phrases& phrases = phrases_of(role);
    return std::any_of(phrases.begin(), phrases.end(),
                       [&](std::string_view phrase) { return has_words(words, phrase); });
}

/// The words in lower case with accents, parted by one blank; marks are left out. Where names are
/// parted, "|" stands before each word with a capital but the first.
std::string spoken(std::string_view text, bool names_parted) {
    std::string words;
    for (const LineToken& token : tokens_of(text)) {
        if (token.kind == LineToken::Kind::mark) continue;
        if (!words.empty()) words += names_parted && token.capital ? " | " : " ";
        append_lower(words, token.text);
    }
    return words;
}

/// Without the compounds whose verb is none: "người có công", "đạt chuẩn"; but "Giao Ban cán sự" is
/// no "giao ban".
std::string without_compounds(std::string_view text) {
    std::string words = spoken(text, true);
    for (const std::string_view compound : phrases_of("compound")) {
        for (std::size_t at; (at = find_words(words, compound)) != std::string::npos;)
            words.replace(at, compound.size(), "_");
    }
    for (std::size_t at; (at = words.find(" |")) != std::string::npos;) words.erase(at, 2);
    return words;
}

/// "Nghị quyết 05", "năm 2023", "thôn 5": the number is a name.
bool names_number(const LineToken& token) {
    constexpr std::array labels = {"nam",  "thang", "quy",   "so",   "ngay",   "dieu", "khoan",
                                   "diem", "quyet", "trinh", "thi",  "dinh",   "an",   "tu",
                                   "luat", "doan",  "ky",    "khoa", "thu",    "dot",  "to",
                                   "thon", "xom",   "ap",    "khu",  "ban",    "lop",  "vung",
                                   "loai", "muc",   "cap",   "phan", "chuong", "den",  "tiet",
                                   "doi",  "nhom",  "bang",  "quan", "phuong", "tap",  "bieu"};
    return std::find(labels.begin(), labels.end(), token.key) != labels.end();
}

/// Whether the number at `at`, or that of which it is the last part, is a name or part of a code.
bool is_name(const std::vector<LineToken>& tokens, std::size_t at) {
    while (at >= 2 && tokens[at].gap == 0 && tokens[at - 1].gap == 0 && tokens[at - 2].is_number())
        at -= 2;
    return at > 0 && (tokens[at].gap == 0 || names_number(tokens[at - 1]));
}

/// "1.200 con", "05 thành viên", "12 %"; not the numbers of years, months, papers and places.
bool holds_quantity(std::string_view text) {
    const std::vector<LineToken> tokens = tokens_of(text);
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
        if (!tokens[i].is_number()) continue;
        const LineToken& next = tokens[i + 1];
        const bool joined = next.gap == 0 && next.kind == LineToken::Kind::mark;
        if (next.text == "%") return true;
        if (joined || !next.is_word()) continue;
        if (next.is("thang") || next.is("nam") || next.is("quy") || next.capital) continue;
        if (!is_name(tokens, i)) return true;
    }
    return false;
}

/// "… phối hợp với các trường", "… như sau": a list follows that belongs to the sentence.
bool opens_list(std::string_view words) {
    constexpr std::array<std::string_view, 9> openers = {"sau", "gồm", "như", "là",  "với",
                                                         "cho", "của", "và",  "theo"};
    constexpr std::array<std::string_view, 5> many = {"các", "những", "hai", "ba", "bốn"};
    constexpr std::size_t looked_at = 4;
    const std::vector<std::string_view> all = split(words, ' ');
    if (std::find(openers.begin(), openers.end(), all.back()) != openers.end()) return true;
    const std::size_t begin = all.size() - std::min(all.size(), looked_at);
    return std::any_of(all.begin() + static_cast<std::ptrdiff_t>(begin), all.end(),
                       [&](std::string_view word) {
                           return std::find(many.begin(), many.end(), word) != many.end();
                       });
}

/// "… theo ba mức".
bool ends_with_many(std::string_view words) {
    constexpr std::array<std::string_view, 3> many = {"hai", "ba", "bốn"};
    const std::vector<std::string_view> all = split(words, ' ');
    return all.size() > 2 && is_one_of(all[all.size() - 2], many) && all.back() != "năm";
}

constexpr std::size_t short_part = 6;  ///< "5.6. Đoàn TNCS Hồ Chí Minh."
constexpr std::size_t short_name = 4;  ///< words of a name that needs no further sign
constexpr std::size_t max_task = 10;   ///< "Lãnh đạo công tác quốc phòng"
constexpr std::size_t max_name = 24;
constexpr std::size_t short_order = 6;  ///< "Đề nghị UBND huyện:" is still a name

/// The words of a phrase as the rules ask for them.
struct Words {
    std::string all;
    std::string bare;  ///< without compounds
    std::size_t count = 0;
    bool head = false;
    bool action = false;
    bool order = false;
    bool finite = false;
};

Words words_of(std::string_view text) {
    Words words;
    words.all = spoken(text, false);
    words.bare = without_compounds(text);
    words.count = word_count(words.all);
    words.head = begins_with_any(words.all, phrases_of("head"));
    words.action = begins_with_any(words.all, phrases_of("action"));
    words.order = begins_with_any(words.bare, phrases_of("order"));
    words.finite = holds_any(words.bare, "finite");
    return words;
}

bool is_stopped_sentence(const Words& words, const NumberedPhrase& phrase) {
    if (words.finite || holds_any(words.bare, "stopped") || holds_quantity(phrase.words))
        return true;
    if (words.order) return words.count >= short_name;
    if (words.head) return words.count > max_name;
    if (words.count <= (phrase.parted_number ? short_part : short_name)) return false;
    const bool is_task =
        words.count <= max_task && phrase.body.empty() && has_words(words.all, "công tác");
    return !words.action || words.count > max_name || (!phrase.parted_number && !is_task);
}

bool is_introducing_sentence(const Words& words, const NumberedPhrase& phrase) {
    constexpr std::size_t short_head = 8;
    if (words.count > max_name) return true;
    // "Hồ sơ đề nghị công nhận gồm:", "Báo cáo kết quả … theo địa chỉ:"
    const bool tells_of_list = phrase.body.empty() && words.count > short_name &&
                               (words.all.ends_with(" gồm") || has_words(words.all, "theo"));
    if (tells_of_list) return true;
    if (words.finite) return !words.head || words.count > short_head;
    // "Báo cáo kết quả về Cục trước 16 giờ 00 …:", "Trưởng các xóm thống kê … theo ba mức:"
    const bool is_long = !words.head && words.count > short_head;
    if (is_long && (holds_quantity(phrase.words) || ends_with_many(words.all))) return true;
    if (words.order) return words.count >= short_order;
    const bool listed = opens_list(words.all) || phrase.body.ends_with(';');
    return words.action && words.count > short_name && !phrase.body.empty() && listed;
}

/// The begin of one: a clause, or what a body is to do ("Đoàn Thanh niên xã phụ trách …").
bool is_open_sentence(const Words& words, const NumberedPhrase& phrase) {
    constexpr std::size_t long_name = 12;
    constexpr std::size_t long_body = 10;
    constexpr std::size_t long_task = 14;
    if (words.finite && !words.head && words.count >= long_name) return true;
    if (!words.head && words.count >= long_task && holds_any(words.bare, "stopped")) return true;
    constexpr std::size_t long_condition = 8;
    if (words.count >= long_condition && begins_with_any(words.all, phrases_of("condition")))
        return true;
    if (words.count >= long_body && begins_with_any(words.all, phrases_of("actor"))) return true;
    std::size_t behind = 0;
    return words.count >= long_body && body_at(tokens_of(phrase.words), behind) != nullptr;
}

}  // namespace

bool is_sentence(const NumberedPhrase& phrase) {
    if (phrase.words.empty() || is_capitals(phrase.words)) return false;
    const Words words = words_of(phrase.words);
    switch (phrase.end) {
        case End::stop:
        case End::semicolon:
            return is_stopped_sentence(words, phrase);
        case End::colon:
            return is_introducing_sentence(words, phrase);
        case End::none:
            return is_open_sentence(words, phrase);
    }
    return false;
}

}  // namespace commsearch::report
