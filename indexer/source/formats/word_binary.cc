#include <array>
#include <map>
#include <optional>

#include "analyzers/base/message.h"
#include "analyzers/encoding/legacy_encoding.h"
#include "analyzers/encoding/utf16.h"
#include "indexer/source/extract/raw_document.h"
#include "indexer/source/extract/text.h"
#include "indexer/source/formats/document_readers.h"
#include "indexer/source/formats/nested_rows.h"
#include "indexer/source/formats/office_document.h"
#include "indexer/source/formats/unread_formats.h"
#include "indexer/source/formats/word_fields.h"
#include "indexer/source/formats/word_file.h"
#include "indexer/source/formats/word_formats.h"
#include "indexer/source/formats/word_lists.h"

namespace commsearch::source {
namespace {

/// Characters of a Word file that are none.
enum : char16_t {
    cell_end = 0x07,
    drawing = 0x08,
    line_break = 0x0B,
    page_end = 0x0C,
    paragraph_end = 0x0D,
    column_break = 0x0E,
    unbroken_hyphen = 0x1E,
    first_letter = 0x20,
};

/// Symbol fonts have their characters here: bullets, arrows, boxes to tick.
bool is_of_symbol_font(char16_t letter) { return letter >= 0xF000 && letter <= 0xF0FF; }

/// A stretch of a story.
struct Stretch {
    std::uint32_t begin = 0, end = 0;
};

/// Text boxes by the number of the shape that shows them, and the places that shapes stand at.
class TextBoxes {
public:
    explicit TextBoxes(const WordFile& file) {
        constexpr std::size_t anchor_size = 26;
        constexpr std::size_t box_size = 22;
        constexpr std::size_t number_in_box = 14;
        const auto [begin, end] = file.story(WordStory::text_boxes);
        const LittleEndian boxes = file.table(WordTable::text_boxes);
        const std::size_t count = boxes.size() < 4 ? 0 : (boxes.size() - 4) / (4 + box_size);
        for (std::size_t i = 0; i < count; ++i) {
            const std::uint64_t from = begin + std::uint64_t{boxes.u32(4 * i)};
            const std::uint64_t to = begin + std::uint64_t{boxes.u32(4 * (i + 1))};
            if (from >= to || to > end) continue;
            boxes_[boxes.u32(4 * (count + 1) + box_size * i + number_in_box)] = {
                static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)};
        }
        const LittleEndian anchors = file.table(WordTable::anchors);
        const std::size_t shapes =
            anchors.size() < 4 ? 0 : (anchors.size() - 4) / (4 + anchor_size);
        for (std::size_t i = 0; i < shapes; ++i)
            anchors_[anchors.u32(4 * i)] = anchors.u32(4 * (shapes + 1) + anchor_size * i);
    }

    /// The box of the shape that stands at a place of the body, once.
    std::optional<Stretch> take_at(std::uint32_t place) {
        const auto anchor = anchors_.find(place);
        const auto box = anchor == anchors_.end() ? boxes_.end() : boxes_.find(anchor->second);
        if (box == boxes_.end()) return std::nullopt;
        const Stretch stretch = box->second;
        boxes_.erase(box);
        return stretch;
    }
    /// Those that no shape of the body showed, as in groups of shapes.
    std::vector<Stretch> take_rest() {
        std::vector<Stretch> rest;
        for (const auto& [number, stretch] : boxes_) rest.push_back(stretch);
        boxes_.clear();
        return rest;
    }

private:
    std::map<std::uint32_t, Stretch> boxes_;
    std::map<std::uint32_t, std::uint32_t> anchors_;
};

/// Text of a Word file -> lines.
class WordText {
public:
    WordText(const WordFile& file, DocumentLines& lines)
        : file_(file), lines_(lines), formats_(file), styles_(file), lists_(file), boxes_(file) {}

    void add_all() {
        for (const WordStory story : {WordStory::body, WordStory::footnotes, WordStory::endnotes}) {
            const auto [begin, end] = file_.story(story);
            add({begin, end});
        }
        for (const Stretch& box : boxes_.take_rest()) add(box);
    }

private:
    void add(Stretch stretch) {
        const std::u16string_view text =
            std::u16string_view(file_.text()).substr(stretch.begin, stretch.end - stretch.begin);
        const std::vector<bool> hidden = hidden_by_fields(text);
        NestedRows rows(lines_);
        std::size_t at = 0;
        while (at < text.size()) {
            std::size_t end = at;
            const auto is_mark = [&](std::size_t i) {
                const bool ends =
                    text[i] == cell_end || text[i] == page_end || text[i] == paragraph_end;
                return ends && !hidden[i];
            };
            while (end < text.size() && !is_mark(end)) ++end;
            const bool has_mark = end < text.size();
            const ParagraphFormat format = formats_.paragraph_at(
                stretch.begin + static_cast<std::uint32_t>(has_mark ? end : end - 1));
            rows.enter(format.depth);
            begin_paragraph(format);
            for (; at < end; ++at) {
                if (!hidden[at]) add_character(stretch.begin + static_cast<std::uint32_t>(at));
            }
            end_paragraph(has_mark ? text[end] : char16_t{paragraph_end}, rows);
            at = end + 1;
        }
        rows.enter(0);
        lines_.end_line();
    }

    void begin_paragraph(const ParagraphFormat& format) {
        paragraph_ = format;
        styles_.complete(paragraph_);
        is_labelled_ = false;
    }

    void end_paragraph(char16_t mark, NestedRows& rows) {
        end_run();
        if (paragraph_.ends_row) return rows.end_row(paragraph_.is_head, paragraph_.edges);
        if (mark == cell_end || paragraph_.ends_cell) return rows.end_cell();
        lines_.end_line();
    }

    void add_character(std::uint32_t place) {
        const char16_t letter = file_.text()[place];
        if (letter == line_break || letter == column_break) {
            end_run();
            return lines_.end_line();
        }
        if (letter == drawing) return add_box(place);
        const bool shows = letter >= first_letter || letter == '\t' || letter == unbroken_hyphen;
        if (!shows) return;
        const CharacterFormat& format = formats_.character_at(place);
        if (format.is_left_out) return;
        add_letter(letter == unbroken_hyphen ? u'-' : format.symbol.value_or(letter), format);
    }

    void add_letter(char16_t letter, const CharacterFormat& format) {
        if (format.font != run_font_) {
            end_run();
            run_font_ = format.font;
        }
        if (is_of_symbol_font(letter)) {
            // In a legacy font it is a byte all the same.
            const bool is_text =
                encoding::encoding_of_font(styles_.font_of(format, paragraph_.style)).has_value();
            letter = is_text ? static_cast<char16_t>(letter & 0xFFU) : u' ';
        }
        run_ += {static_cast<char>(letter & 0xFFU), static_cast<char>(letter >> 8U)};
    }

    void end_run() {
        if (run_.empty()) return;
        if (!is_labelled_) {
            is_labelled_ = true;
            const std::string label = lists_.next_label(paragraph_);
            if (!label.empty()) lines_.append(label + ' ');
        }
        const std::string text = encoding::decode_utf16(encoding::Encoding::utf16_le, run_);
        run_.clear();
        const CharacterFormat format{.is_left_out = false, .font = run_font_, .symbol = {}};
        const auto font = encoding::encoding_of_font(styles_.font_of(format, paragraph_.style));
        lines_.append(font ? encoding::decode_font_run(text, *font) : text);
    }

    void add_box(std::uint32_t place) {
        const std::optional<Stretch> box = boxes_.take_at(place);
        if (!box) return;
        end_run();
        const ParagraphFormat outer = paragraph_;
        const bool was_labelled = is_labelled_;
        lines_.begin_box();
        add(*box);
        lines_.end_box();
        paragraph_ = outer;
        is_labelled_ = was_labelled;
    }

    const WordFile& file_;
    DocumentLines& lines_;
    WordFormats formats_;
    WordStyles styles_;
    WordLists lists_;
    TextBoxes boxes_;
    ParagraphFormat paragraph_;
    std::optional<std::uint16_t> run_font_;
    std::string run_;  ///< UTF-16LE text of one font that is not yet in a line
    bool is_labelled_ = false;
};

}  // namespace

RawDocument read_word(std::string_view bytes) {
    const CompoundFile compound(bytes);
    if (compound.has("EncryptedPackage")) throw Error(password_needed());
    if (!compound.has("WordDocument")) {
        constexpr auto others = std::to_array<std::pair<const char*, std::string_view>>(
            {{"Workbook", "x.xls"},
             {"Book", "x.xls"},
             {"PowerPoint Document", "x.ppt"},
             {"VisioDocument", "x.vsd"}});
        for (const auto& [stream, name] : others) {
            if (compound.has(stream)) throw Error(why_unread({}, name));
        }
        throw Error({"không phải văn bản Word, hoặc thiếu phần cuối; hãy mở ra rồi xuất ra PDF",
                     "not a Word document, or cut short; open it and export it as PDF"});
    }
    const WordFile file(compound);
    if (file.is_old()) return {};
    DocumentLines lines;
    WordText(file, lines).add_all();
    return with_text(lines.finish());
}

}  // namespace commsearch::source
