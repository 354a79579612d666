#include <unistd.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "analyzers/base/message.h"
#include "analyzers/encoding/broken_spaces.h"
#include "analyzers/encoding/legacy_encoding.h"
#include "indexer/source/extract/child.h"
#include "indexer/source/extract/extraction.h"
#include "indexer/source/extract/input_file.h"
#include "indexer/source/extract/limits.h"
#include "indexer/source/extract/raw_document.h"
#include "indexer/source/extract/text.h"
#include "indexer/source/formats/document_readers.h"
#include "indexer/source/formats/format.h"
#include "indexer/source/formats/program_formats.h"
#include "indexer/source/formats/unread_formats.h"
#include "indexer/source/jsonl_file.h"
#include "indexer/source/source.h"

namespace commsearch::source {
namespace {

namespace fs = std::filesystem;
using Accept = std::function<void(RawDocument)>;
using Skip = std::function<void(Skipped)>;

/// A file of the corpus, or one that came out of an archive.
struct Input {
    fs::path file;
    std::string id;
    std::string shown;  ///< path for people
    Format by_name = Format::none;
    int depth = 0;  ///< archives around it
};

/// Reads one file of the corpus, and what it holds if it is an archive.
class FileReader {
public:
    FileReader(const Extractors& extractors, const Accept& accept, const Skip& skip)
        : extractors_(extractors), accept_(accept), skip_(skip), left_(extractors.archive) {}

    void read(const Input& input) {
        if (input.by_name == Format::jsonl)
            return read_jsonl(input.file, all_lines, input.id, input.shown, accept_, skip_);
        std::optional<PrivateFolder> folder;
        const std::optional<Extraction> extraction = extract(input, folder);
        for (const Skipped& one : std::exchange(notices_, {})) skip_(one);
        if (!extraction) return;
        if (!extraction->document.text.empty()) accept(input, extraction->document);
        if (!extraction->entries.empty()) read_entries(input, *extraction, folder->path());
    }

private:
    /// What the file holds; nothing when it cannot be read. The receivers are not called here: what
    /// they throw is no fault of the file.
    std::optional<Extraction> extract(const Input& input, std::optional<PrivateFolder>& folder) {
        try {
            const InputFile file(input.file);
            const std::string front = front_of(file);
            const Format format = format_of(front, input);
            const bool is_known = input.by_name != Format::none || format != Format::none;
            if (format == Format::unread || !is_known) throw Error(why_unread(front, input.shown));
            if (format == Format::text)
                return document_only(read_text(read_whole(input.file, max_document_bytes)));
            if (file.size() > max_packed_bytes)
                throw Error(too_large(file.size(), max_packed_bytes));
            folder.emplace();
            Extraction extraction =
                read_by_child(input, format, {file.descriptor(), folder->path()});
            repair(format, extraction.document);
            if (extraction.error) note(input, Error(*extraction.error));
            return extraction;
        } catch (const Error& error) {
            note(input, error);
            return std::nullopt;
        }
    }

    /// What any text may need, whatever program gave it: pages and plain texts are repaired where
    /// their bytes are read.
    static void repair(Format format, RawDocument& document) {
        if (format == Format::html || format == Format::mime || format == Format::csv ||
            format == Format::mail)
            return;
        encoding::DecodedText repaired = encoding::repair_text(document.text);
        document.text = std::move(repaired.text);
        document.encoding = repaired.source;
        document.repaired = std::move(repaired.runs);
        if (format == Format::pdf) document.text = encoding::join_broken_words(document.text).text;
    }

    static Extraction document_only(RawDocument document) {
        return {.document = std::move(document), .entries = {}, .error = std::nullopt};
    }

    static std::string front_of(const InputFile& file) {
        std::string front(sniffed_bytes, '\0');
        const ssize_t count = ::pread(file.descriptor(), front.data(), front.size(), 0);
        front.resize(static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
        return front;
    }

    static Format format_of(std::string_view front, const Input& input) {
        // Reading will say that it is empty.
        if (front.size() < sniffed_bytes && without_blank_ends(front).empty()) return Format::text;
        if (input.by_name == Format::unread && is_told_by_name(input.shown)) return Format::unread;
        return format_of_content(front, input.by_name);
    }

    Extraction read_by_child(const Input& input, Format format, const ProgramInput& file) {
        switch (format) {
            case Format::html:
                return read_own(input, file, {"html"});
            case Format::word_xml:
                return read_own(input, file, {"word-xml"});
            case Format::csv:
                return read_own(input, file, {"csv"});
            case Format::mime:
                return read_own(input, file, {"mime"});
            case Format::mail:
            case Format::package:
                return read_own(input, file,
                                {format == Format::mail ? "mail" : "package",
                                 std::to_string(left_.entries), std::to_string(left_.bytes)});
            case Format::compound:
                return read_compound(input, file);
            case Format::rich_text:
                return read_own(input, file, {"rtf"});
            case Format::pdf:
                return document_only(
                    read_pdf(file, extractors_, [&](const Error& error) { note(input, error); }));
            case Format::image:
                return document_only(read_image(file, extractors_));
            default:
                throw Error(
                    {"nội dung không đúng với đuôi tệp (tệp hỏng hoặc đặt sai tên); hãy mở tệp rồi "
                     "lưu lại",
                     "its content is not what the ending of its name says (broken or misnamed); "
                     "open it and save it again"});
        }
    }

    Extraction read_compound(const Input& input, const ProgramInput& file) {
        Extraction found = read_own(input, file, {"word"});
        const bool is_old = !found.error && found.document.text.empty();
        return is_old ? document_only(read_old_word(file, extractors_)) : std::move(found);
    }

    /// By commsearch-extract.
    Extraction read_own(const Input& input, const ProgramInput& file,
                        std::vector<std::string> arguments) {
        if (extractors_.own.empty()) throw MissingProgram("commsearch-extract", "commsearch");
        const ChildOutcome outcome =
            run_program_on(file, extractors_, extractors_.own, std::move(arguments));
        std::optional<Extraction> extraction;
        if (outcome.succeeded()) extraction = decode_extraction(outcome.output);
        if (!extraction) throw failure_of(extractors_.own, outcome, extractors_.limits);
        if (!extraction->entries.empty() && input.depth == max_archive_depth) {
            const std::string limit = std::to_string(max_archive_depth);
            throw Error({"tệp nén lồng quá " + limit + " tầng; hãy giải nén sẵn vào thư mục",
                         "archives nested deeper than " + limit + "; unpack them into the folder"});
        }
        return std::move(*extraction);
    }

    void read_entries(const Input& input, const Extraction& archive, const fs::path& folder) {
        std::map<std::string, int> seen;
        std::size_t place = 0;
        for (const Extraction::Entry& entry : archive.entries) {
            const fs::path file = folder / std::to_string(place++);
            std::string name = id_of_name(entry.name);
            if (const int count = ++seen[name]; count > 1) name += '~' + std::to_string(count);
            Input inner{.file = file,
                        .id = input.id + '/' + name,
                        .shown = input.shown + '/' + escaped_name(entry.name),
                        .by_name = format_of_name(entry.name),
                        .depth = input.depth + 1};
            if (entry.problem) {
                skip_({inner.shown, *entry.problem});
            } else {
                count_unpacked(file);
                read(inner);
            }
            std::error_code ignored;
            fs::remove(file, ignored);
        }
    }

    /// What archives within this one may still hold.
    void count_unpacked(const fs::path& file) {
        std::error_code failed;
        const std::uintmax_t size = fs::file_size(file, failed);
        left_.bytes -= std::min(left_.bytes, failed ? 0 : size);
        left_.entries -= std::min<std::size_t>(left_.entries, 1);
    }

    void accept(const Input& input, RawDocument document) {
        document.id = input.id;
        document.path = input.shown;
        accept_(std::move(document));
    }

    void note(const Input& input, const Error& error) {
        const auto* const missing = dynamic_cast<const MissingProgram*>(&error);
        notices_.push_back(
            {input.shown, error.message(), missing == nullptr ? "" : missing->package()});
    }

    const Extractors& extractors_;
    const Accept& accept_;
    const Skip& skip_;
    ArchiveLimits left_;            ///< for archives within this file
    std::vector<Skipped> notices_;  ///< of the file being extracted
};

}  // namespace

void read_source(const SourceFile& file, const std::function<void(RawDocument)>& accept,
                 const std::function<void(Skipped)>& skip, const Extractors& extractors) {
    FileReader(extractors, accept, skip)
        .read({.file = file.path,
               .id = file.id,
               .shown = escaped_name(file.path.native()),
               .by_name = format_of_name(file.path.filename().native())});
}

void read_lines(const SourceFile& file, const LineSpan& lines,
                const std::function<void(RawDocument)>& accept,
                const std::function<void(Skipped)>& skip) {
    read_jsonl(file.path, lines, file.id, escaped_name(file.path.native()), accept, skip);
}

void group_missing(std::vector<Skipped>& skipped) {
    std::map<std::string, std::vector<Skipped>> groups;
    std::vector<Skipped> others;
    for (Skipped& one : skipped) {
        (one.missing_package.empty() ? others : groups[one.reason.en]).push_back(std::move(one));
    }
    for (auto& [reason, group] : groups) {
        Skipped& first =
            *std::min_element(group.begin(), group.end(),
                              [](const Skipped& a, const Skipped& b) { return a.path < b.path; });
        if (group.size() > 1) {
            const std::string more = std::to_string(group.size() - 1);
            first.reason = {"và " + more + " tệp nữa: " + first.reason.vi,
                            "and " + more + " more: " + first.reason.en};
        }
        others.push_back(std::move(first));
    }
    skipped = std::move(others);
}

}  // namespace commsearch::source
