#include "searcher/query/query_notices.h"

#include <algorithm>
#include <array>
#include <string>

#include "analyzers/base/unicode.h"
#include "searcher/query/query_fields.h"

namespace commsearch {
namespace {

constexpr std::ptrdiff_t max_notices_of_a_kind = 3;
constexpr std::size_t max_about_bytes = 80;

struct NoticeText {
    std::string_view code;
    std::string_view vi;  ///< {} is replaced by what the notice is about, {fields} by their list
    std::string_view en;
};

/// In the order of `NoticeKind`.
constexpr std::array<NoticeText, 14> notice_texts{{
    {"query-too-long", "Câu hỏi dài hơn {} byte; chỉ phần đầu được đọc.",
     "The query is longer than {} bytes; only its beginning was read."},
    {"bad-characters",
     "Câu hỏi có ký tự không đọc được (không phải UTF-8, hoặc là ký tự điều khiển); mỗi ký tự đó "
     "được coi là một dấu cách.",
     "The query holds unreadable characters (not UTF-8, or control characters); each was read as "
     "a blank."},
    {"too-many-terms", "Câu hỏi có hơn {} từ và điều kiện; phần sau đó bị bỏ qua.",
     "The query has more than {} words and conditions; the rest was ignored."},
    {"too-deep", "Ngoặc đơn lồng nhau hơn {} lớp; những ngoặc nằm sâu hơn bị bỏ qua.",
     "Parentheses are nested more than {} deep; the deeper ones were ignored."},
    {"unbalanced-quote", "Thiếu dấu ngoặc kép đóng; cụm từ được tính đến hết câu hỏi.",
     "A closing quotation mark is missing; the phrase was read to the end of the query."},
    {"unbalanced-parenthesis", "Dấu ngoặc đơn không thành cặp; đã bỏ qua.",
     "A parenthesis has no partner; it was ignored."},
    {"dangling-operator",
     "Toán tử “{}” thiếu vế để nối; đã bỏ qua. Muốn tìm chính chữ đó, hãy đặt nó trong ngoặc kép.",
     "The operator “{}” lacks something to join; it was ignored. To search for the word itself, "
     "put it in quotation marks."},
    {"only-punctuation", "Câu hỏi chỉ có dấu câu, không có từ nào; được đọc như câu hỏi trống.",
     "The query holds only punctuation and no word; it was read as an empty query."},
    {"unknown-field",
     "Không có trường “{}:”; đã tìm như từ thường. Các trường dùng được: {fields}.",
     "There is no field “{}:”; it was searched as plain words. Known fields: {fields}."},
    {"empty-field",
     "Sau “{}:” không có giá trị viết liền nên không dùng để lọc; hãy viết, ví dụ, {}:\"…\".",
     "“{}:” has no value attached to it, so it does not filter; write, for example, {}:\"…\"."},
    {"empty-phrase", "Giữa hai dấu ngoặc kép không có từ nào; đã bỏ qua.",
     "There is no word between the quotation marks; they were ignored."},
    {"short-prefix", "Cần ít nhất 2 chữ cái trước dấu *; “{}” được tìm như một từ thường.",
     "At least 2 letters are needed before *; “{}” was searched as a plain word."},
    {"near-distance", "Khoảng cách của NEAR (GẦN) từ 1 đến 50 từ; đã dùng {}.",
     "The distance of NEAR is 1 to 50 words; {} was used."},
    {"near-operand", "“{}” chỉ đặt được giữa các từ, cụm từ hoặc tiền tố; ở đây được đọc như VÀ.",
     "“{}” can only stand between words, phrases and prefixes; here it was read as AND."},
}};

std::string filled(std::string_view pattern, std::string_view about) {
    constexpr std::string_view fields_mark = "{fields}";
    std::string out;
    for (std::size_t at = 0; at < pattern.size();) {
        const std::string_view rest = pattern.substr(at);
        if (rest.starts_with(fields_mark)) {
            out += field_list();
            at += fields_mark.size();
        } else if (rest.starts_with("{}")) {
            out += about;
            at += 2;
        } else {
            out.push_back(pattern[at++]);
        }
    }
    return out;
}

std::string shortened(std::string_view about) {
    if (about.size() <= max_about_bytes) return std::string(about);
    return std::string(truncate_utf8(about, max_about_bytes)) + "…";
}

}  // namespace

void NoticeList::add(NoticeKind kind, SourceRange range, std::string_view about) {
    const NoticeText& text = notice_texts.at(static_cast<std::size_t>(kind));
    const auto same_kind = [&](const Notice& notice) { return notice.code == text.code; };
    if (std::count_if(notices_.begin(), notices_.end(), same_kind) >= max_notices_of_a_kind) return;
    const std::string named = shortened(about);
    notices_.push_back({.code = std::string(text.code),
                        .message = {.vi = filled(text.vi, named), .en = filled(text.en, named)},
                        .range = range});
}

std::vector<Notice> NoticeList::in_order() const {
    std::vector<Notice> ordered = notices_;
    std::stable_sort(ordered.begin(), ordered.end(), [](const Notice& left, const Notice& right) {
        return left.range.begin < right.range.begin;
    });
    return ordered;
}

}  // namespace commsearch
