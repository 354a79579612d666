#include "indexer/generation/disk/checked_file.h"

#include <fcntl.h>

#include <cerrno>
#include <fstream>
#include <iterator>

#include "analyzers/base/message.h"
#include "indexer/generation/disk/disk.h"
#include "indexer/segment/checksum.h"

namespace commsearch::generation {

std::string read_file(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    if (!stream.is_open() || stream.bad())
        throw_system({"không đọc được", "cannot read"}, file, errno);
    return bytes;
}

void write_checked(const std::filesystem::path& file, std::string_view text) {
    write_bytes(file, std::string(text) + '\n' + segment::checksum_of(text) + '\n');
}

std::string read_checked(const std::filesystem::path& file) {
    std::string bytes = read_file(file);
    const std::size_t end = bytes.rfind('\n', bytes.empty() ? 0 : bytes.size() - 2);
    if (bytes.empty() || end == std::string::npos ||
        bytes.substr(end + 1) != segment::checksum_of({bytes.data(), end}) + '\n')
        throw Error({"tệp hỏng: " + file.string(), "damaged file: " + file.string()});
    bytes.resize(end);
    return bytes;
}

}  // namespace commsearch::generation
