#include "indexer/schema/schema.h"

#include <algorithm>
#include <charconv>
#include <system_error>

#include "analyzers/base/fingerprint.h"
#include "analyzers/base/message.h"
#include "analyzers/base/tsv.h"
#include "analyzers/base/unicode.h"
#include "analyzers/name/place_name.h"
#include "indexer/schema/damage.h"

namespace commsearch::schema {
void throw_damaged_record() {
    throw Error(
        {"chỉ mục bị hỏng: một bản ghi không đọc được; hãy lập lại chỉ mục bằng commsearch-index "
         "build",
         "the index is damaged: a record cannot be read; rebuild it with commsearch-index build"});
}

bool is_inherited(std::string_view term) {
    if (term.starts_with(prefix_context)) return true;
    return term.starts_with('X') && !term.starts_with(prefix_village);
}

std::string village_key(std::string_view name) {
    static const std::vector<std::string> types = [] {
        std::vector<std::string> keys;
        for (const std::string_view type : name::village_types())
            keys.push_back(name::folded_place_name(type) + ' ');
        keys.emplace_back("số ");
        return keys;
    }();
    const std::string whole = name::folded_place_name(name);
    std::string_view key = whole;
    for (bool stripped = true; stripped;) {
        const auto type = std::find_if(types.begin(), types.end(), [&](const std::string& one) {
            return key.starts_with(one) && key.size() > one.size();
        });
        stripped = type != types.end();
        if (stripped) key.remove_prefix(type->size());
    }
    return std::string(key);
}

std::string encode(const Publication& publication) {
    const std::string lines = publication.generation + '\n' + publication.manifest_sum + '\n';
    return lines + std::to_string(fingerprint(lines)) + '\n';
}

Publication decode_publication(std::string_view bytes) {
    const std::size_t first = bytes.find('\n');
    const std::string_view rest =
        first == std::string_view::npos ? std::string_view{} : bytes.substr(first + 1);
    Publication publication{std::string(bytes.substr(0, first)),
                            std::string(rest.substr(0, rest.find('\n')))};
    const std::string& name = publication.generation;
    const bool is_name = !name.empty() && name.find('/') == std::string::npos && name[0] != '.';
    if (is_name && (rest.empty() || bytes == encode(publication))) return publication;
    throw Error({"tệp CURRENT của chỉ mục bị hỏng", "the index's file CURRENT is damaged"});
}

std::uint64_t heading_number(std::string_view label) {
    const std::string key = unaccented(label);
    return key.empty() ? 0 : fingerprint(key);
}

std::string make_term(std::string_view prefix, std::string_view value) {
    std::string term(prefix);
    term += truncate_utf8(value, max_term_bytes - prefix.size());
    return term;
}

}  // namespace commsearch::schema
