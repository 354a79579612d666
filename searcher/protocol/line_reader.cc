#include "searcher/protocol/line_reader.h"

namespace commsearch::protocol {

bool StreamLineReader::fill() {
    constexpr std::size_t block = 64U << 10U;
    if (is_at_end_) return false;
    buffer_.resize(block);
    buffer_.resize(read_(buffer_.data(), block));
    at_ = 0;
    is_at_end_ = buffer_.empty();
    return !is_at_end_;
}

StreamLineReader::Result StreamLineReader::next(std::string& line) {
    line.clear();
    bool is_too_long = false;
    bool has_any = false;
    for (;;) {
        if (at_ == buffer_.size() && !fill()) {
            if (!has_any) return Result::end;
            break;
        }
        has_any = true;
        const std::size_t end = buffer_.find('\n', at_);
        const std::size_t stop = end == std::string::npos ? buffer_.size() : end;
        is_too_long = is_too_long || line.size() + (stop - at_) > max_bytes_ + 1;  // 1: '\r'
        if (!is_too_long) line.append(buffer_, at_, stop - at_);
        at_ = end == std::string::npos ? stop : stop + 1;
        if (end != std::string::npos) break;
    }
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (is_too_long || line.size() > max_bytes_) {
        line.clear();
        return Result::too_long;
    }
    return Result::line;
}

}  // namespace commsearch::protocol
