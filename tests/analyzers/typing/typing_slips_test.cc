#include "analyzers/typing/typing_slips.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

#include "analyzers/syllable/syllable.h"

namespace commsearch::typing {
namespace {

const Edit* find_edit(const std::vector<Edit>& edits, const std::string& syllable) {
    const auto found = std::find_if(edits.begin(), edits.end(),
                                    [&](const Edit& edit) { return edit.syllable == syllable; });
    return found == edits.end() ? nullptr : &*found;
}

// Pairs from two real reports, from portals, and one for each class.
TEST(Spelling, ReachesWhatWasMeant) {
    const struct {
        std::string written;
        std::string meant;
        EditKind kind;
    } cases[] = {
        {"tĩnh", "tỉnh", EditKind::hoi_nga},  {"mẻ", "mẽ", EditKind::hoi_nga},
        {"giử", "giữ", EditKind::hoi_nga},    {"trong", "trọng", EditKind::missing_tone},
        {"sơ", "sở", EditKind::missing_tone}, {"hoat", "hoạt", EditKind::missing_tone},
        {"đợn", "đơn", EditKind::wrong_tone}, {"tiến", "tiền", EditKind::wrong_tone},
        {"uỷ", "ủy", EditKind::mark_place},   {"qũỹ", "quỹ", EditKind::mark_place},
        {"xung", "sung", EditKind::onset},    {"sảy", "xảy", EditKind::onset},
        {"trú", "chú", EditKind::onset},      {"trác", "tác", EditKind::onset},
        {"lông", "nông", EditKind::onset},    {"dừ", "giừ", EditKind::onset},
        {"dì", "gì", EditKind::onset},        {"gì", "rì", EditKind::onset},
        {"diếng", "giếng", EditKind::onset},  {"giảng", "vảng", EditKind::onset},
        {"nghành", "ngành", EditKind::onset}, {"gẹ", "ghẹ", EditKind::onset},
        {"đáng", "đánh", EditKind::final},    {"bàn", "bàng", EditKind::final},
        {"các", "cát", EditKind::final},      {"mực", "mục", EditKind::hat},
        {"chóng", "chống", EditKind::hat},    {"tân", "tăn", EditKind::hat},
        {"nê", "ne", EditKind::hat},          {"đuợc", "được", EditKind::hat},
        {"dê", "đê", EditKind::hat},          {"kỹ", "kĩ", EditKind::glide},
        {"tim", "tiêm", EditKind::glide},     {"chiệu", "chịu", EditKind::glide},
        {"nogn", "nong", EditKind::slip},     {"thônng", "thông", EditKind::slip},
        {"hpần", "phần", EditKind::slip},     {"rừnf", "rừng", EditKind::slip},
        {"bghèo", "nghèo", EditKind::slip},   {"thô", "thôn", EditKind::missing_final},
    };
    for (const auto& [wrong, meant, kind] : cases) {
        const std::vector<Edit> edits = spelling_edits(wrong);
        const Edit* const edit = find_edit(edits, meant);
        EXPECT_TRUE(edit != nullptr && edit->kind == kind) << wrong << " -> " << meant;
    }
}

TEST(Spelling, LeavesOutWhatIsNoSlip) {
    const std::array<std::pair<std::string, std::string>, 5> cases = {
        {{"ga", "gia"},           // a valid syllable has no slips
         {"ban", "bạng"},         // one edit, not two
         {"sung", "trung"},       // s is not tr
         {"nghaêng", "nghiêng"},  // a key that is not beside is two slips
         {"tỉnh", "tỉnh"}}};      // not itself
    for (const auto& [word, other] : cases)
        EXPECT_EQ(find_edit(spelling_edits(word), other), nullptr) << word << ' ' << other;
    for (const std::string word : {"", "2025", "nghiêngnghiêng"})
        EXPECT_TRUE(spelling_edits(word).empty()) << word;
}

TEST(Spelling, HoiForNgaIsTheCheapestChangeOfSound) {
    const std::vector<Edit> edits = spelling_edits("tĩnh");
    ASSERT_FALSE(edits.empty());
    EXPECT_EQ(edits.front().syllable, "tỉnh");
    EXPECT_LT(find_edit(edits, "tỉnh")->cost, find_edit(edits, "tính")->cost);
    EXPECT_LT(find_edit(spelling_edits("trong"), "trọng")->cost,
              find_edit(spelling_edits("tròng"), "trọng")->cost);
}

std::vector<std::string> some_syllables() {
    std::vector<std::string> words;
    for (const std::string onset : {"s", "tr", "gi", "d", "ng", "k", "l", "qu", ""}) {
        for (const std::string rime : {"a", "i", "iên", "ương", "uy", "ac", "ơn", "oanh", "y"}) {
            if (onset == "gi" && rime.starts_with("i")) continue;  // spelled g + i
            for (const syllable::Tone tone :
                 {syllable::Tone::level, syllable::Tone::sac, syllable::Tone::hoi}) {
                const std::string word = syllable::write_syllable({onset, rime, tone});
                if (syllable::is_syllable(word) && syllable::canonical_word(word) == word)
                    words.push_back(word);
            }
        }
    }
    return words;
}

/// Valid, canonical, each once, cheapest first.
bool are_in_order(const std::vector<Edit>& edits) {
    std::set<std::string> seen;
    double last = 0;
    return std::all_of(edits.begin(), edits.end(), [&](const Edit& edit) {
        const bool fits = syllable::is_syllable(edit.syllable) &&
                          syllable::canonical_word(edit.syllable) == edit.syllable &&
                          seen.insert(edit.syllable).second && edit.cost > 0 && edit.cost >= last;
        last = edit.cost;
        return fits;
    });
}

TEST(Spelling, EditsAreSyllablesAndGoBothWays) {
    for (const std::string& word : some_syllables()) {
        const std::vector<Edit> edits = spelling_edits(word);
        EXPECT_TRUE(are_in_order(edits) && edits.size() < 48) << word;
        EXPECT_TRUE(std::all_of(edits.begin(), edits.end(), [&](const Edit& edit) {
            return edit.kind == EditKind::missing_final ||
                   find_edit(spelling_edits(edit.syllable), word) != nullptr;
        })) << word;
    }
}

}  // namespace
}  // namespace commsearch::typing
