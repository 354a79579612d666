#include "tests/crash/disk_model.h"

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace commsearch {
namespace {

namespace fs = std::filesystem;

std::string name_of(const std::string& path) { return fs::path(path).filename().string(); }

}  // namespace

/// A file or folder. Names are shared: a file that was renamed may stand under its old name on the
/// disk and its new one in memory.
struct DiskModel::Node {
    using Names = std::map<std::string, std::shared_ptr<Node>>;
    bool is_folder = false;
    Names names;         ///< of a folder, as programs see them
    Names synced_names;  ///< as they are on the disk
    fs::path synced;     ///< file with the bytes that are on the disk; empty: none

    static std::shared_ptr<Node> of(const fs::path& path) {
        auto node = std::make_shared<Node>();
        node->is_folder = fs::is_directory(path);
        if (!node->is_folder) {
            node->synced = path;
            return node;
        }
        for (const fs::directory_entry& entry : fs::directory_iterator(path))
            node->names[entry.path().filename().string()] = of(entry.path());
        node->synced_names = node->names;
        return node;
    }

    void write(const fs::path& path, Survivors survivors, std::mt19937_64& random) const {
        if (!is_folder) {
            std::ofstream file(path, std::ios::binary);
            if (!synced.empty() && fs::file_size(synced) > 0)
                file << std::ifstream(synced, std::ios::binary).rdbuf();
            return;
        }
        fs::create_directories(path);
        for (const auto& [name, node] : surviving_names(survivors, random))
            node->write(path / name, survivors, random);
    }

    /// Each change of a name that was not synced may or may not have reached the disk.
    [[nodiscard]] Names surviving_names(Survivors survivors, std::mt19937_64& random) const {
        if (survivors == Survivors::synced_only) return synced_names;
        if (survivors == Survivors::all_names) return names;
        Names all = synced_names;
        for (const auto& [name, node] : names) {
            const auto synced_node = synced_names.find(name);
            const bool is_changed =
                synced_node == synced_names.end() || synced_node->second != node;
            if (is_changed && random() % 2 == 0) all[name] = node;
        }
        for (const auto& [name, node] : synced_names) {
            if (names.count(name) == 0 && random() % 2 == 0) all.erase(name);
        }
        return all;
    }
};

std::vector<JournalEntry> read_journal(const fs::path& journal) {
    std::vector<JournalEntry> entries;
    std::ifstream log(journal / "log");
    for (std::string line; std::getline(log, line);) {
        std::istringstream fields(line);
        JournalEntry entry;
        std::getline(fields, entry.call, '\t');
        for (std::string field; std::getline(fields, field, '\t');) entry.operands.push_back(field);
        entries.push_back(std::move(entry));
    }
    return entries;
}

DiskModel::DiskModel(const fs::path& path, const fs::path& copy)
    : root_path_(path), root_(std::make_unique<Node>(*Node::of(copy))) {}
DiskModel::~DiskModel() = default;

DiskModel::Node& DiskModel::parent_of(const std::string& path) {
    Node* node = root_.get();
    for (const fs::path& part : fs::path(path).lexically_relative(root_path_).parent_path()) {
        if (part == ".") continue;
        const auto found = node->names.find(part.string());
        if (found == node->names.end()) throw std::runtime_error("no folder of " + path);
        node = found->second.get();
    }
    return *node;
}

std::shared_ptr<DiskModel::Node>& DiskModel::entry(const std::string& path) {
    return parent_of(path).names[name_of(path)];
}

void DiskModel::apply(const JournalEntry& line, const fs::path& journal) {
    const std::string& path = line.operands.at(0);
    if (line.call == "create" || line.call == "mkdir") {
        entry(path) = std::make_shared<Node>();
        entry(path)->is_folder = line.call == "mkdir";
    } else if (line.call == "remove") {
        parent_of(path).names.erase(name_of(path));
    } else if (line.call == "rename") {
        const std::shared_ptr<Node> moved = entry(path);
        parent_of(path).names.erase(name_of(path));
        entry(line.operands.at(1)) = moved;
    } else if (line.call == "sync_file") {
        entry(path)->synced = journal / line.operands.at(1);
    } else if (line.call == "sync_folder") {
        Node& folder = path == root_path_ ? *root_ : *entry(path);
        folder.synced_names = folder.names;
    } else {
        throw std::runtime_error("unknown call " + line.call);
    }
}

void DiskModel::write(const fs::path& folder, Survivors survivors, std::mt19937_64& random) const {
    root_->write(folder, survivors, random);
}

}  // namespace commsearch
