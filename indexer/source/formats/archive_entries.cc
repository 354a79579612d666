#include "indexer/source/formats/archive_entries.h"

#include <utility>

#include "indexer/source/extract/raw_document.h"
#include "indexer/source/formats/format.h"
#include "indexer/source/formats/unread_formats.h"

namespace commsearch::source {
namespace {

/// Whether an entry is told by its name: to unpack a film for its first bytes would cost too much.
bool is_told(std::string_view name) {
    const Format format = format_of_name(name);
    return format == Format::none ||
           (format == Format::unread && !often_holds_another_format(name));
}

}  // namespace

void ArchiveEntries::take(const std::string& name, const std::function<std::string()>& content) {
    if (is_left_behind(name)) return;
    if (is_told(name)) return tell(name, why_unread({}, name));
    unpack_(result_.entries.size(), content());
    result_.entries.push_back({name, std::nullopt});
}

void ArchiveEntries::tell(const std::string& name, const Message& why) {
    if (told_ == max_told_entries) {
        ++untold_;
        return;
    }
    ++told_;
    result_.entries.push_back({name, why});
}

Extraction ArchiveEntries::finish(std::optional<Message> error) {
    result_.error = std::move(error);
    if (!result_.error && untold_ > 0) {
        const std::string more = std::to_string(untold_);
        result_.error = Message{"còn " + more + " mục nữa không đọc được, không kể tên hết",
                                more + " more entries cannot be read, not all are named"};
    }
    return std::move(result_);
}

}  // namespace commsearch::source
