#include "indexer/report/fields/recipients.h"

#include <algorithm>
#include <string_view>

namespace commsearch::report {
namespace {

using Kind = SignatureCell::Kind;

/// Without bullets and blanks before it and marks behind it.
std::string_view bare(std::string_view text) {
    constexpr std::string_view bullets = "-+* \t";
    text = text.substr(std::min(text.find_first_not_of(bullets), text.size()));
    for (const std::string_view bullet : {"–", "—", "•", "\uF0B7"}) {
        if (text.starts_with(bullet)) text.remove_prefix(bullet.size());
    }
    text = without_blanks(text);
    while (!text.empty() && std::string_view(";,./").find(text.back()) != std::string_view::npos)
        text.remove_suffix(1);
    return without_blanks(text);
}

void add_bare(std::vector<std::string>& found, std::string_view text) {
    text = bare(text);
    if (!text.empty()) found.emplace_back(text);
}

std::string_view behind_colon(std::string_view text) {
    return text.substr(std::min(text.find(':'), text.size() - 1) + 1);
}

bool is_item(std::string_view text) {
    return text.starts_with('-') || text.starts_with("–") || text.starts_with('+') ||
           text.starts_with("•") || text.starts_with('*');
}

/// Items that are known without a bullet.
bool begins_item(std::string_view text) {
    const std::string key = words_key(text);
    return begins_with_words(key, "luu") || begins_with_words(key, "nhu tren");
}

/// Gathers the recipients of cells in order, from "Nơi nhận" on.
class RecipientsReader {
public:
    void add(const SignatureCell& cell) {
        const bool labelled = cell.kind == Kind::recipients;
        is_inside_ = is_inside_ || labelled;
        if (!is_inside_) return;
        if (cell.kind == Kind::other && is_open_ && !begins_item(cell.text)) {
            (found_.back() += ' ') += bare(cell.text);
        } else {
            add_bare(found_, labelled ? behind_colon(cell.text) : cell.text);
        }
        is_open_ =
            !labelled && !found_.empty() && !cell.text.ends_with(';') && !cell.text.ends_with('.');
    }
    std::vector<std::string> take() { return std::move(found_); }

private:
    std::vector<std::string> found_;
    bool is_inside_ = false;
    bool is_open_ = false;  ///< the last item may go on in the next line
};

}  // namespace

std::vector<std::string> recipients_of(const std::vector<std::vector<SignatureCell>>& lines) {
    RecipientsReader reader;
    for (const std::vector<SignatureCell>& line : lines) {
        for (const SignatureCell& cell : line) {
            if (!cell.signs()) reader.add(cell);
        }
    }
    return reader.take();
}

std::vector<std::string> addressees_of(std::span<const Line> lines) {
    constexpr std::size_t looked_at = 30;    // lines: it stands above the body
    constexpr std::size_t max_listed = 40;   // addressees
    constexpr std::size_t max_length = 300;  // characters of a line
    lines = lines.first(std::min(lines.size(), looked_at + max_listed));
    const auto first = std::find_if(lines.begin(), lines.end(), [](const Line& line) {
        return begins_with_words(line.key, "kinh gui");
    });
    std::vector<std::string> found;
    if (first == lines.end() || length(first->text) > max_length) return found;
    std::string_view named = behind_colon(first->text);
    while (!named.empty()) {
        const std::size_t end = std::min(named.find(';'), named.size());
        add_bare(found, named.substr(0, end));
        named.remove_prefix(std::min(end + 1, named.size()));
    }
    for (auto line = std::next(first); line != lines.end(); ++line) {
        if (!is_item(line->text) || length(line->text) > max_length) break;
        add_bare(found, line->text);
    }
    return found;
}

}  // namespace commsearch::report
