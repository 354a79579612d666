#include "indexer/cli/command_options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <thread>

#include "indexer/program/help_formatter.h"
#include "indexer/program/program.h"

namespace commsearch::cli {
namespace {

/// Most threads a build may be given.
constexpr std::size_t max_jobs = 64;

/// Every option added from now on stands below one heading of the help.
CLI::App& with_heading(CLI::App& app, Language language) {
    app.option_defaults()->group(Message{"Tùy chọn", "Options"}.in(language));
    return app;
}

}  // namespace

CommandOptions::CommandOptions(const CommandHelp& help, Language language)
    : name_("commsearch-index " + help.name),
      language_(language),
      app_(std::make_unique<CLI::App>(help.description.in(language), name_)),
      config_(with_heading(*app_, language), help.name == "build" ? "build" : "", language) {
    const Message usage = {"Cách dùng: " + name_ + ' ' + help.usage.vi,
                           "Usage: " + name_ + ' ' + help.usage.en};
    app_->allow_extras();
    app_->formatter(std::make_shared<program::HelpFormatter>(language, usage));
    app_->footer(help.footer.in(language));
    app_->set_help_flag("-h,--help", Message{"in trợ giúp này", "print this help"}.in(language));
}

CommandOptions::~CommandOptions() = default;

void CommandOptions::add(const std::string& name, std::string& target, const Message& placeholder,
                         const Message& text) {
    app_->add_option(name, target, text.in(language_))
        ->type_name(placeholder.in(language_))
        ->take_last();
}

void CommandOptions::add_list(const std::string& name, std::vector<std::string>& target,
                              const Message& placeholder, const Message& text) {
    app_->add_option(name, target, text.in(language_))->type_name(placeholder.in(language_) + "…");
}

void CommandOptions::add_flag(const std::string& name, bool& target, const Message& text) {
    app_->add_flag(name, target, text.in(language_));
}

void CommandOptions::add_index(std::string& target) {
    add("--index", target, {"THƯ_MỤC", "DIR"},
        {"thư mục chỉ mục; mặc định: $COMMSEARCH_INDEX,\nrồi tệp cấu hình, rồi “index” trong thư "
         "mục hiện tại",
         "folder of the index; default: $COMMSEARCH_INDEX,\nthen the configuration file, then "
         "“index”"});
}

void CommandOptions::add_corpus(std::vector<std::string>& target) {
    add_list("--corpus", target, {"THƯ_MỤC", "DIR"},
             {"thư mục chứa báo cáo; có thể nhiều thư mục", "folder of reports; may be several"});
}

void CommandOptions::need_corpus(const std::vector<std::string>& given) const {
    if (given.empty())
        wrong_use({"thiếu --corpus THƯ_MỤC: thư mục chứa báo cáo",
                   "--corpus DIR is missing: the folder of the reports"});
}

void CommandOptions::add_jobs(std::string& target) {
    const std::string last = std::to_string(max_jobs);
    add("--jobs", target, {"SỐ", "N"},
        {"số luồng, 1-" + last + "; mặc định: số nhân của máy",
         "threads, 1-" + last + "; default: the machine's cores"});
}

void CommandOptions::add_metrics_file(std::string& target) {
    add("--metrics-file", target, {"TỆP", "FILE"},
        {"ghi số đo cho textfile collector của node_exporter (tên tệp .prom)",
         "write metrics for the node exporter's textfile collector (a name in .prom)"});
}

std::string CommandOptions::read(const std::vector<std::string>& arguments, std::size_t max_words) {
    try {
        app_->parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
    } catch (const CLI::Success&) {
        return app_->help();
    } catch (const CLI::ParseError& error) {
        const std::string message = error.what();  // begins with the option
        const std::string option = message.substr(0, message.find(':'));
        wrong_use({option + " cần một giá trị", option + " needs a value"});
    }
    words_ = app_->remaining();
    check_words(max_words);
    config_.apply();
    return config_.printed();
}

void CommandOptions::check_words(std::size_t max_words) {
    for (const std::string& word : words_) {
        if (word.starts_with('-'))
            wrong_use({"không có tùy chọn “" + word + "”", "there is no option “" + word + "”"});
    }
    if (words_.size() <= max_words) return;
    const std::string& word = words_[max_words];
    wrong_use({"“" + word + "” thừa; thư mục viết sau --corpus",
               "“" + word + "” is one too many; folders stand behind --corpus"});
}

void CommandOptions::wrong_use(const Message& what) const {
    throw UsageError(
        {what.vi + "; xem: " + name_ + " --help", what.en + "; see: " + name_ + " --help"});
}

std::size_t CommandOptions::number(const std::string& option, const std::string& typed,
                                   std::size_t fallback, std::size_t min, std::size_t max) const {
    if (typed.empty()) return fallback;
    if (const auto number = program::number_between(typed, min, max)) return *number;
    wrong_use(program::needs_number(option, typed, min, max));
}

std::string index_folder_of(const std::string& given) {
    if (!given.empty()) return given;
    const std::string folder = program::environment("COMMSEARCH_INDEX");
    return folder.empty() ? "index" : folder;
}

std::size_t jobs_of(const CommandOptions& options, const std::string& given) {
    const std::size_t cores =
        std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, max_jobs);
    return options.number("--jobs", given, cores, 1, max_jobs);
}

}  // namespace commsearch::cli
