#include <iostream>
#include <string>
#include <vector>

#include "analyzers/base/message.h"
#include "indexer/program/program.h"
#include "searcher/server/command_line.h"
#include "searcher/server/errors.h"
#include "searcher/server/http/http_server.h"
#include "searcher/server/ops/index_follower.h"
#include "searcher/server/service.h"

namespace {

using namespace commsearch;
using namespace commsearch::server;

int serve(const ServerCommandLine& command) {
    std::string index =
        command.index.empty() ? program::environment("COMMSEARCH_INDEX") : command.index;
    if (index.empty()) index = "index";
    Log log([](const std::string& line) { std::cerr << line << std::flush; },
            command.tells_requests);
    Metrics metrics;
    const Generations generations(index, command.limits.workers, metrics, log);
    Service service(generations, metrics, log, {command.cors_origins});
    HttpServer server(
        command.limits,
        [&](const HttpRequest& request, std::size_t worker) {
            return service.handle(request, worker);
        },
        error_response, metrics);
    const std::string address =
        "http://" + command.limits.address + ':' + std::to_string(server.port()) + '/';
    log.event("info", "serving " + generations.current()->name() + " at " + address);
    program::print(address + '\n');
    server.run([&] {
        service.stop();
        log.event("info", "stopping");
    });
    log.event("info", "stopped");
    return program::success;
}

int run(const std::vector<std::string>& arguments, Language language) {
    const ServerCommandLine command = parse_server_command_line(arguments, language);
    program::print(command.instead);
    return command.instead.empty() ? serve(command) : program::success;
}

}  // namespace

int main(int argc, char** argv) {
    return program::run_program("commsearch-server", argc, argv, run);
}
