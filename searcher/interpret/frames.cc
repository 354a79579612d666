#include "searcher/interpret/frames.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "searcher/model/ranking.h"

namespace commsearch::interpret {
namespace {

using Wanted = Interpretation::Wanted;

struct Phrase {
    std::string_view words;
    Wanted wanted;
};

/// Phrases that frame a question, the longer of two that begin alike first.
constexpr std::array<Phrase, 40> phrases{{
    {"so sánh giữa các xã", Wanted::comparison},
    {"so sánh giữa các", Wanted::comparison},
    {"so sánh", Wanted::comparison},
    {"xếp hạng các xã theo", Wanted::comparison},
    {"xếp hạng", Wanted::comparison},
    {"biểu đồ", Wanted::comparison},
    {"giữa các xã", Wanted::comparison},
    {"các xã", Wanted::comparison},
    {"các phường", Wanted::comparison},
    {"xã nào", Wanted::comparison},
    {"phường nào", Wanted::comparison},
    {"huyện nào", Wanted::comparison},
    {"tỉnh nào", Wanted::comparison},
    {"nơi nào", Wanted::comparison},
    {"tăng hay giảm", Wanted::comparison},
    {"giảm hay tăng", Wanted::comparison},
    {"so với cùng kỳ năm trước", Wanted::comparison},
    {"so với cùng kỳ năm ngoái", Wanted::comparison},
    {"theo từng tháng", Wanted::comparison},
    {"theo tháng", Wanted::comparison},
    {"theo quý", Wanted::comparison},
    {"theo năm", Wanted::comparison},
    {"qua các năm", Wanted::comparison},
    {"là bao nhiêu", Wanted::figure},
    {"bao nhiêu", Wanted::figure},
    {"có mấy", Wanted::figure},
    {"cho biết", Wanted::passage},
    {"vì sao", Wanted::passage},
    {"tại sao", Wanted::passage},
    {"bao giờ", Wanted::passage},
    {"khi nào", Wanted::passage},
    {"tháng nào", Wanted::passage},
    {"năm nào", Wanted::passage},
    {"ngày nào", Wanted::passage},
    {"ai là", Wanted::passage},
    {"ai làm", Wanted::passage},
    {"ai giữ chức", Wanted::passage},
    {"là gì", Wanted::passage},
    {"như thế nào", Wanted::passage},
    {"ra sao", Wanted::passage},
}};

/// Words of size before "nhất": "nhiều nhất", "đông đảng viên nhất".
constexpr std::array<std::string_view, 9> sizes = {"nhiều", "ít",  "cao",   "thấp", "đông",
                                                   "lớn",   "nhỏ", "nhanh", "chậm"};

/// Words that a figure answers.
constexpr std::array<std::string_view, 12> figures = {
    "tỷ lệ",         "tỉ lệ",         "số",        "tổng",      "diện tích", "sản lượng",
    "thu ngân sách", "chi ngân sách", "doanh thu", "năng suất", "thu nhập",  "số lượng"};

/// Offices of those who sign, the longer of two that end alike first.
constexpr std::array<std::string_view, 10> offices = {
    "phó chủ tịch", "chủ tịch",    "phó bí thư",   "bí thư",     "phó giám đốc",
    "giám đốc",     "hiệu trưởng", "trưởng phòng", "trưởng ban", "chánh văn phòng"};

class FrameScan {
public:
    explicit FrameScan(const std::vector<QuestionWord>& words) : words_(words) {
        frame_.is_frame.assign(words.size(), false);
    }

    Frame take() {
        for (std::size_t at = 0; at < words_.size();) at = std::max(behind_phrase(at), at + 1);
        mark_superlative();
        mark_newest();
        frame_.asks_for_plans = has_plan_pair();
        if (!words_.empty() && words_.front().is("ai")) find_office();
        const bool asks_figure = std::any_of(figures.begin(), figures.end(),
                                             [&](std::string_view one) { return holds(one); });
        if (frame_.wanted == Wanted::passage && asks_figure) frame_.wanted = Wanted::figure;
        return std::move(frame_);
    }

private:
    [[nodiscard]] bool holds(std::string_view phrase) const {
        for (std::size_t at = 0; at < words_.size(); ++at) {
            if (stands_at(words_, at, phrase)) return true;
        }
        return false;
    }

    /// Marks the phrase at `at`; what stands behind it, or `at`.
    std::size_t behind_phrase(std::size_t at) {
        for (const Phrase& phrase : phrases) {
            if (!stands_at(words_, at, phrase.words)) continue;
            const std::size_t end = at + words_in(phrase.words);
            std::fill(frame_.is_frame.begin() + static_cast<std::ptrdiff_t>(at),
                      frame_.is_frame.begin() + static_cast<std::ptrdiff_t>(end), true);
            if (phrase.wanted != Wanted::passage) frame_.wanted = phrase.wanted;
            return end;
        }
        return at;
    }

    /// "nào thu ngân sách nhiều nhất", "nào đông đảng viên nhất".
    void mark_superlative() {
        const auto which = std::find_if(words_.begin(), words_.end(),
                                        [](const QuestionWord& word) { return word.is("nào"); });
        if (which == words_.end()) return;
        const auto most = std::find_if(which, words_.end(),
                                       [](const QuestionWord& word) { return word.is("nhất"); });
        if (most == words_.end()) return;
        frame_.wanted = Wanted::comparison;
        for (auto word = which; word != most + 1; ++word) {
            const bool is_size = std::any_of(sizes.begin(), sizes.end(),
                                             [&](std::string_view size) { return word->is(size); });
            if (is_size || word == which || word == most)
                frame_.is_frame[static_cast<std::size_t>(word - words_.begin())] = true;
        }
    }

    void find_office() {
        const auto office = std::find_if(offices.begin(), offices.end(),
                                         [&](std::string_view one) { return holds(one); });
        if (office != offices.end()) frame_.office = *office;
    }

    /// "BHYT mới nhất", at the end or the beginning; elsewhere "nông thôn mới nhất huyện".
    void mark_newest() {
        constexpr std::array<std::string_view, 4> newest = {"mới nhất", "gần đây nhất", "gần nhất",
                                                            "mới đây"};
        for (const std::string_view phrase : newest) {
            const std::size_t length = words_in(phrase);
            if (words_.size() <= length) continue;
            for (const std::size_t at : {std::size_t{0}, words_.size() - length}) {
                if (!stands_at(words_, at, phrase)) continue;
                frame_.wanted = Wanted::newest;
                std::fill_n(frame_.is_frame.begin() + static_cast<std::ptrdiff_t>(at), length,
                            true);
            }
        }
    }

    [[nodiscard]] bool has_plan_pair() const {
        for (std::size_t at = 0; at + 1 < words_.size(); ++at) {
            const std::string pair = words_[at].letters + ' ' + words_[at + 1].letters;
            if (std::find(plan_pairs.begin(), plan_pairs.end(), pair) != plan_pairs.end())
                return true;
        }
        return false;
    }

    const std::vector<QuestionWord>& words_;
    Frame frame_;
};

}  // namespace

Frame frame_of(const std::vector<QuestionWord>& words) { return FrameScan(words).take(); }

}  // namespace commsearch::interpret
