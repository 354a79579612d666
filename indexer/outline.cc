#include "indexer/outline.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/headings.h"
#include "indexer/horizon.h"
#include "indexer/passages.h"

namespace commsearch {
namespace {

using Level = HeadingMark::Level;

constexpr std::size_t item_words = 10;  ///< a numbered line without a body is a sentence from here

/// A line and how it stands in the outline.
struct Element {
    enum class Kind : std::uint8_t {
        text,       ///< a paragraph
        heading,    ///< a heading, perhaps with a body on its line
        paragraph,  ///< a numbered paragraph
        item,       ///< a numbered sentence without a body of its own
    };
    const Line* line = nullptr;
    Kind kind = Kind::text;
    HeadingMark mark;
    HeadingLine cut;
};

bool is_closing(const Line& line) {
    constexpr std::array openings = {"tren day la", "tren day la bao cao", "noi nhan"};
    return std::any_of(openings.begin(), openings.end(), [&](std::string_view words) {
        return begins_with_words(line.key, words);
    });
}

Element element_of(const Line& line) {
    Element element{.line = &line, .mark = heading_mark(line.text), .cut = {{}, line.text}};
    if (element.mark.level != Level::none) {
        element.cut = split_heading(line.text, element.mark);
        const bool heading = !element.cut.heading.empty();
        element.kind = heading ? Element::Kind::heading : Element::Kind::paragraph;
    } else if (is_capital_heading(line)) {
        element.kind = Element::Kind::heading;
        element.mark.level = Level::roman;
        element.cut = {line.text, {}};
    }
    return element;
}

/// Whether nothing stands below the heading `at` before one of its own level or further out.
bool is_leaf(const std::vector<Element>& elements, std::size_t at) {
    const Element& element = elements[at];
    if (element.kind != Element::Kind::heading || !element.cut.body.empty()) return false;
    if (at + 1 == elements.size() || is_closing(*elements[at + 1].line)) return true;
    const Element& next = elements[at + 1];
    return next.kind != Element::Kind::text && next.mark.level <= element.mark.level;
}

/// A heading in capitals goes on in the next line: "PHẦN THỨ NHẤT" above its words, or a long one
/// that was broken.
bool continues_heading(const Element& heading, const Element& next) {
    if (heading.kind != Element::Kind::heading || next.kind != Element::Kind::heading) return false;
    if (heading.mark.text_at == 0 && heading.mark.number == 0 && heading.mark.level == Level::roman &&
        heading.line->text.ends_with('.')) {
        return false;
    }
    const bool unnumbered = next.mark.level == Level::roman && next.mark.text_at == 0;
    const bool bare_number = heading.mark.text_at >= heading.line->text.size();
    const bool adjacent = next.line->number == heading.line->number + 1 && !next.line->after_blank;
    const bool open = !heading.line->text.ends_with('.') && !heading.line->text.ends_with(':');
    return unnumbered && heading.cut.body.empty() &&
           (bare_number || (adjacent && open && is_capitals(heading.line->text)));
}

class OutlineBuilder {
public:
    OutlineBuilder(const OutlineContext& context, const Taxonomy& taxonomy)
        : context_(context), taxonomy_(taxonomy) {
        const bool plans = context.reported.first_month == 0 && context.planned.first_month != 0;
        if (context.type == DocumentType::bao_cao) default_horizon_ = Horizon::past;
        if (plans) default_horizon_ = Horizon::next;
        open_section({}, taxonomy_.topic_of({}), default_horizon_);
    }

    void add(const Element& element, bool leaf) {
        switch (element.kind) {
            case Element::Kind::text:
                add_text(*element.line);
                break;
            case Element::Kind::heading:
                add_heading(element, leaf);
                break;
            case Element::Kind::paragraph:
            case Element::Kind::item:
                add_paragraph(element);
                break;
        }
    }

    /// Words of a heading that go on in the next line.
    void extend_heading(std::string_view words) {
        stack_.back().text += ' ';
        stack_.back().text += words;
        enter(stack_.back().text);
    }

    std::vector<Section> finish() {
        close_section();
        return std::move(sections_);
    }

private:
    struct Open {
        Level level = Level::none;
        std::string text;
        Horizon horizon = Horizon::unknown;
        Level last_level = Level::none;  ///< of the newest numbered line below it
        std::int32_t last_number = 0;
    };

    void add_text(const Line& line) {
        if (is_closing(line)) {
            stack_.clear();
            open_section({}, taxonomy_.topic_of({std::string(line.text.substr(0, 60))}),
                         Horizon::unknown);
        }
        cutter_.add(line.text, line.number, is_list_item(line.text) ? Break::soft : Break::none);
    }

    void add_heading(const Element& element, bool leaf) {
        rise(element);
        std::string text(element.cut.heading);
        if (leaf) {
            Section section = section_at(text);
            section.heading_path.pop_back();
            open(std::move(section));
            cutter_.add(element.line->text, element.line->number, Break::none);
            enter_parent_next_ = true;
            return;
        }
        const Horizon horizon = own_horizon(text);
        stack_.push_back({element.mark.level, std::move(text), horizon, Level::none, 0});
        enter(stack_.back().text);
        if (!element.cut.body.empty()) {
            cutter_.add(element.cut.body, element.line->number, Break::none);
        }
    }

    void add_paragraph(const Element& element) {
        rise(element);
        constexpr std::size_t topic_bytes = 240;
        const std::string_view words = element.line->text.substr(0, topic_bytes);
        const bool item = element.kind == Element::Kind::item;
        Section section = section_at(std::string(words));
        section.heading_path.pop_back();
        if (item) section.topic = taxonomy_.topic_of(section.heading_path);
        open(std::move(section));
        cutter_.add(element.line->text, element.line->number, item ? Break::soft : Break::hard);
    }

    /// Closes the headings that `element` does not stand below; notices a plan whose heading is
    /// missing: its numbers begin again below what was not reached (format.md section 4).
    void rise(const Element& element) {
        const HeadingMark& mark = element.mark;
        while (!stack_.empty() && stack_.back().level >= mark.level) stack_.pop_back();
        std::int32_t& last_number = stack_.empty() ? top_number_ : stack_.back().last_number;
        Level& last_level = stack_.empty() ? top_level_ : stack_.back().last_level;
        const bool restarts = mark.level == Level::number1 && mark.number == 1 &&
                              last_level == Level::number1 && last_number >= 1;
        if (restarts && !stack_.empty() && is_shortcoming(stack_.back().text) &&
            begins_as_plan(words_behind_mark(element))) {
            stack_.clear();
            base_horizon_ = Horizon::next;
            top_level_ = mark.level;
            top_number_ = mark.number;
            return;
        }
        last_number = mark.number;
        last_level = mark.level;
        if (mark.level < Level::number1) base_horizon_ = Horizon::unknown;
    }

    static std::string words_behind_mark(const Element& element) {
        constexpr std::size_t looked_at = 60;
        return words_key(element.line->text.substr(element.mark.text_at, looked_at));
    }

    [[nodiscard]] bool is_shortcoming(const std::string& heading) const {
        const std::string topic = taxonomy_.topic_of({heading});
        return topic == "ton-tai-han-che" || topic == "nguyen-nhan" || topic == "kien-nghi-de-xuat";
    }

    [[nodiscard]] Horizon inherited() const {
        for (auto open = stack_.rbegin(); open != stack_.rend(); ++open) {
            if (open->horizon != Horizon::unknown) return open->horizon;
        }
        return base_horizon_ != Horizon::unknown ? base_horizon_ : default_horizon_;
    }

    /// What a heading says of its time. Below a plan everything is a plan, even "Kết quả …".
    [[nodiscard]] Horizon own_horizon(std::string_view heading) const {
        const Horizon above = inherited();
        const bool inner = !stack_.empty() && stack_.back().level >= Level::number1;
        if (above == Horizon::next && (!stack_.empty() || base_horizon_ == Horizon::next)) {
            return above;
        }
        if (inner) return above;
        const Horizon own = horizon_of(heading, context_.reported, context_.planned);
        return own == Horizon::unknown ? above : own;
    }

    /// The section of a heading `text` below the open ones.
    [[nodiscard]] Section section_at(std::string text) const {
        Section section;
        for (const Open& open : stack_) section.heading_path.push_back(open.text);
        section.horizon = own_horizon(text);
        section.heading_path.push_back(std::move(text));
        section.topic = topic_of(section);
        return section;
    }

    [[nodiscard]] std::string topic_of(const Section& section) const {
        std::string topic = taxonomy_.topic_of(section.heading_path);
        if (topic.empty() && section.horizon == Horizon::next) topic = "phuong-huong-nhiem-vu";
        return topic;
    }

    void enter(const std::string& heading) {
        std::vector<std::string> path;
        for (const Open& open : stack_) path.push_back(open.text);
        Section section{std::move(path), {}, stack_.back().horizon, {}};
        section.topic = topic_of(section);
        static_cast<void>(heading);
        open(std::move(section));
    }

    void open_section(std::vector<std::string> path, std::string topic, Horizon horizon) {
        open({std::move(path), std::move(topic), horizon, {}});
    }

    void open(Section section) {
        const bool same = running_.heading_path == section.heading_path &&
                          running_.topic == section.topic && running_.horizon == section.horizon;
        if (same) return;
        close_section();
        running_ = std::move(section);
    }

    void close_section() {
        running_.passages = cutter_.finish();
        if (!running_.passages.empty()) sections_.push_back(running_);
        running_.passages.clear();
    }

    const OutlineContext& context_;
    const Taxonomy& taxonomy_;
    Horizon default_horizon_ = Horizon::unknown;
    Horizon base_horizon_ = Horizon::unknown;  ///< of a plan without a heading
    bool enter_parent_next_ = false;
    std::vector<Open> stack_;
    Level top_level_ = Level::none;
    std::int32_t top_number_ = 0;
    PassageCutter cutter_;
    Section running_;
    std::vector<Section> sections_;
};

}  // namespace
}  // namespace commsearch
