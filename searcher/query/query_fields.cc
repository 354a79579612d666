#include "searcher/query/query_fields.h"

#include <array>

#include "analyzers/base/unicode.h"

namespace commsearch {
namespace {

struct FieldNames {
    Field field;
    std::string_view shown;
    std::string_view
        others;  ///< separated by blanks, without '-', beside `shown` and its bare form
};

/// In the order of `Field`.
constexpr std::array<FieldNames, 12> fields{{
    {Field::commune, "xã", "commune phường phuong thịtrấn thitran"},
    {Field::district, "huyện", "district"},
    {Field::province, "tỉnh", "province"},
    {Field::date, "ngày", "date"},
    {Field::year, "năm", "year"},
    {Field::section, "mục", "section"},
    {Field::number, "số", "number"},
    {Field::issuer, "cơ-quan", "issuer"},
    {Field::type, "loại", "type"},
    {Field::period, "kỳ", "period kì ki"},
    {Field::title, "tiêu-đề", "title"},
    {Field::village, "thôn", "village làng bản ấp tổdânphố todanpho"},
}};

std::string without_hyphens(std::string_view name) {
    std::string out;
    for (const char byte : name) {
        if (byte != '-' && byte != '_') out.push_back(byte);
    }
    return out;
}

bool holds_word(std::string_view list, std::string_view word) {
    const std::string padded = " " + std::string(list) + " ";
    return padded.find(" " + std::string(word) + " ") != std::string::npos;
}

}  // namespace

std::optional<Field> field_of_name(std::string_view name) {
    const std::string key = without_hyphens(lower(name));
    if (key.empty()) return std::nullopt;
    for (const FieldNames& names : fields) {
        const std::string shown = without_hyphens(names.shown);
        if (key == shown || key == bare(shown) || holds_word(names.others, key)) {
            return names.field;
        }
    }
    return std::nullopt;
}

bool looks_like_field_name(std::string_view name) {
    if (name.empty() || !is_letter(decode_at(name, 0).value)) return false;
    for (std::size_t at = 0; at < name.size();) {
        const CodePoint point = decode_at(name, at);
        if (!is_letter(point.value) && point.value != '-' && point.value != '_') return false;
        at += point.size;
    }
    return true;
}

bool holds_names(Field field) {
    return field != Field::date && field != Field::year && field != Field::number &&
           field != Field::type;
}

bool holds_place(Field field) {
    return field == Field::commune || field == Field::district || field == Field::province ||
           field == Field::village;
}

std::string_view field_name(Field field) {
    return fields.at(static_cast<std::size_t>(field)).shown;
}

std::string field_list() {
    std::string out;
    for (const FieldNames& names : fields) {
        if (!out.empty()) out += ", ";
        out += names.shown;
    }
    return out;
}

}  // namespace commsearch
