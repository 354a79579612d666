#include "searcher/protocol/schema.h"

#include "searcher_protocol_schema.h"

namespace commsearch::protocol {

std::string_view protocol_schema(std::string_view name) {
    if (name == "request") return embedded::request_schema_json();
    if (name == "answer") return embedded::answer_schema_json();
    return {};
}

}  // namespace commsearch::protocol
