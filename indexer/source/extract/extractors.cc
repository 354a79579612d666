#include "indexer/source/extract/extractors.h"

#include <unistd.h>

#include <algorithm>
#include <system_error>

#include "indexer/source/extract/text.h"

namespace commsearch::source {
namespace {

namespace fs = std::filesystem;

bool is_executable(const fs::path& path) {
    std::error_code ignored;
    return fs::is_regular_file(path, ignored) && ::access(path.c_str(), X_OK) == 0;
}

/// Absolute path of a program; empty when no folder has it.
fs::path find_program(std::string_view search_path, const char* name) {
    while (!search_path.empty()) {
        const std::size_t colon = std::min(search_path.find(':'), search_path.size());
        const fs::path folder = search_path.substr(0, colon);
        if (folder.is_absolute() && is_executable(folder / name)) return folder / name;
        search_path.remove_prefix(std::min(colon + 1, search_path.size()));
    }
    return {};
}

fs::path own_program(std::string_view search_path) {
    constexpr const char* name = "commsearch-extract";
    std::error_code failed;
    const fs::path running = fs::read_symlink("/proc/self/exe", failed);
    if (!failed && is_executable(running.parent_path() / name)) return running.parent_path() / name;
    return find_program(search_path, name);
}

/// The last line that a program complained with, short enough for a report.
std::string last_line(std::string_view complaint) {
    constexpr std::size_t longest = 200;
    while (!complaint.empty() && static_cast<unsigned char>(complaint.back()) <= ' ')
        complaint.remove_suffix(1);
    const std::size_t line = complaint.rfind('\n');
    if (line != std::string_view::npos) complaint.remove_prefix(line + 1);
    return escaped_name(complaint.substr(0, longest));
}

}  // namespace

Extractors find_extractors(std::string_view search_path) {
    Extractors found;
    found.own = own_program(search_path);
    found.catdoc = find_program(search_path, "catdoc");
    found.antiword = find_program(search_path, "antiword");
    found.pdftotext = find_program(search_path, "pdftotext");
    found.pdfimages = find_program(search_path, "pdfimages");
    found.pdftoppm = find_program(search_path, "pdftoppm");
    found.tesseract = find_program(search_path, "tesseract");
    return found;
}

std::string programs_found(const Extractors& extractors) {
    std::string names;
    for (const fs::path* const program :
         {&extractors.own, &extractors.catdoc, &extractors.antiword, &extractors.pdftotext,
          &extractors.pdfimages, &extractors.pdftoppm, &extractors.tesseract}) {
        if (program->empty()) continue;
        names += (names.empty() ? "" : " ") + program->filename().native();
    }
    return names;
}

MissingProgram::MissingProgram(std::string_view program, std::string package)
    : Error({"thiếu chương trình " + std::string(program) + "; hãy cài gói " + package +
                 " (apt-get install " + package + ") rồi chạy lại",
             "the program " + std::string(program) + " is missing; install the package " + package +
                 " (apt-get install " + package + ") and run again"}),
      package_(std::move(package)) {}

ChildOutcome run_program_on(const ProgramInput& input, const Extractors& extractors,
                            const fs::path& program, std::vector<std::string> arguments) {
    return run_child({.program = program,
                      .arguments = std::move(arguments),
                      .input = input.descriptor,
                      .folder = input.folder},
                     extractors.limits);
}

Error failure_of(const fs::path& program, const ChildOutcome& outcome, const ChildLimits& limits) {
    const std::string name = program.filename();
    switch (outcome.end) {
        case ChildOutcome::End::too_long: {
            const std::string cpu = std::to_string(limits.cpu.count());
            const std::string wall = std::to_string(limits.wall.count());
            return Error({name + " chạy quá " + cpu + " giây bộ xử lý hoặc " + wall +
                              " giây đồng hồ; hãy chia nhỏ tệp",
                          name + " took more than " + cpu + " s of processor or " + wall +
                              " s of time; split the file"});
        }
        case ChildOutcome::End::too_much_output: {
            const std::string limit = std::to_string(limits.output >> 20U) + " MiB";
            return Error({name + " ra quá nhiều dữ liệu (hơn " + limit + "); hãy chia nhỏ tệp",
                          name + " gave too much data (more than " + limit + "); split the file"});
        }
        case ChildOutcome::End::not_started:
            return Error({"không chạy được " + program.native() + "; hãy cài lại",
                          "cannot run " + program.native() + "; install it again"});
        case ChildOutcome::End::signalled: {
            const std::string number = std::to_string(outcome.code);
            return Error({name + " chết giữa chừng (tín hiệu " + number +
                              "): tệp hỏng hoặc cần quá nhiều bộ nhớ; hãy mở tệp rồi lưu lại",
                          name + " died on it (signal " + number +
                              "): the file is broken or needs too much memory; open it and save "
                              "it again"});
        }
        case ChildOutcome::End::exited:
            break;
    }
    std::string told = last_line(outcome.complaint);
    if (told.empty()) told = "exit " + std::to_string(outcome.code);
    return Error({name + " không đọc được (" + told + "); hãy mở tệp rồi lưu lại",
                  name + " cannot read it (" + told + "); open it and save it again"});
}

}  // namespace commsearch::source
