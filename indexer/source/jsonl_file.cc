#include "indexer/source/jsonl_file.h"

#include <optional>
#include <unordered_set>
#include <utility>

#include "analyzers/base/message.h"
#include "indexer/source/extract/input_file.h"
#include "indexer/source/extract/limits.h"
#include "indexer/source/extract/text.h"
#include "indexer/source/formats/document_readers.h"
#include "indexer/source/formats/flat_json.h"

namespace commsearch::source {
namespace {

using Accept = std::function<void(RawDocument)>;
using Skip = std::function<void(Skipped)>;

/// The lines of one .jsonl file -> documents.
class JsonlFile {
public:
    JsonlFile(std::string id, std::string path, const Accept& accept, const Skip& skip)
        : id_(std::move(id)), path_(std::move(path)), accept_(accept), skip_(skip) {}

    void read_line(const FileLineReader::Line& line) {
        if (line.size > max_document_bytes) return skip(line, too_large(line.size));
        if (without_blank_ends(line.text).empty()) return;
        RawDocument document;
        try {
            document = read_jsonl_line(line.text, reader_);
        } catch (const Error& error) {
            return skip(line, error.message());
        }
        if (!ids_.insert(document.id).second) {
            return skip(line, {"id \"" + document.id + "\" đã có ở một dòng phía trên; hãy đổi id",
                               "id \"" + document.id + "\" is that of a line above; change it"});
        }
        document.path = path_of(line);
        document.line = line.number;
        // Another file may have a document of that name.
        if (!document.part_of.empty()) document.part_of = id_ + '\n' + document.part_of;
        accept_(std::move(document));
    }

private:
    [[nodiscard]] std::string path_of(const FileLineReader::Line& line) const {
        return path_ + ':' + std::to_string(line.number);
    }
    void skip(const FileLineReader::Line& line, const Message& why) const {
        skip_({.path = path_of(line), .reason = why, .line = line.number});
    }

    std::string id_;
    std::string path_;
    const Accept& accept_;
    const Skip& skip_;
    FlatJsonReader reader_;
    std::unordered_set<std::string> ids_;
};

}  // namespace

void read_jsonl(const std::filesystem::path& file, const LineSpan& lines, const std::string& id,
                const std::string& shown, const std::function<void(RawDocument)>& accept,
                const std::function<void(Skipped)>& skip) {
    JsonlFile documents(id, shown, accept, skip);
    std::optional<FileLineReader> reader;
    for (;;) {
        std::optional<FileLineReader::Line> line;
        try {
            if (!reader) reader.emplace(file, max_document_bytes, lines);
            line = reader->next();
        } catch (const Error& error) {
            return skip({shown, error.message()});
        }
        if (!line) return;
        documents.read_line(*line);
    }
}

}  // namespace commsearch::source
