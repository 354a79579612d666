#include "searcher/server/errors.h"

#include <array>
#include <string_view>
#include <utility>

#include "indexer/program/exit_code.h"
#include "searcher/render/render_json.h"
#include "searcher/server/page/page.h"

namespace commsearch::server {
namespace {

/// The message with the label that the page's form gives the field, where it begins with the place
/// in a request that programs write.
std::string for_people(std::string message) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> labels = {
        {{"/filters/date/from", "“Từ ngày”"},
         {"/filters/date/to", "“Đến ngày”"},
         {"/page/offset", "Số kết quả bỏ qua (offset)"}}};
    for (const auto& [pointer, label] : labels) {
        if (message.starts_with(std::string(pointer) + ' '))
            message.replace(0, pointer.size(), label);
    }
    return message;
}

}  // namespace

HttpResponse error_response(int status, const std::string& code, const Message& message,
                            const ErrorAudience& audience) {
    if (audience.reads_pages) return error_page(status, message.vi, audience.query);
    const program::ExitCode exit_code = status < 500 ? program::wrong_use : program::system_problem;
    HttpResponse response;
    response.status = status;
    response.body =
        render::render_json_error({message, exit_code, code, {}}, audience.language) + '\n';
    return response;
}

HttpResponse current_error_response(const ErrorAudience& audience) {
    const Language language = audience.reads_pages ? Language::vietnamese : audience.language;
    const protocol::ProtocolAnswer answer = protocol::current_error(language);
    if (audience.reads_pages) {
        return error_page(status_of(answer), for_people(answer.message), audience.query);
    }
    HttpResponse response;
    response.status = status_of(answer);
    response.body = answer.json + '\n';
    return response;
}

int status_of(const protocol::ProtocolAnswer& answer) {
    if (answer.error_code.empty()) return 200;
    if (answer.error_code == "outdated-cursor") return 410;
    if (answer.error_code == "too-long") return 413;
    if (answer.error_code == "time-limit" || answer.error_code == "out-of-memory") return 503;
    return answer.exit_code == program::wrong_use ? 400 : 500;
}

}  // namespace commsearch::server
