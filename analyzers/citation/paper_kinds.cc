#include "analyzers/citation/paper_kinds.h"

#include <algorithm>

#include "analyzers/base/word_table.h"

namespace commsearch::citation {
bool ends_paper_name(std::string_view term) {
    static const auto last_words = [] {
        WordTable<bool> made;
        made.add("số", true);
        for (const PaperKind& kind : paper_kinds) {
            const std::string_view last = kind.name.substr(kind.name.rfind(' ') + 1);
            if (made.find(last) == nullptr) made.add(last, true);
        }
        return made;
    }();
    return last_words.find(term) != nullptr;
}

bool is_in_list(std::string_view words, std::string_view word) {
    for (std::size_t begin = 0; begin <= words.size();) {
        const std::size_t end = std::min(words.find(' ', begin), words.size());
        if (words.substr(begin, end - begin) == word) return true;
        begin = end + 1;
    }
    return false;
}

}  // namespace commsearch::citation
