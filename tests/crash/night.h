#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "tests/support/program.h"

namespace commsearch {

/// How often a test of this folder does its worst: a few times in every run of the tests, the full
/// number when COMMSEARCH_CRASH=long is set (./setup crash).
[[nodiscard]] std::size_t times(std::size_t few, std::size_t many);

/// A corpus that changes from night to night without gaining or losing reports, and the index that
/// is built of it. Each night is told from others by the text of one report.
class Night {
public:
    explicit Night(std::uint64_t seed);

    [[nodiscard]] std::filesystem::path index() const { return folder_.path() / "index"; }
    [[nodiscard]] std::filesystem::path corpus() const { return folder_.path() / "corpus"; }
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_.path(); }
    [[nodiscard]] std::size_t reports() const { return reports_; }
    std::mt19937_64& random() { return random_; }

    /// The next night's corpus: what tells it, and one report written anew.
    void change();
    /// How the present night is told.
    [[nodiscard]] const std::string& mark() const { return mark_; }

    /// The command of a build into `index`, and one run of it. `faults` is the environment of
    /// tests/crash/shim/fault_shim.cc, without COMMSEARCH_FAULT_BELOW.
    [[nodiscard]] std::vector<std::string> command(const std::filesystem::path& index) const;
    Outcome build(const std::map<std::string, std::string>& faults = {}) const;
    Outcome build_into(const std::filesystem::path& index) const;
    [[nodiscard]] std::map<std::string, std::string> environment(
        const std::map<std::string, std::string>& faults) const;
    /// The calls a build of the present night makes that fault `action` counts.
    [[nodiscard]] long calls(const std::string& action) const;

    /// The digest of the content that a fresh build of the present corpus has.
    [[nodiscard]] std::string fresh_digest() const;

private:
    void write_mark();

    TempFolder folder_;
    std::mt19937_64 random_;
    std::size_t reports_ = 0;
    std::size_t number_ = 0;
    std::string mark_;
    std::vector<std::string> names_, texts_;
};

/// What a reader gets of an index at one moment.
struct IndexReading {
    std::string generation;
    std::size_t reports = 0;
    std::string mark;  ///< of the night that the index was built of
};

/// Opens the index and asks it, as a program would. Throws Error when it cannot be read.
[[nodiscard]] IndexReading read_index(const std::filesystem::path& index);

/// The content digest of the published generation.
[[nodiscard]] std::string served_digest(const std::filesystem::path& index);

}  // namespace commsearch
