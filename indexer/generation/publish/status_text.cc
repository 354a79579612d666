// An index's status for people and for the metrics of the node exporter.

#include <algorithm>

#include "analyzers/base/message.h"
#include "indexer/generation/publish/status.h"

namespace commsearch::generation {
namespace {

constexpr std::uintmax_t megabyte = 1U << 20U;

std::string megabytes(std::uintmax_t bytes) {
    return std::to_string((bytes + megabyte - 1) / megabyte) + " MB";
}

/// "2 ngày 3 giờ", the two largest units that are not nothing.
std::string age_text(std::int64_t seconds, Language language) {
    const auto unit = [&](std::int64_t count, const char* vi, const char* en) {
        return std::to_string(count) + ' ' + Message{vi, en}.in(language);
    };
    constexpr std::int64_t minute = 60, hour = 60 * minute, day = 24 * hour;
    if (seconds >= day)
        return unit(seconds / day, "ngày", "d") + ' ' + unit(seconds % day / hour, "giờ", "h");
    if (seconds >= hour)
        return unit(seconds / hour, "giờ", "h") + ' ' +
               unit(seconds % hour / minute, "phút", "min");
    return unit(seconds / minute, "phút", "min");
}

std::string last_run_text(const IndexStatus& status, Language language) {
    const auto say = [&](const char* vi, const char* en) { return Message{vi, en}.in(language); };
    if (!status.last_run) return say("chưa có lượt nào\n", "there was none\n");
    const LastRun& run = *status.last_run;
    const std::string started = run.started + ' ';
    if (status.is_interrupted)
        return started + say("bị ngắt giữa chừng; lượt sau sẽ làm tiếp\n",
                             "was interrupted; the next one goes on\n");
    switch (run.result) {
        case RunResult::running:
            return started + say("đang chạy\n", "is running\n");
        case RunResult::published:
            return started + say("đã công bố ", "published ") + run.generation + '\n';
        case RunResult::refused:
            return started + say("bị từ chối: ", "was refused: ") + run.error.in(language) + '\n';
        case RunResult::failed:
            break;
    }
    return started + say("hỏng: ", "failed: ") + run.error.in(language) + '\n';
}

/// One metric with its help and type.
std::string metric(const std::string& name, const std::string& help, const std::string& value) {
    return "# HELP commsearch_" + name + ' ' + help + "\n# TYPE commsearch_" + name +
           " gauge\ncommsearch_" + name + ' ' + value + '\n';
}

}  // namespace

std::string status_text(const IndexStatus& status, Language language) {
    const auto say = [&](const char* vi, const char* en) { return Message{vi, en}.in(language); };
    std::string text = say("Thế hệ đang dùng: ", "Published: ");
    const GenerationEntry* const one = status.published();
    if (one == nullptr) {
        text += status.damage.in(language) + '\n';
    } else if (!one->manifest) {
        text +=
            one->name + say(" (manifest.json không đọc được; hãy chạy: commsearch-index check)\n",
                            " (manifest.json is unreadable; run: commsearch-index check)\n");
    } else {
        text += one->name + ", " + one->manifest->built + " (" + age_text(status.age(), language) +
                "), " + std::to_string(one->manifest->reports) + say(" báo cáo, ", " reports, ") +
                std::to_string(one->manifest->passages) + say(" đoạn, ", " passages, ") +
                megabytes(one->bytes) + '\n';
        if (!one->manifest->forced.empty())
            text += say("Công bố theo --force: ", "Published with --force: ") +
                    one->manifest->forced + '\n';
    }
    text += say("Lượt lập gần nhất: ", "Last build: ") + last_run_text(status, language);
    if (!status.holder.empty()) text += say("Đang khóa: ", "Locked by: ") + status.holder + '\n';
    text += say("Số thế hệ: ", "Generations: ") + std::to_string(status.generations.size()) +
            say("; kho đoạn chỉ mục ", "; store of segments ") + megabytes(status.store_bytes) +
            say("; ổ đĩa còn trống ", "; free on the disk ") + megabytes(status.free_bytes) + '\n';
    return text;
}

std::string list_text(const IndexStatus& status, Language language) {
    std::string text;
    for (const GenerationEntry& one : status.generations) {
        text += (one.is_published ? "* " : "  ") + one.name + "  ";
        if (one.manifest) {
            text += one.manifest->built + "  " + std::to_string(one.manifest->reports) +
                    Message{" báo cáo  ", " reports  "}.in(language) + megabytes(one.bytes);
        } else {
            text +=
                Message{"manifest.json không đọc được", "manifest.json is unreadable"}.in(language);
        }
        text += '\n';
    }
    return text;
}

std::string metrics_text(const IndexStatus& status) {
    const GenerationEntry* const one = status.published();
    const bool known = one != nullptr && one->manifest.has_value();
    std::string text =
        metric("index_published", "1 when a generation is published.", one == nullptr ? "0" : "1") +
        metric("index_age_seconds", "Seconds since the published generation was built.",
               std::to_string(status.age())) +
        metric("index_reports", "Reports in the published generation.",
               known ? std::to_string(one->manifest->reports) : "0") +
        metric("index_passages", "Passages in the published generation.",
               known ? std::to_string(one->manifest->passages) : "0") +
        metric("index_skipped_documents", "Documents it skipped.",
               known ? std::to_string(one->manifest->skipped.size()) : "0") +
        metric("index_bytes", "Size of the published generation.",
               one == nullptr ? "0" : std::to_string(one->bytes)) +
        metric("index_generations", "Generations in the index folder.",
               std::to_string(status.generations.size())) +
        metric("index_store_bytes", "Size of the store of segments.",
               std::to_string(status.store_bytes));
    if (!status.last_run) return text;
    const LastRun& run = *status.last_run;
    const bool ran_well = run.result == RunResult::published;
    return text +
           metric("build_success", "1 when the last build published a generation.",
                  ran_well ? "1" : "0") +
           metric("build_refused", "1 when the gate refused the last build.",
                  run.result == RunResult::refused ? "1" : "0") +
           metric("build_seconds", "Duration of the last build.", std::to_string(run.seconds)) +
           metric("build_reused_files", "Files that the last build did not read again.",
                  std::to_string(run.reused));
}

}  // namespace commsearch::generation
