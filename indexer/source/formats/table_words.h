#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace commsearch::source {

/// What lines and cells say of the table they stand in.

/// "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "ĐẢNG CỘNG SẢN VIỆT NAM".
[[nodiscard]] bool is_national_words(std::string_view line);
/// "Số: 45/BC-UBND", "Cao Ngọc, ngày 5 tháng 10 năm 2023".
[[nodiscard]] bool is_number_or_date_words(std::string_view line);
/// "Nơi nhận:".
[[nodiscard]] bool is_recipients_words(std::string_view line);
/// "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "NGƯỜI LẬP BIỂU", "THỦ TRƯỞNG ĐƠN VỊ".
[[nodiscard]] bool is_signature_words(std::string_view line);

/// The number of a row: "1", "01.", "1.1", "II", "a)".
[[nodiscard]] bool is_ordinal(std::string_view cell);
/// Whether a line begins with such a number and a stop or bracket: "I. Kinh tế".
[[nodiscard]] bool is_ordinal_before(std::string_view line);
/// A number that is no year: "9.860", "105,8 %", "(12)", "-"  is none.
[[nodiscard]] bool is_quantity(std::string_view cell);

/// Runs without blanks, in all lines.
[[nodiscard]] std::size_t count_words(const std::vector<std::string>& lines);

}  // namespace commsearch::source
