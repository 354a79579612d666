#include "indexer/generation/disk/refusal.h"

namespace commsearch::generation {
namespace {

Message joined(const std::vector<Refusal>& refusals) {
    Message all = {"không công bố: ", "not published: "};
    for (std::size_t i = 0; i < refusals.size(); ++i) {
        all.vi += (i == 0 ? "" : "; ") + refusals[i].reason.vi;
        all.en += (i == 0 ? "" : "; ") + refusals[i].reason.en;
    }
    all.vi += "; thế hệ cũ vẫn được dùng; nếu đúng như vậy, hãy chạy build với --force LÝ_DO";
    all.en +=
        "; the old generation stays; if all is as it should be, run build with --force REASON";
    return all;
}

}  // namespace

Refused::Refused(std::vector<Refusal> refusals)
    : Error(joined(refusals)), refusals_(std::move(refusals)) {}

}  // namespace commsearch::generation
