#include "indexer/command_line.h"

#include <CLI/CLI.hpp>
#include <charconv>
#include <memory>

#include "indexer/program.h"

namespace commsearch {
namespace {

const Message usage = {
    "Cách dùng: commsearch-index build --corpus THƯ_MỤC… --index THƯ_MỤC [TÙY CHỌN]\n"
    "           commsearch-index abbreviations [--corpus THƯ_MỤC…] [--abbreviations TỆP] [--json]",
    "Usage: commsearch-index build --corpus DIR… --index DIR [OPTIONS]\n"
    "       commsearch-index abbreviations [--corpus DIR…] [--abbreviations FILE] [--json]"};

const Message description = {
    "Lập chỉ mục các báo cáo để tìm bằng commsearch.\n"
    "build: đọc mọi tệp .docx, .doc, .odt, .rtf, .pdf, ảnh quét, .html, .txt, .jsonl và .zip "
    "trong\n"
    "các thư mục, lập một thế hệ chỉ mục mới rồi công bố nó. Thế hệ đang dùng không bị đụng đến; "
    "tệp không đọc được chỉ bị bỏ qua và nêu lý "
    "do.\n"
    "abbreviations: liệt kê chữ tắt mà báo cáo dùng còn từ điển chưa có, thành bảng để duyệt và\n"
    "dùng lại với --abbreviations; chỉ có --abbreviations thì soát lỗi bảng ấy theo từng dòng.",
    "Builds the index that commsearch searches.\n"
    "build: reads every .docx, .doc, .odt, .rtf, .pdf, scan, .html, .txt, .jsonl and .zip below "
    "the\n"
    "folders, writes a new generation of the index and publishes it. The one in use is not "
    "touched; a file that cannot be read is "
    "skipped\n"
    "and named with the reason.\n"
    "abbreviations: lists the short forms that the reports use and the dictionary lacks, as a "
    "table\n"
    "to be reviewed and used with --abbreviations; with --abbreviations alone it checks that table "
    "line by line."};

const Message footer = {
    R"(Ví dụ:
  commsearch-index build --corpus corpus --index index
  commsearch-index build --corpus /srv/bao-cao/xa-a /srv/bao-cao/xa-b --index /var/lib/commsearch --jobs 2

Mã thoát: 0 xong, 1 có tệp bị bỏ qua, 2 dùng sai, 3 lỗi đĩa hoặc hệ thống (chỉ mục cũ giữ nguyên).
Biến môi trường: COMMSEARCH_INDEX thư mục chỉ mục khi không có --index.)",
    R"(Examples:
  commsearch-index build --corpus corpus --index index
  commsearch-index build --corpus /srv/reports/commune-a /srv/reports/commune-b --index /var/lib/commsearch --jobs 2

Exit codes: 0 done, 1 some files skipped, 2 wrong use, 3 disk or system problem (the old index stays).
Environment: COMMSEARCH_INDEX folder of the index when --index is not given.)"};

[[noreturn]] void wrong_use_of(const std::string& vi, const std::string& en) {
    throw UsageError(
        {vi + "; xem: commsearch-index --help", en + "; see: commsearch-index --help"});
}

void add_options(CLI::App& app, IndexCommand& command, std::string& jobs, Language language) {
    const auto say = [&](const char* vi, const char* en) { return Message{vi, en}.in(language); };
    const std::string folder = say("THƯ_MỤC", "DIR");
    app.add_option(
           "--corpus", command.corpus,
           say("thư mục chứa báo cáo; có thể nhiều thư mục", "folder of reports; may be several"))
        ->type_name(folder + "…");
    app.add_option(
           "--index", command.index,
           say("thư mục chỉ mục; mặc định: $COMMSEARCH_INDEX,\nrồi “index” trong thư mục hiện tại",
               "folder of the index; default: $COMMSEARCH_INDEX,\nthen “index” in the current "
               "folder"))
        ->type_name(folder);
    app.add_option("--jobs", jobs,
                   say("số luồng, 1-64; mặc định: số nhân của máy",
                       "threads, 1-64; default: the machine's cores"))
        ->type_name(say("SỐ", "N"));
    app.add_option("--abbreviations", command.abbreviations,
                   say("bảng chữ tắt của địa phương, dùng thêm bên cạnh từ điển có sẵn",
                       "a local table of abbreviations, used beside the built-in dictionary"))
        ->type_name(say("TỆP", "FILE"));
    app.add_flag("--json", command.json,
                 say("abbreviations: in dạng JSON", "abbreviations: print JSON"));
    app.add_flag("--quiet", command.quiet, say("không in tiến độ", "no progress"));
    app.set_version_flag("--version", "commsearch-index " COMMSEARCH_VERSION,
                         say("in phiên bản", "print the version"));
    app.set_help_flag("-h,--help", say("in trợ giúp này", "print this help"));
}

std::size_t checked_jobs(const std::string& typed) {
    if (typed.empty()) return 0;
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), number);
    if (error != std::errc{} || end != typed.data() + typed.size() || number == 0 ||
        number > max_jobs) {
        const std::string last = std::to_string(max_jobs);
        wrong_use_of("--jobs cần một số từ 1 đến " + last + ", không phải “" + typed + "”",
                     "--jobs needs a number from 1 to " + last + ", not “" + typed + "”");
    }
    return number;
}

void check_words(const std::vector<std::string>& words) {
    if (words.empty())
        wrong_use_of("thiếu lệnh (build hoặc abbreviations)",
                     "no command is given (build or abbreviations)");
    for (const std::string& word : words) {
        if (word.starts_with('-'))
            wrong_use_of("không có tùy chọn “" + word + "”", "there is no option “" + word + "”");
    }
    if (words.front() != "build" && words.front() != "abbreviations") {
        wrong_use_of("không có lệnh “" + words.front() + "” (chỉ có build và abbreviations)",
                     "there is no command “" + words.front() + "” (only build and abbreviations)");
    }
    if (words.size() > 1) {
        wrong_use_of("“" + words[1] + "” thừa; thư mục viết sau --corpus",
                     "“" + words[1] + "” is one too many; folders stand behind --corpus");
    }
}

void check_options(const IndexCommand& command) {
    const bool builds = command.task == IndexCommand::Task::build;
    if (command.corpus.empty() && (builds || command.abbreviations.empty())) {
        wrong_use_of("thiếu --corpus THƯ_MỤC: thư mục chứa báo cáo",
                     "--corpus DIR is missing: the folder of the reports");
    }
    if (builds && command.json)
        wrong_use_of("--json chỉ dùng với abbreviations", "--json goes with abbreviations only");
}

}  // namespace

IndexCommand parse_index_command(const std::vector<std::string>& arguments, Language language) {
    CLI::App app(description.in(language), "commsearch-index");
    app.allow_extras();
    app.formatter(std::make_shared<HelpFormatter>(language, usage));
    app.footer(footer.in(language));
    app.option_defaults()->group(Message{"Tùy chọn", "Options"}.in(language));
    IndexCommand command;
    std::string jobs;
    add_options(app, command, jobs, language);
    try {
        app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
    } catch (const CLI::CallForVersion&) {
        command.instead = app.version() + '\n';
        return command;
    } catch (const CLI::Success&) {
        command.instead = app.help();
        return command;
    } catch (const CLI::ParseError& error) {
        const std::string message = error.what();  // begins with the option
        const std::string name = message.substr(0, message.find(':'));
        wrong_use_of(name + " cần một giá trị", name + " needs a value");
    }
    check_words(app.remaining());
    if (app.remaining().front() == "abbreviations")
        command.task = IndexCommand::Task::abbreviations;
    check_options(command);
    command.jobs = checked_jobs(jobs);
    return command;
}

}  // namespace commsearch
