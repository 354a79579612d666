#include "indexer/report/sections/frame.h"

#include <algorithm>
#include <array>
#include <string>

#include "indexer/report/text_scan.h"

namespace commsearch::report {
namespace {

/// What says more than this is no mere frame.
constexpr std::size_t longest_frame = 60;

/// "UBND xã vừa ban hành Báo cáo số …", "trân trọng giới thiệu toàn văn Nghị quyết …".
bool announces(std::string_view key) {
    constexpr std::array<std::string_view, 7> verbs = {
        "ban hanh", "vua co", "gioi thieu", "cong bo", "dang tai", "toan van", "noi dung"};
    constexpr std::array<std::string_view, 6> papers = {
        "bao cao so", "nghi quyet so", "ke hoach so", "thong bao so", "toan van", "nhu sau"};
    const auto is_there = [&](std::string_view words) { return has_words(key, words); };
    return std::any_of(verbs.begin(), verbs.end(), is_there) &&
           std::any_of(papers.begin(), papers.end(), is_there);
}

bool tells_of_paper(const Passage& passage, std::string_view title_key) {
    const std::string key = words_key(passage.text);
    if (begins_with_words(key, "tren day la")) return true;
    if (!title_key.empty() && key == title_key) return true;
    const bool is_one_line = passage.text.find('\n') == std::string::npos;
    return is_one_line && word_count(passage.text) <= longest_frame && announces(key);
}

}  // namespace

bool is_frame(const Section& section, std::string_view title) {
    if (!section.heading_path.empty() || section.passages.empty()) return false;
    const std::string title_key = words_key(title);
    return std::all_of(section.passages.begin(), section.passages.end(),
                       [&](const Passage& passage) {
                           return passage.table == 0 && tells_of_paper(passage, title_key);
                       });
}

}  // namespace commsearch::report
