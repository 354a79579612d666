#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/report/report.h"

namespace commsearch::report {

/// Gathers the hamlets of one report: each once, however it is written, in the order of first
/// mention, 200 at most. For one thread.
class VillageList {
public:
    /// `commune` itself is none of its hamlets ("xã Bản Liền" has no bản Liền by that).
    explicit VillageList(const Commune& commune);

    /// One mention of a hamlet, type and name as written.
    void add(std::string_view type, std::string_view name) { note(type, name, 1); }

    /// Names that stand in one list: when one of them is a hamlet, the others are of its type. The
    /// names must live as long as the VillageList.
    void add_list(std::vector<std::string_view> names) { lists_.push_back(std::move(names)); }

    /// All of them; those that only stood in lists get the type most said. Call once.
    [[nodiscard]] std::vector<Village> take();

private:
    static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

    /// Where a mention is counted, and the type it gives.
    struct Noted {
        std::size_t at = nowhere;  ///< index into found_
        std::string type;
    };

    void note(std::string_view type, std::string_view name, std::size_t times);
    Noted enter(Village village);
    void take_in_lists();

    std::string commune_;  ///< its folded name
    std::vector<Village> found_;
    std::vector<std::string> keys_;                 ///< village_key() of found_
    std::unordered_map<std::string, Noted> noted_;  ///< by type and name as written
    std::vector<std::vector<std::string_view>> lists_;
};

}  // namespace commsearch::report
