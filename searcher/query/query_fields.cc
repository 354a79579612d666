#include "searcher/query/query_fields.h"

#include <array>
#include <cstddef>

#include "analyzers/base/unicode.h"
#include "indexer/schema/schema.h"
#include "searcher/query/field_values.h"

namespace commsearch::query {
namespace {

using Value = QueryField::Value;

constexpr std::array<QueryField, 16> fields{{
    {Field::commune, "xã", "commune phường phuong thịtrấn thitran", Value::place,
     schema::prefix_commune},
    {Field::district, "huyện", "district", Value::place, schema::prefix_district},
    {Field::province, "tỉnh", "province", Value::place, schema::prefix_province},
    {Field::date, "ngày", "date", Value::code, {}},
    {Field::year, "năm", "year", Value::code, {}},
    {Field::topic, "mục", "section", Value::names, schema::prefix_topic},
    {Field::number, "số", "number", Value::code, schema::prefix_number},
    {Field::issuer, "cơ-quan", "issuer", Value::names, schema::prefix_issuer, typed_issuer},
    {Field::type, "loại", "type", Value::code, schema::prefix_type, typed_type},
    {Field::period, "kỳ", "period kì ki", Value::names, schema::prefix_period},
    {Field::title, "tiêu-đề", "title", Value::names, schema::prefix_title},
    {Field::village, "thôn", "village làng bản ấp tổdânphố todanpho", Value::place,
     schema::prefix_village},
    {Field::planned, "kế-hoạch", "planned kehoach", Value::names, {}},
    {Field::level, "cấp", "level", Value::level, schema::prefix_level, typed_level},
    {Field::signer, "ký", "signer kí ngườiký nguoiky", Value::names, schema::prefix_signer},
    {Field::recipient, "gửi", "recipient nơinhận noinhan kínhgửi kinhgui", Value::names,
     schema::prefix_recipient},
}};

constexpr bool is_in_order() {
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].field != static_cast<Field>(i)) return false;
    }
    return true;
}
static_assert(is_in_order());

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

std::span<const QueryField> query_fields() { return fields; }

const QueryField& query_field(Field field) { return fields.at(static_cast<std::size_t>(field)); }

std::optional<Field> field_of_name(std::string_view name) {
    const std::string key = without_hyphens(lower(name));
    if (key.empty()) return std::nullopt;
    for (const QueryField& field : fields) {
        const std::string shown = without_hyphens(field.name);
        if (key == shown || key == unaccented(shown) || holds_word(field.others, key))
            return field.field;
    }
    return std::nullopt;
}

Field field_of_value(Field field, std::string_view name, std::string_view value) {
    const std::string key = lower(name);
    const bool may_be_either = field == Field::period && (key == "ky" || key == "ki");
    if (!may_be_either) return field;
    const bool has_digit = value.find_first_of("0123456789") != std::string_view::npos;
    return has_digit || !typed_period(value).empty() ? Field::period : Field::signer;
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

std::string field_list() {
    std::string out;
    for (const QueryField& field : fields) {
        if (!out.empty()) out += ", ";
        out += field.name;
    }
    return out;
}

}  // namespace commsearch::query
