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

}  // namespace

RawDocument read_old_word(const ProgramInput& input, const Extractors& extractors) {
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

}  // namespace commsearch::source
