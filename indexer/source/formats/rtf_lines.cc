#include "indexer/source/formats/rtf_lines.h"

#include <algorithm>
#include <utility>

#include "analyzers/base/utf8.h"
#include "indexer/source/extract/text.h"
#include "indexer/source/formats/html_lists.h"

namespace commsearch::source {

void RtfLines::add_byte(unsigned char byte, const RtfPlace& at) {
    begin_run(at);
    bytes_ += static_cast<char>(byte);
}

void RtfLines::add_character(char32_t character, const RtfPlace& at) {
    begin_run(at);
    end_bytes();
    append_utf8(run_, character);
}

/// What comes is in the font of the open run, or begins one.
void RtfLines::begin_run(const RtfPlace& at) {
    if (at.font == run_font_) return;
    end_run(at);
    run_font_ = at.font;
}

void RtfLines::end_bytes() {
    if (bytes_.empty()) return;
    run_ += fonts_.text_of(bytes_, run_font_);
    bytes_.clear();
}

void RtfLines::end_run(const RtfPlace& at) {
    end_bytes();
    if (run_.empty()) return;
    const std::string text = fonts_.decoded(std::move(run_), run_font_);
    run_.clear();
    if (at.group == RtfGroup::label) {
        label_ += without_blank_ends(text);
        return;
    }
    enter_rows(at.in_table || level(at).has_row ? at.depth : 0, at);
    if (!label_.empty()) flow(at).lines.append(word_list_mark(label_) + ' ');
    label_.clear();
    flow(at).lines.append(text);
}

void RtfLines::end_line(const RtfPlace& at) {
    end_run(at);
    label_.clear();
    flow(at).lines.end_line();
}

void RtfLines::enter_rows(std::int32_t depth, const RtfPlace& at) {
    level(at).rows.enter(static_cast<std::size_t>(depth));
}

void RtfLines::take_mark(std::string_view word, const RtfPlace& at) {
    if (word == "par" || word == "sect" || word == "page" || word == "column" || word == "line" ||
        word == "lbr")
        return end_line(at);
    if (word == "trowd") {
        level(at).has_row = true;
        level(at).is_head = false;
        level(at).edges = {0};
    }
    if (word == "trhdr") level(at).is_head = true;
    if (word == "cell" || word == "nestcell") end_cell_or_row(true, word == "nestcell", at);
    if (word == "row" || word == "nestrow") end_cell_or_row(false, word == "nestrow", at);
}

void RtfLines::end_cell_or_row(bool is_cell, bool is_inner, const RtfPlace& at) {
    end_run(at);
    const std::string label = std::exchange(label_, {});
    enter_rows(is_inner ? std::max(at.depth, 2) : 1, at);
    if (is_cell) {
        if (!label.empty()) flow(at).lines.label_without_text(word_list_mark(label));
        return level(at).rows.end_cell();
    }
    level(at).rows.end_row(level(at).is_head, std::exchange(level(at).edges, {}));
    if (!is_inner) level(at).has_row = false;
}

void RtfLines::set_left_edge(std::int32_t edge, const RtfPlace& at) {
    if (level(at).edges.size() == 1) level(at).edges[0] = edge;
}

void RtfLines::add_edge(std::int32_t edge, const RtfPlace& at) {
    if (!level(at).edges.empty()) level(at).edges.push_back(edge);
}

void RtfLines::begin_box(const RtfPlace& at) {
    end_run(at);
    flow(at).lines.begin_box();
    flow(at).levels.push_back({NestedRows(flow(at).lines)});
}

void RtfLines::end_box(const RtfPlace& at) {
    end_run(at);
    if (flow(at).levels.size() == 1) return;
    level(at).rows.enter(0);
    flow(at).levels.pop_back();
    flow(at).lines.end_box();
}

RawDocument RtfLines::finish(RtfPlace at) {
    for (const bool in_note : {false, true}) {
        at.in_note = in_note;
        end_line(at);
        level(at).rows.enter(0);
    }
    RawDocument document = body_.lines.finish();
    document.text += notes_.lines.finish().text;
    return document;
}

}  // namespace commsearch::source
