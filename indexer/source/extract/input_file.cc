#include "indexer/source/extract/input_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "indexer/source/extract/text.h"

namespace commsearch::source {

Message symbolic_link() {
    return {"là liên kết tượng trưng, không đi theo; hãy chép tệp thật vào thư mục",
            "a symbolic link, not followed; copy the real file into the folder"};
}

Message not_regular() {
    return {"không phải tệp thường (ống dẫn, socket hay thiết bị); hãy bỏ ra khỏi thư mục",
            "not a regular file (a pipe, socket or device); take it out of the folder"};
}

Message unreadable(int error_number) {
    switch (error_number) {
        case ELOOP:
            return symbolic_link();
        case ENXIO:
            return not_regular();
        case ENOENT:
        case ENOTDIR:
            return {"không còn ở đó nữa (bị xóa hay đổi tên trong lúc chạy); hãy chạy lại",
                    "no longer there (deleted or renamed meanwhile); run again"};
        case EACCES:
        case EPERM:
            return {"không có quyền đọc; hãy cấp quyền đọc cho người chạy (chmod +r)",
                    "no permission to read; give it to the user who runs this (chmod +r)"};
        default: {
            const std::string why = std::generic_category().message(error_number);
            return {"không đọc được (" + why + "); hãy kiểm tra ổ đĩa rồi chạy lại",
                    "cannot be read (" + why + "); check the disk and run again"};
        }
    }
}

InputFile::InputFile(const std::filesystem::path& path)
    : file_(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)) {
    struct stat status {};
    if (file_.number() < 0 || ::fstat(file_.number(), &status) != 0) throw Error(unreadable(errno));
    if (!S_ISREG(status.st_mode)) throw Error(not_regular());
    size_ = left_ = static_cast<std::uintmax_t>(status.st_size);
}

void InputFile::narrow(std::uintmax_t begin, std::uintmax_t end) {
    begin = std::min(begin, size_);
    if (::lseek(file_.number(), static_cast<off_t>(begin), SEEK_SET) < 0)
        throw Error(unreadable(errno));
    left_ = std::clamp(end, begin, size_) - begin;
}

std::size_t InputFile::read(std::span<char> buffer) {
    const auto wanted = static_cast<std::size_t>(std::min<std::uintmax_t>(buffer.size(), left_));
    if (wanted == 0) return 0;
    ssize_t count = 0;
    do {
        count = ::read(file_.number(), buffer.data(), wanted);
    } while (count < 0 && errno == EINTR);
    if (count < 0) throw Error(unreadable(errno));
    left_ -= static_cast<std::uintmax_t>(count);
    return static_cast<std::size_t>(count);
}

std::string read_whole(const std::filesystem::path& path, std::uintmax_t limit) {
    InputFile file(path);
    if (file.size() > limit) throw Error(too_large(file.size()));
    std::string bytes(static_cast<std::size_t>(file.size()), '\0');
    std::size_t filled = 0;
    while (const std::size_t count = file.read(std::span(bytes).subspan(filled))) filled += count;
    bytes.resize(filled);
    return bytes;
}

bool FileLineReader::fill() {
    constexpr std::size_t block_bytes = 64U << 10U;
    buffer_.resize(block_bytes);
    buffer_.resize(file_.read(buffer_));
    at_ = 0;
    return !buffer_.empty();
}

std::optional<FileLineReader::Line> FileLineReader::next() {
    if (at_ == buffer_.size() && !fill()) return std::nullopt;
    Line line{++number_, 0, {}};
    for (;;) {
        const std::size_t end = std::min(buffer_.find('\n', at_), buffer_.size());
        line.size += end - at_;
        if (line.size <= limit_) {
            line.text.append(buffer_, at_, end - at_);
        } else {
            line.text = {};
        }
        const bool ended = end < buffer_.size();
        at_ = ended ? end + 1 : end;
        if (ended || !fill()) return line;
    }
}

}  // namespace commsearch::source
