// commsearch-extract KIND [ENTRIES BYTES]: reads the file on standard input, writes an Extraction
// to standard output; the entries of an archive become the files 0, 1, … of the current folder. The
// indexer runs it as a child with limits, so that no parser of untrusted bytes has its memory.

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <clocale>
#include <fstream>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/base/message.h"
#include "indexer/source/extract/extraction.h"
#include "indexer/source/extract/limits.h"
#include "indexer/source/formats/archive.h"
#include "indexer/source/formats/document_readers.h"
#include "indexer/source/source.h"

namespace {

using namespace commsearch;
using namespace commsearch::source;

/// The bytes of standard input, which is a file.
std::string_view mapped_input() {
    struct stat status {};
    if (::fstat(STDIN_FILENO, &status) != 0 || status.st_size <= 0) return {};
    const auto size = static_cast<std::size_t>(status.st_size);
    void* const bytes = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, STDIN_FILENO, 0);
    if (bytes == MAP_FAILED) throw std::bad_alloc();
    return {static_cast<const char*>(bytes), size};
}

std::uintmax_t number(const std::string& text) {
    std::uintmax_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

void unpack(std::size_t place, std::string_view content) {
    std::ofstream file(std::to_string(place), std::ios::binary | std::ios::trunc);
    file << content;
    file.close();
    if (!file) {
        throw Error({"không ghi được tệp tạm khi giải nén; hãy kiểm tra chỗ trống trên đĩa",
                     "cannot write a temporary file while unpacking; check the space on disk"});
    }
}

/// A kind of file that is one document.
struct DocumentReader {
    std::string_view kind;
    RawDocument (*read)(std::string_view bytes);
};

constexpr auto document_readers = std::to_array<DocumentReader>({{"csv", read_csv},
                                                                 {"html", read_html},
                                                                 {"mime", read_web_archive},
                                                                 {"rtf", read_rtf},
                                                                 {"word", read_word},
                                                                 {"word-xml", read_word_xml}});

/// A kind of file that holds others.
struct PackageReader {
    std::string_view kind;
    Extraction (*read)(std::string_view bytes, const ArchiveLimits& limits, const Unpack& unpack);
};

constexpr auto package_readers =
    std::to_array<PackageReader>({{"mail", read_mail}, {"package", read_package}});

const auto* reader_of(std::string_view kind, const auto& readers) {
    const auto* const found = std::find_if(readers.begin(), readers.end(),
                                           [&](const auto& one) { return one.kind == kind; });
    return found == readers.end() ? nullptr : found;
}

Extraction extract(const std::vector<std::string>& arguments) {
    try {
        const std::string_view bytes = mapped_input();
        if (const auto* const reader = reader_of(arguments.at(0), document_readers))
            return {.document = reader->read(bytes), .entries = {}, .error = {}};
        const ArchiveLimits limits{.entries = number(arguments.at(1)),
                                   .bytes = number(arguments.at(2))};
        return reader_of(arguments[0], package_readers)->read(bytes, limits, unpack);
    } catch (const Error& error) {
        return {.document = {}, .entries = {}, .error = error.message()};
    } catch (const std::bad_alloc&) {
        return {.document = {},
                .entries = {},
                .error = Message{"cần nhiều bộ nhớ hơn mức cho phép; hãy chia nhỏ tệp",
                                 "needs more memory than is allowed; split the file"}};
    }
}

bool write_all(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
        if (count < 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

}  // namespace

int main(int argc, char** argv) {
    // libarchive gives names only as the locale can write them.
    std::setlocale(LC_CTYPE, "C.UTF-8");
    const std::vector<std::string> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
    const bool is_sensible =
        (arguments.size() == 1 && reader_of(arguments[0], document_readers) != nullptr) ||
        (arguments.size() == 3 && reader_of(arguments[0], package_readers) != nullptr);
    constexpr int wrong_use = 2;
    constexpr int failed = 3;
    if (!is_sensible) return wrong_use;
    return write_all(encode(extract(arguments))) ? 0 : failed;
}
