#include "indexer/report/fields/document_number.h"

#include <algorithm>
#include <array>
#include <vector>

#include "analyzers/base/unicode.h"
#include "indexer/report/text_scan.h"
#include "indexer/schema/kinds.h"

namespace commsearch::report {
namespace {

/// The kinds of papers by the words of their names, the longest name first, so that "bộ luật" and
/// "thông tư liên tịch" are not taken for others.
struct TypeName {
    DocumentType type;
    std::string unaccented;
};

const std::vector<TypeName>& type_names() {
    static const std::vector<TypeName> names = [] {
        std::vector<TypeName> all;
        const auto kinds = schema::document_kinds();
        for (std::size_t i = 1; i < kinds.size(); ++i)
            all.push_back({static_cast<DocumentType>(i), words_key(kinds[i].label)});
        // What offices call a letter of thanks or wishes, and an invitation that must be followed.
        for (const std::string_view letter :
             {"thu khen", "thu ngo", "thu chuc mung", "thu cam on", "thu chuc tet"})
            all.push_back({DocumentType::thu_cong, std::string(letter)});
        all.push_back({DocumentType::giay_moi, "giay trieu tap"});
        std::stable_sort(all.begin(), all.end(), [](const TypeName& a, const TypeName& b) {
            return a.unaccented.size() > b.unaccented.size();
        });
        return all;
    }();
    return names;
}

DocumentType type_of_symbol(std::string_view symbol) {
    const auto kinds = schema::document_kinds();
    for (std::size_t i = 1; i < kinds.size(); ++i) {
        if (kinds[i].symbol == symbol) return static_cast<DocumentType>(i);
    }
    return DocumentType::unknown;
}

struct IssuerSymbol {
    std::string_view unaccented;
    Issuer issuer;
};

/// Symbols of bodies as they end a number; those of the district and above are left out.
constexpr std::array<IssuerSymbol, 29> issuer_symbols = {{
    {"du", Issuer::dang_uy},     {"ubktdu", Issuer::dang_uy}, {"vpdu", Issuer::dang_uy},
    {"btgdu", Issuer::dang_uy},  {"dub", Issuer::dang_uy},    {"cb", Issuer::dang_uy},
    {"btv", Issuer::dang_uy},    {"ubkt", Issuer::dang_uy},   {"bxdd", Issuer::dang_uy},
    {"ubnd", Issuer::ubnd},      {"hdnd", Issuer::hdnd},      {"tthdnd", Issuer::hdnd},
    {"mttq", Issuer::mttq},      {"ubmttq", Issuer::mttq},    {"ubmt", Issuer::mttq},
    {"mttqvn", Issuer::mttq},    {"mtw", Issuer::mttq},       {"hnd", Issuer::doan_the},
    {"hlhpn", Issuer::doan_the}, {"lhpn", Issuer::doan_the},  {"hpn", Issuer::doan_the},
    {"bch", Issuer::doan_the},   {"ccb", Issuer::doan_the},   {"hccb", Issuer::doan_the},
    {"dtn", Issuer::doan_the},   {"dx", Issuer::doan_the},    {"cdx", Issuer::doan_the},
    {"dtncs", Issuer::doan_the}, {"mt", Issuer::mttq},
}};

bool is_dash(const LineToken& token) {
    return token.text == "-" || token.text == "–" || token.text == "—";
}
bool is_joint(const LineToken& token) { return is_dash(token) || token.text == "/"; }

/// Đ for its look-alikes, capitals as written.
std::string symbol_text(std::string_view written) {
    std::string out(written);
    for (const std::string_view look_alike : {"Ð", "Ɖ"}) {
        for (std::size_t at = out.find(look_alike); at != std::string::npos;
             at = out.find(look_alike)) {
            out.replace(at, look_alike.size(), "Đ");
        }
    }
    return out;
}

/// Reads "45/BC-UBND" from the token `at` on; `filled` asks for the digits.
class NumberReader {
public:
    NumberReader(LineTokens tokens, std::size_t at) : tokens_(tokens), at_(at) {}

    std::optional<DocumentNumber> read() {
        const bool filled = has() && tokens_[at_].is_number();
        filled ? read_digits() : skip_dots();
        read_symbols(filled);
        if (symbols_ == 0 || (!filled && symbols_ < 2 && !leading_joint())) return std::nullopt;
        while (text_.ends_with('-') || text_.ends_with('/')) text_.pop_back();
        if (filled) number_.text = text_;
        return number_;
    }

private:
    [[nodiscard]] bool has() const { return at_ < tokens_.size(); }
    [[nodiscard]] bool leading_joint() const {
        return text_.starts_with('-') || text_.starts_with('/');
    }

    /// "1.245/BC-UBND", "4 5/BC-UBND", "15a/QĐ-UBND", "45.BC/UBND"
    void read_digits() {
        take();
        const auto next_is = [&](std::size_t i, auto test) {
            return at_ + i < tokens_.size() && test(tokens_[at_ + i]);
        };
        const auto is_number = [](const LineToken& token) { return token.is_number(); };
        const auto is_dot = [](const LineToken& token) { return token.text == "."; };
        const auto is_join = [](const LineToken& token) { return is_joint(token); };
        if (next_is(0, is_dot) && next_is(1, is_number)) ++at_;
        if (next_is(0, is_number) && next_is(1, is_join)) take();
        const bool lettered = next_is(0, [](const LineToken& token) {
            return token.gap == 0 && token.is_word() && token.text.size() == 1;
        });
        if (lettered && next_is(1, is_join)) take();
        if (next_is(0, is_dot)) ++at_, text_ += '-';
    }

    void skip_dots() {
        const auto is_dot = [](const LineToken& token) {
            return token.text == "." || token.text == "…" || token.text == "_";
        };
        while (has() && is_dot(tokens_[at_])) ++at_;
    }

    /// Symbols and the joints between them; without digits the first symbol needs no joint.
    void read_symbols(bool filled) {
        constexpr std::size_t max_symbols = 5;
        bool joint = !filled || text_.ends_with('-');
        while (has() && symbols_ < max_symbols) {
            // "45/BC.UBND", "45/BC_UBND"
            const bool typed = tokens_[at_].text == "." || tokens_[at_].text == "_";
            if (typed && symbols_ > 0 && at_ + 1 < tokens_.size() && tokens_[at_ + 1].gap == 0 &&
                tokens_[at_ + 1].is_word() && tokens_[at_].gap == 0) {
                joint = true;
                text_ += '-';
                ++at_;
                continue;
            }
            if (tokens_[at_].text == "&" && symbols_ > 0 && at_ + 1 < tokens_.size() &&
                tokens_[at_ + 1].is_word()) {
                joint = true;
                take();
                continue;
            }
            if (is_joint(tokens_[at_])) {
                joint = true;
                take();
            } else if (!joint || !symbol()) {
                return;
            } else {
                joint = false;
            }
        }
    }

    void take() {
        text_ += is_dash(tokens_[at_]) ? "-" : symbol_text(tokens_[at_].text);
        ++at_;
    }

    /// A run of capital letters, or a year or other number between joints.
    bool symbol() {
        constexpr std::size_t max_letters = 10;
        const LineToken& token = tokens_[at_];
        if (token.is_number()) {
            take();
            return true;
        }
        if (!token.is_word() || !token.capital || token.key.size() > max_letters) return false;
        std::string key;
        // "CTr" and "ThU" come as two words: a small letter before a capital one parts them.
        while (has() && tokens_[at_].is_word() && (key.empty() || tokens_[at_].gap == 0)) {
            key += tokens_[at_].key;
            take();
        }
        note(key);
        ++symbols_;
        // "QH12": the term of a National Assembly.
        if (has() && tokens_[at_].is_number() && tokens_[at_].gap == 0) take();
        return true;
    }

    void note(std::string_view key) {
        const DocumentType type = type_of_symbol(key);
        if (type != DocumentType::unknown && number_.type == DocumentType::unknown &&
            symbols_ == 0) {
            number_.type = type;
            return;
        }
        const auto* body =
            std::find_if(issuer_symbols.begin(), issuer_symbols.end(),
                         [&](const IssuerSymbol& entry) { return entry.unaccented == key; });
        if (body != issuer_symbols.end() && number_.issuer == Issuer::unknown) {
            number_.issuer = body->issuer;
            // "45/UBND-VX": a letter has no kind in its symbol.
            if (symbols_ == 0) number_.type = DocumentType::cong_van;
        }
    }

    LineTokens tokens_;
    std::size_t at_ = 0;
    std::size_t symbols_ = 0;
    std::string text_;
    DocumentNumber number_;
};

/// The unaccented words of the line before the token `at`.
std::string words_before(LineTokens tokens, std::size_t at) {
    std::string words;
    for (const LineToken& token : tokens.first(at)) words += (words.empty() ? "" : " ") + token.key;
    return words;
}

std::size_t behind_colon(LineTokens tokens, std::size_t at) {
    while (at < tokens.size() && (tokens[at].is(":") || tokens[at].is("."))) ++at;
    return at;
}

}  // namespace

bool is_law(DocumentType type) {
    return type == DocumentType::luat || type == DocumentType::bo_luat ||
           type == DocumentType::phap_lenh || type == DocumentType::hien_phap;
}

std::optional<DocumentNumber> stated_number(LineTokens line) {
    constexpr std::size_t max_tokens = 60;
    constexpr std::size_t least_gap = 2;
    const LineTokens tokens = first_tokens(line, max_tokens);
    for (std::size_t at = 0; at + 1 < tokens.size(); ++at) {
        // "Luật số: 56/2010/QH12"
        const bool of_law = at > 0 && at < 3 && is_law(type_of_name(words_before(tokens, at)));
        const bool begins_column = at == 0 || tokens[at].gap >= least_gap || of_law;
        if (!begins_column || !tokens[at].is("so")) continue;
        // "SỞ GD&ĐT": a body whose words look like the symbols of a number.
        if (lower(tokens[at].text) == "sở" && !tokens[at + 1].is(":")) continue;
        auto number = NumberReader(tokens, behind_colon(tokens, at + 1)).read();
        if (number) return number;
    }
    return std::nullopt;
}

std::optional<DocumentNumber> cited_number(LineTokens line, DocumentType type) {
    constexpr std::size_t max_tokens = 120;
    const LineTokens tokens = first_tokens(line, max_tokens);
    for (std::size_t at = 2; at + 1 < tokens.size(); ++at) {
        if (!tokens[at].is("so")) continue;
        if (type_of_name(tokens[at - 2].key + " " + tokens[at - 1].key) != type) continue;
        auto number = NumberReader(tokens, behind_colon(tokens, at + 1)).read();
        if (number && number->type == type && !number->text.empty()) return number;
    }
    return std::nullopt;
}

DocumentType type_of_name(std::string_view unaccented_name) {
    const auto found =
        std::find_if(type_names().begin(), type_names().end(),
                     [&](const TypeName& name) { return name.unaccented == unaccented_name; });
    return found == type_names().end() ? DocumentType::unknown : found->type;
}

DocumentType type_at_begin(std::string_view key) {
    const auto found =
        std::find_if(type_names().begin(), type_names().end(),
                     [&](const TypeName& name) { return begins_with_words(key, name.unaccented); });
    return found == type_names().end() ? DocumentType::unknown : found->type;
}

std::string_view name_of(DocumentType type) {
    return schema::document_kinds()[static_cast<std::size_t>(type)].label;
}

}  // namespace commsearch::report
