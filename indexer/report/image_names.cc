#include "indexer/report/image_names.h"

#include <algorithm>
#include <array>

#include "analyzers/base/ascii.h"
#include "analyzers/base/unicode.h"

namespace commsearch::report {
namespace {

constexpr std::array<std::string_view, 6> extensions = {".jpg", ".jpeg", ".png",
                                                        ".gif", ".jfif", ".webp"};

bool is_name_byte(char c) {
    return is_ascii_letter(c) || is_ascii_digit(c) || c == '_' || c == '-' || c == '.' ||
           c == '(' || c == ')' || c == '%';
}

/// Length of the extension that `text` begins with, 0 for none.
std::size_t extension_size(std::string_view text) {
    for (const std::string_view extension : extensions) {
        if (text.size() < extension.size()) continue;
        const bool same =
            std::equal(extension.begin(), extension.end(), text.begin(),
                       [](char a, char b) { return a == (b == '.' ? b : (b | 0x20)); });
        if (same) return extension.size();
    }
    return 0;
}

/// End of the first image extension from `from` on, npos when there is none.
std::size_t image_end(std::string_view line, std::size_t from) {
    for (std::size_t at = line.find('.', from); at != std::string_view::npos;
         at = line.find('.', at + 1)) {
        const std::size_t size = extension_size(line.substr(at));
        if (size > 0) return at + size;
    }
    return std::string_view::npos;
}

/// A whole line of plain ASCII words that ends in an extension is one file name with blanks in it.
bool is_name_with_blanks(std::string_view line) {
    constexpr std::size_t max_size = 120;
    while (!line.empty() && line.back() == ' ') line.remove_suffix(1);
    if (line.size() > max_size || image_end(line, 0) != line.size()) return false;
    return std::all_of(line.begin(), line.end(),
                       [](char c) { return is_name_byte(c) || c == ' ' || c == '\t'; });
}

}  // namespace

std::vector<std::string_view> between_image_names(std::string_view line) {
    if (is_name_with_blanks(line)) return {};
    std::vector<std::string_view> pieces;
    std::size_t begin = 0;
    for (std::size_t end = image_end(line, 0); end != std::string_view::npos;
         end = image_end(line, begin)) {
        std::size_t name = end;
        while (name > begin && is_name_byte(line[name - 1])) --name;
        pieces.push_back(line.substr(begin, name - begin));
        begin = end;
    }
    pieces.push_back(line.substr(begin));
    return pieces;
}

}  // namespace commsearch::report
