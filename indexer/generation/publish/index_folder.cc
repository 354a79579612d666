#include "indexer/generation/publish/index_folder.h"

#include <system_error>

#include "analyzers/base/message.h"
#include "indexer/generation/disk/build_lock.h"
#include "indexer/generation/disk/checked_file.h"
#include "indexer/generation/disk/disk.h"
#include "indexer/schema/schema.h"
#include "indexer/segment/checksum.h"

namespace commsearch::generation {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view generation_prefix = "gen-";
constexpr std::string_view building_prefix = "building-";

std::string numbered(std::string_view prefix, std::size_t number) {
    constexpr std::size_t digits = 6;
    const std::string text = std::to_string(number);
    return std::string(prefix) + std::string(text.size() < digits ? digits - text.size() : 0, '0') +
           text;
}

}  // namespace

void check_index_folder(const fs::path& folder) {
    std::error_code ignored;
    if (!fs::exists(folder, ignored) || fs::is_empty(folder, ignored)) return;
    if (fs::exists(folder / schema::current_file, ignored) ||
        fs::exists(folder / lock_file, ignored))
        return;
    throw UsageError(
        {"thư mục " + folder.string() + " có dữ liệu khác; hãy chọn một thư mục trống làm chỉ mục",
         "the folder " + folder.string() + " holds other data; choose an empty one for the index"});
}

void check_is_index(const fs::path& folder) {
    std::error_code ignored;
    if (fs::exists(folder / schema::current_file, ignored) ||
        fs::exists(folder / lock_file, ignored))
        return;
    const std::string where = folder.string();
    throw UsageError({"không có chỉ mục tại " + where + "; hãy chạy: commsearch-index build",
                      "there is no index at " + where + "; run: commsearch-index build"});
}

std::string generation_name(std::size_t number) { return numbered(generation_prefix, number); }

std::string building_name(std::size_t number) { return numbered(building_prefix, number); }

std::size_t generation_number(const std::string& name) {
    constexpr std::size_t max_digits = 9;
    if (!name.starts_with(generation_prefix)) return 0;
    const std::string digits = name.substr(generation_prefix.size());
    if (digits.empty() || digits.size() > max_digits ||
        digits.find_first_not_of("0123456789") != std::string::npos)
        return 0;
    return std::stoul(digits);
}

std::map<std::size_t, fs::path> generations_of(const fs::path& index_folder) {
    std::map<std::size_t, fs::path> found;
    for (const fs::directory_entry& entry : fs::directory_iterator(index_folder)) {
        const std::size_t number = generation_number(entry.path().filename().string());
        if (number > 0) found.emplace(number, entry.path());
    }
    return found;
}

std::string published_of(const fs::path& index_folder) {
    if (!fs::exists(index_folder / schema::current_file)) return "";
    try {
        std::string name =
            schema::decode_publication(read_file(index_folder / schema::current_file)).generation;
        if (generation_number(name) > 0) return name;
    } catch (const Error&) {  // as well as a name of no generation
    }
    const std::string command = "commsearch-index rollback --index " + index_folder.string();
    throw Error({"tệp CURRENT của chỉ mục bị hỏng; hãy chạy: " + command,
                 "the index's file CURRENT is damaged; run: " + command});
}

void point_to(const fs::path& index_folder, const std::string& name) {
    const std::string sum =
        segment::checksum_of(read_file(index_folder / name / schema::manifest_file));
    replace_file(index_folder / schema::current_file,
                 schema::encode(schema::Publication{name, sum}));
}

void publish(const fs::path& folder, const fs::path& index_folder, const std::string& name) {
    for (const fs::directory_entry& entry : fs::directory_iterator(folder)) sync_file(entry.path());
    sync_folder(folder);
    fs::rename(folder, index_folder / name);
    sync_folder(index_folder);
    point_to(index_folder, name);
}

std::size_t prune(const fs::path& index_folder, const std::string& published, std::size_t kept) {
    std::map<std::size_t, fs::path> generations = generations_of(index_folder);
    generations.erase(generation_number(published));
    std::size_t removed = 0;
    std::error_code ignored;
    for (; generations.size() > kept; ++removed) {
        fs::remove_all(generations.begin()->second, ignored);
        generations.erase(generations.begin());
    }
    return removed;
}

void remove_leftovers(const fs::path& index_folder) {
    for (const fs::directory_entry& entry : fs::directory_iterator(index_folder)) {
        if (entry.path().filename().string().starts_with(building_prefix))
            fs::remove_all(entry.path());
    }
}

}  // namespace commsearch::generation
