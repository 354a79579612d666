#pragma once

#include "analyzers/base/message.h"
#include "searcher/model/interpretation.h"

namespace commsearch::render {

/// How a part of a question was read, in a few words: "chỉ báo cáo của xã Bản Liền, Huyện Bắc Hà,
/// Lào Cai", "kỳ tháng 6/2024".
[[nodiscard]] Message reading_text(const Reading& reading);

}  // namespace commsearch::render
