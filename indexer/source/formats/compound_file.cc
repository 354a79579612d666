#include "indexer/source/formats/compound_file.h"

#include <gsf/gsf-infile-msole.h>
#include <gsf/gsf-input-memory.h>
#include <gsf/gsf-utils.h>

#include <algorithm>

#include "analyzers/base/message.h"

namespace commsearch::source {
namespace {

struct UnrefInput {
    void operator()(void* object) const { g_object_unref(object); }
};
using Input = std::unique_ptr<GsfInput, UnrefInput>;

/// libgsf tells the terminal what is wrong with a broken file, and goes on.
void keep_library_quiet() {
    static const guint handler = g_log_set_handler(
        "libgsf:msole", G_LOG_LEVEL_MASK,
        [](const gchar*, GLogLevelFlags, const gchar*, gpointer) {}, nullptr);
    static_cast<void>(handler);
}

/// What can be read of a stream in a file of so many bytes; empty for none.
std::string content_of(GsfInput* input, std::size_t file_bytes) {
    if (input == nullptr) return {};
    // A directory may claim any size.
    const auto claimed = static_cast<std::size_t>(std::max<gsf_off_t>(gsf_input_size(input), 0));
    std::string content(std::min(claimed, file_bytes), '\0');
    constexpr std::size_t step = 4096;
    for (std::size_t at = 0; at < content.size(); at += step) {
        const std::size_t count = std::min(step, content.size() - at);
        if (gsf_input_read(input, count, reinterpret_cast<guint8*>(content.data() + at)) ==
            nullptr) {
            content.resize(at);
            break;
        }
    }
    return content;
}

}  // namespace

struct CompoundFile::State {
    Input bytes;
    std::unique_ptr<GsfInfile, UnrefInput> folder;
    std::size_t size = 0;

    [[nodiscard]] Input child(const char* name) const {
        return Input(gsf_infile_child_by_name(folder.get(), name));
    }
};

CompoundFile::CompoundFile(std::string_view bytes) : state_(std::make_unique<State>()) {
    gsf_init();
    keep_library_quiet();
    state_->size = bytes.size();
    state_->bytes.reset(gsf_input_memory_new(reinterpret_cast<const guint8*>(bytes.data()),
                                             static_cast<gsf_off_t>(bytes.size()), FALSE));
    if (state_->bytes != nullptr)
        state_->folder.reset(gsf_infile_msole_new(state_->bytes.get(), nullptr));
    if (state_->folder == nullptr) {
        throw Error({"tệp OLE hỏng hoặc thiếu phần cuối; hãy chép hoặc tải lại tệp gốc",
                     "the OLE file is broken or cut short; copy or download it again"});
    }
}

CompoundFile::~CompoundFile() = default;

bool CompoundFile::has(const char* name) const { return state_->child(name) != nullptr; }

std::string CompoundFile::stream(const char* name) const {
    return content_of(state_->child(name).get(), state_->size);
}

std::string CompoundFile::stream(const std::string& folder, const char* name) const {
    const Input inner = state_->child(folder.c_str());
    if (inner == nullptr || !GSF_IS_INFILE(inner.get())) return {};
    const Input input(gsf_infile_child_by_name(GSF_INFILE(inner.get()), name));
    return content_of(input.get(), state_->size);
}

std::vector<std::string> CompoundFile::folders() const {
    constexpr int most = 10'000;
    std::vector<std::string> names;
    const int count = std::min(gsf_infile_num_children(state_->folder.get()), most);
    for (int i = 0; i < count; ++i) {
        const Input child(gsf_infile_child_by_index(state_->folder.get(), i));
        if (child == nullptr || !GSF_IS_INFILE(child.get()) ||
            gsf_infile_num_children(GSF_INFILE(child.get())) < 0)
            continue;
        const char* const name = gsf_infile_name_by_index(state_->folder.get(), i);
        if (name != nullptr) names.emplace_back(name);
    }
    return names;
}

}  // namespace commsearch::source
