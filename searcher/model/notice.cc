#include "searcher/model/notice.h"

#include <array>
#include <cstddef>

namespace commsearch {
namespace {

using Kind = NoticeKind;
using Stage = NoticeStage;

constexpr auto rows = std::to_array<NoticeRow>({
    {Kind::query_too_long, "query-too-long", Stage::reading,
     "Câu hỏi dài hơn {0} byte; chỉ phần đầu được đọc.",
     "The query is longer than {0} bytes; only its beginning was read."},
    {Kind::bad_characters, "bad-characters", Stage::reading,
     "Câu hỏi có ký tự không đọc được (không phải UTF-8, hoặc là ký tự điều khiển); mỗi ký tự đó "
     "được coi là một dấu cách.",
     "The query holds unreadable characters (not UTF-8, or control characters); each was read as "
     "a blank."},
    {Kind::too_many_terms, "too-many-terms", Stage::reading,
     "Câu hỏi có hơn {0} từ và điều kiện; phần sau đó bị bỏ qua.",
     "The query has more than {0} words and conditions; the rest was ignored."},
    {Kind::too_deep, "too-deep", Stage::reading,
     "Ngoặc đơn lồng nhau hơn {0} lớp; những ngoặc nằm sâu hơn bị bỏ qua.",
     "Parentheses are nested more than {0} deep; the deeper ones were ignored."},
    {Kind::unbalanced_quote, "unbalanced-quote", Stage::reading,
     "Thiếu dấu ngoặc kép đóng; cụm từ được tính đến hết câu hỏi.",
     "A closing quotation mark is missing; the phrase was read to the end of the query."},
    {Kind::unbalanced_parenthesis, "unbalanced-parenthesis", Stage::reading,
     "Dấu ngoặc đơn không thành cặp; đã bỏ qua.", "A parenthesis has no partner; it was ignored."},
    {Kind::dangling_operator, "dangling-operator", Stage::reading,
     "Toán tử “{0}” thiếu vế để nối; đã bỏ qua. Muốn tìm chính chữ đó, hãy đặt nó trong ngoặc kép.",
     "The operator “{0}” lacks something to join; it was ignored. To search for the word itself, "
     "put it in quotation marks."},
    {Kind::only_punctuation, "only-punctuation", Stage::reading,
     "Câu hỏi chỉ có dấu câu, không có từ nào; được đọc như câu hỏi trống.",
     "The query holds only punctuation and no word; it was read as an empty query."},
    {Kind::unknown_field, "unknown-field", Stage::reading,
     "Không có trường “{0}:”; đã tìm như từ thường. Các trường dùng được: {1}.",
     "There is no field “{0}:”; it was searched as plain words. Known fields: {1}."},
    {Kind::empty_field, "empty-field", Stage::reading,
     "Sau “{0}:” không có giá trị viết liền nên không dùng để lọc; hãy viết, ví dụ, {0}:\"…\".",
     "“{0}:” has no value attached to it, so it does not filter; write, for example, {0}:\"…\"."},
    {Kind::empty_phrase, "empty-phrase", Stage::reading,
     "Giữa hai dấu ngoặc kép không có từ nào; đã bỏ qua.",
     "There is no word between the quotation marks; they were ignored."},
    {Kind::short_prefix, "short-prefix", Stage::reading,
     "Cần ít nhất 2 chữ cái trước dấu *; “{0}” được tìm như một từ thường.",
     "At least 2 letters are needed before *; “{0}” was searched as a plain word."},
    {Kind::phrase_distance, "phrase-distance", Stage::reading,
     "Không dùng được “{0}” sau cụm từ; đã bỏ qua. Muốn các từ đứng gần nhau, hãy viết, ví dụ, "
     "hộ NEAR/3 nghèo.",
     "“{0}” behind a phrase means nothing here and was ignored. For words near each other write, "
     "for example, hộ NEAR/3 nghèo."},
    {Kind::near_distance, "near-distance", Stage::reading,
     "Khoảng cách của NEAR (GẦN) từ 1 đến 50 từ; đã dùng {0}.",
     "The distance of NEAR is 1 to 50 words; {0} was used."},
    {Kind::near_operand, "near-operand", Stage::reading,
     "“{0}” chỉ đặt được giữa các từ, cụm từ hoặc tiền tố; ở đây được đọc như VÀ.",
     "“{0}” can only stand between words, phrases and prefixes; here it was read as AND."},
    {Kind::keystrokes, "keystrokes", Stage::index,
     "đã hiểu \"{0}\" là \"{1}\" (gõ {2} khi chưa bật bộ gõ)",
     "read \"{0}\" as \"{1}\" ({2} typed with the input method off)"},
    {Kind::did_you_mean, "did-you-mean", Stage::index, "Ý bạn là \"{0}\"?",
     "Did you mean \"{0}\"?"},
    {Kind::corrected, "corrected", Stage::index,
     "Đang tìm “{0}” thay cho “{1}”, không đoạn nào có đủ các từ ấy; muốn tìm đúng như đã gõ, dùng "
     "--literal.",
     "Searching for “{0}” instead of “{1}”, which no passage holds; to search for what was typed, "
     "use --literal."},
    {Kind::relaxed, "relaxed", Stage::index,
     "{0} đoạn chứa đủ các từ; kèm thêm những đoạn gần nhất",
     "{0} passages hold every word; those that come nearest are added"},
    {Kind::relaxed_without_marks, "relaxed", Stage::index,
     "{0} đoạn chứa đủ các từ; kèm thêm những đoạn gần nhất, kể cả viết dấu khác",
     "{0} passages hold every word; those that come nearest are added, other marks included"},
    {Kind::relaxed_to_nearest, "relaxed", Stage::index,
     "không có đoạn nào chứa đủ các từ; dưới đây là những đoạn gần nhất",
     "no passage holds every word; these come nearest"},
    {Kind::relaxed_to_nearest_without_marks, "relaxed", Stage::index,
     "không có đoạn nào chứa đủ các từ; dưới đây là những đoạn gần nhất, kể cả viết dấu khác",
     "no passage holds every word; these come nearest, other marks included"},
    {Kind::relaxed_from_phrase, "relaxed", Stage::index,
     "không có đoạn nào có nguyên cụm trong ngoặc kép; dưới đây là những đoạn gần nhất",
     "no passage holds what is in quotation marks as it stands; these come nearest"},
    {Kind::nothing_by_operators, "nothing-found", Stage::index,
     "không có đoạn nào đáp ứng đúng câu hỏi; có AND, OR, NOT, NEAR thì không tìm đoạn gần giống, "
     "bỏ chúng để tìm rộng hơn",
     "no passage meets the query as written; with AND, OR, NOT or NEAR nothing else is searched, "
     "leave them out to find more"},
    {Kind::unknown_filter_value, "unknown-value", Stage::index,
     "chỉ mục không có {1}:\"{0}\"; không đoạn nào đáp ứng điều kiện này",
     "the index has no {1}:\"{0}\"; no passage meets this condition"},
    {Kind::prefix_too_wide, "prefix-too-wide", Stage::index,
     "\"{0}*\" khớp quá nhiều từ; chỉ dùng {1} từ đầu, hãy gõ thêm chữ",
     "\"{0}*\" fits too many words; only the first {1} are used, type more letters"},
    {Kind::place_filter, "place-filter", Stage::index,
     "đã hiểu là {0}:\"{1}\"; muốn tìm chính các chữ ấy, hãy đặt trong ngoặc kép",
     "read as {0}:\"{1}\"; to search for the words themselves, put them in quotation marks"},
    {Kind::place_preferred, "place-preferred", Stage::index,
     "“{0}” có thể là {1}: báo cáo của nơi ấy được xếp trước; muốn chỉ tìm ở đó: {2}",
     "“{0}” may be {1}: its reports come first; to search there alone: {2}"},
    {Kind::place_unknown, "place-unknown", Stage::index,
     "chỉ mục không có báo cáo của {0}; chỉ tìm những đoạn có nhắc tên ấy",
     "the index has no report of {0}; only passages that name it are searched"},
    {Kind::place_without_reports, "place-unknown", Stage::index, "chỉ mục không có báo cáo của {0}",
     "the index has no report of {0}"},
    {Kind::no_period, "no-period", Stage::index,
     "chỉ mục không có báo cáo của {0}, chỉ có từ {1} đến {2}; chỉ tìm những đoạn có ghi đúng như "
     "vậy",
     "the index has no report of {0}, only from {1} to {2}; only passages that say so are "
     "searched"},
    {Kind::place_ambiguous, "place-ambiguous", Stage::index,
     "có nhiều nơi tên \"{0}\", đã tìm ở tất cả: {1}; muốn một nơi, hãy viết cả huyện hoặc tỉnh",
     "several places are named \"{0}\", all were searched: {1}; to pick one, name its district or "
     "province too"},
    {Kind::place_elsewhere, "place-elsewhere", Stage::index,
     "chỉ mục không có báo cáo của xã \"{0}\"; xã cùng tên ở nơi khác: {1}",
     "the index has no report of the commune \"{0}\"; of that name it has: {1}"},
    {Kind::commune_successor, "place-successor", Stage::index,
     "từ 01/7/2025 {0} thuộc {1}; tìm cả xã mới: xã:\"{2}\"",
     "since 2025-07-01 {0} is part of {1}; to search all of that: commune:\"{2}\""},
    {Kind::commune_with_successor, "place-successor", Stage::index,
     "từ 01/7/2025 {0} thuộc {1}; đã tìm cả báo cáo của xã mới",
     "since 2025-07-01 {0} is part of {1}, whose reports were searched too"},
    {Kind::province_successor, "place-successor", Stage::index,
     "từ 01/7/2025 {0} thuộc {1}; tìm cả tỉnh mới: tỉnh:\"{2}\"",
     "since 2025-07-01 {0} is part of {1}; to search all of that: province:\"{2}\""},
    {Kind::place_split, "place-split", Stage::index,
     "từ 01/7/2025 {0} được chia, mỗi nơi một phần: {1}; báo cáo của các xã ấy không tìm ở đây",
     "since 2025-07-01 {0} is divided, a part each: {1}; their reports are not searched here"},
    {Kind::place_predecessors, "place-predecessors", Stage::index,
     "{0} gồm cả báo cáo trước 01/7/2025 của: {1}",
     "{0} includes the reports of before 2025-07-01 of: {1}"},
    {Kind::place_partly, "place-partly", Stage::index,
     "chỉ một phần nơi sau đây thuộc {0}, đã tìm mọi báo cáo của nơi ấy: {1}",
     "only a part of these belongs to {0}, all their reports were searched: {1}"},
    {Kind::same_meaning, "same-meaning", Stage::index,
     "tìm cả {0}, cùng nghĩa với “{1}”; muốn đúng chữ đã gõ, hãy viết “={1}”",
     "{0} is searched too, which means the same as “{1}”; for the word itself write “={1}”"},
});

constexpr bool is_in_order() {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].kind != static_cast<NoticeKind>(i)) return false;
    }
    return true;
}
static_assert(is_in_order());

const NoticeRow& row_of(NoticeKind kind) { return rows.at(static_cast<std::size_t>(kind)); }

/// `pattern` with {n} replaced by the n-th argument; what the arguments hold is not looked at.
std::string filled(std::string_view pattern, std::initializer_list<std::string_view> arguments) {
    std::string text;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        const bool is_mark =
            pattern[at] == '{' && at + 2 < pattern.size() && pattern[at + 2] == '}';
        const std::size_t number =
            is_mark ? static_cast<std::size_t>(pattern[at + 1] - '0') : arguments.size();
        if (number < arguments.size()) {
            text += *(arguments.begin() + number);
            at += 2;
        } else {
            text.push_back(pattern[at]);
        }
    }
    return text;
}

}  // namespace

std::span<const NoticeRow> notice_table() { return rows; }

std::string_view notice_code(NoticeKind kind) { return row_of(kind).code; }

Notice make_notice(NoticeKind kind, std::initializer_list<std::string_view> arguments,
                   SourceRange range) {
    const NoticeRow& row = row_of(kind);
    return {.code = std::string(row.code),
            .message = {.vi = filled(row.vi, arguments), .en = filled(row.en, arguments)},
            .range = range};
}

}  // namespace commsearch
