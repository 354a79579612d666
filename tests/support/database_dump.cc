#include "tests/support/database_dump.h"

#include <xapian.h>

#include "indexer/segment/checksum.h"

namespace commsearch {

std::map<std::string, std::string> dump_database(const std::filesystem::path& file) {
    const Xapian::Database database(file.string());
    std::map<std::string, segment::Checksum> sums;
    for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
        sums["terms"].add_text(*term);
        for (auto post = database.postlist_begin(*term); post != database.postlist_end(*term);
             ++post) {
            sums["terms"].add_text(std::to_string(*post) + ' ' + std::to_string(post.get_wdf()));
        }
    }
    for (auto post = database.postlist_begin(""); post != database.postlist_end(""); ++post) {
        const Xapian::Document document = database.get_document(*post);
        sums["documents"].add_text(std::to_string(*post) + ' ' +
                                   std::to_string(post.get_doclength()));
        sums["documents"].add_text(document.get_data());
        for (auto value = document.values_begin(); value != document.values_end(); ++value) {
            sums["documents"].add_text(*value);
        }
    }
    for (auto key = database.synonym_keys_begin(); key != database.synonym_keys_end(); ++key) {
        sums["synonyms"].add_text(*key);
        for (auto word = database.synonyms_begin(*key); word != database.synonyms_end(*key); ++word)
            sums["synonyms"].add_text(*word);
    }
    for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key) {
        sums["metadata"].add_text(*key);
        sums["metadata"].add_text(database.get_metadata(*key));
    }
    std::map<std::string, std::string> dump;
    for (const auto& [part, sum] : sums) dump[part] = sum.hex();
    return dump;
}

}  // namespace commsearch
