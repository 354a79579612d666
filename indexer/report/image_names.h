#pragma once

#include <string_view>
#include <vector>

namespace commsearch {

/// What is left of `line` when the names of image files are cut out of it, in order; portals leave
/// them in the text ("z4784430075209_6e35….jpg", "dong chi thuy phat bieu.jpg"). Usually the line.
[[nodiscard]] std::vector<std::string_view> between_image_names(std::string_view line);

}  // namespace commsearch
