#include "indexer/report/layout/stamps.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

#include "analyzers/base/ascii.h"
#include "indexer/report/fields/offices.h"
#include "indexer/report/fields/signature_cells.h"

namespace commsearch::report {
namespace {

constexpr std::size_t max_stamp_line = 250;     // bytes
constexpr std::size_t longest_name_line = 120;  // bytes

enum class LineKind : std::uint8_t {
    none,
    label,  ///< "Cơ quan: …", a mail address, "+07:00": of a stamp if one of those below is near
    sign,   ///< "Người ký: …", "Thời gian ký: …", a day with its time
};

constexpr std::array<std::string_view, 10> signing_labels = {
    "nguoi ky",  "nguoi ky so", "ky boi",    "ky so boi",    "duoc ky boi",
    "da ky boi", "ky so",       "signed by", "thoi gian ky", "digitally signed by"};
constexpr std::array<std::string_view, 14> other_labels = {
    "email", "e mail", "co quan", "to chuc",  "don vi", "chuc vu", "ngay ky",
    "date",  "reason", "ly do",   "location", "vi tri", "dn",      "thoi gian"};

/// The label before the first colon of `text`; empty when none is near its begin.
std::string label_of_line(std::string_view text) {
    constexpr std::size_t max_label = 40;  // bytes
    const std::size_t colon = text.find(':');
    return colon < max_label ? words_key(text.substr(0, colon)) : std::string();
}

/// "18.11.2023 07:25:14", "18/11/2023 07:25:14 +07:00".
bool is_time(const Line& line) {
    const bool digits = line.key.find_first_not_of("0123456789 ") == std::string::npos;
    const std::size_t colon = line.text.find(':');
    constexpr std::size_t day_and_time = 12;  // "18112023 0725" without marks
    const auto count =
        std::count_if(line.key.begin(), line.key.end(), [](char c) { return c != ' '; });
    return digits && colon != std::string_view::npos &&
           static_cast<std::size_t>(count) >= day_and_time;
}

bool is_zone(const Line& line) {
    return (line.text.starts_with('+') || line.text.starts_with("GMT")) && line.key.size() <= 10;
}

bool is_mail(const Line& line) {
    return line.text.find('@') != std::string_view::npos &&
           line.text.find(' ') == std::string_view::npos;
}

LineKind kind_of(const Line& line) {
    if (line.text.size() > max_stamp_line) return LineKind::none;
    const char first = line.text.front();
    const bool number = is_ascii_digit(first) || first == '+';
    if (number)
        return is_time(line) ? LineKind::sign : is_zone(line) ? LineKind::label : LineKind::none;
    if (is_mail(line) || is_zone(line)) return LineKind::label;
    if (begins_with_words(line.key, "signature valid") ||
        begins_with_words(line.key, "signature not verified"))
        return LineKind::sign;
    if (line.text.find(':') == std::string_view::npos) return LineKind::none;
    const std::string label = label_of_line(line.text);
    if (is_one_of(label, signing_labels)) return LineKind::sign;
    return is_one_of(label, other_labels) ? LineKind::label : LineKind::none;
}

/// How many of a stamp's labels one line holds: "Người ký: … Email: … Thời gian ký: …".
std::size_t labels_in(const Line& line) {
    constexpr std::array<std::string_view, 5> labels = {"nguoi ky", "ky boi", "email", "co quan",
                                                        "thoi gian ky"};
    return static_cast<std::size_t>(
        std::count_if(labels.begin(), labels.end(),
                      [&](std::string_view label) { return has_words(line.key, label); }));
}

/// The lines of one stamp: [begin, end).
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// The stamp that begins at `begin`; empty when there is none.
Span stamp_at(const std::vector<Line>& lines, std::size_t begin) {
    std::size_t signs = 0;
    std::size_t count = 0;
    std::size_t end = begin;
    for (std::size_t at = begin; at < lines.size(); ++at) {
        const LineKind kind = kind_of(lines[at]);
        if (kind == LineKind::none) {
            // The value of a label goes on in a second line.
            const bool goes_on = at == end && at > begin && at + 1 < lines.size() &&
                                 lines[at].text.size() <= longest_name_line &&
                                 lines[at - 1].text.find(':') != std::string_view::npos &&
                                 kind_of(lines[at + 1]) != LineKind::none;
            if (goes_on) continue;
            break;
        }
        signs += kind == LineKind::sign ? 1 : 0;
        ++count;
        end = at + 1;
    }
    const bool one_line = count == 1 && labels_in(lines[begin]) >= 2;
    return signs > 0 && (count >= 2 || one_line) ? Span{begin, end} : Span{begin, begin};
}

/// The owner of a mail address stands above it: "VĂN THƯ UBND XÃ".
bool is_owner(const std::vector<Line>& lines, std::size_t at) {
    if (!is_mail(lines[at + 1]) || lines[at].text.size() > longest_name_line) return false;
    return at == 0 || lines[at].after_blank || begins_with_words(lines[at].key, "van thu");
}

void note_signer(const Line& line, std::vector<Signer>& signers) {
    const std::string label = label_of_line(line.text);
    const std::string_view value =
        without_blanks(line.text.substr(std::min(line.text.find(':'), line.text.size() - 1) + 1));
    if (label == "chuc vu" && !signers.empty() && signers.back().office.empty())
        signers.back().office = office_text(value);
    if (label == "thoi gian ky" || !is_one_of(label, signing_labels)) return;
    const std::vector<SignatureCell> cells = signature_cells(value);
    if (cells.size() == 1 && cells.front().kind == SignatureCell::Kind::name)
        signers.push_back({std::string(cells.front().value), {}, {}, {}});
}

}  // namespace

StampBlock take_stamps(std::vector<Line>& lines) {
    StampBlock block;
    std::vector<bool> stamp(lines.size(), false);
    bool found = false;
    for (std::size_t at = 0; at < lines.size();) {
        const Span span = kind_of(lines[at]) == LineKind::none ? Span{at, at} : stamp_at(lines, at);
        if (span.begin == span.end) {
            ++at;
            continue;
        }
        const std::size_t begin =
            span.begin > 0 && is_owner(lines, span.begin - 1) ? span.begin - 1 : span.begin;
        for (std::size_t i = begin; i < span.end; ++i) {
            stamp[i] = true;
            note_signer(lines[i], block.signers);
        }
        found = true;
        at = span.end;
    }
    if (!found) return block;
    std::vector<Line> kept;
    bool after_stamp = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!stamp[i]) lines[i].after_blank = lines[i].after_blank || after_stamp;
        after_stamp = stamp[i];
        (stamp[i] ? block.lines : kept).push_back(std::move(lines[i]));
    }
    lines = std::move(kept);
    return block;
}

}  // namespace commsearch::report
