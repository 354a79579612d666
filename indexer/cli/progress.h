#pragma once

#include <chrono>
#include <string>

#include "analyzers/base/message.h"
#include "indexer/generation/generation.h"

namespace commsearch::cli {

/// The text that shows how far a build is: on a terminal one line that is drawn over the last, else
/// a plain line every half minute. The caller writes it. Not for two threads at once.
class ProgressLine {
public:
    ProgressLine(Language language, bool terminal)
        : language_(language), terminal_(terminal), next_(terminal ? 0 : plain_pause) {}

    /// What to write for `progress` at `now`, the time since the build began; empty when it is too
    /// early for another.
    [[nodiscard]] std::string update(const generation::BuildProgress& progress,
                                     std::chrono::duration<double> now);
    /// Clears the line of a terminal.
    [[nodiscard]] std::string finish() const;

private:
    static constexpr double terminal_pause = 0.1;  ///< seconds between two lines
    static constexpr double plain_pause = 30;

    Language language_;
    bool terminal_;
    bool was_merging_ = false;
    double next_;  ///< seconds
};

/// The closing summary, several lines: what was read, indexed and skipped, each with its reason.
[[nodiscard]] std::string summary_text(const generation::BuildSummary& summary, Language language);

}  // namespace commsearch::cli
