#include "indexer/source/formats/word_fields.h"

#include <algorithm>
#include <cstddef>

namespace commsearch::source {
namespace {

constexpr char16_t field_begin = 0x13;
constexpr char16_t field_result = 0x14;
constexpr char16_t field_end = 0x15;

struct Field {
    std::size_t begin = 0;
    std::size_t result = 0;  ///< 0: none yet
};

/// The front of a code, which is ASCII where it names a field.
std::string ascii(std::u16string_view code) {
    constexpr std::size_t longest_name = 32;
    std::string text;
    for (const char16_t letter : code.substr(0, longest_name))
        text += letter < 0x80 ? static_cast<char>(letter) : '?';
    return text;
}

}  // namespace

bool is_table_of_contents(std::string_view code) {
    code.remove_prefix(std::min(code.find_first_not_of(' '), code.size()));
    constexpr std::string_view name = "TOC";
    return code.starts_with(name) && (code.size() == name.size() || code[name.size()] == ' ');
}

std::vector<bool> hidden_by_fields(std::u16string_view story) {
    // How many more hide at a place than at the one before: one look at each, however they nest.
    std::vector<std::int32_t> change(story.size() + 1);
    std::vector<Field> open;
    for (std::size_t at = 0; at < story.size(); ++at) {
        if (story[at] == field_begin) open.push_back({.begin = at});
        if (open.empty()) continue;
        Field& field = open.back();
        if (story[at] == field_result && field.result == 0) field.result = at;
        if (story[at] != field_end) continue;
        const std::size_t code_end = field.result == 0 ? at : field.result;
        const bool is_contents =
            is_table_of_contents(ascii(story.substr(field.begin + 1, code_end - field.begin - 1)));
        ++change[field.begin];
        --change[is_contents ? at : code_end];
        open.pop_back();
    }
    std::vector<bool> hidden(story.size());
    std::int32_t depth = 0;
    for (std::size_t at = 0; at < story.size(); ++at) {
        depth += change[at];
        hidden[at] = depth > 0;
    }
    return hidden;
}

}  // namespace commsearch::source
