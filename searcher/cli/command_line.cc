#include "searcher/cli/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <string_view>

#include "analyzers/base/tsv.h"
#include "analyzers/base/unicode.h"
#include "analyzers/value/date.h"
#include "indexer/program/config_file.h"
#include "indexer/program/program.h"
#include "searcher/cli/raw_options.h"
#include "searcher/facets/facet_table.h"

namespace commsearch::cli {
namespace {

constexpr std::size_t max_limit = 1000;
constexpr std::size_t max_offset = 1'000'000;

[[noreturn]] void wrong_use(const std::string& vi, const std::string& en) {
    throw UsageError({vi + "; xem: commsearch --help", en + "; see: commsearch --help"});
}

[[noreturn]] void wrong_value(const std::string& option, const std::string& value,
                              const std::string& vi, const std::string& en) {
    wrong_use(option + " cần " + vi + ", không phải “" + value + "”",
              option + " needs " + en + ", not “" + value + "”");
}

std::size_t number_option(const std::string& option, const std::string& typed, std::size_t fallback,
                          std::size_t max) {
    if (typed.empty()) return fallback;
    if (const auto number = program::number_between(typed, 0, max)) return *number;
    const Message why = program::needs_number(option, typed, 0, max);
    wrong_use(why.vi, why.en);
}

/// Year, month and day as far as they are given: "2023-10", "10/2023".
std::vector<int> date_parts(const std::string& typed) {
    const bool day_first = typed.find('/') != std::string::npos;
    std::vector<int> parts;
    for (const std::string_view part : split(typed, day_first ? '/' : '-'))
        parts.push_back(static_cast<int>(program::number_between(part, 0, 9999).value_or(0)));
    if (day_first) std::reverse(parts.begin(), parts.end());
    return parts;
}

/// YYYYMMDD of the first or last day that `typed` may mean; 0 when it is empty.
std::int32_t date_option(const std::string& option, const std::string& typed, bool last) {
    if (typed.empty()) return 0;
    std::vector<int> parts = date_parts(typed);
    const bool is_day = parts.size() == 3;
    if (parts.size() == 1) parts.push_back(last ? Month::months_a_year : 1);
    const Month month = parts.size() > 3 ? Month() : Month(parts[0], parts[1]);
    const Date whole = last ? month.last_day() : month.first_day();
    const Date date = is_day ? Date(parts[0], parts[1], parts[2]) : whole;
    if (date.year() < 1000) {
        wrong_value(option, typed, "một ngày (2023-10-31, 31/10/2023, 2023-10 hoặc 2023)",
                    "a date (2023-10-31, 31/10/2023, 2023-10 or 2023)");
    }
    return static_cast<std::int32_t>(date.number());
}

SearchRequest::Sort sort_option(const std::string& typed) {
    if (typed.empty() || typed == "relevance") return SearchRequest::Sort::relevance;
    if (typed == "date") return SearchRequest::Sort::date;
    if (typed == "oldest") return SearchRequest::Sort::oldest;
    wrong_value("--sort", typed, "relevance, date hoặc oldest", "relevance, date or oldest");
}

CommandLine::Color color_option(const std::string& typed) {
    if (typed.empty() || typed == "auto") return CommandLine::Color::automatic;
    if (typed == "always") return CommandLine::Color::always;
    if (typed == "never") return CommandLine::Color::never;
    wrong_value("--color", typed, "auto, always hoặc never", "auto, always or never");
}

std::string schema_option(const std::string& typed) {
    if (typed.empty() || typed == "request" || typed == "answer") return typed;
    wrong_value("--schema", typed, "request hoặc answer", "request or answer");
}

std::vector<FacetChoice> choices_of(const RawOptions& raw) {
    std::vector<FacetChoice> choices;
    const auto add = [&](FacetKind kind, const std::vector<std::string>& values) {
        if (!values.empty()) choices.push_back({kind, values});
    };
    add(FacetKind::commune, raw.communes);
    add(FacetKind::district, raw.districts);
    add(FacetKind::province, raw.provinces);
    add(FacetKind::issuer, raw.issuers);
    add(FacetKind::level, raw.levels);
    add(FacetKind::topic, raw.topics);
    return choices;
}

/// The query with the period as its filter, which knows more spellings of it than a facet has.
std::string with_period(std::string query, std::string period) {
    if (period.empty()) return query;
    std::replace(period.begin(), period.end(), '"', ' ');
    return query + (query.empty() ? "" : " ") + "kỳ:\"" + period + '"';
}

/// A request from elsewhere says everything itself.
void refuse_query_beside_request(const RawOptions& raw, const std::vector<std::string>& words) {
    if (!raw.ndjson && raw.request_file.empty()) return;
    const std::string option = raw.ndjson ? "--ndjson" : "--request";
    if (raw.ndjson && !raw.request_file.empty())
        wrong_use("chỉ một trong hai: --ndjson hoặc --request", "either --ndjson or --request");
    const auto chosen = choices_of(raw);
    const bool has_search = !words.empty() || !chosen.empty() || !raw.period.empty() ||
                            !raw.limit.empty() || !raw.offset.empty() || !raw.from.empty() ||
                            !raw.to.empty() || !raw.sort.empty() || raw.exact || raw.literal ||
                            raw.explain;
    if (has_search) {
        wrong_use("từ cần tìm và bộ lọc nằm trong yêu cầu JSON khi dùng " + option,
                  "with " + option + " the query and filters stand in the JSON request");
    }
}

SearchRequest checked(const RawOptions& raw, std::string query) {
    SearchRequest request;
    request.query = with_period(std::move(query), raw.period);
    request.limit = number_option("--limit", raw.limit, request.limit, max_limit);
    request.offset = number_option("--offset", raw.offset, request.offset, max_offset);
    request.choices = choices_of(raw);
    request.from = date_option("--from", raw.from, false);
    request.to = date_option("--to", raw.to, true);
    if (request.from != 0 && request.to != 0 && request.from > request.to) {
        wrong_use("--from “" + raw.from + "” sau --to “" + raw.to + "”",
                  "--from “" + raw.from + "” is after --to “" + raw.to + "”");
    }
    request.sort = sort_option(raw.sort);
    if (raw.json) request.facets = facets::usual_facets();
    request.exact = raw.exact;
    request.literal = raw.literal;
    request.explain = raw.explain;
    return request;
}

/// "-x" and "--xyz"; "-" and "-12%" are words.
bool looks_like_option(std::string_view word) {
    return word.size() > 1 && word[0] == '-' && !is_digit(static_cast<unsigned char>(word[1]));
}

/// CLI11 would take the argument behind "--limit=" for its value.
void refuse_empty_assignments(const std::vector<std::string>& arguments) {
    for (const std::string& argument : arguments) {
        if (argument.rfind("--", 0) != 0 || argument.back() != '=') continue;
        const std::string name = argument.substr(0, argument.size() - 1);
        wrong_use(name + " cần một giá trị", name + " needs a value");
    }
}

/// `words` are what CLI11 did not take for options or their values.
void refuse_unknown_options(const std::vector<std::string>& words) {
    const auto word = std::find_if(words.begin(), words.end(), looks_like_option);
    if (word == words.end()) return;
    wrong_use(
        "không có tùy chọn “" + *word + "” (nếu là từ cần tìm: commsearch -- " + *word + ")",
        "there is no option “" + *word + "” (as a word of the query: commsearch -- " + *word + ")");
}

/// Throws CLI::Success when help or the version is asked for.
void read_options(CLI::App& app, const std::vector<std::string>& options) {
    refuse_empty_assignments(options);
    try {
        app.parse(std::vector<std::string>(options.rbegin(), options.rend()));
    } catch (const CLI::Success&) {
        throw;
    } catch (const CLI::ConversionError&) {  // only flags are converted
        wrong_use("--exact, --literal, --explain, --json và --ndjson không nhận giá trị",
                  "--exact, --literal, --explain, --json and --ndjson take no value");
    } catch (const CLI::ParseError& error) {
        const std::string message = error.what();  // begins with the option
        const std::string name = message.substr(0, message.find(':'));
        wrong_use(name + " cần một giá trị", name + " needs a value");
    }
}

}  // namespace

CommandLine parse_command_line(const std::vector<std::string>& arguments, Language language) {
    const auto end_of_options = std::find(arguments.begin(), arguments.end(), "--");
    CLI::App app("", "commsearch");
    RawOptions raw;
    app.allow_extras();
    add_search_options(app, raw, language);
    program::ConfigFile config(app, "search", language);
    CommandLine command;
    try {
        read_options(app, {arguments.begin(), end_of_options});
    } catch (const CLI::CallForVersion&) {
        command.instead = app.version() + '\n';
        return command;
    } catch (const CLI::Success&) {
        command.instead = app.help();
        return command;
    }
    std::vector<std::string> words = app.remaining();
    refuse_unknown_options(words);
    if (end_of_options != arguments.end())
        words.insert(words.end(), end_of_options + 1, arguments.end());
    refuse_query_beside_request(raw, words);
    config.apply();
    command.instead = config.printed();
    command.index = raw.index;
    command.json = raw.json || !raw.request_file.empty();
    command.ndjson = raw.ndjson;
    command.request_file = raw.request_file;
    command.schema = schema_option(raw.schema);
    command.color = color_option(raw.color);
    command.request = checked(raw, CLI::detail::join(words, " "));
    return command;
}

bool asks_for_json(const std::vector<std::string>& arguments) {
    const auto end_of_options = std::find(arguments.begin(), arguments.end(), "--");
    return std::any_of(arguments.begin(), end_of_options, [](const std::string& argument) {
        return argument == "--json" || argument == "--ndjson" || argument.starts_with("--request");
    });
}

}  // namespace commsearch::cli
