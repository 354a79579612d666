#include "searcher/protocol/answer.h"

#include <exception>
#include <new>

#include "searcher/model/request_error.h"
#include "searcher/render/render_json.h"

namespace commsearch::protocol {
namespace {

constexpr int found = 0;
constexpr int nothing_found = 1;
constexpr int wrong_use = 2;
constexpr int system_problem = 3;

ProtocolAnswer error_answer(const render::ErrorReport& error, Language language,
                            const std::string& id_json) {
    return {render::with_id(render::render_json_error(error, language), id_json), error.exit_code,
            error.code, error.message.in(language), 0};
}

ProtocolAnswer unexpected(const std::string& what, Language language, const std::string& id_json) {
    return error_answer(
        {{"lỗi bất ngờ: " + what, "unexpected: " + what}, system_problem, "unexpected", {}},
        language, id_json);
}

ProtocolAnswer search_one(const Searcher& searcher, SearchRequest request, Language language,
                          std::chrono::steady_clock::time_point deadline,
                          const std::string& id_json) {
    try {
        request.deadline = deadline;
        const SearchResult result = searcher.search(request);
        return {render::with_id(render::render_json(result, language), id_json),
                result.total_reports > 0 ? found : nothing_found,
                {},
                {},
                result.total_reports};
    } catch (...) {
        return current_error(language, id_json);
    }
}

}  // namespace

ProtocolAnswer current_error(Language language, const std::string& id_json) {
    try {
        throw;
    } catch (const RequestError& error) {
        return error_answer({error.message(), wrong_use, error.code(), error.pointer()}, language,
                            id_json);
    } catch (const UsageError& error) {
        return error_answer({error.message(), wrong_use, "bad-value", {}}, language, id_json);
    } catch (const TimeLimit& error) {
        return error_answer({error.message(), system_problem, "time-limit", {}}, language, id_json);
    } catch (const Error& error) {
        return error_answer({error.message(), system_problem, "index-problem", {}}, language,
                            id_json);
    } catch (const std::bad_alloc&) {
        return error_answer(
            {{"không đủ bộ nhớ; hãy thử lại sau giây lát", "out of memory; try again in a moment"},
             system_problem,
             "out-of-memory",
             {}},
            language, id_json);
    } catch (const std::exception& error) {
        return unexpected(error.what(), language, id_json);
    } catch (...) {
        return unexpected("?", language, id_json);
    }
}

ProtocolAnswer too_long_answer(Language language) {
    const std::string limit = std::to_string(max_request_bytes);
    return error_answer({{"yêu cầu dài quá " + limit + " byte; hãy rút ngắn",
                          "the request is longer than " + limit + " bytes; make it shorter"},
                         wrong_use,
                         "too-long",
                         {}},
                        language, {});
}

ProtocolAnswer answer(const Searcher& searcher, ProtocolRequest request, Language language,
                      std::chrono::steady_clock::time_point deadline) {
    language = request.language.value_or(language);
    if (!request.is_batch) {
        return search_one(searcher, std::move(request.queries.front()), language, deadline,
                          request.id_json);
    }
    std::vector<std::string> answers;
    ProtocolAnswer all;
    all.exit_code = nothing_found;
    for (SearchRequest& query : request.queries) {
        ProtocolAnswer one = search_one(searcher, std::move(query), language, deadline, {});
        if (one.exit_code == found) all.exit_code = found;
        answers.push_back(std::move(one.json));
    }
    all.json = render::with_id(render::render_json_batch(answers), request.id_json);
    return all;
}

ProtocolAnswer answer_text(const Searcher& searcher, std::string_view json, Language language,
                           std::chrono::steady_clock::time_point deadline) {
    ProtocolRequest request;
    try {
        request = read_request(json);
    } catch (...) {
        return current_error(language);
    }
    return answer(searcher, std::move(request), language, deadline);
}

}  // namespace commsearch::protocol
