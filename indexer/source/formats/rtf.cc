#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "analyzers/base/message.h"
#include "analyzers/base/utf8.h"
#include "indexer/source/extract/raw_document.h"
#include "indexer/source/extract/text.h"
#include "indexer/source/formats/document_readers.h"
#include "indexer/source/formats/html_lists.h"
#include "indexer/source/formats/nested_rows.h"
#include "indexer/source/formats/office_document.h"
#include "indexer/source/formats/rtf_fonts.h"
#include "indexer/source/formats/rtf_tokens.h"
#include "indexer/source/formats/rtf_words.h"
#include "indexer/source/formats/word_fields.h"

namespace commsearch::source {
namespace {

using TokenKind = RtfToken::Kind;

/// Where paragraphs go: the lines of the paper, or those of its notes.
struct Flow {
    /// Of the text itself, or of a box in it.
    struct Level {
        NestedRows rows;
        bool has_row = false;                  ///< a row is defined and did not end
        bool is_head = false;                  ///< it holds heads of columns
        std::vector<std::int32_t> edges = {};  ///< of its cells
    };
    DocumentLines lines;
    std::vector<Level> levels{{NestedRows(lines)}};  ///< innermost last
};

/// What a group inherits from the one around it and may change for itself.
struct State {
    RtfGroup group = RtfGroup::text;
    bool is_optional = false;  ///< began with "\*"
    bool is_hidden = false;
    bool is_unseen = false;  ///< hidden or deleted characters
    bool in_note = false;
    bool in_table = false;
    std::int32_t depth = 1;  ///< of the tables
    std::int32_t font = 0;
    std::int32_t fallback = 1;  ///< characters behind one in Unicode that stand for it elsewhere
};

/// The pieces of an RTF file -> lines.
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
        for (const bool in_note : {false, true}) {
            state_.in_note = in_note;
            end_line();
            level().rows.enter(0);
        }
        RawDocument document = body_.lines.finish();
        document.text += notes_.lines.finish().text;
        return document;
    }

private:
    Flow& flow() { return state_.in_note ? notes_ : body_; }
    Flow::Level& level() { return flow().levels.back(); }

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
        const bool ends_box = inner.group == RtfGroup::box && around.group != RtfGroup::box;
        if (!inner.is_hidden && ends_box) end_box();
        if (inner.in_note && !around.in_note) end_line();
        // Text is in the table that its own group tells of.
        if (inner.group != around.group || inner.in_table != around.in_table) end_run();
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
        if (state_.group == RtfGroup::fonts) return fonts_.add_to_name(byte);
        if (state_.group == RtfGroup::field_code) return add_to_code(byte);
        if (state_.is_unseen) return;
        if (fonts_.is_symbol(state_.font)) return add_symbol(byte);
        begin_run();
        bytes_ += static_cast<char>(byte);
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
        if (is_text()) take_mark(token.word);
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
        end_run();
        state_.group = group;
        if (group == RtfGroup::box) begin_box();
        if (group == RtfGroup::note) {
            state_.in_note = true;
            state_.in_table = false;
        }
    }

    void take_setting_of_file(std::string_view word, std::int32_t value) {
        if (word == "ansicpg" && value > 0) fonts_.set_code_page(value);
        if (word == "mac") fonts_.set_code_page(10000);
        if (word == "pc") fonts_.set_code_page(437);
        if (word == "pca") fonts_.set_code_page(850);
        if (word == "deff") fonts_.set_usual(state_.font = value);
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
            state_.font = fonts_.usual();
        }
        if (word == "trleft" && level().edges.size() == 1) level().edges[0] = value;
        if (word == "cellx" && !level().edges.empty()) level().edges.push_back(value);
        if (word == "pard") set_table(false, 1);
        if (word == "intbl") set_table(is_on, state_.depth);
        if (word == "itap") set_table(state_.in_table, std::clamp(value, 1, 32));
    }

    void set_table(bool in_table, std::int32_t depth) {
        if (state_.in_table == in_table && state_.depth == depth) return;
        end_run();
        state_.in_table = in_table;
        state_.depth = depth;
    }

    void set_font(std::int32_t number) {
        state_.group == RtfGroup::fonts ? fonts_.begin_font(number) : void(state_.font = number);
    }

    void take_mark(std::string_view word) {
        if (word == "par" || word == "sect" || word == "page" || word == "column" ||
            word == "line" || word == "lbr")
            return end_line();
        if (word == "trowd") {
            level().has_row = true;
            level().is_head = false;
            level().edges = {0};
        }
        if (word == "trhdr") level().is_head = true;
        const bool is_inner = word == "nestcell" || word == "nestrow";
        const bool ends_cell = word == "cell" || word == "nestcell";
        const bool ends_row = word == "row" || word == "nestrow";
        if (!ends_cell && !ends_row) return;
        end_run();
        const std::string label = std::exchange(label_, {});
        enter_rows(is_inner ? std::max(state_.depth, 2) : 1);
        if (ends_cell) {
            if (!label.empty()) flow().lines.label_without_text(word_list_mark(label));
            return level().rows.end_cell();
        }
        level().rows.end_row(level().is_head, std::exchange(level().edges, {}));
        if (!is_inner) level().has_row = false;
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
        if (state_.group == RtfGroup::label) return add_character('-');
        const std::string_view sign = fonts_.sign_of(state_.font, byte);
        sign.empty() ? add_character(' ') : add_character(decode_at(sign, 0).value);
    }

    void add_character(char32_t character) {
        if (!is_text() || state_.is_unseen) return;
        begin_run();
        end_bytes();
        append_utf8(run_, character);
    }

    /// What comes is in the font of the open run, or begins one.
    void begin_run() {
        if (state_.font == run_font_) return;
        end_run();
        run_font_ = state_.font;
    }

    void end_bytes() {
        if (bytes_.empty()) return;
        run_ += fonts_.text_of(bytes_, run_font_);
        bytes_.clear();
    }

    void end_run() {
        end_bytes();
        if (run_.empty()) return;
        const std::string text = fonts_.decoded(std::move(run_), run_font_);
        run_.clear();
        if (state_.group == RtfGroup::label) {
            label_ += without_blank_ends(text);
            return;
        }
        enter_rows(state_.in_table || level().has_row ? state_.depth : 0);
        if (!label_.empty()) flow().lines.append(word_list_mark(label_) + ' ');
        label_.clear();
        flow().lines.append(text);
    }

    void enter_rows(std::int32_t depth) { level().rows.enter(static_cast<std::size_t>(depth)); }

    void end_line() {
        end_run();
        label_.clear();
        flow().lines.end_line();
    }

    void begin_box() {
        end_run();
        state_.in_table = false;
        flow().lines.begin_box();
        flow().levels.push_back({NestedRows(flow().lines)});
    }

    void end_box() {
        end_run();
        if (flow().levels.size() == 1) return;
        level().rows.enter(0);
        flow().levels.pop_back();
        flow().lines.end_box();
    }

    /// Whether what comes is text of the paper.
    [[nodiscard]] bool is_text() const {
        return !state_.is_hidden && state_.group != RtfGroup::fonts &&
               state_.group != RtfGroup::field_code;
    }

    Flow body_, notes_;
    RtfFonts fonts_;
    State state_;
    std::vector<State> outer_;
    bool begins_group_ = false;
    std::int32_t passed_over_ = 0;  ///< characters that stand for the last one
    char32_t high_half_ = 0;        ///< of a character in two parts
    std::string code_;              ///< of the field that began last
    std::string label_;             ///< of the paragraph that begins
    std::int32_t run_font_ = 0;
    std::string bytes_;  ///< in the code page of the font
    std::string run_;    ///< UTF-8 before them, not yet in a line
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
