#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "analyzers/base/message.h"
#include "analyzers/base/utf8.h"
#include "indexer/source/extract/raw_document.h"
#include "indexer/source/formats/document_readers.h"
#include "indexer/source/formats/office_document.h"
#include "indexer/source/formats/rtf_fonts.h"
#include "indexer/source/formats/rtf_lines.h"
#include "indexer/source/formats/rtf_tokens.h"
#include "indexer/source/formats/rtf_words.h"
#include "indexer/source/formats/word_fields.h"

namespace commsearch::source {
namespace {

using TokenKind = RtfToken::Kind;

/// What a group inherits from the one around it and may change for itself.
struct State {
    RtfPlace at;
    bool is_optional = false;  ///< began with "\*"
    bool is_hidden = false;
    bool is_unseen = false;     ///< hidden or deleted characters
    std::int32_t fallback = 1;  ///< characters behind one in Unicode that stand for it elsewhere
};

/// What the pieces of an RTF file do to its text.
class RtfText {
public:
    void take(const RtfToken& token) {
        if (token.kind == TokenKind::byte) return take_byte(token.byte);
        if (token.kind == TokenKind::word) return take_word(token);
        passed_over_ = 0;
        if (token.kind == TokenKind::group_begin) return begin_group();
        end_group();
    }

    RawDocument finish() {
        while (!outer_.empty()) end_group();
        return lines_.finish(state_.at);
    }

private:
    void begin_group() {
        constexpr std::size_t deepest = 4096;
        if (outer_.size() == deepest) {
            throw Error({"RTF lồng quá nhiều tầng; hãy mở bằng Word rồi lưu lại",
                         "RTF nested too deeply; open it in Word and save it again"});
        }
        outer_.push_back(state_);
        state_.is_optional = false;
        begins_group_ = true;
    }

    void end_group() {
        if (outer_.empty()) return;
        const State inner = state_;
        const State& around = outer_.back();
        const bool ends_box = inner.at.group == RtfGroup::box && around.at.group != RtfGroup::box;
        if (!inner.is_hidden && ends_box) lines_.end_box(inner.at);
        if (inner.at.in_note && !around.at.in_note) lines_.end_line(inner.at);
        // Text is in the table that its own group tells of.
        if (inner.at.group != around.at.group || inner.at.in_table != around.at.in_table)
            lines_.end_run(inner.at);
        state_ = around;
        outer_.pop_back();
    }

    void take_byte(unsigned char byte) {
        begins_group_ = false;
        if (passed_over_ > 0) {
            --passed_over_;
            return;
        }
        if (state_.is_hidden) return;
        if (state_.at.group == RtfGroup::fonts) return fonts_.add_to_name(byte);
        if (state_.at.group == RtfGroup::field_code) return add_to_code(byte);
        if (state_.is_unseen) return;
        if (fonts_.is_symbol(state_.at.font)) return add_symbol(byte);
        lines_.add_byte(byte, state_.at);
    }

    void take_word(const RtfToken& token) {
        const bool begins_group = begins_group_;
        begins_group_ = false;
        if (token.word == "*") {
            state_.is_optional = true;
            begins_group_ = begins_group;
            return;
        }
        if (const auto character = character_of(token.word)) {
            if (passed_over_ == 0) return add_character(*character);
            --passed_over_;
            return;
        }
        passed_over_ = 0;
        if (const auto group = group_of(token.word, begins_group && state_.is_optional))
            return enter(*group);
        take_setting_of_file(token.word, token.number.value_or(0));
        take_setting(token.word, token.number);
        if (is_text()) lines_.take_mark(token.word, state_.at);
    }

    void enter(RtfGroup group) {
        if (group == RtfGroup::again && outer_.size() > 1)
            state_.is_hidden = outer_[outer_.size() - 2].is_hidden;
        if (group == RtfGroup::hidden) state_.is_hidden = true;
        if (group == RtfGroup::field_code) code_.clear();
        if (group == RtfGroup::field_text && is_table_of_contents(code_)) state_.is_hidden = true;
        const bool shows_on = group == RtfGroup::text || group == RtfGroup::again ||
                              group == RtfGroup::field_text || group == RtfGroup::hidden;
        if (shows_on || state_.is_hidden) return;
        lines_.end_run(state_.at);
        state_.at.group = group;
        if (group == RtfGroup::box) {
            state_.at.in_table = false;
            lines_.begin_box(state_.at);
        }
        if (group == RtfGroup::note) {
            state_.at.in_note = true;
            state_.at.in_table = false;
        }
    }

    void take_setting_of_file(std::string_view word, std::int32_t value) {
        if (word == "ansicpg" && value > 0) fonts_.set_code_page(value);
        if (word == "mac") fonts_.set_code_page(10000);
        if (word == "pc") fonts_.set_code_page(437);
        if (word == "pca") fonts_.set_code_page(850);
        if (word == "deff") fonts_.set_usual(state_.at.font = value);
        if (word == "fcharset") fonts_.set_charset(value);
        if (word == "cpg") fonts_.set_font_code_page(value);
    }

    void take_setting(std::string_view word, std::optional<std::int32_t> number) {
        const std::int32_t value = number.value_or(0);
        const bool is_on = number.value_or(1) != 0;
        if (word == "u") return add_unicode(value);
        if (word == "uc") state_.fallback = std::clamp(value, 0, 16);
        if (word == "f") set_font(value);
        if (word == "v" || word == "deleted") state_.is_unseen = is_on;
        if (word == "plain") {
            state_.is_unseen = false;
            state_.at.font = fonts_.usual();
        }
        if (word == "trleft") lines_.set_left_edge(value, state_.at);
        if (word == "cellx") lines_.add_edge(value, state_.at);
        if (word == "pard") set_table(false, 1);
        if (word == "intbl") set_table(is_on, state_.at.depth);
        if (word == "itap") set_table(state_.at.in_table, std::clamp(value, 1, 32));
    }

    void set_table(bool in_table, std::int32_t depth) {
        if (state_.at.in_table == in_table && state_.at.depth == depth) return;
        lines_.end_run(state_.at);
        state_.at.in_table = in_table;
        state_.at.depth = depth;
    }

    void set_font(std::int32_t number) {
        state_.at.group == RtfGroup::fonts ? fonts_.begin_font(number)
                                           : void(state_.at.font = number);
    }

    void add_to_code(unsigned char byte) {
        constexpr std::size_t longest = 32;
        if (code_.size() < longest) code_ += static_cast<char>(byte);
    }

    /// RTF counts in UTF-16 of signed numbers.
    void add_unicode(std::int32_t value) {
        passed_over_ = state_.fallback;
        const auto unit = static_cast<char16_t>(value);
        if (unit >= 0xD800 && unit < 0xDC00) {
            high_half_ = unit;
            return;
        }
        if (unit >= 0xDC00 && unit < 0xE000) {
            if (high_half_ != 0)
                add_character(0x10000U + ((high_half_ - 0xD800U) << 10U) + (unit - 0xDC00U));
            high_half_ = 0;
            return;
        }
        // Symbol fonts have their characters here.
        if (unit >= 0xF000 && unit <= 0xF0FF) return add_symbol(unit & 0xFFU);
        add_character(unit);
    }

    /// A bullet before an item says that it is one; other pictures say nothing, but for some signs.
    void add_symbol(std::uint32_t byte) {
        if (state_.at.group == RtfGroup::label) return add_character('-');
        const std::string_view sign = fonts_.sign_of(state_.at.font, byte);
        sign.empty() ? add_character(' ') : add_character(decode_at(sign, 0).value);
    }

    void add_character(char32_t character) {
        if (!is_text() || state_.is_unseen) return;
        lines_.add_character(character, state_.at);
    }

    /// Whether what comes is text of the paper.
    [[nodiscard]] bool is_text() const {
        return !state_.is_hidden && state_.at.group != RtfGroup::fonts &&
               state_.at.group != RtfGroup::field_code;
    }

    RtfFonts fonts_;
    RtfLines lines_{fonts_};
    State state_;
    std::vector<State> outer_;
    bool begins_group_ = false;
    std::int32_t passed_over_ = 0;  ///< characters that stand for the last one
    char32_t high_half_ = 0;        ///< of a character in two parts
    std::string code_;              ///< of the field that began last
};

}  // namespace

RawDocument read_rtf(std::string_view bytes) {
    // A byte order mark or blank lines may stand before it.
    if (const std::size_t begin = bytes.find('{'); begin != std::string_view::npos)
        bytes.remove_prefix(begin);
    RtfTokens tokens(bytes);
    RtfText text;
    while (const auto token = tokens.next()) text.take(*token);
    return with_text(text.finish());
}

}  // namespace commsearch::source
