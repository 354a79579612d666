#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <utility>

#include "analyzers/base/message.h"
#include "analyzers/base/normal_form.h"
#include "analyzers/base/utf8.h"
#include "analyzers/value/date.h"
#include "indexer/source/extract/limits.h"
#include "indexer/source/extract/raw_document.h"
#include "indexer/source/extract/text.h"
#include "indexer/source/formats/document_readers.h"
#include "indexer/source/formats/flat_json.h"

namespace commsearch::source {
namespace {

using nlohmann::json;

constexpr int max_json_depth = 16;
/// An id becomes a term of the index, which holds 245 bytes.
constexpr std::size_t max_id_bytes = 200;

/// The trouble with `key`, as an Error.
[[noreturn]] void refuse(const std::string& key, const std::string& vi, const std::string& en) {
    throw Error({"khóa \"" + key + "\" " + vi, "key \"" + key + "\" " + en});
}

/// A parser callback that refuses what nlohmann lets through: deep nesting and repeated keys.
class Guard {
public:
    bool operator()(int depth, json::parse_event_t event, json& value) {
        if (depth > max_json_depth) {
            throw Error({"JSON lồng nhau quá " + std::to_string(max_json_depth) +
                             " tầng; hãy ghi phẳng các khóa",
                         "JSON nested deeper than " + std::to_string(max_json_depth) +
                             " levels; write the keys flat"});
        }
        if (event == json::parse_event_t::object_start) keys_.emplace_back();
        if (event == json::parse_event_t::object_end) keys_.pop_back();
        if (event == json::parse_event_t::key) {
            const auto& key = value.get_ref<const std::string&>();
            if (!keys_.back().insert(key).second) {
                refuse(escaped_name(key), "xuất hiện hai lần; hãy bỏ bớt một",
                       "occurs twice; keep one");
            }
        }
        return true;
    }

private:
    std::vector<std::set<std::string>> keys_;
};

json parse_object(std::string_view line, FlatJsonReader& reader) {
    json parsed = json::object();
    if (std::optional<FlatObject> flat = reader.read(line)) {
        for (auto& [key, value] : *flat) parsed.emplace(std::move(key), std::move(value));
        return parsed;
    }
    Guard guard;
    try {
        parsed = json::parse(line, std::ref(guard));
    } catch (const json::parse_error& error) {
        const std::string at = std::to_string(error.byte);
        throw Error({"JSON sai cú pháp ở byte thứ " + at + "; mỗi dòng phải là một đối tượng JSON",
                     "bad JSON at byte " + at + "; each line must be one JSON object"});
    } catch (const json::exception&) {
        throw Error({"JSON có số quá lớn; hãy ghi số đó thành chuỗi",
                     "JSON holds a number out of range; write it as a string"});
    }
    if (!parsed.is_object()) {
        throw Error({"không phải đối tượng JSON {…}; mỗi dòng phải là một đối tượng",
                     "not a JSON object {…}; each line must be one object"});
    }
    return parsed;
}

/// The value of an optional key; null counts as absent.
const json* find(const json& object, std::string_view key) {
    const auto found = object.find(key);
    return found == object.end() || found->is_null() ? nullptr : &*found;
}

/// The string under `key`, null when absent; `place` names the key in messages.
const std::string* find_string(const json& object, std::string_view key, const std::string& place) {
    const json* value = find(object, key);
    if (value == nullptr) return nullptr;
    if (!value->is_string()) {
        refuse(place, "phải là chuỗi; hãy đặt giá trị trong dấu nháy kép",
               "must be a string; put its value in double quotes");
    }
    return &value->get_ref<const std::string&>();
}

std::string stated(const json& object, std::string_view key) {
    const std::string* value = find_string(object, key, std::string(key));
    return value == nullptr ? std::string() : clean_line(*value);
}

bool has_control(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        if (is_control(point.value)) return true;
        at += point.size;
    }
    return false;
}

std::string read_id(const json& object) {
    const json* value = find(object, "id");
    if (value == nullptr) {
        refuse("id", "không có; hãy đặt cho mỗi dòng một id riêng",
               "is missing; give each line its own id");
    }
    if (value->is_number_integer()) return value->dump();
    if (!value->is_string()) {
        refuse("id", "phải là chuỗi hoặc số nguyên", "must be a string or an integer");
    }
    std::string id = nfc(value->get_ref<const std::string&>());
    if (without_blank_ends(id).empty()) refuse("id", "trống; hãy ghi id", "is empty; write one");
    if (id.size() > max_id_bytes) {
        refuse("id", "dài quá " + std::to_string(max_id_bytes) + " byte; hãy rút ngắn",
               "is longer than " + std::to_string(max_id_bytes) + " bytes; shorten it");
    }
    if (has_control(id)) {
        refuse("id", "có ký tự điều khiển; hãy bỏ đi", "holds a control character; remove it");
    }
    return id;
}

void read_stated(const json& object, RawDocument::Stated& into) {
    for (const auto& [key, member] : stated_fields) into.*member = stated(object, key);
    const std::string document_name = stated(object, "doc");
    if (into.title.empty()) into.title = document_name;
    if (!into.date.empty() && !Date::parse(into.date).is_known()) {
        refuse("date", "không phải ngày có thật; hãy ghi dạng 2023-11-30",
               "is not a date; write it as 2023-11-30");
    }
}

/// One element of "passages": a string, or {"heading", "text"}.
RawDocument::StatedPassage read_passage(const json& value, const std::string& place) {
    if (value.is_string()) return {{}, clean_text(value.get_ref<const std::string&>())};
    if (!value.is_object()) {
        refuse(place, "phải là chuỗi hoặc {\"heading\", \"text\"}",
               "must be a string or {\"heading\", \"text\"}");
    }
    const std::string* heading = find_string(value, "heading", place + ".heading");
    const std::string* text = find_string(value, "text", place + ".text");
    if (text == nullptr) {
        refuse(place + ".text", "không có; hãy ghi nội dung của đoạn",
               "is missing; write the text of the passage");
    }
    return {heading == nullptr ? std::string() : clean_line(*heading), clean_text(*text)};
}

std::vector<RawDocument::StatedPassage> read_passages(const json& values) {
    if (!values.is_array()) {
        refuse("passages", "phải là mảng các đoạn [\"…\", …]",
               "must be an array of passages [\"…\", …]");
    }
    std::vector<RawDocument::StatedPassage> passages;
    for (std::size_t i = 0; i < values.size(); ++i) {
        auto passage = read_passage(values[i], "passages[" + std::to_string(i) + "]");
        if (!without_blank_ends(passage.text).empty()) passages.push_back(std::move(passage));
    }
    if (passages.empty()) {
        refuse("passages", "không có đoạn nào có chữ; hãy ghi nội dung hoặc bỏ dòng này",
               "has no passage with text; write some or remove the line");
    }
    return passages;
}

/// A line that states nothing a paper has, neither issuer nor place nor date, is a passage of some
/// collection and not a paper to be taken apart, unless it is very long.
bool is_bare_passage(const RawDocument& document) {
    const RawDocument::Stated& stated = document.stated;
    for (const std::string* field :
         {&stated.number, &stated.issuer, &stated.type, &stated.commune, &stated.commune_code,
          &stated.district, &stated.province, &stated.date, &stated.period}) {
        if (!field->empty()) return false;
    }
    return document.text.size() <= max_bare_passage_bytes;
}

/// The text becomes one passage; "title" is its heading where "doc" names the document it is from.
void keep_whole(const json& object, RawDocument& document) {
    std::string heading;
    const std::string document_name = stated(object, "doc");
    if (!document_name.empty() && document.stated.title != document_name) {
        heading = std::exchange(document.stated.title, document_name);
    }
    document.part_of = document_name;
    document.passages.push_back({std::move(heading), std::exchange(document.text, {})});
}

}  // namespace

RawDocument read_jsonl_line(std::string_view line, FlatJsonReader& reader) {
    const json object = parse_object(checked_text(line), reader);
    RawDocument document;
    document.id = read_id(object);
    read_stated(object, document.stated);
    const std::string* text = find_string(object, "text", "text");
    const json* passages = find(object, "passages");
    if ((text == nullptr) == (passages == nullptr)) {
        const bool both = text != nullptr;
        refuse("text",
               both ? "và \"passages\" không được có cùng lúc; hãy bỏ một"
                    : "không có; hãy ghi nội dung vào \"text\" hoặc \"passages\"",
               both ? "and \"passages\" exclude each other; drop one"
                    : "is missing; write the content as \"text\" or \"passages\"");
    }
    if (passages != nullptr) {
        document.passages = read_passages(*passages);
        return document;
    }
    document.text = clean_text(*text);
    if (without_blank_ends(document.text).empty()) {
        refuse("text", "trống; hãy ghi nội dung hoặc bỏ dòng này",
               "is empty; write the content or remove the line");
    }
    if (is_bare_passage(document)) keep_whole(object, document);
    return document;
}

}  // namespace commsearch::source
