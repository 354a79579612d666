#include "indexer/report/fields/issuers.h"

#include <algorithm>
#include <array>

#include "indexer/report/text_scan.h"

namespace commsearch::report {
namespace {

struct Body {
    std::string_view unaccented;
    Issuer kind;
    std::string_view label;
};

constexpr std::array<Body, 37> bodies = {{
    {"uy ban nhan dan", Issuer::ubnd, "UBND"},
    {"ubnd", Issuer::ubnd, "UBND"},
    {"hoi dong nhan dan", Issuer::hdnd, "HĐND"},
    {"hdnd", Issuer::hdnd, "HĐND"},
    {"uy ban kiem tra dang uy", Issuer::dang_uy, "Ủy ban Kiểm tra Đảng ủy"},
    {"dang uy", Issuer::dang_uy, "Đảng ủy"},
    {"dang bo xa", Issuer::dang_uy, "Đảng ủy"},
    {"dang bo phuong", Issuer::dang_uy, "Đảng ủy"},
    {"dang bo thi tran", Issuer::dang_uy, "Đảng ủy"},
    {"dang bo huyen", Issuer::dang_uy, "Đảng ủy"},
    {"dang bo thanh pho", Issuer::dang_uy, "Đảng ủy"},
    {"dang bo thi xa", Issuer::dang_uy, "Đảng ủy"},
    {"dang bo quan", Issuer::dang_uy, "Đảng ủy"},
    {"dang bo tinh", Issuer::dang_uy, "Đảng ủy"},
    {"huyen uy", Issuer::dang_uy, "Huyện ủy"},
    {"tinh uy", Issuer::dang_uy, "Tỉnh ủy"},
    {"mat tran to quoc", Issuer::mttq, "Ủy ban MTTQ"},
    {"uy ban mat tran", Issuer::mttq, "Ủy ban MTTQ"},
    {"ubmttq", Issuer::mttq, "Ủy ban MTTQ"},
    {"mttq", Issuer::mttq, "Ủy ban MTTQ"},
    {"hoi nong dan", Issuer::doan_the, "Hội Nông dân"},
    {"hoi lien hiep phu nu", Issuer::doan_the, "Hội LHPN"},
    {"hoi lhpn", Issuer::doan_the, "Hội LHPN"},
    {"hoi phu nu", Issuer::doan_the, "Hội LHPN"},
    {"hoi cuu chien binh", Issuer::doan_the, "Hội Cựu chiến binh"},
    {"hoi ccb", Issuer::doan_the, "Hội Cựu chiến binh"},
    {"doan thanh nien", Issuer::doan_the, "Đoàn Thanh niên"},
    {"doan tncs", Issuer::doan_the, "Đoàn Thanh niên"},
    {"ban chap hanh doan", Issuer::doan_the, "Đoàn Thanh niên"},
    {"cong doan", Issuer::doan_the, "Công đoàn"},
    {"hoi nguoi cao tuoi", Issuer::doan_the, "Hội Người cao tuổi"},
    {"hoi chu thap do", Issuer::doan_the, "Hội Chữ thập đỏ"},
    {"tram y te", Issuer::other, "Trạm Y tế"},
    {"cong an xa", Issuer::other, "Công an"},
    {"ban chi huy quan su", Issuer::other, "Ban Chỉ huy Quân sự"},
    {"truong tieu hoc", Issuer::other, "Trường Tiểu học"},
    {"truong thcs", Issuer::other, "Trường THCS"},
}};

bool names_commune(std::string_view key) {
    constexpr std::array types = {"xa", "phuong", "thi tran", "dac khu"};
    return std::any_of(types.begin(), types.end(),
                       [&](std::string_view type) { return has_words(key, type); });
}

bool names_superior(std::string_view key) {
    constexpr std::array types = {"huyen", "quan",     "thi xa", "thanh pho",
                                  "tinh",  "huyen uy", "tinh uy"};
    return std::any_of(types.begin(), types.end(),
                       [&](std::string_view type) { return has_words(key, type); });
}

/// Where the body is named; npos when nowhere. "đang ủy thác" and "tỉnh ủy quyền" name none.
std::size_t find_body(std::string_view key, std::string_view body) {
    std::size_t at = find_words(key, body);
    while (at != std::string_view::npos && body.ends_with(" uy")) {
        const std::string_view behind = key.substr(at + body.size());
        constexpr std::array verbs = {" thac", " quyen", " nhiem"};
        const bool is_verb = std::any_of(verbs.begin(), verbs.end(), [&](std::string_view end) {
            return behind.starts_with(end) &&
                   (behind.size() == end.size() || behind[end.size()] == ' ');
        });
        if (!is_verb) break;
        at = find_words(key, body, at + 1);
    }
    return at;
}

}  // namespace

std::optional<IssuerMention> issuer_named(std::string_view key) {
    constexpr std::size_t looked_at = 400;  // bytes: headers, titles and opening sentences
    key = key.substr(0, looked_at);
    const Body* first = nullptr;
    std::size_t first_at = std::string_view::npos;
    for (const Body& body : bodies) {
        const std::size_t at = find_body(key, body.unaccented);
        if (at >= first_at) continue;
        first = &body;
        first_at = at;
    }
    if (first == nullptr) return std::nullopt;
    // "xã" is also a part of "thị xã".
    const std::string_view behind = key.substr(first_at);
    const bool of_town = has_words(behind, "thi xa") && count_words(behind, "xa") == 1;
    const bool superior = names_superior(behind) && (of_town || !names_commune(behind));
    return IssuerMention{first->kind, first->label, superior};
}

std::optional<IssuerMention> issuer_signing(std::string_view key) {
    constexpr std::array prefixes = {"tm", "t m", "kt", "k t", "tl", "t l", "tuq"};
    const bool signs = std::any_of(prefixes.begin(), prefixes.end(), [&](std::string_view prefix) {
        return begins_with_words(key, prefix) || has_words(key, prefix);
    });
    if (!signs) return std::nullopt;
    if (has_words(key, "ban thuong vu") || has_words(key, "dang uy")) {
        return IssuerMention{Issuer::dang_uy, label_of(Issuer::dang_uy)};
    }
    if (has_words(key, "ban thuong truc")) {
        return IssuerMention{Issuer::mttq, label_of(Issuer::mttq)};
    }
    return issuer_named(key);
}

std::string_view label_of(Issuer kind) {
    switch (kind) {
        case Issuer::dang_uy:
            return "Đảng ủy";
        case Issuer::ubnd:
            return "UBND";
        case Issuer::hdnd:
            return "HĐND";
        case Issuer::mttq:
            return "Ủy ban MTTQ";
        default:
            return {};
    }
}

}  // namespace commsearch::report
