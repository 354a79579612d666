#include "indexer/source/source.h"

#include <algorithm>
#include <map>
#include <set>
#include <system_error>
#include <tuple>
#include <unordered_map>

#include "indexer/source/extract/input_file.h"
#include "indexer/source/extract/limits.h"
#include "indexer/source/extract/text.h"
#include "indexer/source/formats/format.h"

namespace commsearch::source {
namespace {

namespace fs = std::filesystem;

std::string id_of(const fs::path& relative) { return id_of_name(relative.generic_string()); }

/// One corpus folder: as opened, and as other folders are compared with it.
struct CorpusFolder {
    fs::path path;
    fs::path canonical;
};

struct Found {
    SourceFile file;
    const CorpusFolder* folder = nullptr;
};

/// Whether a browser made this folder for the images and scripts of a page that it saved:
/// "x_files" beside "x.html".
bool is_saved_with_page(const fs::path& folder) {
    constexpr std::string_view ending = "_files";
    const std::string& name = folder.native();
    if (!name.ends_with(ending)) return false;
    const std::string page = name.substr(0, name.size() - ending.size());
    std::error_code ignored;
    return fs::exists(page + ".html", ignored) || fs::exists(page + ".htm", ignored);
}

/// Walks one corpus folder without recursion.
class FolderWalker {
public:
    FolderWalker(SourceListing& listing, std::vector<Found>& found)
        : listing_(listing), found_(found) {}

    void run(const CorpusFolder& folder) {
        folder_ = &folder;
        visit_folder({folder.path, 0});
        while (!pending_.empty()) {
            const Pending next = std::move(pending_.back());
            pending_.pop_back();
            visit_folder(next);
        }
    }

private:
    struct Pending {
        fs::path path;
        int depth = 0;
    };

    void skip(const fs::path& path, Message reason) {
        listing_.skipped.push_back({escaped_name(path.native()), std::move(reason)});
    }

    void visit_folder(const Pending& folder) {
        std::error_code error;
        fs::directory_iterator entry(folder.path, error);
        while (!error && entry != fs::directory_iterator()) {
            visit(*entry, folder.depth + 1);
            entry.increment(error);
        }
        if (!error) return;
        if (folder.depth == 0) {
            const std::string path = escaped_name(folder.path.native());
            const Message why = unreadable(error.value());
            throw Error({"thư mục " + path + ": " + why.vi, "folder " + path + ": " + why.en});
        }
        skip(folder.path, unreadable(error.value()));
    }

    void visit(const fs::directory_entry& entry, int depth) {
        if (entry.path().filename().native().starts_with('.')) {
            ++listing_.ignored;
            return;
        }
        std::error_code error;
        const fs::file_status status = entry.symlink_status(error);
        switch (status.type()) {
            case fs::file_type::directory:
                return visit_subfolder(entry.path(), depth);
            case fs::file_type::symlink:
                return skip(entry.path(), symbolic_link());
            case fs::file_type::none:
            case fs::file_type::not_found:
                return skip(entry.path(), unreadable(error ? error.value() : ENOENT));
            default:
                visit_file(entry, status.type() == fs::file_type::regular);
        }
    }

    void visit_subfolder(const fs::path& path, int depth) {
        if (is_saved_with_page(path)) {
            ++listing_.ignored;
            return;
        }
        const Format format = format_of_name(path.filename().native());
        if (format != Format::none && format != Format::unread) {
            skip(path, {"là thư mục mang tên tệp báo cáo; các tệp bên trong vẫn được đọc",
                        "a folder with the name of a report; the files in it are read"});
        }
        if (depth <= max_folder_depth) return pending_.push_back({path, depth});
        const std::string limit = std::to_string(max_folder_depth);
        skip(path, {"thư mục lồng sâu quá " + limit + " tầng, không đọc; hãy chuyển lên cao hơn",
                    "nested deeper than " + limit + " folders, not read; move it further up"});
    }

    void visit_file(const fs::directory_entry& entry, bool regular) {
        if (format_of_name(entry.path().filename().native()) == Format::none) {
            ++listing_.ignored;
            return;
        }
        if (!regular) return skip(entry.path(), not_regular());
        std::error_code error;
        const std::uintmax_t size = entry.file_size(error);
        if (error) return skip(entry.path(), unreadable(error.value()));
        std::string id = id_of(entry.path().lexically_relative(folder_->path));
        found_.push_back({{entry.path(), std::move(id), size}, folder_});
    }

    SourceListing& listing_;
    std::vector<Found>& found_;
    const CorpusFolder* folder_ = nullptr;
    std::vector<Pending> pending_;
};

CorpusFolder open_folder(const fs::path& path) {
    std::error_code error;
    CorpusFolder folder{path, fs::canonical(path, error)};
    const auto refuse = [&](const Message& why) {
        const std::string name = escaped_name(path.native());
        throw Error({"thư mục " + name + ": " + why.vi, "folder " + name + ": " + why.en});
    };
    if (error.value() == ENOENT) {
        refuse({"không có; hãy kiểm tra lại đường dẫn", "does not exist; check the path"});
    }
    if (error) refuse(unreadable(error.value()));
    if (!fs::is_directory(folder.canonical, error)) {
        refuse({"không phải thư mục; hãy chỉ đến thư mục chứa báo cáo",
                "is not a folder; name the folder that holds the reports"});
    }
    return folder;
}

bool is_within(const fs::path& inner, const fs::path& outer) {
    return std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end()).first ==
           outer.end();
}

/// The folder among `folders` that already covers folder `at`: an outer one, or an equal one before
/// it.
const CorpusFolder* covering(const std::vector<CorpusFolder>& folders, std::size_t at) {
    for (std::size_t i = 0; i < folders.size(); ++i) {
        const bool equal = folders[i].canonical == folders[at].canonical;
        if (equal ? i < at : is_within(folders[at].canonical, folders[i].canonical)) {
            return &folders[i];
        }
    }
    return nullptr;
}

/// Puts the folder's name before each id that two folders have, then a number behind those that are
/// equal even so.
void make_ids_unique(std::vector<Found>& found) {
    std::unordered_map<std::string, std::set<const CorpusFolder*>> folders_of_id;
    for (const Found& one : found) folders_of_id[one.file.id].insert(one.folder);
    for (Found& one : found) {
        if (folders_of_id[one.file.id].size() < 2) continue;
        one.file.id = id_of(one.folder->canonical.filename() / one.file.id);
    }
    const auto by_id_then_path = [](const Found& a, const Found& b) {
        return std::tie(a.file.id, a.file.path.native()) <
               std::tie(b.file.id, b.file.path.native());
    };
    std::sort(found.begin(), found.end(), by_id_then_path);
    std::map<std::string, int> seen;
    for (Found& one : found) {
        const int count = ++seen[one.file.id];
        if (count > 1) one.file.id += '~' + std::to_string(count);
    }
}

}  // namespace

SourceListing list_sources(const std::vector<fs::path>& folders) {
    std::vector<CorpusFolder> opened;
    opened.reserve(folders.size());
    for (const fs::path& folder : folders) opened.push_back(open_folder(folder));
    SourceListing listing;
    std::vector<Found> found;
    FolderWalker walk(listing, found);
    for (std::size_t i = 0; i < opened.size(); ++i) {
        const CorpusFolder* outer = covering(opened, i);
        if (outer == nullptr) {
            const std::size_t before = found.size() + listing.skipped.size();
            walk.run(opened[i]);
            const bool is_empty = found.size() + listing.skipped.size() == before;
            // A share that is not mounted is an empty folder. One folder alone that is empty
            // publishes nothing anyhow.
            if (is_empty && opened.size() > 1) {
                listing.skipped.push_back(
                    {escaped_name(opened[i].path.native()),
                     {"thư mục trống; nếu là ổ đĩa mạng thì hãy xem đã gắn chưa",
                      "the folder is empty; if it is a network share, see whether it is mounted"}});
            }
            continue;
        }
        const std::string name = escaped_name(outer->path.native());
        listing.skipped.push_back({escaped_name(opened[i].path.native()),
                                   {"đã đọc một lần cùng với thư mục " + name,
                                    "read once already, with the folder " + name}});
    }
    make_ids_unique(found);
    for (Found& one : found) listing.files.push_back(std::move(one.file));
    std::sort(listing.files.begin(), listing.files.end(),
              [](const SourceFile& a, const SourceFile& b) { return a.id < b.id; });
    std::sort(listing.skipped.begin(), listing.skipped.end(),
              [](const Skipped& a, const Skipped& b) { return a.path < b.path; });
    return listing;
}

}  // namespace commsearch::source
