#include "analyzers/citation/citation_reader.h"

#include <charconv>

#include "analyzers/base/unicode.h"

namespace commsearch::citation {
namespace {

Joint::Sign sign_of(char32_t value) {
    switch (value) {
        case '/':
            return Joint::Sign::slash;
        case '-':
        case U'–':
        case U'—':
            return Joint::Sign::dash;
        case '.':
            return Joint::Sign::dot;
        case ',':
            return Joint::Sign::comma;
        default:
            return Joint::Sign::other;
    }
}

Joint joint_of(std::string_view between) {
    Joint joint;
    for (std::size_t at = 0; at < between.size();) {
        const CodePoint point = decode_at(between, at);
        at += point.size;
        if (is_space(point.value)) {
            joint.has_blanks = true;
        } else if (joint.sign != Joint::Sign::none) {
            joint.sign = Joint::Sign::other;
        } else {
            joint.sign = sign_of(point.value);
        }
    }
    return joint;
}

}  // namespace

Joint CitationReader::joint(std::size_t at) const {
    if (at == 0 || at >= words_.size() || words_[at].starts_anew) return {Joint::Sign::other, true};
    const std::string_view between = behind(at - 1);
    return between == " " ? Joint{Joint::Sign::none, true} : joint_of(between);
}

bool CitationReader::means(std::string_view typed, std::string_view term) const {
    return typed == term || (is_query_ && typed == unaccented(term));
}

int CitationReader::number(std::size_t at, std::size_t max_digits) const {
    const bool is_number = at < words_.size() && words_[at].is_number;
    return is_number ? value_of(written(at), max_digits) : 0;
}

int CitationReader::year(std::size_t at) const {
    const int value = number(at, 4);
    return value >= 1900 && value < 2100 ? value : 0;
}

bool all_digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// The value of a run of at most `max_digits` digits; 0 for anything else.
int value_of(std::string_view digits, std::size_t max_digits) {
    int value = 0;
    if (all_digits(digits) && digits.size() <= max_digits)
        std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

}  // namespace commsearch::citation
