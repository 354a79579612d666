#include "indexer/source/formats/docx_fields.h"

#include "indexer/source/formats/word_fields.h"

namespace commsearch::source {
namespace {

std::size_t count_of(std::string_view text, std::string_view wanted) {
    std::size_t count = 0;
    for (std::size_t at = text.find(wanted); at != std::string_view::npos;
         at = text.find(wanted, at + wanted.size()))
        ++count;
    return count;
}

}  // namespace

DocxFields::DocxFields(std::string_view part)
    : all_end_(count_of(part, "fldCharType=\"begin\"") <= count_of(part, "fldCharType=\"end\"")) {}

void DocxFields::take_mark(std::string_view type) {
    if (type == "begin") {
        open_.emplace_back();
        ++hiding_;
    }
    if (open_.empty()) return;
    if (type == "separate") end_code(open_.back());
    if (type == "end") {
        set_hiding(open_.back(), false);
        open_.pop_back();
    }
}

void DocxFields::take_code(std::string_view text) {
    constexpr std::size_t longest = 32;
    if (open_.empty() || !open_.back().in_code) return;
    std::string& code = open_.back().code;
    if (code.size() < longest) code += text.substr(0, longest - code.size());
}

void DocxFields::end_paragraph() {
    for (Field& field : open_) end_code(field);
}

void DocxFields::end_code(Field& field) {
    if (!field.in_code) return;
    field.in_code = false;
    set_hiding(field, all_end_ && is_table_of_contents(field.code));
}

void DocxFields::set_hiding(Field& field, bool hides) {
    if (field.hides && !hides) --hiding_;
    if (!field.hides && hides) ++hiding_;
    field.hides = hides;
}

}  // namespace commsearch::source
