#include "indexer/generation/publish/gate.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <system_error>

#include "analyzers/base/message.h"
#include "analyzers/base/normal_form.h"
#include "analyzers/base/unicode.h"
#include "indexer/generation/batch/batch_record.h"
#include "indexer/generation/disk/checked_file.h"
#include "indexer/generation/disk/disk.h"
#include "indexer/schema/schema.h"

namespace commsearch::generation {
namespace {

namespace fs = std::filesystem;

double percent(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

/// One digit behind the decimal mark: "36,4 %" in Vietnamese, "36.4 %" in English.
Message per_cent(double value) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.1f %%", value);
    const std::string en = text.data();
    std::string vi = en;
    std::replace(vi.begin(), vi.end(), '.', ',');
    return {vi, en};
}

double skipped_share(const Manifest& manifest) {
    return percent(manifest.skipped.size(), manifest.reports + manifest.skipped.size());
}

Refusal fallen(const Manifest& candidate, const Manifest& published, double limit) {
    const std::string now = std::to_string(candidate.reports);
    const std::string before = std::to_string(published.reports);
    const Message share = per_cent(100 - percent(candidate.reports, published.reports));
    const Message allowed = per_cent(limit);
    return {"fall",
            {"chỉ còn " + now + " báo cáo, trước có " + before + ": giảm " + share.vi +
                 ", quá mức cho phép " + allowed.vi + " (--max-fall)",
             "only " + now + " reports where there were " + before + ": " + share.en +
                 " less, more than the " + allowed.en + " allowed (--max-fall)"}};
}

Refusal skipped_too_many(const Manifest& candidate, double limit) {
    const std::string count = std::to_string(candidate.skipped.size());
    const Message share = per_cent(skipped_share(candidate));
    const Message allowed = per_cent(limit);
    return {"skipped",
            {"bỏ qua " + count + " tài liệu (" + share.vi + "), quá mức cho phép " + allowed.vi +
                 " (--max-skipped)",
             count + " documents skipped (" + share.en + "), more than the " + allowed.en +
                 " allowed (--max-skipped)"}};
}

/// Whether `wanted` names the place.
bool is_named(const schema::PlaceEntry& place, const std::string& wanted) {
    const std::string name = lower(nfc(wanted));
    const std::string code = place.key.substr(place.key.find(':') + 1);
    return name == place.key || name == code || name == lower(place.name) ||
           name == lower(place.full_name());
}

bool has_reports(const Manifest& candidate, const Places& places, const std::string& commune) {
    return std::any_of(places.begin(), places.end(), [&](const auto& place) {
        return candidate.communes.count(place.first) > 0 && is_named(place.second, commune);
    });
}

}  // namespace

std::vector<Refusal> refusals_by_counts(const GateOptions& options, const Manifest& candidate,
                                        const Places& places,
                                        const std::optional<Manifest>& published) {
    std::vector<Refusal> refusals;
    if (published && 100 - percent(candidate.reports, published->reports) > options.max_fall)
        refusals.push_back(fallen(candidate, *published, options.max_fall));
    // Without a published generation there is nothing to protect; one that skipped as much is no
    // better.
    const double share = skipped_share(candidate);
    if (published && share > options.max_skipped && share > skipped_share(*published))
        refusals.push_back(skipped_too_many(candidate, options.max_skipped));
    for (const std::string& commune : options.communes) {
        if (has_reports(candidate, places, commune)) continue;
        refusals.push_back({"commune",
                            {"không có báo cáo nào của “" + commune + "” (--require-communes)",
                             "there is no report of “" + commune + "” (--require-communes)"}});
    }
    return refusals;
}

std::vector<Refusal> refusals_by_answers(const GateOptions& options, const fs::path& folder) {
    if (!options.ask_golden) return {};
    // An index whose published generation is this one, for the time of the questions.
    const ScratchFolder view(folder.string() + "-view");
    const std::string name = "gen-000001";
    fs::create_directory_symlink(fs::absolute(folder), view.path() / name);
    write_bytes(view.path() / schema::current_file, name + '\n');
    std::vector<Refusal> refusals;
    for (Message& wrong : options.ask_golden(view.path()))
        refusals.push_back({"golden", std::move(wrong)});
    return refusals;
}

std::vector<Refusal> refusals_by_disk(const GateOptions& options, const fs::path& folder,
                                      std::uintmax_t bytes) {
    constexpr std::uintmax_t megabyte = 1U << 20U;
    const std::uintmax_t free = fs::space(folder).available;
    if (free >= bytes + options.min_free) return {};
    const std::string needed = std::to_string((bytes + options.min_free) / megabyte + 1);
    const std::string there = std::to_string(free / megabyte);
    return {{"disk",
             {"ổ đĩa của " + folder.string() + " sẽ đầy: còn " + there + " MB, cần " + needed +
                  " MB (--min-free); hãy dọn ổ đĩa hoặc chạy: commsearch-index prune --keep 0",
              "the disk of " + folder.string() + " would fill: " + there + " MB free, " + needed +
                  " MB needed (--min-free); make room, or run: commsearch-index prune --keep 0"}}};
}

}  // namespace commsearch::generation
