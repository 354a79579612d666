#include "searcher/cli/raw_options.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <type_traits>

#include "indexer/program/help_formatter.h"
#include "indexer/program/program.h"

namespace commsearch::cli {
namespace {

const Message usage = {"Cách dùng: commsearch [TÙY CHỌN] [TỪ CẦN TÌM…]",
                       "Usage: commsearch [OPTIONS] [QUERY…]"};

const Message description = {
    "Tìm trong các báo cáo hành chính. Không có từ cần tìm: báo cáo mới nhất.",
    "Searches administrative reports. Without a query: the newest reports."};

const Message footer = {
    R"(Ngày: 2023-10-31, 31/10/2023, 2023-10 hoặc 2023 (từ ngày đầu, đến ngày cuối).
Từ cần tìm bắt đầu bằng “-” viết sau “--”.

Ví dụ:
  commsearch nông thôn mới
  commsearch '"chuyển đổi số" -giao thông'
  commsearch nong thon moi --from 2023 --to 2023-06 --sort date
  commsearch --commune "xã Cao Ngọc" --json
  commsearch -- -12%

Mã thoát: 0 tìm thấy, 1 không tìm thấy, 2 dùng sai, 3 lỗi chỉ mục hoặc hệ thống.
Biến môi trường: COMMSEARCH_INDEX thư mục chỉ mục, NO_COLOR không tô màu.)",
    R"(Dates: 2023-10-31, 31/10/2023, 2023-10 or 2023 (its first day, its last day).
Words of the query that begin with “-” stand behind “--”.

Examples:
  commsearch nông thôn mới
  commsearch '"chuyển đổi số" -giao thông'
  commsearch nong thon moi --from 2023 --to 2023-06 --sort date
  commsearch --commune "xã Cao Ngọc" --json
  commsearch -- -12%

Exit codes: 0 found, 1 nothing found, 2 wrong use, 3 index or system problem.
Environment: COMMSEARCH_INDEX folder of the index, NO_COLOR no colours.)"};

void add_flags(CLI::App& app, RawOptions& raw, Language language) {
    const auto say = [&](const char* vi, const char* en) { return Message{vi, en}.in(language); };
    app.add_flag(
        "--explain", raw.explain,
        say("giải thích điểm số và nghĩa của chữ viết tắt", "explain scores and short forms"));
    app.add_flag("--exact", raw.exact,
                 say("đúng chính tả đã gõ, kể cả dấu", "the spelling as typed, accents included"));
    app.add_flag("--literal", raw.literal,
                 say("tìm đúng các chữ đã gõ, không hiểu chữ nào là nơi\nhay thời gian",
                     "search for the words typed, read none as a place or\na time"));
    app.add_flag("--json", raw.json,
                 say("in một đối tượng JSON (docs/json.md)", "print a JSON object (docs/json.md)"));
    app.add_flag(
        "--ndjson", raw.ndjson,
        say("đọc mỗi dòng một yêu cầu JSON từ đầu vào chuẩn,\ntrả lời mỗi dòng một đối tượng",
            "read a JSON request a line from standard input,\nanswer an object a line"));
    app.set_version_flag("--version", "commsearch " COMMSEARCH_VERSION,
                         say("in phiên bản", "print the version"));
    app.set_help_flag("-h,--help", say("in trợ giúp này", "print this help"));
}

void add_options(CLI::App& app, RawOptions& raw, Language language) {
    const auto add = [&](const char* name, auto& target, const Message& placeholder,
                         const Message& text) {
        CLI::Option* const option = app.add_option(name, target, text.in(language));
        option->type_name(placeholder.in(language))->allow_extra_args(false);
        option->check([](const std::string& value) { return value.empty() ? "empty" : ""; });
        if constexpr (std::is_same_v<decltype(target), std::string&>) option->take_last();
    };
    const Message date = {"NGÀY", "DATE"};
    add("--index", raw.index, {"THƯ_MỤC", "DIR"},
        {"thư mục chỉ mục; mặc định: $COMMSEARCH_INDEX,\nrồi tệp cấu hình, rồi “index” trong thư "
         "mục hiện tại",
         "folder of the index; default: $COMMSEARCH_INDEX,\nthen the configuration file, then "
         "“index”"});
    add("--limit", raw.limit, {"SỐ", "N"},
        {"số báo cáo trên một trang, 0-1000; mặc định: 10",
         "reports on a page, 0-1000; default: 10"});
    add("--offset", raw.offset, {"SỐ", "N"},
        {"số báo cáo bỏ qua trước trang này", "reports left out before the page"});
    add("--commune", raw.communes, {"XÃ", "NAME"},
        {"chỉ xã, phường này (tên, có thể kèm huyện, tỉnh; hoặc\nmã); có thể lặp lại",
         "only this commune (name, perhaps with district and\nprovince; or code); may be "
         "repeated"});
    add("--district", raw.districts, {"HUYỆN", "NAME"},
        {"chỉ các xã của huyện này (tên trước 7/2025); có thể\nlặp lại",
         "only the communes of this district (of before July\n2025); may be repeated"});
    add("--province", raw.provinces, {"TỈNH", "NAME"},
        {"chỉ tỉnh, thành phố này; có thể lặp lại", "only this province; may be repeated"});
    add("--issuer", raw.issuers, {"CƠ_QUAN", "NAME"},
        {"chỉ văn bản của cơ quan này: dang-uy, ubnd, hdnd,\nmttq …; có thể lặp lại",
         "only papers of this body: dang-uy, ubnd, hdnd,\nmttq …; may be repeated"});
    add("--level", raw.levels, {"CẤP", "LEVEL"},
        {"chỉ văn bản của cấp này: trung-uong, tinh, huyen, xa,\nco-so; có thể lặp lại",
         "only papers of this level: trung-uong, tinh, huyen,\nxa, co-so; may be repeated"});
    add("--from", raw.from, date, {"từ ngày", "from this date"});
    add("--to", raw.to, date, {"đến hết ngày", "up to this date, inclusive"});
    add("--period", raw.period, {"KỲ", "PERIOD"},
        {"chỉ kỳ báo cáo này, như trường kỳ: 2023, “quý III”,\n“9 tháng 2023”",
         "only reports on this period, as the field period:\n2023, “quý III”, “9 tháng 2023”"});
    add("--section", raw.topics, {"MỤC", "SLUG"},
        {"chỉ mục nội dung này; có thể lặp lại", "only this section; may be repeated"});
    add("--sort", raw.sort, {"CÁCH", "ORDER"},
        {"thứ tự: relevance (phù hợp nhất, mặc định),\ndate (mới nhất) hoặc oldest (cũ nhất)",
         "order: relevance (best first, the default),\ndate (newest first) or oldest (oldest "
         "first)"});
    add("--request", raw.request_file, {"TỆP", "FILE"},
        {"trả lời yêu cầu JSON trong tệp\n(“-”: đầu vào chuẩn)",
         "answer the JSON request in this file\n(“-”: standard input)"});
    add("--schema", raw.schema, {"TÊN", "NAME"},
        {"in lược đồ JSON: request hoặc answer", "print the JSON schema: request or answer"});
    add("--color", raw.color, {"LÚC", "WHEN"},
        {"tô màu: auto (mặc định), always, never", "colours: auto (the default), always, never"});
}

}  // namespace

void add_search_options(CLI::App& app, RawOptions& raw, Language language) {
    app.description(description.in(language));
    app.formatter(std::make_shared<program::HelpFormatter>(language, usage));
    app.footer(footer.in(language));
    app.option_defaults()->group(Message{"Tùy chọn", "Options"}.in(language));
    add_options(app, raw, language);
    add_flags(app, raw, language);
}

}  // namespace commsearch::cli
