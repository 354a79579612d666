#pragma once

#include <string_view>

namespace commsearch::source {

/// TCVN3, and the same as a page or an old .doc passes it on.
inline constexpr std::string_view tcvn3_bytes =
    "\xA7\xB6ng \xF1y x\xB7 b\xB8o c\xB8o k\xD5t qu\xB6 c\xABng t\xB8"
    "c th\xB8ng 5";
inline constexpr std::string_view tcvn3_as_cp1252 = "§¶ng ñy x· b¸o c¸o kÕt qu¶ c«ng t¸c th¸ng 5";
inline constexpr std::string_view tcvn3_text = "Đảng ủy xã báo cáo kết quả công tác tháng 5";

}  // namespace commsearch::source
