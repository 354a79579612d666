#include "searcher/query/query_notices.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "analyzers/base/unicode.h"

namespace commsearch::query {
namespace {

constexpr std::ptrdiff_t max_notices_of_a_kind = 3;
constexpr std::size_t max_about_bytes = 80;

std::string shortened(std::string_view about) {
    if (about.size() <= max_about_bytes) return std::string(about);
    return std::string(truncate_utf8(about, max_about_bytes)) + "…";
}

}  // namespace

void NoticeList::add(NoticeKind kind, SourceRange range, std::string_view about,
                     std::string_view more) {
    const auto same_kind = [&](const Notice& notice) { return notice.code == notice_code(kind); };
    if (std::count_if(notices_.begin(), notices_.end(), same_kind) >= max_notices_of_a_kind) return;
    notices_.push_back(make_notice(kind, {shortened(about), more}, range));
}

std::vector<Notice> NoticeList::in_order() const {
    std::vector<Notice> ordered = notices_;
    std::stable_sort(ordered.begin(), ordered.end(), [](const Notice& left, const Notice& right) {
        return left.range.begin < right.range.begin;
    });
    return ordered;
}

}  // namespace commsearch::query
