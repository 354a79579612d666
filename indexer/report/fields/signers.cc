#include "indexer/report/fields/signers.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "indexer/report/fields/offices.h"
#include "indexer/report/text_scan.h"

namespace commsearch::report {
namespace {

using Kind = SignatureCell::Kind;

/// Puts the signers together from lines of cells.
class SignerReader {
public:
    void add(const std::vector<SignatureCell>& line) {
        noted_ = noted_ || std::any_of(line.begin(), line.end(), [](const SignatureCell& cell) {
                     return cell.kind == Kind::note;
                 });
        std::vector<SignatureCell> cells;
        std::copy_if(
            line.begin(), line.end(), std::back_inserter(cells),
            [](const SignatureCell& cell) { return cell.signs() && cell.kind != Kind::note; });
        if (cells.empty()) return;
        const bool names = std::all_of(cells.begin(), cells.end(), [](const SignatureCell& cell) {
            return cell.kind == Kind::name;
        });
        if (names) {
            for (const SignatureCell& cell : cells) names_.emplace_back(cell.value);
            return;
        }
        if (!names_.empty()) give_names();
        const bool columns =
            cells.size() > 1 && cells.size() == signers_.size() - group_ && fits(cells);
        if (cells.size() == 1 && add_to_column(cells[0])) return;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (columns) {
                set(signers_[group_ + i].signer, cells[i]);
            } else {
                add_cell(cells[i], i == 0, cells.size() == 1);
            }
        }
    }

    std::vector<Signer> finish() {
        give_names();
        std::vector<Signer> signers;
        for (Entry& entry : signers_) signers.push_back(std::move(entry.signer));
        return signers;
    }

private:
    struct Entry {
        Signer signer;
        bool below = false;  ///< begun by an office right below that of one without a name
    };

    /// Whether the cells of a line go on with the signers of the line above, column by column.
    [[nodiscard]] bool fits(const std::vector<SignatureCell>& cells) const {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (!takes(signers_[group_ + i].signer, cells[i])) return false;
        }
        return true;
    }

    [[nodiscard]] static bool takes(const Signer& signer, const SignatureCell& cell) {
        if (!signer.name.empty()) return false;
        if (cell.kind == Kind::name) return true;
        if (!signer.office.empty()) return false;
        if (cell.kind == Kind::body) return signer.body.empty() && signer.on_behalf.empty();
        return cell.kind == Kind::office || signer.on_behalf.empty();
    }

    static void set(Signer& signer, const SignatureCell& cell) {
        if (cell.kind == Kind::name) signer.name = cell.value;
        if (cell.kind == Kind::office) signer.office = office_text(cell.text);
        if (cell.kind == Kind::body) signer.body = cell.value;
        if (cell.kind == Kind::on_behalf) signer.on_behalf = cell.value;
    }

    /// A cell alone on its line belongs to the column that lacks it: one is longer than the other.
    bool add_to_column(const SignatureCell& cell) {
        if (signers_.size() < group_ + 2) return false;
        for (std::size_t i = group_; i < signers_.size(); ++i) {
            if (!takes(signers_[i].signer, cell)) continue;
            set(signers_[i].signer, cell);
            return true;
        }
        return false;
    }

    /// A cell for the newest signer, or for a new one.
    void add_cell(const SignatureCell& cell, bool begins_group, bool alone) {
        const bool beside = !begins_group && cell.begins_column && cell.kind != Kind::name;
        if (signers_.empty() || beside || !takes(signers_.back().signer, cell)) {
            const bool below = alone && !noted_ && cell.kind == Kind::office && !signers_.empty() &&
                               signers_.back().signer.name.empty();
            if (begins_group) group_ = signers_.size();
            signers_.push_back({{}, below});
            noted_ = false;
        }
        set(signers_.back().signer, cell);
    }

    /// Names in a row belong to the last signers without one; members of a body are many. Offices one
    /// below the other with fewer names below are those of one person: the first is kept.
    void give_names() {
        const auto is_unnamed = [](const Entry& entry) { return entry.signer.name.empty(); };
        auto unnamed =
            static_cast<std::size_t>(std::count_if(signers_.begin(), signers_.end(), is_unnamed));
        for (std::size_t i = signers_.size();
             i-- > 0 && !names_.empty() && unnamed > names_.size();) {
            if (!signers_[i].below || !is_unnamed(signers_[i])) continue;
            signers_.erase(signers_.begin() + static_cast<std::ptrdiff_t>(i));
            --unnamed;
        }
        const std::size_t given = std::min(unnamed, names_.size());
        std::size_t without = unnamed - given;  // of the first ones
        std::size_t next = 0;
        for (Entry& entry : signers_) {
            if (!is_unnamed(entry)) continue;
            if (without > 0) {
                --without;
            } else {
                entry.signer.name = names_[next++];
            }
        }
        add_members(given);
        names_.clear();
    }

    void add_members(std::size_t given) {
        if (signers_.empty()) return;
        const std::string office = signers_.back().signer.office;
        if (!has_words(words_key(office), "thanh vien")) return;
        for (std::size_t i = given; i < names_.size(); ++i)
            signers_.push_back({{names_[i], office, {}, {}}, false});
    }

    std::vector<Entry> signers_;
    bool noted_ = false;              ///< "(đã ký)" since the last signer began
    std::size_t group_ = 0;           ///< the first signer of the columns that stand side by side
    std::vector<std::string> names_;  ///< not given yet
};

}  // namespace

std::vector<Signer> signers_of(const std::vector<std::vector<SignatureCell>>& lines) {
    SignerReader reader;
    for (const std::vector<SignatureCell>& line : lines) reader.add(line);
    return reader.finish();
}

}  // namespace commsearch::report
