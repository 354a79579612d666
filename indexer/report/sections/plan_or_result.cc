#include "indexer/report/sections/plan_or_result.h"

#include <algorithm>
#include <array>

#include "indexer/report/fields/periods.h"
#include "indexer/report/text_scan.h"

namespace commsearch::report {
namespace {

bool holds_any(std::string_view key, const auto& phrases) {
    return std::any_of(phrases.begin(), phrases.end(),
                       [&](std::string_view phrase) { return has_words(key, phrase); });
}

bool same_span(const PeriodMention& mention, const Period& period) {
    if (!period.is_known()) return false;
    const bool year = mention.year == 0 || mention.year == period.first.year();
    return year && mention.first_month() == period.first.month_of_year() &&
           mention.last_month() == period.last.month_of_year();
}

PlanOrResult by_period(std::string_view heading, const Period& reported, const Period& planned) {
    for (const PeriodMention& mention : period_mentions(tokens_of(heading))) {
        // A year alone fits the reported one and the plan for the same year ("chỉ tiêu năm 2023").
        const bool both = same_span(mention, reported) && same_span(mention, planned);
        if (both) continue;
        if (same_span(mention, reported)) return PlanOrResult::result;
        if (same_span(mention, planned)) return PlanOrResult::plan;
    }
    return PlanOrResult::unknown;
}

}  // namespace

PlanOrResult plan_or_result_of(std::string_view heading, const Period& reported,
                               const Period& planned) {
    constexpr std::array past = {
        "ket qua", "tinh hinh", "danh gia",    "ton tai",  "han che", "khuyet diem", "nguyen nhan",
        "bai hoc", "uu diem",   "da dat duoc", "dac diem", "so ket",  "tong ket",    "kiem diem"};
    constexpr std::array next = {
        "phuong huong",       "nhiem vu trong tam",    "nhiem vu trong tam",    "nhiem vu chu yeu",
        "nhiem vu giai phap", "nhiem vu va giai phap", "muc tieu nhiem vu",     "muc tieu chu yeu",
        "muc tieu",           "ke hoach cong tac",     "chuong trinh cong tac", "nhiem vu thang",
        "nhiem vu quy",       "nhiem vu nam",          "thoi gian toi",         "trong tam thang",
        "ke hoach thang",     "ke hoach nam",          "nhiem vu cong tac",     "giai phap",
        "trong tam 3 thang",  "nhiem vu 3 thang",      "nhiem vu 6 thang",      "cuoi nam"};
    const std::string key = words_key(heading);
    const bool tells = holds_any(key, past);
    const PlanOrResult named = by_period(heading, reported, planned);
    // "Kết quả thực hiện nhiệm vụ tháng 11, phương hướng tháng 12" opens with what was done.
    if (tells && !begins_with_words(key, "phuong huong")) {
        return named == PlanOrResult::plan && !has_words(key, "ket qua") ? PlanOrResult::plan
                                                                         : PlanOrResult::result;
    }
    if (holds_any(key, next)) return PlanOrResult::plan;
    return named;
}

bool begins_as_plan(std::string_view paragraph_key) {
    constexpr std::array openings = {"tiep tuc",   "tang cuong", "tap trung", "day manh",
                                     "trien khai", "lanh dao",   "chi dao",   "phan dau",
                                     "thuc hien",  "chu dong",   "nang cao"};
    return std::any_of(openings.begin(), openings.end(), [&](std::string_view words) {
        return begins_with_words(paragraph_key, words);
    });
}

}  // namespace commsearch::report
