#include "indexer/cli/progress.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "analyzers/base/unicode.h"

namespace commsearch::cli {
namespace {

/// Digits in threes: Vietnamese parts them by dots, English by commas.
std::string grouped(std::size_t number, Language language) {
    std::string text = std::to_string(number);
    for (auto at = static_cast<std::ptrdiff_t>(text.size()) - 3; at > 0; at -= 3) {
        text.insert(static_cast<std::size_t>(at), language == Language::english ? "," : ".");
    }
    return text;
}

/// Seconds with one decimal.
std::string seconds_text(double seconds, Language language) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.1f", seconds);
    std::string shown = text.data();
    if (language == Language::vietnamese) std::replace(shown.begin(), shown.end(), '.', ',');
    return shown;
}

/// "2:05", minutes and seconds.
std::string clock_text(double seconds) {
    const auto whole = static_cast<long>(std::ceil(seconds));
    constexpr long minute = 60;
    const std::string rest = std::to_string(whole % minute);
    return std::to_string(whole / minute) + ':' + (rest.size() < 2 ? "0" : "") + rest;
}

std::string bar(double share) {
    constexpr std::size_t width = 20;
    const auto full = static_cast<std::size_t>(share * width);
    return '[' + std::string(full, '#') + std::string(width - full, '.') + ']';
}

}  // namespace

std::string ProgressLine::update(const generation::BuildProgress& progress,
                                 std::chrono::duration<double> now) {
    const bool is_turn = terminal_ && progress.is_merging && !was_merging_;
    if (!is_turn && now.count() < next_) return {};
    next_ = now.count() + (terminal_ ? terminal_pause : plain_pause);
    was_merging_ = progress.is_merging;

    const double share = progress.total_bytes == 0 ? 1
                                                   : static_cast<double>(progress.bytes) /
                                                         static_cast<double>(progress.total_bytes);
    const double elapsed = std::max(now.count(), 1e-3);
    const auto rate = static_cast<std::size_t>(static_cast<double>(progress.passages) / elapsed);
    std::string line =
        grouped(progress.files, language_) + '/' + grouped(progress.total_files, language_) +
        Message{" tệp, ", " files, "}.in(language_) + grouped(progress.passages, language_) +
        Message{" đoạn, ", " passages, "}.in(language_) + grouped(rate, language_) +
        Message{" đoạn/giây", " passages/s"}.in(language_);
    if (progress.is_merging) {
        line += Message{", đang gộp chỉ mục", ", merging the index"}.in(language_);
    } else if (share > 0) {
        line += Message{", còn ", ", left "}.in(language_) + clock_text(elapsed / share - elapsed);
    }
    return terminal_ ? "\r\x1b[K" + bar(share) + ' ' + line : line + '\n';
}

std::string ProgressLine::finish() const { return terminal_ ? "\r\x1b[K" : ""; }

std::string summary_text(const generation::BuildSummary& summary, Language language) {
    const auto count = [&](std::size_t number) { return grouped(number, language); };
    const auto say = [&](const char* vi, const char* en) { return Message{vi, en}.in(language); };
    std::string text;
    std::vector<source::Skipped> lines = summary.skipped;
    source::group_missing(lines);
    for (const source::Skipped& skipped : lines) {
        text += say("bỏ qua ", "skipped ") + printable(skipped.path) + ": " +
                printable(skipped.reason.in(language)) + '\n';
    }
    text += say("Đã đọc ", "Read ") + count(summary.files) + say(" tệp", " files");
    if (summary.ignored > 0) {
        text += say(" (không kể ", " (not counting ") + count(summary.ignored) +
                say(" tệp định dạng khác)", " of other formats)");
    }
    if (summary.reused > 0) {
        text += say(", trong đó ", ", of them ") + count(summary.reused) +
                say(" tệp không đổi", " unchanged");
    }
    text += say("; đã lập chỉ mục ", "; indexed ") + count(summary.reports) +
            say(" báo cáo, ", " reports, ") + count(summary.passages) +
            say(" đoạn; bỏ qua ", " passages; skipped ") + count(summary.skipped.size()) +
            say("; ", "; ") + seconds_text(summary.seconds, language) + say(" giây", " seconds") +
            '\n';
    text += say("Đã công bố thế hệ ", "Published generation ") + summary.generation + '\n';
    return text;
}

}  // namespace commsearch::cli
