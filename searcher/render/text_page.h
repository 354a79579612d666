#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzers/base/message.h"
#include "searcher/render/render_text.h"
#include "searcher/render/terminal_text.h"

namespace commsearch::render {

inline constexpr std::string_view bold = "\x1b[1m";
inline constexpr std::string_view dim = "\x1b[2m";
inline constexpr std::string_view hit_color = "\x1b[1;31m";

/// Collects the lines of a text answer, wrapped to the width, in the language and colours of a
/// style. For one thread.
class TextPage {
public:
    explicit TextPage(const TextStyle& style);

    /// Lines of at most the page's width, from column `indent` on.
    void add_lines(const std::vector<Word>& words, std::size_t indent, std::string_view color);
    /// A paragraph whose first line begins with `mark`, the others below its text.
    void add_item(const std::string& mark, const std::vector<Word>& words, std::string_view color);
    /// A line that fits the page as it is.
    void add_line(const std::string& line) { out_ += line + '\n'; }
    void add_blank_line() { out_ += '\n'; }
    [[nodiscard]] std::string take() { return std::move(out_); }

    /// Columns of the page.
    [[nodiscard]] std::size_t width() const { return width_; }
    [[nodiscard]] bool has_color() const { return style_.color; }
    /// The text in the language of the page.
    [[nodiscard]] std::string say(std::string vi, std::string en) const;
    [[nodiscard]] const std::string& say(const Message& message) const {
        return message.in(style_.language);
    }
    /// "1.234" in Vietnamese, "1,234" in English.
    [[nodiscard]] std::string number_text(std::size_t number) const;
    /// With the decimal sign of the language.
    [[nodiscard]] std::string decimal_text(double value, int decimals) const;
    /// In that colour where the page has colours.
    [[nodiscard]] std::string painted(const std::string& text, std::string_view color) const;

private:
    TextStyle style_;
    std::size_t width_;
    std::string out_;
};

/// English: "passage", "passages".
[[nodiscard]] std::string plural(const std::string& noun, std::size_t count);

/// Appends `text` to the last word, so that a line cannot end between them.
void glue(std::vector<Word>& words, const std::string& text);

/// The parts that are not empty, with `separator` between them.
[[nodiscard]] std::string joined(const std::vector<std::string>& parts, std::string_view separator);

}  // namespace commsearch::render
