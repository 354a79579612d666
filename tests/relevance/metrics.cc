#include "tests/relevance/metrics.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace commsearch {
namespace {

double gain(int grade) { return grade > 0 ? std::exp2(grade) - 1 : 0; }

double discount(std::size_t rank_from_zero) {
    return 1 / std::log2(static_cast<double>(rank_from_zero) + 2);
}

int grade_of(const std::string& id, const Judgements& judgements) {
    const auto found = judgements.find(id);
    return found == judgements.end() ? 0 : found->second;
}

}  // namespace

Quality quality_of(const std::vector<std::string>& ranked, const Judgements& judgements) {
    constexpr std::size_t ten = 10;
    constexpr std::size_t hundred = 100;
    std::vector<int> grades;
    for (const auto& [id, grade] : judgements) {
        if (grade > 0) grades.push_back(grade);
    }
    Quality quality;
    if (grades.empty()) return quality;
    std::sort(grades.begin(), grades.end(), std::greater<>());
    double ideal = 0;
    for (std::size_t i = 0; i < std::min(ten, grades.size()); ++i)
        ideal += gain(grades[i]) * discount(i);

    double found10 = 0;
    double found100 = 0;
    for (std::size_t i = 0; i < std::min(hundred, ranked.size()); ++i) {
        const int grade = grade_of(ranked[i], judgements);
        if (grade <= 0) continue;
        ++found100;
        if (i >= ten) continue;
        ++found10;
        quality.ndcg10 += gain(grade) * discount(i) / ideal;
        if (quality.mrr10 == 0) quality.mrr10 = 1 / static_cast<double>(i + 1);
    }
    quality.recall10 = found10 / static_cast<double>(grades.size());
    quality.recall100 = found100 / static_cast<double>(grades.size());
    return quality;
}

}  // namespace commsearch
