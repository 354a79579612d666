#pragma once

#include <string_view>
#include <vector>

namespace commsearch::report {

/// The parts of `line` between the names of image files that portals leave in a text
/// ("z4784430075209_6e35….jpg", "dong chi thuy phat bieu.jpg"), in order: nearly always one part,
/// the whole line.
[[nodiscard]] std::vector<std::string_view> between_image_names(std::string_view line);

}  // namespace commsearch::report
