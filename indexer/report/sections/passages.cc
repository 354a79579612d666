#include "indexer/report/sections/passages.h"

#include <algorithm>
#include <string>

#include "analyzers/base/unicode.h"
#include "analyzers/word/line_end.h"
#include "indexer/report/text_scan.h"

namespace commsearch::report {
namespace {

/// A place to cut a paragraph: bytes of the first part and its words.
struct Cut {
    std::size_t size = 0;
    std::size_t words = 0;
};

/// Byte behind the word that begins at `at`.
std::size_t word_end(std::string_view text, std::size_t at) {
    return skip_code_points(text, at, [](char32_t value) { return !is_space(value); });
}

bool ends_sentence(std::string_view word) {
    return word.ends_with('.') || word.ends_with(';') || word.ends_with('!') ||
           word.ends_with('?') || word.ends_with("…");
}

/// Where to cut `text` so that the first part has at most `max` words: at the first sentence end
/// from `aim` words on, else the last one, else the last comma, else behind `max` words. `at_end`
/// asks for a sentence end; size 0 then says that there is none.
Cut cut_of(std::string_view text, std::size_t aim, std::size_t max, bool at_end) {
    Cut sentence;
    Cut comma;
    Cut all;
    for (std::size_t at = 0; at < text.size() && all.words < max;) {
        const std::size_t end = word_end(text, at);
        const std::string_view word = text.substr(at, end - at);
        all = {end, all.words + 1};
        if (ends_sentence(word)) {
            sentence = all;
            if (all.words >= aim) break;
        } else if (word.ends_with(',')) {
            comma = all;
        }
        at = skip_code_points(text, end, is_space);
    }
    if (sentence.words > 0 || at_end) return sentence;
    return comma.words * 2 > max ? comma : all;
}

}  // namespace

void PassageCutter::append(const PassagePart& part) {
    running_.parts.push_back(part);
    running_.words += part.words;
}

void PassageCutter::close(bool joins_next) {
    if (!running_.parts.empty()) drafts_.push_back(std::move(running_));
    running_ = Draft{};
    running_.joins_previous = joins_next;
}

/// A running passage that is too short takes the sentences of `rest` that fit.
void PassageCutter::fill_up(PassagePart& rest) {
    const Cut cut = cut_of(rest.text, passage_min_words, passage_max_words - running_.words, true);
    if (cut.words > 0) {
        append({rest.text.substr(0, cut.size), cut.words, rest.line});
        rest.text = rest.text.substr(skip_code_points(rest.text, cut.size, is_space));
        rest.words -= cut.words;
    }
    close(true);
}

void PassageCutter::add_row(std::string_view row, std::uint32_t line, std::uint32_t table) {
    const PassagePart part{row, word_count(row), line};
    const bool full = running_.words + part.words > passage_max_words;
    if (running_.table != table || full) close(running_.table == table);
    running_.table = table;
    append(part);
    if (running_.words < passage_min_words) return;
    close(true);
    running_.table = table;
}

void PassageCutter::add(std::string_view paragraph, std::uint32_t line) {
    if (running_.table != 0) close(false);
    PassagePart rest{paragraph, word_count(paragraph), line};
    end_at(paragraph);
    if (running_.words > 0 && running_.words + rest.words > passage_max_words) {
        if (running_.words >= passage_min_words) {
            close(true);
        } else {
            fill_up(rest);
        }
    }
    while (rest.words > passage_max_words) {
        const std::size_t parts = (rest.words + passage_max_words - 1) / passage_max_words;
        const Cut cut = cut_of(rest.text, rest.words / parts, passage_max_words, false);
        append({rest.text.substr(0, cut.size), cut.words, line});
        close(true);
        rest.text = rest.text.substr(skip_code_points(rest.text, cut.size, is_space));
        rest.words -= cut.words;
    }
    if (rest.words > 0) append(rest);
}

/// Ends a running passage that is long enough before `paragraph`, but not inside a sentence that a
/// margin has broken.
void PassageCutter::end_at(std::string_view paragraph) {
    if (running_.words < passage_min_words) return;
    const std::string_view last = running_.parts.back().text;
    const std::size_t longest = std::max(word::longest_line(last), word::longest_line(paragraph));
    if (!word::goes_on(last, paragraph, longest)) close(true);
}

std::vector<Passage> PassageCutter::finish() {
    close(true);
    const std::size_t count = drafts_.size();
    if (count >= 2 && drafts_.back().words < passage_min_words && drafts_.back().joins_previous &&
        drafts_[count - 2].table == drafts_.back().table &&
        drafts_[count - 2].words + drafts_.back().words <= passage_max_words) {
        Draft last = std::move(drafts_.back());
        drafts_.pop_back();
        std::move(last.parts.begin(), last.parts.end(), std::back_inserter(drafts_.back().parts));
    }
    std::vector<Passage> passages;
    for (const Draft& draft : drafts_) {
        Passage passage;
        passage.first_line = draft.parts.front().line;
        passage.last_line = draft.parts.back().line;
        passage.table = draft.table;
        for (const PassagePart& part : draft.parts) {
            if (!passage.text.empty()) passage.text += '\n';
            passage.text += part.text;
        }
        passages.push_back(std::move(passage));
    }
    *this = PassageCutter();
    return passages;
}

}  // namespace commsearch::report
