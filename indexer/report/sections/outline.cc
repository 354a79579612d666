#include "indexer/report/sections/outline.h"

#include <string>
#include <string_view>
#include <utility>

#include "analyzers/base/unicode.h"
#include "indexer/report/sections/elements.h"
#include "indexer/report/sections/headings.h"
#include "indexer/report/sections/passages.h"
#include "indexer/report/sections/plan_or_result.h"
#include "indexer/report/sections/table_columns.h"

namespace commsearch::report {
namespace {

using HeadingLevel = HeadingMark::Level;

constexpr std::size_t item_words = 10;  ///< a numbered line without a body is a sentence from here
constexpr std::size_t max_topic_bytes = 240;  ///< of a paragraph: what tells its topic

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
        HeadingLevel level = HeadingLevel::none;
        std::string text;
        PlanOrResult plan_or_result = PlanOrResult::unknown;
        HeadingLevel last_level = HeadingLevel::none;  ///< of the newest numbered line below it
        std::int32_t last_number = 0;
    };

    void add_text(const Line& line) {
        if (is_closing(line)) {
            stack_.clear();
            paragraph_level_ = HeadingLevel::none;
            const std::string opening(truncate_utf8(line.text, max_topic_bytes));
            open({{}, taxonomy_.topic_of({opening}), PlanOrResult::unknown, {}});
        }
        cutter_.add(line.text, line.number);
    }

    void add_row(const Line& line) {
        if (!line.is_head) cutter_.add_row(line.text, line.number, line.table);
    }

    void add_heading(const Element& element) {
        paragraph_level_ = HeadingLevel::none;
        rise(element);
        enter(element.mark.level, element.heading());
        if (!element.cut.body.empty()) {
            cutter_.add(element.cut.body, element.line->number);
        }
    }

    /// A numbered paragraph, or a heading without anything below: text of the section above it.
    /// What is numbered within a paragraph ("1. Tổ trưởng có nhiệm vụ:" / "a) …") goes on with it.
    void add_paragraph(const Element& element, bool leaf) {
        if (paragraph_level_ != HeadingLevel::none && element.mark.level > paragraph_level_) {
            add_lines(element);
            return;
        }
        rise(element);
        paragraph_level_ = leaf ? HeadingLevel::none : element.mark.level;
        const bool item = leaf && word_count(element.line->text) >= item_words;
        std::vector<std::string> path = open_headings();
        const std::string_view said = element.phrase.empty() ? element.line->text : element.phrase;
        std::string words(truncate_utf8(said, max_topic_bytes));
        Section section{path, {}, own_plan_or_result(words, element.mark.level), {}};
        if (!item) path.push_back(std::move(words));
        section.topic = topic_of(path, section.plan_or_result);
        open(std::move(section));
        if (!item) cutter_.begin_passage();
        add_lines(element);
    }

    void add_lines(const Element& element) {
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
        const bool restarts = mark.level == HeadingLevel::number1 && mark.number == 1 &&
                              above.last_level == HeadingLevel::number1 && above.last_number >= 1;
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
    [[nodiscard]] PlanOrResult own_plan_or_result(const std::string& heading,
                                                  HeadingLevel level) const {
        const PlanOrResult above =
            stack_.empty() ? base_plan_or_result_ : stack_.back().plan_or_result;
        const bool inner = !stack_.empty() && level >= HeadingLevel::number1;
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
    void enter(HeadingLevel level, std::string heading) {
        const PlanOrResult plan_or_result = own_plan_or_result(heading, level);
        if (stack_.empty() && plan_or_result != PlanOrResult::unknown)
            base_plan_or_result_ = plan_or_result;
        stack_.push_back({level, std::move(heading), plan_or_result, HeadingLevel::none, 0});
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
        for (Passage& passage : running_.passages) {
            if (passage.table != 0) passage.columns = columns_.of(passage.table);
        }
        if (!running_.passages.empty()) sections_.push_back(running_);
        running_.passages.clear();
    }

    const OutlineContext& context_;
    const Taxonomy& taxonomy_;
    const TableColumns& columns_;
    PlanOrResult base_plan_or_result_ = PlanOrResult::unknown;  ///< of what stands below no heading
    HeadingLevel paragraph_level_ =
        HeadingLevel::none;  ///< of the last numbered paragraph, if text can follow
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
