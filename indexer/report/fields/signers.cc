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
        give_names();
        const bool columns =
            cells.size() > 1 && cells.size() == signers_.size() - group_ && fits(cells);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (columns) {
                set(signers_[group_ + i], cells[i]);
            } else {
                add_cell(cells[i], i == 0);
            }
        }
    }

    std::vector<Signer> finish() {
        give_names();
        return std::move(signers_);
    }

private:
    /// Whether the cells of a line go on with the signers of the line above, column by column.
    [[nodiscard]] bool fits(const std::vector<SignatureCell>& cells) const {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (!takes(signers_[group_ + i], cells[i])) return false;
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

    /// A cell for the newest signer, or for a new one.
    void add_cell(const SignatureCell& cell, bool begins_group) {
        if (signers_.empty() || !takes(signers_.back(), cell)) {
            if (begins_group) group_ = signers_.size();
            signers_.emplace_back();
        }
        set(signers_.back(), cell);
    }

    /// Names in a row belong to the last signers without one; members of a body are many.
    void give_names() {
        std::vector<Signer*> unnamed;
        for (Signer& signer : signers_) {
            if (signer.name.empty()) unnamed.push_back(&signer);
        }
        const std::size_t given = std::min(unnamed.size(), names_.size());
        for (std::size_t i = 0; i < given; ++i)
            unnamed[unnamed.size() - given + i]->name = names_[i];
        const bool members =
            !signers_.empty() && has_words(words_key(signers_.back().office), "thanh vien");
        for (std::size_t i = given; members && i < names_.size(); ++i)
            signers_.push_back({names_[i], signers_.back().office, {}, {}});
        names_.clear();
    }

    std::vector<Signer> signers_;
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
