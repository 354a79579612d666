#include "searcher/server/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <thread>

#include "indexer/program/config_file.h"
#include "indexer/program/help_formatter.h"
#include "indexer/program/program.h"

namespace commsearch::server {
namespace {

const Message usage = {"Cách dùng: commsearch-server [TÙY CHỌN]",
                       "Usage: commsearch-server [OPTIONS]"};

const Message description = {
    "Phục vụ trang tìm kiếm và giao thức JSON qua HTTP; theo dõi chỉ mục mới.",
    "Serves the search page and the JSON protocol over HTTP; follows a rebuilt index."};

const Message footer = {
    R"(Dừng bằng SIGTERM: không nhận thêm kết nối, trả lời xong các yêu cầu dở.
Nhật ký: mỗi dòng một đối tượng JSON trên đầu ra lỗi, không ghi ai hỏi gì.
Ra mạng công cộng hãy đặt sau nginx (docs/server.md).

Mã thoát: 0 đã dừng, 2 dùng sai, 3 lỗi chỉ mục hoặc hệ thống.)",
    R"(SIGTERM stops it: no more connections, requests that have begun are finished.
Log: a JSON object a line on standard error; neither who asks nor what.
Put nginx in front for public networks (docs/server.md).

Exit codes: 0 stopped, 2 wrong use, 3 index or system problem.)"};

[[noreturn]] void refuse_use(const std::string& vi, const std::string& en) {
    throw UsageError(
        {vi + "; xem: commsearch-server --help", en + "; see: commsearch-server --help"});
}

struct Raw {
    ServerCommandLine command;
    std::size_t port = 0, request_seconds = 0, answer_seconds = 0, search_seconds = 0;
    bool is_quiet = false;
};

void add_options(CLI::App& app, Raw& raw, Language language) {
    const auto add = [&](const char* name, auto& target, const Message& placeholder,
                         const Message& text) {
        return app.add_option(name, target, text.in(language))->type_name(placeholder.in(language));
    };
    const auto add_number = [&](const char* name, std::size_t& target, std::size_t min,
                                std::size_t max, const Message& text) {
        const std::string range = std::to_string(min) + '-' + std::to_string(max);
        const std::string fallback = std::to_string(target);
        program::accept_numbers(*add(name, target, {"SỐ", "N"},
                                     {text.vi + ", " + range + "; mặc định: " + fallback,
                                      text.en + ", " + range + "; default: " + fallback}),
                                min, max);
    };
    HttpLimits& limits = raw.command.limits;
    add("--index", raw.command.index, {"THƯ_MỤC", "DIR"},
        {"thư mục chỉ mục; mặc định: $COMMSEARCH_INDEX,\nrồi tệp cấu hình, rồi “index” trong thư "
         "mục hiện tại",
         "folder of the index; default: $COMMSEARCH_INDEX,\nthen the configuration file, then "
         "“index”"});
    add("--address", limits.address, {"ĐỊA_CHỈ", "IP"},
        {"địa chỉ IP lắng nghe; mặc định: " + limits.address,
         "IP address to listen on; default: " + limits.address});
    add_number("--port", raw.port, 0, 65535,
               {"cổng (0: cổng trống bất kỳ)", "port (0: any free one)"});
    add_number("--workers", limits.workers, 1, 256, {"số luồng trả lời", "threads that answer"});
    add_number("--queue", limits.max_queued, 1, 100'000,
               {"số yêu cầu được chờ", "requests that may wait"});
    add_number("--connections", limits.max_connections, 1, 100'000,
               {"số kết nối tối đa", "connections at most"});
    add_number("--per-address", limits.max_per_address, 1, 100'000,
               {"kết nối tối đa mỗi địa chỉ", "connections of one address"});
    add_number("--search-time", raw.search_seconds, 1, 600,
               {"số giây cho một lần tìm", "seconds for a search"});
    add_number("--request-time", raw.request_seconds, 1, 600,
               {"số giây để gửi xong yêu cầu", "seconds to send a request"});
    add_number("--answer-time", raw.answer_seconds, 1, 600,
               {"số giây để nhận xong trả lời", "seconds to take an answer"});
    add("--cors", raw.command.cors_origins, {"NGUỒN", "ORIGIN"},
        {"cho trang từ nguồn này đọc (“*”: mọi nguồn);\ncó thể lặp lại",
         "let pages of this origin read (“*”: any);\nmay be repeated"})
        ->allow_extra_args(false);
    app.add_flag("--no-access-log", raw.is_quiet,
                 Message{"không ghi từng yêu cầu", "do not log each request"}.in(language));
    app.set_version_flag("--version", "commsearch-server " COMMSEARCH_VERSION,
                         Message{"in phiên bản", "print the version"}.in(language));
    app.set_help_flag("-h,--help", Message{"in trợ giúp này", "print this help"}.in(language));
}

/// Throws CLI::Success when help or the version is asked for.
void read_options(CLI::App& app, const std::vector<std::string>& arguments) {
    try {
        app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
    } catch (const CLI::Success&) {
        throw;
    } catch (const CLI::ExtrasError&) {
        refuse_use("có tham số lạ", "there is an unknown argument");
    } catch (const CLI::ConversionError&) {  // only of the flag: numbers are checked before
        refuse_use("--no-access-log không nhận giá trị", "--no-access-log takes no value");
    } catch (const CLI::ParseError& error) {
        const std::string message = error.what();  // begins with the option
        const std::string name = message.substr(0, message.find(':'));
        refuse_use(name + " cần một giá trị", name + " needs a value");
    } catch (const UsageError& error) {
        refuse_use(error.message().vi, error.message().en);
    }
}

}  // namespace

ServerCommandLine parse_server_command_line(const std::vector<std::string>& arguments,
                                            Language language) {
    CLI::App app(description.in(language), "commsearch-server");
    Raw raw;
    HttpLimits& limits = raw.command.limits;
    limits.workers = std::max(1U, std::thread::hardware_concurrency());
    raw.port = limits.port;
    const auto seconds = [](std::chrono::milliseconds time) {
        return static_cast<std::size_t>(time.count() / 1000);
    };
    raw.request_seconds = seconds(limits.request_time);
    raw.answer_seconds = seconds(limits.answer_time);
    raw.search_seconds = seconds(limits.search_time);
    app.formatter(std::make_shared<program::HelpFormatter>(language, usage));
    app.footer(footer.in(language));
    app.option_defaults()->group(Message{"Tùy chọn", "Options"}.in(language));
    add_options(app, raw, language);
    program::ConfigFile config(app, "server", language);
    try {
        read_options(app, arguments);
        config.apply();
        raw.command.instead = config.printed();
    } catch (const CLI::CallForVersion&) {
        raw.command.instead = app.version() + '\n';
    } catch (const CLI::Success&) {
        raw.command.instead = app.help();
    }
    limits.port = static_cast<std::uint16_t>(raw.port);
    limits.request_time = std::chrono::seconds(raw.request_seconds);
    limits.answer_time = std::chrono::seconds(raw.answer_seconds);
    limits.search_time = std::chrono::seconds(raw.search_seconds);
    raw.command.tells_requests = !raw.is_quiet;
    return raw.command;
}

}  // namespace commsearch::server
