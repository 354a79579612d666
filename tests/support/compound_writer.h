#pragma once

#include <gsf/gsf-outfile-msole.h>
#include <gsf/gsf-output-memory.h>
#include <gsf/gsf-utils.h>

#include <string>
#include <utility>
#include <vector>

namespace commsearch {

/// An OLE file with these streams (name, content); "folder/name" stands in a folder.
inline std::string compound(const std::vector<std::pair<std::string, std::string>>& streams) {
    gsf_init();
    GsfOutput* const memory = gsf_output_memory_new();
    GsfOutfile* const file = gsf_outfile_msole_new(memory);
    std::string open_folder;
    GsfOutfile* folder = nullptr;
    const auto close_folder = [&] {
        if (folder == nullptr) return;
        gsf_output_close(GSF_OUTPUT(folder));
        g_object_unref(folder);
        folder = nullptr;
    };
    for (const auto& [path, content] : streams) {
        const std::size_t slash = path.find('/');
        const std::string name = slash == std::string::npos ? path : path.substr(slash + 1);
        const std::string in = slash == std::string::npos ? "" : path.substr(0, slash);
        if (in != open_folder) close_folder();
        if (!in.empty() && folder == nullptr)
            folder = GSF_OUTFILE(gsf_outfile_new_child(file, in.c_str(), TRUE));
        open_folder = in;
        GsfOutput* const stream =
            gsf_outfile_new_child(folder == nullptr ? file : folder, name.c_str(), FALSE);
        gsf_output_write(stream, content.size(), reinterpret_cast<const guint8*>(content.data()));
        gsf_output_close(stream);
        g_object_unref(stream);
    }
    close_folder();
    gsf_output_close(GSF_OUTPUT(file));
    std::string bytes(
        reinterpret_cast<const char*>(gsf_output_memory_get_bytes(GSF_OUTPUT_MEMORY(memory))),
        static_cast<std::size_t>(gsf_output_size(memory)));
    g_object_unref(file);
    g_object_unref(memory);
    return bytes;
}

}  // namespace commsearch
