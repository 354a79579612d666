#include "indexer/report/sections/outline.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "analyzers/base/unicode.h"
#include "indexer/report/sections/headings.h"
#include "indexer/report/sections/passages.h"
#include "indexer/report/sections/plan_or_result.h"
#include "indexer/report/sections/table_columns.h"

namespace commsearch::report {
namespace {

using Level = HeadingMark::Level;

constexpr std::size_t item_words = 10;  ///< a numbered line without a body is a sentence from here
constexpr std::size_t max_topic_bytes = 240;  ///< of a paragraph: what tells its topic

/// A line and how it stands in the outline.
struct Element {
    enum class Kind : std::uint8_t {
        text,       ///< a paragraph
        heading,    ///< a heading, perhaps with a body on its line
        paragraph,  ///< a numbered paragraph
        row,        ///< of a table
    };
    const Line* line = nullptr;
    Kind kind = Kind::text;
    HeadingMark mark;
    HeadingLine cut;
    std::vector<const Line*> more;  ///< lines in which its heading goes on

    [[nodiscard]] std::string heading() const {
        std::string words(cut.heading);
        for (const Line* next : more) {
            words += ' ';
            words += next->text;
        }
        return words;
    }
};

bool is_closing(const Line& line) {
    constexpr std::array openings = {"tren day la", "tren day la bao cao", "noi nhan"};
    return std::any_of(openings.begin(), openings.end(),
                       [&](std::string_view words) { return begins_with_words(line.key, words); });
}

Element element_of(const Line& line) {
    Element element;
    element.line = &line;
    if (line.table != 0) {
        element.kind = Element::Kind::row;
        return element;
    }
    element.mark = heading_mark(line.text);
    element.cut.body = line.text;
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
    const bool is_numbered =
        next.kind == Element::Kind::heading || next.kind == Element::Kind::paragraph;
    return is_numbered && next.mark.level <= element.mark.level;
}

/// A heading goes on in the next line: "PHẦN THỨ NHẤT" above its words, or capitals that were
/// broken.
bool continues_heading(const Element& heading, const Line& next) {
    if (next.table != 0) return false;
    if (heading.kind != Element::Kind::heading || !heading.cut.body.empty()) return false;
    if (heading_mark(next.text).level != Level::none || !is_capitals(next.text)) return false;
    const Line& last = heading.more.empty() ? *heading.line : *heading.more.back();
    const bool no_words = heading.more.empty() && heading.mark.text_at >= last.text.size();
    const bool adjacent = next.number == last.number + 1;
    const bool open = !last.text.ends_with('.') && !last.text.ends_with(':');
    return no_words || (adjacent && open && is_capitals(last.text));
}

std::vector<Element> elements_of(const std::vector<Line>& lines) {
    constexpr std::size_t max_more = 3;
    std::vector<Element> elements;
    elements.reserve(lines.size());
    for (const Line& line : lines) {
        const bool more = !elements.empty() && elements.back().more.size() < max_more &&
                          continues_heading(elements.back(), line);
        if (more) {
            elements.back().more.push_back(&line);
        } else {
            elements.push_back(element_of(line));
        }
    }
    return elements;
}

class OutlineBuilder {
public:
    OutlineBuilder(const OutlineContext& context, const Taxonomy& taxonomy,
                   const TableColumns& columns)
        : context_(context), taxonomy_(taxonomy), columns_(columns) {
        const bool plans = !context.reported.is_known() && context.planned.is_known();
        if (context.type == DocumentType::bao_cao) base_plan_or_result_ = PlanOrResult::result;
        if (plans) base_plan_or_result_ = PlanOrResult::plan;
        open({{}, {}, base_plan_or_result_, {}});
    }

    void add(const Element& element, bool leaf) {
        if (element.kind == Element::Kind::row) {
            add_row(*element.line);
        } else if (element.kind == Element::Kind::text) {
            add_text(*element.line);
        } else if (element.kind == Element::Kind::heading && !leaf) {
            add_heading(element);
        } else {
            add_paragraph(element, leaf);
        }
    }

    std::vector<Section> finish() {
        close_section();
        return std::move(sections_);
    }

private:
    /// A heading whose section is not over.
    struct Open {
        Level level = Level::none;
        std::string text;
        PlanOrResult plan_or_result = PlanOrResult::unknown;
        Level last_level = Level::none;  ///< of the newest numbered line below it
        std::int32_t last_number = 0;
    };

    void add_text(const Line& line) {
        if (is_closing(line)) {
            stack_.clear();
            const std::string opening(truncate_utf8(line.text, max_topic_bytes));
            open({{}, taxonomy_.topic_of({opening}), PlanOrResult::unknown, {}});
        }
        cutter_.add(line.text, line.number);
    }

    void add_row(const Line& line) {
        if (!line.is_head) cutter_.add_row(line.text, line.number, columns_.of(line.table));
    }

    void add_heading(const Element& element) {
        rise(element);
        enter(element.mark.level, element.heading());
        if (!element.cut.body.empty()) {
            cutter_.add(element.cut.body, element.line->number);
        }
    }

    /// A numbered paragraph, or a heading without anything below: text of the section above it.
    void add_paragraph(const Element& element, bool leaf) {
        rise(element);
        const bool item = leaf && word_count(element.line->text) >= item_words;
        std::vector<std::string> path = open_headings();
        std::string words(truncate_utf8(element.line->text, max_topic_bytes));
        Section section{path, {}, own_plan_or_result(words, element.mark.level), {}};
        if (!item) path.push_back(std::move(words));
        section.topic = topic_of(path, section.plan_or_result);
        open(std::move(section));
        if (!item) cutter_.begin_passage();
        cutter_.add(element.line->text, element.line->number);
        for (const Line* more : element.more) cutter_.add(more->text, more->number);
    }

    /// Closes the headings that `element` does not stand below. A list of shortcomings in which the
    /// numbers begin again at 1, with a line that begins as plans do, has lost the heading of the
    /// plan: from there on everything is plan, below no heading.
    void rise(const Element& element) {
        const HeadingMark& mark = element.mark;
        while (!stack_.empty() && stack_.back().level >= mark.level) stack_.pop_back();
        if (stack_.empty()) return;
        Open& above = stack_.back();
        const bool restarts = mark.level == Level::number1 && mark.number == 1 &&
                              above.last_level == Level::number1 && above.last_number >= 1;
        if (restarts && is_shortcoming(above.text) && begins_as_plan(words_behind_mark(element))) {
            stack_.clear();
            base_plan_or_result_ = PlanOrResult::plan;
            return;
        }
        above.last_number = mark.number;
        above.last_level = mark.level;
    }

    static std::string words_behind_mark(const Element& element) {
        constexpr std::size_t looked_at = 60;
        return words_key(truncate_utf8(element.line->text.substr(element.mark.text_at), looked_at));
    }

    [[nodiscard]] bool is_shortcoming(const std::string& heading) const {
        const std::string topic = taxonomy_.topic_of({heading});
        return topic == "ton-tai-han-che" || topic == "nguyen-nhan" || topic == "kien-nghi-de-xuat";
    }

    /// What a heading says of its time, else what holds above it. Within a section only the words
    /// "phương hướng" turn from what was done to plans; within a plan nothing turns back.
    [[nodiscard]] PlanOrResult own_plan_or_result(const std::string& heading, Level level) const {
        const PlanOrResult above =
            stack_.empty() ? base_plan_or_result_ : stack_.back().plan_or_result;
        const bool inner = !stack_.empty() && level >= Level::number1;
        const std::string key = words_key(heading);
        if (inner) return begins_with_words(key, "phuong huong") ? PlanOrResult::plan : above;
        if (!stack_.empty() && above == PlanOrResult::plan) return above;
        const PlanOrResult own = plan_or_result_of(heading, context_.reported, context_.planned);
        if (own != PlanOrResult::unknown) return own;
        const bool asks = has_words(key, "kien nghi") || has_words(key, "de xuat");
        return asks ? PlanOrResult::unknown : above;
    }

    [[nodiscard]] std::string topic_of(const std::vector<std::string>& path,
                                       PlanOrResult plan_or_result) const {
        std::string topic = taxonomy_.topic_of(path);
        if (topic.empty() && plan_or_result == PlanOrResult::plan) topic = "phuong-huong-nhiem-vu";
        return topic;
    }

    [[nodiscard]] std::vector<std::string> open_headings() const {
        std::vector<std::string> path;
        for (const Open& heading : stack_) path.push_back(heading.text);
        return path;
    }

    /// Opens the section of a heading below the open ones.
    void enter(Level level, std::string heading) {
        const PlanOrResult plan_or_result = own_plan_or_result(heading, level);
        if (stack_.empty() && plan_or_result != PlanOrResult::unknown)
            base_plan_or_result_ = plan_or_result;
        stack_.push_back({level, std::move(heading), plan_or_result, Level::none, 0});
        std::vector<std::string> path = open_headings();
        std::string topic = topic_of(path, plan_or_result);
        open({std::move(path), std::move(topic), plan_or_result, {}});
    }

    void open(Section section) {
        const bool same = running_.heading_path == section.heading_path &&
                          running_.topic == section.topic &&
                          running_.plan_or_result == section.plan_or_result;
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
    const TableColumns& columns_;
    PlanOrResult base_plan_or_result_ = PlanOrResult::unknown;  ///< of what stands below no heading
    std::vector<Open> stack_;
    PassageCutter cutter_;
    Section running_;
    std::vector<Section> sections_;
};

}  // namespace

std::vector<Section> outline(const std::vector<Line>& lines, const OutlineContext& context,
                             const Taxonomy& taxonomy) {
    const std::vector<Element> elements = elements_of(lines);
    const TableColumns columns(lines);
    OutlineBuilder builder(context, taxonomy, columns);
    for (std::size_t at = 0; at < elements.size(); ++at) {
        builder.add(elements[at], is_leaf(elements, at));
    }
    return builder.finish();
}

}  // namespace commsearch::report
