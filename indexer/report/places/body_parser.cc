#include "indexer/report/places/body_parser.h"

#include <algorithm>
#include <array>
#include <vector>

#include "analyzers/name/place_name.h"
#include "indexer/report/places/body_name.h"
#include "indexer/report/places/typed_place.h"
#include "indexer/report/text_scan.h"

namespace commsearch::report {
namespace {

constexpr std::size_t max_bare_words = 5;  ///< of a place without its type

std::string_view text_of(LineTokens words) {
    return words.empty() ? std::string_view() : text_between(words.front(), words.back());
}

class BodyParser {
public:
    BodyParser(Date date, const Gazetteer& gazetteer, const ParsedBody* above)
        : date_(date), gazetteer_(gazetteer), above_(above) {}

    /// Nothing for a body that only speaks for the one above it.
    std::optional<ParsedBody> parse(std::string_view text) {
        const std::vector<LineToken> all = tokens_of(text);
        LineTokens tokens = all;
        std::size_t behind = 0;
        const Body* body = body_at(tokens, behind);
        while (body != nullptr && body->form == Body::Form::skip) {
            tokens = tokens.subspan(behind);
            if (tokens.empty()) return std::nullopt;
            behind = 0;
            body = body_at(tokens, behind);
        }
        if (body != nullptr) behind = without_type(tokens, behind, *body);
        ParsedBody parsed;
        parsed.body = body;
        if (body != nullptr) {
            parsed.kind = body->kind;
            parsed.level = body->level;
            parsed.name = body->label;
        }
        read_place(tokens, behind, parsed);
        return parsed;
    }

private:
    /// "ĐẢNG BỘ XÃ", "CÔNG AN XÃ": the type of the place that follows is no word of the body's.
    static std::size_t without_type(LineTokens tokens, std::size_t behind, const Body& body) {
        if (body.form != Body::Form::closed) return behind;
        for (const std::size_t words : {std::size_t{2}, std::size_t{1}}) {
            if (behind <= words) continue;
            const std::vector<TypedPlace> places = places_in(tokens.first(behind), behind - words);
            if (!places.empty() && places.front().begin == behind - words) return behind - words;
        }
        return behind;
    }

    void read_place(LineTokens tokens, std::size_t behind, ParsedBody& parsed) {
        const std::vector<TypedPlace> places = places_in(tokens, behind);
        std::size_t end = tokens.size();
        if (!places.empty()) {
            parsed.is_typed = true;
            end = places.front().begin;
            for (auto place = places.rbegin(); place != places.rend(); ++place)
                take(*place, parsed);
            take_name(places.front(), parsed);
        } else {
            end = behind +
                  take_bare_place(without_fillers(tokens.subspan(behind)), tokens, behind, parsed);
        }
        add_rest(tokens.subspan(behind, end - behind), parsed);
        if (!places.empty() && places.front().is_party && parsed.body != nullptr)
            parsed.name += ' ' + party_body_of(places.front().type);
    }

    /// What stands behind the known words of a body and belongs to its name.
    static void add_rest(LineTokens rest, ParsedBody& parsed) {
        using Form = Body::Form;
        const Form form = parsed.body == nullptr ? Form::open : parsed.body->form;
        if (rest.empty() || form == Form::closed || form == Form::named) return;
        const bool proper = form == Form::school || form == Form::hamlet;
        const std::string words = proper ? proper_name(rest) : name_of_office(rest);
        parsed.has_own_words = true;
        if (!parsed.name.empty()) parsed.name += ' ';
        parsed.name += words;
    }

    /// "VIỆT NAM", "HỒ CHÍ MINH": of the names of unions, and no places.
    static LineTokens without_fillers(LineTokens rest) {
        constexpr std::array<std::string_view, 4> fillers = {"viet nam", "cong san ho chi minh",
                                                             "ho chi minh", "cong san"};
        std::string key;
        for (const LineToken& token : rest) key += (key.empty() ? "" : " ") + token.key;
        for (const std::string_view filler : fillers) {
            if (!begins_with_words(key, filler)) continue;
            const auto words =
                static_cast<std::size_t>(std::count(filler.begin(), filler.end(), ' ')) + 1;
            return rest.subspan(words);
        }
        return rest;
    }

    /// A place without a type at the end of `rest`: "SỞ Y TẾ KIÊN GIANG", "HUYỆN ỦY CẨM XUYÊN".
    /// Returns how many tokens behind the known words are no place.
    std::size_t take_bare_place(LineTokens rest, LineTokens tokens, std::size_t behind,
                                ParsedBody& parsed) {
        const std::size_t all = tokens.size() - behind;
        if (parsed.body == nullptr || parsed.body->form == Body::Form::school) return all;
        const bool may_be_of_any = parsed.level == Level::unknown &&
                                   parsed.body->form == Body::Form::open &&
                                   parsed.kind != Issuer::dang_uy;
        const bool of_district =
            parsed.level == Level::district || parsed.body->is_of_city || may_be_of_any;
        for (std::size_t size = std::min(rest.size(), max_bare_words); size > 0; --size) {
            const LineTokens name = rest.last(size);
            // "KHU VỰC CAM LỘ - ĐÔNG HÀ" lies in no one place.
            const bool joined =
                size < rest.size() && rest[rest.size() - size - 1].kind == LineToken::Kind::mark;
            if (joined || !name.front().is_word()) continue;
            if (take_region(Region::Level::province, {}, text_of(name), parsed) ||
                (of_district && take_region(Region::Level::district, {}, text_of(name), parsed))) {
                parsed.place_words = known_name(parsed.region);
                const bool is_district = !parsed.region.district.empty();
                if (parsed.level == Level::unknown && is_district) parsed.level = Level::district;
                return all - size;
            }
        }
        const bool may_be_commune =
            parsed.body->form == Body::Form::closed || parsed.body->form == Body::Form::named;
        PlaceHint hint;
        hint.commune = text_of(rest);
        hint.date = date_;
        if (!may_be_commune || rest.empty() || gazetteer_.find(hint).empty()) return all;
        parsed.commune = NamedPlace{{}, std::string(text_of(rest)), {}};
        if (parsed.level == Level::unknown) parsed.level = Level::commune;
        return all - rest.size();
    }

    /// The name of a region without its type.
    static std::string known_name(const Commune& region) {
        return region.district.empty() ? region.province
                                       : std::string(name::typed_name(region.district).name);
    }

    /// Notes which region or commune a typed place is; the type decides the level.
    void take(const TypedPlace& place, ParsedBody& parsed) {
        if (place.name.empty()) return;
        if (place.level == Level::commune) {
            const std::string words = place.type + ' ' + std::string(text_of(place.name));
            const std::vector<NamedPlace> named = places_named(words, gazetteer_);
            parsed.commune = named.empty()
                                 ? NamedPlace{place.type, std::string(text_of(place.name)), {}}
                                 : named.front();
            return;
        }
        const bool city = place.type == "thành phố";
        for (std::size_t size = place.name.size(); size > 0; --size) {
            const std::string_view name = text_of(place.name.first(size));
            if ((place.level == Level::province || city) &&
                take_region(Region::Level::province, place.type, name, parsed))
                return;
            if (place.level == Level::district &&
                take_region(Region::Level::district, place.type, name, parsed))
                return;
        }
        const std::string name = proper_name(place.name);
        if (place.level == Level::province) {
            parsed.region.province = name;
        } else {
            parsed.region.district = with_capital(place.type) + ' ' + name;
        }
    }

    /// Level and wording of the body by the first of its places.
    void take_name(const TypedPlace& first, ParsedBody& parsed) const {
        const bool central = first.type == "thành phố" && parsed.region.district.empty() &&
                             !parsed.region.province.empty();
        if (parsed.level == Level::unknown) parsed.level = central ? Level::province : first.level;
        if (first.level == Level::commune || first.name.empty()) return;
        const bool bare =
            first.is_party || (parsed.body != nullptr && parsed.body->form == Body::Form::bare);
        const std::string type = bare ? "" : first.type + ' ';
        const bool of_province = first.level == Level::province || central;
        parsed.place_words =
            type + (of_province ? parsed.region.province : known_name(parsed.region));
    }

    /// Whether there is such a region; several of one name are told apart by the province above.
    bool take_region(Region::Level level, std::string_view type, std::string_view name,
                     ParsedBody& parsed) {
        std::vector<Region> found = gazetteer_.regions_named(level, type, name, date_);
        if (found.empty()) return false;
        if (level == Region::Level::province) {
            parsed.region.epoch = found.front().epoch;
            parsed.region.province = found.front().name;
            parsed.region.province_code = found.front().code;
            return true;
        }
        const std::string& province = !parsed.region.province_code.empty() || above_ == nullptr
                                          ? parsed.region.province_code
                                          : above_->region.province_code;
        const std::string found_type = found.front().type;
        const std::string found_name = found.front().name;
        if (found.size() > 1) {
            std::erase_if(found, [&](const Region& one) { return one.province_code != province; });
        }
        if (found.size() != 1) {
            parsed.region.district = with_capital(found_type) + ' ' + found_name;
            return true;
        }
        const Region& district = found.front();
        parsed.region.epoch = district.epoch;
        parsed.region.district = full_name(district);
        parsed.region.district_code = district.code;
        const Region above = gazetteer_.region({district.epoch, district.province_code});
        parsed.region.province = above.name;
        parsed.region.province_code = above.code;
        return true;
    }

    Date date_;
    const Gazetteer& gazetteer_;
    const ParsedBody* above_;
};

}  // namespace

std::string party_body_of(std::string_view type) {
    return with_capital(type.substr(0, type.find(' '))) + " ủy";
}

std::optional<ParsedBody> parse_body(std::string_view text, const ParsedBody* above, Date date,
                                     const Gazetteer& gazetteer) {
    return BodyParser(date, gazetteer, above).parse(text);
}

}  // namespace commsearch::report
