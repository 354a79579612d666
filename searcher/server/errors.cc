#include "searcher/server/errors.h"

#include "indexer/program/exit_code.h"
#include "searcher/render/render_json.h"
#include "searcher/server/page/page.h"

namespace commsearch::server {

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
    if (audience.reads_pages) return error_page(status_of(answer), answer.message, audience.query);
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
