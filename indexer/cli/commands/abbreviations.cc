#include "indexer/cli/command_options.h"
#include "indexer/cli/commands/commands.h"
#include "indexer/program/program.h"
#include "indexer/review/abbreviation_file.h"
#include "indexer/review/abbreviation_review.h"

namespace commsearch::cli {
namespace {

const CommandHelp abbreviations_help = {
    "abbreviations",
    {"[--corpus THƯ_MỤC…] [--abbreviations TỆP] [--json]",
     "[--corpus DIR…] [--abbreviations FILE] [--json]"},
    {"Liệt kê chữ tắt mà báo cáo dùng còn từ điển chưa có, thành bảng để duyệt và dùng lại với\n"
     "build --abbreviations; chỉ có --abbreviations thì soát lỗi bảng ấy theo từng dòng.",
     "Lists the short forms that the reports use and the dictionary lacks, as a table to be "
     "reviewed\n"
     "and used with build --abbreviations; with --abbreviations alone it checks that table line by "
     "line."},
    {"", ""}};

/// The options as typed.
struct AbbreviationArguments {
    std::vector<std::string> corpus;
    std::string abbreviations;
    bool json = false;
};

void add_abbreviation_options(CommandOptions& options, AbbreviationArguments& typed) {
    options.add_corpus(typed.corpus);
    options.add("--abbreviations", typed.abbreviations, {"TỆP", "FILE"},
                {"bảng chữ tắt của địa phương, dùng thêm bên cạnh từ điển có sẵn",
                 "a local table of abbreviations, used beside the built-in dictionary"});
    options.add_flag("--json", typed.json, {"in dạng JSON", "print JSON"});
}

int check_table(const AbbreviationArguments& typed, Language language) {
    const review::AbbreviationFile file = review::read_abbreviations(typed.abbreviations);
    program::print(review::findings_text(typed.abbreviations, file.findings, language));
    return file.is_usable() ? program::success : program::wrong_use;
}

int review_corpus(const AbbreviationArguments& typed, Language language) {
    const std::string local =
        typed.abbreviations.empty() ? "" : review::usable_abbreviations(typed.abbreviations);
    const review::AbbreviationReview found = review::review_abbreviations(
        {typed.corpus.begin(), typed.corpus.end()}, word::Abbreviations::with_local(local),
        source::find_extractors(program::environment("PATH")));
    program::print(typed.json ? review::review_json(found, language)
                              : review::review_table(found, language));
    return found.skipped.empty() ? program::success : program::partial;
}

}  // namespace

int run_abbreviations(const std::vector<std::string>& arguments, Language language) {
    AbbreviationArguments typed;
    CommandOptions options(abbreviations_help, language);
    add_abbreviation_options(options, typed);
    if (const std::string instead = options.read(arguments); !instead.empty()) {
        program::print(instead);
        return program::success;
    }
    if (!typed.corpus.empty()) return review_corpus(typed, language);
    if (typed.abbreviations.empty()) options.need_corpus(typed.corpus);
    return check_table(typed, language);
}

}  // namespace commsearch::cli
