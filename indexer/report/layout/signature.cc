#include "indexer/report/layout/signature.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "indexer/report/fields/issuers.h"
#include "indexer/report/sections/headings.h"

namespace commsearch::report {
namespace {

constexpr std::size_t max_signature_line = 90;  ///< characters

bool begins_recipients(const Line& line) {
    const bool named =
        begins_with_words(line.key, "noi nhan") || begins_with_words(line.key, "noi gui");
    // "Nơi nhận hồ sơ …" begins a sentence: the label has a colon, or the line is short.
    constexpr std::size_t short_key = 12;
    const std::size_t colon = line.text.find(':');
    return named && (line.key.size() <= short_key || colon < 24);
}

bool begins_signature(const Line& line) {
    constexpr std::array prefixes = {"tm", "t m", "kt", "k t", "tl", "t l", "tuq"};
    const bool prefixed = std::any_of(prefixes.begin(), prefixes.end(), [&](std::string_view p) {
        return begins_with_words(line.key, p);
    });
    if (!prefixed || length(line.text) > max_signature_line) return false;
    // "KT-XH NĂM 2023" is no signature: a body or a post must follow.
    constexpr std::array bodies = {"chu tich", "bi thu", "uy ban",      "ban",     "hoi dong",
                                   "dang uy",  "ubnd",   "thuong truc", "hdnd",    "hoi",
                                   "doan",     "truong", "giam doc",    "tap the", "cong doan"};
    const bool named = std::any_of(bodies.begin(), bodies.end(), [&](std::string_view words) {
        return has_words(line.key, words);
    });
    return named && is_capitals(line.text);
}

bool is_post(const Line& line) {
    constexpr std::array posts = {
        "chu tich",  "pho chu tich", "bi thu",        "pho bi thu",
        "chu tri",   "nguoi ky",     "truong ban",    "pho bi thu thuong truc",
        "nguoi lap", "thu ky",       "nguoi bao cao", "da ky"};
    return std::find(posts.begin(), posts.end(), line.key) != posts.end();
}

/// A name, a post or a recipient: short, and neither a heading nor the title of an annex.
bool continues_signature(const Line& line) {
    if (is_list_item(line.text)) return length(line.text) <= 2 * max_signature_line;
    if (begins_with_words(line.key, "phu luc") || begins_with_words(line.key, "bieu")) return false;
    if (length(line.text) > max_signature_line) return false;
    if (begins_signature(line) || begins_recipients(line) || is_post(line)) return true;
    constexpr std::size_t max_post_words = 4;
    const bool title = is_capitals(line.text) && word_count(line.text) > max_post_words;
    const bool sentence = line.text.ends_with('.') && word_count(line.text) > 2 * max_post_words;
    return heading_mark(line.text).level == HeadingMark::none && !sentence && !title;
}

}  // namespace

SignatureBlock take_signature(std::vector<Line>& lines) {
    SignatureBlock block;
    std::vector<Line> kept;
    kept.reserve(lines.size());
    constexpr std::size_t max_loose_lines = 10;  // names and posts in a row; more is an annex
    bool inside = false;
    std::size_t loose_lines = 0;
    for (Line& line : lines) {
        const bool begins = begins_recipients(line) || begins_signature(line);
        loose_lines = begins || is_list_item(line.text) ? 0 : loose_lines + 1;
        inside = begins || (inside && loose_lines <= max_loose_lines && continues_signature(line));
        if (!inside) {
            kept.push_back(std::move(line));
            continue;
        }
        const auto signing = issuer_signing(line.key);
        if (signing && block.issuer == Issuer::unknown) block.issuer = signing->kind;
        block.lines.push_back(std::move(line));
    }
    lines = std::move(kept);
    return block;
}

}  // namespace commsearch::report
