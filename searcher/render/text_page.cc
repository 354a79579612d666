#include "searcher/render/text_page.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "analyzers/base/unicode.h"

namespace commsearch::render {
namespace {

constexpr std::size_t narrowest = 40;
constexpr std::size_t widest = 120;
constexpr std::string_view plain = "\x1b[0m";

}  // namespace

TextPage::TextPage(const TextStyle& style)
    : style_(style), width_(std::clamp(style.width, narrowest, widest)) {}

void TextPage::add_lines(const std::vector<Word>& words, std::size_t indent,
                         std::string_view color) {
    for (const Word& line : wrap(words, width_ - indent))
        out_ += std::string(indent, ' ') + painted(line.text, color) + '\n';
}

void TextPage::add_item(const std::string& mark, const std::vector<Word>& words,
                        std::string_view color) {
    const std::vector<Word> lines = wrap(words, width_ - mark.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        out_ += i == 0 ? mark : std::string(mark.size(), ' ');
        out_ += painted(lines[i].text, color) + '\n';
    }
}

std::string TextPage::say(std::string vi, std::string en) const {
    return style_.language == Language::english ? std::move(en) : std::move(vi);
}

std::string TextPage::number_text(std::size_t number) const {
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3;) {
        at -= 3;
        digits.insert(at, say(".", ","));
    }
    return digits;
}

std::string TextPage::decimal_text(double value, int decimals) const {
    std::array<char, 400> buffer{};  // the largest double has 309 digits
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                            std::chars_format::fixed, decimals);
    std::string text(buffer.data(), error == std::errc{} ? end : buffer.data());
    std::replace(text.begin(), text.end(), '.', say(",", ".").front());
    return text;
}

std::string TextPage::painted(const std::string& text, std::string_view color) const {
    if (!style_.color || color.empty()) return text;
    return std::string(color) + text + std::string(plain);
}

std::string plural(const std::string& noun, std::size_t count) {
    return count == 1 ? noun : noun + 's';
}

void glue(std::vector<Word>& words, const std::string& text) {
    words.back().text += text;
    words.back().width += display_width(text);
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
    std::string out;
    for (const std::string& part : parts) {
        if (part.empty()) continue;
        if (!out.empty()) out += separator;
        out += part;
    }
    return out;
}

}  // namespace commsearch::render
