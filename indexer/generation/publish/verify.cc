#include "indexer/generation/publish/verify.h"

#include <algorithm>
#include <set>

#include "indexer/generation/disk/checked_file.h"
#include "indexer/generation/publish/index_folder.h"
#include "indexer/generation/publish/manifest.h"
#include "indexer/schema/schema.h"
#include "indexer/segment/checksum.h"

namespace commsearch::generation {
namespace {

namespace fs = std::filesystem;

Message damaged(const fs::path& file, const std::string& vi, const std::string& en) {
    return {file.string() + " bị hỏng: " + vi, file.string() + " is damaged: " + en};
}

/// What differs between a file and what the manifest says of it; nothing when they agree.
std::vector<Message> compare(const fs::path& folder, const FileChecksums& wanted) {
    const fs::path path = folder / wanted.name;
    const FileChecksums found = checksums_of(folder, wanted.name);
    if (found.size != wanted.size) {
        const std::string sizes = std::to_string(found.size) + " / " + std::to_string(wanted.size);
        return {damaged(path, "dài " + sizes + " byte", "it has " + sizes + " bytes")};
    }
    std::string places;
    for (std::size_t i = 0; i < wanted.chunks.size(); ++i) {
        if (found.chunks[i] != wanted.chunks[i])
            places += (places.empty() ? "" : ", ") + std::to_string(i * chunk_bytes);
    }
    if (places.empty()) return {};
    return {damaged(path, "khối 1 MiB từ byte " + places, "the MiB from byte " + places)};
}

/// Runs `check`; what cannot be read is a damage, too.
template <typename Check>
void collect(std::vector<Message>& all, Check check) {
    try {
        for (Message& one : check()) all.push_back(std::move(one));
    } catch (const Error& error) {
        all.push_back(error.message());
    } catch (const fs::filesystem_error& error) {
        all.push_back({error.what(), error.what()});
    }
}

std::vector<Message> check_manifest(const fs::path& index_folder, const std::string& name) {
    const fs::path folder = index_folder / name;
    const std::string sum = segment::checksum_of(read_file(folder / schema::manifest_file));
    std::vector<Message> all;
    if (read_file(folder / schema::manifest_sum_file) != sum + '\n')
        all.push_back(damaged(folder / schema::manifest_file, "không khớp với manifest.sum",
                              "it does not agree with manifest.sum"));
    if (published_of(index_folder) == name && read_file(index_folder / schema::current_file) !=
                                                  schema::encode(schema::Publication{name, sum}))
        all.push_back(damaged(index_folder / schema::current_file, "không khớp với manifest.json",
                              "it does not agree with manifest.json"));
    return all;
}

std::vector<Message> check_content(const fs::path& folder) {
    const Manifest manifest = read_manifest(folder);
    std::vector<Message> all;
    std::set<std::string> known = {std::string(schema::manifest_file),
                                   std::string(schema::manifest_sum_file)};
    for (const FileChecksums& file : manifest.content) {
        known.insert(file.name);
        collect(all, [&] { return compare(folder, file); });
    }
    for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
        if (known.count(entry.path().filename().string()) == 0)
            all.push_back(damaged(entry.path(), "không thuộc thế hệ này",
                                  "it does not belong to the generation"));
    }
    return all;
}

}  // namespace

std::vector<Message> damage_of(const fs::path& index_folder, const std::string& name) {
    std::vector<Message> all;
    collect(all, [&] { return check_manifest(index_folder, name); });
    collect(all, [&] { return check_content(index_folder / name); });
    return all;
}

std::string mending_command(const fs::path& index_folder, const std::string& damaged) {
    const auto generations = generations_of(index_folder);
    const bool has_sound =
        std::any_of(generations.begin(), generations.end(), [&](const auto& one) {
            const std::string name = one.second.filename().string();
            return name != damaged && damage_of(index_folder, name).empty();
        });
    return has_sound ? "commsearch-index rollback --index " + index_folder.string()
                     : "commsearch-index build --corpus DIR --index " + index_folder.string();
}

}  // namespace commsearch::generation
