#include "indexer/report/places/issuer_reader.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "analyzers/name/place_name.h"
#include "indexer/report/fields/issuers.h"
#include "indexer/report/places/body_parser.h"
#include "indexer/report/places/typed_place.h"
#include "indexer/report/places/village_words.h"
#include "indexer/report/text_scan.h"

namespace commsearch::report {
namespace {

/// What a body leaves open is told by the one above it.
void complete(ParsedBody& parsed, const ParsedBody& above) {
    // "CHI NHÁNH HUYỆN LỆ THỦY" of which body?
    if (parsed.name == "Chi nhánh" && !above.name.empty()) parsed.name += ' ' + above.name;
    const bool organ = parsed.body != nullptr && parsed.body->form == Body::Form::organ;
    // "THANH TRA SỞ" below "SỞ XÂY DỰNG LONG AN": of that one.
    for (const std::string_view one : {" Sở", " Bộ"}) {
        if (!organ || !parsed.name.ends_with(one)) continue;
        parsed.name.resize(parsed.name.size() - one.size());
        parsed.has_own_words = false;
    }
    // "Ban Tổ chức Trung ương": of the Central Committee only that much is said.
    const std::string_view central = "Ban Chấp hành ";
    if (organ && !parsed.is_typed && !parsed.has_own_words) {
        const std::string_view shown = above.name;
        parsed.name.append(" ").append(shown.starts_with(central) ? shown.substr(central.size())
                                                                  : shown);
    }
    // "BAN CHẤP HÀNH TỈNH PHÚ THỌ" below a union is the union there.
    if (parsed.body == nullptr && parsed.name.empty()) {
        parsed.body = above.body;
        parsed.kind = above.kind;
        parsed.name = above.name;
    }
    if (!parsed.has_place()) {
        parsed.region = above.region;
        parsed.commune = above.commune;
        const bool bare = parsed.body != nullptr && parsed.body->form == Body::Form::bare;
        const bool organ_of_party =
            organ && above.body != nullptr && above.body->form == Body::Form::bare;
        parsed.place_words = above.place_words;
        if (bare && !organ_of_party && !above.region.province.empty())
            parsed.place_words = above.region.province;
    } else if (parsed.region.province.empty()) {
        const std::string own_district = parsed.region.district;
        if (own_district.empty()) parsed.region = above.region;
        if (parsed.region.province.empty()) {
            parsed.region.province = above.region.province;
            parsed.region.province_code = above.region.province_code;
            parsed.region.epoch = above.region.epoch;
        }
    }
    if (parsed.level == Level::unknown) parsed.level = above.level;
}

/// "Đảng ủy" is called by its level: "Đảng bộ tỉnh" has a Tỉnh ủy.
void name_party_body(ParsedBody& parsed) {
    if (parsed.name != "Đảng ủy") return;
    if (parsed.level != Level::province && parsed.level != Level::district) return;
    for (const std::string_view type : {"tỉnh", "huyện", "quận", "thị xã", "thành phố"}) {
        if (!parsed.place_words.starts_with(std::string(type) + ' ')) continue;
        parsed.name = party_body_of(type);
        parsed.place_words.erase(0, type.size() + 1);
        return;
    }
}

/// "Thực hiện Công văn số … của Sở Nội vụ, UBND phường báo cáo": a body that is cited issued another
/// paper, and whoever speaks stands behind a comma.
bool opens_with_citation(LineTokens tokens) {
    constexpr std::array<std::string_view, 6> openings = {"thuc hien",  "can cu", "theo",
                                                          "trien khai", "xet de", "tiep theo"};
    std::string key;
    for (const LineToken& token : tokens.first(std::min<std::size_t>(tokens.size(), 3)))
        key += (key.empty() ? "" : " ") + token.key;
    return begins_with_any(key, openings);
}

/// Whether the words from `at` on name a body: "đang ủy thác" does not.
bool names_body(LineTokens tokens, std::size_t at) {
    std::string key;
    for (const LineToken& token : tokens.subspan(at)) key += (key.empty() ? "" : " ") + token.key;
    return issuer_named(key).has_value();
}

/// Token behind the place that may follow the words of a body in a sentence: its type and words
/// with capitals.
std::size_t end_of_name(LineTokens tokens, std::size_t behind) {
    std::size_t end = behind;
    while (end < tokens.size() && tokens[end].kind != LineToken::Kind::mark) {
        constexpr std::array<std::string_view, 12> type_words = {"xã",   "phường", "thị",   "trấn",
                                                                 "đặc",  "khu",    "huyện", "quận",
                                                                 "tỉnh", "thành",  "phố",   "ủy"};
        const bool is_type =
            std::any_of(type_words.begin(), type_words.end(),
                        [&](std::string_view word) { return token_is(tokens, end, word); });
        if (!is_type && !tokens[end].capital) break;
        ++end;
    }
    return end;
}

std::optional<LetterheadIssuer> first_issuer(std::string_view text, bool must_speak, Date date,
                                             const Gazetteer& gazetteer) {
    constexpr std::size_t looked_at = 80;  // tokens: titles and opening sentences
    const std::vector<LineToken> tokens = tokens_of(text, looked_at);
    must_speak = must_speak || opens_with_citation(tokens);
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        std::size_t behind = at;
        const Body* const body = body_at(tokens, behind);
        if (body == nullptr || !body->in_text || !names_body(tokens, at)) continue;
        const bool elsewhere = at > 0 && (tokens[at - 1].is("so") || tokens[at - 1].is("tai"));
        if (elsewhere || (must_speak && at > 0 && tokens[at - 1].text != ",")) continue;
        const std::size_t end = end_of_name(tokens, behind);
        return letterhead_issuer({std::string(text_between(tokens[at], tokens[end - 1]))}, date,
                                 gazetteer);
    }
    return std::nullopt;
}

/// Where a second body begins that issues a joint paper: "SỞ GIÁO DỤC VÀ ĐÀO TẠO - CÔNG AN TỈNH"; npos
/// when none does. "VĂN PHÒNG HĐND - UBND" is one body.
std::size_t second_body(std::string_view text) {
    const std::vector<LineToken> tokens = tokens_of(text);
    std::size_t behind = 0;
    const Body* const first = body_at(tokens, behind);
    if (first == nullptr || first->kind == Issuer::unknown ||
        has_words(words_key(text), "van phong"))
        return std::string_view::npos;
    for (std::size_t at = behind; at + 1 < tokens.size(); ++at) {
        const bool parts = tokens[at].text == "-" || tokens[at].text == "–";
        if (!parts || tokens[at].gap == 0) continue;
        std::size_t end = at + 1;
        const Body* const second = body_at(tokens, end);
        const bool whole = second != nullptr && second->form != Body::Form::part &&
                           second->form != Body::Form::organ && second->form != Body::Form::hamlet;
        if (whole) return tokens[at + 1].at;
    }
    return std::string_view::npos;
}

/// The second body names itself behind the first and shows the place of both.
void join(std::string_view text, Date date, const Gazetteer& gazetteer, ParsedBody& parsed) {
    while (parsed.name.ends_with('-') || parsed.name.ends_with(' ')) parsed.name.pop_back();
    auto second = parse_body(text, &parsed, date, gazetteer);
    if (!second) return;
    parsed.name += " - " + second->name;
    if (second->has_place()) {
        parsed.region = second->region;
        parsed.commune = second->commune;
        parsed.place_words = second->place_words;
    }
    if (parsed.level == Level::unknown) parsed.level = second->level;
    // "CÔNG AN TỈNH" of the province that the letterhead names above.
    const bool is_of_province = words_key(text).ends_with(" tinh");
    if (is_of_province && !parsed.place_words.empty() && !parsed.place_words.starts_with("tỉnh"))
        parsed.place_words.insert(0, "tỉnh ");
}

}  // namespace

std::optional<LetterheadIssuer> letterhead_issuer(const std::vector<std::string>& bodies, Date date,
                                                  const Gazetteer& gazetteer) {
    std::optional<ParsedBody> last;
    for (const std::string& text : bodies) {
        const std::size_t joint = second_body(text);
        const std::string_view first = std::string_view(text).substr(0, joint);
        auto parsed = parse_body(first, last ? &*last : nullptr, date, gazetteer);
        if (!parsed) continue;
        if (last) complete(*parsed, *last);
        for (std::size_t at = joint; at < text.size();) {
            const std::string_view rest = std::string_view(text).substr(at);
            const std::size_t next = second_body(rest);
            join(rest.substr(0, next), date, gazetteer, *parsed);
            at = next == std::string_view::npos ? text.size() : at + next;
        }
        last = std::move(parsed);
    }
    if (!last) return std::nullopt;
    name_party_body(*last);
    const bool national = last->level == Level::central;
    const bool school = last->body != nullptr && last->body->form == Body::Form::school;
    LetterheadIssuer issuer;
    issuer.kind = last->kind;
    issuer.level = last->level;
    issuer.name = last->name;
    issuer.place_words = last->place_words;
    issuer.region = national ? Commune{} : last->region;
    const bool within_commune = last->level == Level::commune || last->level == Level::grassroots ||
                                last->level == Level::unknown;
    if (within_commune) issuer.commune = last->commune;
    issuer.shows_place = !national && (!school || last->is_typed);
    issuer.is_known = last->body != nullptr;
    return issuer;
}

std::optional<LetterheadIssuer> issuer_in_text(std::string_view text, Date date,
                                               const Gazetteer& gazetteer) {
    return first_issuer(text, false, date, gazetteer);
}

std::optional<LetterheadIssuer> issuer_speaking(std::string_view sentence, Date date,
                                                const Gazetteer& gazetteer) {
    return first_issuer(sentence, true, date, gazetteer);
}

std::string full_name(const LetterheadIssuer& issuer, const Commune& commune) {
    if (!issuer.shows_place) return issuer.name;
    if (!commune.name.empty())
        return issuer.name + ' ' + (commune.type.empty() ? "xã" : commune.type) + ' ' +
               commune.name;
    // "Tòa án nhân dân khu vực 2 - Hà Tĩnh" says its place.
    const std::string name = words_key(issuer.name);
    const std::string place = words_key(name::typed_name(issuer.place_words).name);
    const bool is_said = place.empty() || name.ends_with(' ' + place);
    if (is_said) return issuer.name;
    return issuer.name + ' ' + issuer.place_words;
}

}  // namespace commsearch::report
