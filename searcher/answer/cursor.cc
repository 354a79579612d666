#include "searcher/answer/cursor.h"

#include <array>
#include <charconv>
#include <optional>
#include <string_view>
#include <vector>

#include "analyzers/base/fingerprint.h"
#include "analyzers/base/tsv.h"
#include "searcher/facets/facet_table.h"
#include "searcher/model/request_error.h"

namespace commsearch::answer {
namespace {

/// Of all that decides which reports come in which order.
std::string request_key(const SearchRequest& request) {
    std::string text = request.query + '\n';
    for (const FacetChoice& choice : request.choices) {
        text += std::string(facets::facet_name(choice.kind)) + '\n';
        for (const std::string& value : choice.values) text += value + '\t';
    }
    for (const int number :
         {request.from, request.to, static_cast<int>(request.sort), static_cast<int>(request.exact),
          static_cast<int>(request.fold_similar)}) {
        text += std::to_string(number) + ' ';
    }
    std::array<char, 20> hex{};
    const auto end = std::to_chars(hex.data(), hex.data() + hex.size(), fingerprint(text), 16).ptr;
    return {hex.data(), end};
}

/// All of `text` as a number; nothing when it is anything else.
std::optional<std::size_t> whole_number(std::string_view text) {
    std::size_t number = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc{} || stop != end) return std::nullopt;
    return number;
}

}  // namespace

std::string make_cursor(const std::string& edition, const SearchRequest& request,
                        std::size_t position) {
    return edition + '~' + std::to_string(position) + '~' + request_key(request);
}

std::size_t read_cursor(const std::string& edition, const SearchRequest& request) {
    const std::vector<std::string_view> parts = split(request.cursor, '~');
    const bool is_ours = parts.size() == 3 && whole_number(parts[1]);
    if (is_ours && parts[0] != edition) {
        throw RequestError("outdated-cursor",
                           {"con trỏ trang đã cũ: chỉ mục vừa được lập lại; hãy tìm lại từ đầu",
                            "the cursor is outdated: the index was built anew; search again from "
                            "the first page"},
                           "/page/cursor");
    }
    if (!is_ours || parts[2] != request_key(request)) {
        throw RequestError("bad-cursor",
                           {"con trỏ trang không thuộc yêu cầu này; hãy dùng next_cursor của "
                            "chính yêu cầu ấy",
                            "the cursor is not of this request; use the next_cursor of the same "
                            "request"},
                           "/page/cursor");
    }
    return *whole_number(parts[1]);
}

}  // namespace commsearch::answer
