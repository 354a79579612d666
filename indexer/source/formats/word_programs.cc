#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <fstream>
#include <optional>

#include "analyzers/base/message.h"
#include "indexer/source/extract/input_file.h"
#include "indexer/source/extract/raw_document.h"
#include "indexer/source/extract/text.h"
#include "indexer/source/formats/paged_text.h"
#include "indexer/source/formats/program_formats.h"

namespace commsearch::source {
namespace {

/// A name as OLE folders spell it.
std::string utf16(std::string_view ascii) {
    std::string wide;
    for (const char byte : ascii) wide += {byte, '\0'};
    return wide;
}

/// What an OLE file holds, by the names of its streams.
struct CompoundContent {
    bool word = false;
    bool encrypted = false;
};

CompoundContent content_of(int descriptor) {
    const std::string word = utf16("WordDocument");
    const std::string encrypted = utf16("EncryptedPackage");
    CompoundContent found;
    std::string window;
    std::array<char, 64U << 10U> buffer;
    off_t at = 0;
    for (ssize_t count = 1; count > 0 && !found.word && !found.encrypted; at += count) {
        count = ::pread(descriptor, buffer.data(), buffer.size(), at);
        if (count <= 0) break;
        window.erase(0, window.size() - std::min(window.size(), encrypted.size()));
        window.append(buffer.data(), static_cast<std::size_t>(count));
        found.word = window.find(word) != std::string::npos;
        found.encrypted = window.find(encrypted) != std::string::npos;
    }
    return found;
}

bool is_encrypted(const ChildOutcome& outcome) {
    const auto says = [](std::string_view text) {
        return text.find("is encrypted") != std::string_view::npos ||
               text.find("Encrypted documents") != std::string_view::npos;
    };
    return says(outcome.complaint) || says(std::string_view(outcome.output).substr(0, 256));
}

bool holds_text(const ChildOutcome& outcome) {
    return outcome.succeeded() && !without_blank_ends(outcome.output).empty();
}

/// Of the outcomes of two programs, one after the other: the first that holds text.
RawDocument read_by_catdoc_or_antiword(const ProgramInput& input, const Extractors& extractors) {
    struct Reader {
        const std::filesystem::path& program;
        std::vector<std::string> arguments;
    };
    // catdoc first: it ends each row of a table with a line end, antiword draws boxes.
    const std::array<Reader, 2> readers{
        {{extractors.catdoc, {"-d", "utf-8", "-w"}},
         {extractors.antiword, {"-m", "UTF-8.txt", "-w", "0", "/dev/fd/0"}}}};
    std::optional<Error> failure;
    for (const Reader& reader : readers) {
        if (reader.program.empty()) continue;
        const ChildOutcome outcome =
            run_program_on(input, extractors, reader.program, reader.arguments);
        if (is_encrypted(outcome)) throw Error(password_needed());
        if (holds_text(outcome)) return paragraphs_of(outcome.output);
        if (!failure || !outcome.succeeded())
            failure = failure_of(reader.program, outcome, extractors.limits);
    }
    if (failure) throw Error(*failure);
    throw MissingProgram("catdoc", "catdoc");
}

/// The bytes of an open file, if they are few enough to be rewritten in memory.
std::string whole_of(int descriptor) {
    constexpr std::uintmax_t most = 64U << 20U;
    struct stat status {};
    if (::fstat(descriptor, &status) != 0) throw Error(unreadable(errno));
    const auto size = static_cast<std::uintmax_t>(status.st_size);
    if (size > most) throw Error(too_large(size, most));
    std::string bytes(static_cast<std::size_t>(size), '\0');
    std::size_t filled = 0;
    while (filled < bytes.size()) {
        const ssize_t count = ::pread(descriptor, bytes.data() + filled, bytes.size() - filled,
                                      static_cast<off_t>(filled));
        if (count < 0) throw Error(unreadable(errno));
        if (count == 0) break;
        filled += static_cast<std::size_t>(count);
    }
    bytes.resize(filled);
    return bytes;
}

void write_whole(const std::filesystem::path& path, std::string_view bytes) {
    std::ofstream file(path, std::ios::binary);
    file << bytes;
    file.close();
    if (!file) {
        throw Error(
            {"không ghi được tệp tạm " + path.native() + "; hãy kiểm tra chỗ trống trên đĩa",
             "cannot write the temporary file " + path.native() + "; check the space on disk"});
    }
}

}  // namespace

RawDocument read_doc(const ProgramInput& input, const Extractors& extractors) {
    const CompoundContent content = content_of(input.descriptor);
    if (content.encrypted) throw Error(password_needed());
    if (!content.word) {
        throw Error(
            {"không phải văn bản Word (bảng tính, bản trình chiếu hoặc tệp cụt); hãy xuất ra PDF",
             "not a Word document (a spreadsheet, a presentation or a cut file); export it "
             "as PDF"});
    }
    return read_by_catdoc_or_antiword(input, extractors);
}

std::string with_plain_rows(std::string_view rtf) {
    std::string out;
    out.reserve(rtf.size() + rtf.size() / 64);
    const auto replace = [&](std::string_view word, std::string_view by) {
        const auto is_letter = [](char byte) {
            return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
        };
        if (!rtf.starts_with(word) || (rtf.size() > word.size() && is_letter(rtf[word.size()])))
            return false;
        out += by;
        rtf.remove_prefix(word.size());
        return true;
    };
    while (!rtf.empty()) {
        const std::size_t slash = std::min(rtf.find('\\'), rtf.size());
        out += rtf.substr(0, slash);
        rtf.remove_prefix(slash);
        if (rtf.empty() || replace("\\cell", "\\tab") || replace("\\row", "\\par")) continue;
        // An escaped backslash begins no word.
        const std::size_t taken = rtf.starts_with("\\\\") ? 2 : 1;
        out += rtf.substr(0, taken);
        rtf.remove_prefix(taken);
    }
    return out;
}

RawDocument read_rtf(const ProgramInput& input, const Extractors& extractors) {
    if (extractors.catdoc.empty()) throw MissingProgram("catdoc", "catdoc");
    const std::filesystem::path rewritten = input.folder / "document.rtf";
    write_whole(rewritten, with_plain_rows(whole_of(input.descriptor)));
    const InputFile plain(rewritten);
    const ChildOutcome outcome = run_program_on({plain.descriptor(), input.folder}, extractors,
                                                extractors.catdoc, {"-d", "utf-8", "-w"});
    if (!outcome.succeeded()) throw failure_of(extractors.catdoc, outcome, extractors.limits);
    return paragraphs_of(outcome.output);
}

}  // namespace commsearch::source
