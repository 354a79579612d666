#include "indexer/report/layout/signature.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "indexer/report/fields/issuers.h"
#include "indexer/report/fields/offices.h"
#include "indexer/report/fields/recipients.h"
#include "indexer/report/fields/signature_cells.h"
#include "indexer/report/fields/signers.h"
#include "indexer/report/sections/headings.h"

namespace commsearch::report {
namespace {

using Kind = SignatureCell::Kind;
using Cells = std::vector<SignatureCell>;

constexpr std::size_t max_signature_line = 90;  ///< characters of a column
constexpr std::size_t max_lines_to_name = 5;    ///< from an office to the name below it

/// A first look that costs little: nearly all lines are no signature.
bool may_begin(const Line& line) {
    constexpr std::size_t max_key = 200;
    if (line.key.size() > max_key) return false;
    const char first = line.key.front();
    return first == 'n' || first == 't' || first == 'k' || is_capitals(line.text);
}

bool holds(const Cells& cells, Kind kind) {
    return std::any_of(cells.begin(), cells.end(),
                       [&](const SignatureCell& cell) { return cell.kind == kind; });
}

bool all_sign(const Cells& cells) {
    return std::all_of(cells.begin(), cells.end(),
                       [](const SignatureCell& cell) { return cell.signs(); });
}

bool speaks(const Cells& cells) {
    return holds(cells, Kind::body) || holds(cells, Kind::on_behalf);
}

/// Follows the lines of one block.
class Block {
public:
    /// Whether a block begins at `at`: the label of the recipients, "TM. …", or at the end of a
    /// paper an office with a name below.
    bool begins(const std::vector<Line>& lines, std::size_t at) {
        if (!may_begin(lines[at])) return false;
        Cells cells = signature_cells(lines[at].text);
        const bool labelled = cells.front().kind == Kind::recipients;
        const bool signs = all_sign(cells) && speaks(cells);
        const bool at_end = all_sign(cells) && holds(cells, Kind::office) &&
                            name_follows(lines, at + 1) &&
                            (2 * at >= lines.size() || ends_paper(lines, at + 1));
        const bool names = !labelled && !signs && !at_end && names_bodies(cells, lines, at);
        if (!labelled && !signs && !at_end && !names) return false;
        for (SignatureCell& cell : cells) {
            if (names) cell.kind = Kind::body;
        }
        takes_recipients_ = labelled;
        item_is_open_ = false;
        take(std::move(cells));
        return true;
    }

    bool goes_on(const Line& line) {
        if (line.after_table || begins_annex(line) || line.key.size() > 4 * max_signature_line)
            return false;
        Cells cells = signature_cells(line.text);
        if (!std::all_of(cells.begin(), cells.end(),
                         [&](const SignatureCell& cell) { return belongs(cell, line); }))
            return false;
        take(std::move(cells));
        return true;
    }

    [[nodiscard]] const std::vector<Cells>& lines() const { return lines_; }

private:
    /// "BAN CHỈ HUY QUÂN SỰ      CÔNG AN XÃ": the bodies of a joint paper, side by side above who
    /// signs for them.
    static bool names_bodies(const Cells& cells, const std::vector<Line>& lines, std::size_t at) {
        if (cells.size() < 2 || at + 1 >= lines.size()) return false;
        const bool bodies = std::all_of(cells.begin(), cells.end(), [](const SignatureCell& cell) {
            std::size_t behind = 0;
            return is_capitals(cell.text) && body_at(tokens_of(cell.text), behind) != nullptr;
        });
        return bodies && signature_cells(lines[at + 1].text).size() == cells.size() &&
               Block().begins(lines, at + 1);
    }

    /// "Lưu: VT", the last of the recipients (NĐ 30/2020/NĐ-CP, Phụ lục I); "Lưu Văn Hạnh" is a name.
    static bool is_filing(std::string_view text) {
        constexpr std::size_t looked_at = 24;
        const std::string_view begin = text.substr(0, looked_at);
        const std::string key = words_key(begin);
        return begins_with_words(key, "luu") &&
               (begin.find(':') != std::string_view::npos || is_list_item(text) ||
                has_words(key, "vt") || has_words(key, "vp") || has_words(key, "van thu"));
    }

    static bool begins_annex(const Line& line) {
        constexpr std::array titles = {"phu luc", "bieu", "danh sach", "mau"};
        return begins_with_any(line.key, titles);
    }

    static bool name_follows(const std::vector<Line>& lines, std::size_t at) {
        const std::size_t end = std::min(lines.size(), at + max_lines_to_name);
        for (; at < end; ++at) {
            const Cells cells = signature_cells(lines[at].text);
            if (!all_sign(cells)) return false;
            if (holds(cells, Kind::name)) return true;
        }
        return false;
    }

    /// Whether little or nothing stands behind the name below an office.
    static bool ends_paper(const std::vector<Line>& lines, std::size_t at) {
        constexpr std::size_t most_behind = 2;
        while (at < lines.size() && all_sign(signature_cells(lines[at].text))) ++at;
        return at + most_behind >= lines.size();
    }

    [[nodiscard]] bool belongs(const SignatureCell& cell, const Line& line) const {
        if (cell.signs() || cell.kind == Kind::recipients) return true;
        const bool is_short = length(cell.text) <= max_signature_line;
        if (cell.kind == Kind::item)
            return takes_recipients_ && length(cell.text) <= 2 * max_signature_line;
        if (!is_short || heading_mark(line.text).level != HeadingMark::none) return false;
        const std::string key = words_key(cell.text);
        if (takes_recipients_) {
            const bool listed = cell.text.ends_with(';') || begins_with_words(key, "nhu tren") ||
                                is_filing(cell.text);
            return item_is_open_ || listed;
        }
        // The rest of a body's name: "TM. BAN CHẤP HÀNH" / "ĐẢNG BỘ XÃ".
        return is_further_office(cell) || (last_kind_ == Kind::body && is_short_title(cell.text));
    }

    static bool is_short_title(std::string_view text) {
        constexpr std::size_t max_words = 6;
        return is_capitals(text) && word_count(text) <= max_words;
    }

    /// Offices that no list has, below "TL. CHỦ TỊCH": "VĂN PHÒNG - THỐNG KÊ"; another one of the same
    /// person, in small letters: "Phó Chủ tịch UBND xã" below "TRƯỞNG BAN".
    [[nodiscard]] bool is_further_office(const SignatureCell& cell) const {
        constexpr std::size_t max_words = 8;
        if (cell.kind != Kind::other || takes_recipients_) return false;
        if (last_kind_ == Kind::on_behalf) return is_short_title(cell.text);
        return last_kind_ == Kind::office && begins_with_office(cell.text) &&
               word_count(cell.text) <= max_words && !cell.text.ends_with('.') &&
               cell.text.find(',') == std::string_view::npos;
    }

    void take(Cells cells) {
        for (SignatureCell& cell : cells) {
            if (is_further_office(cell)) cell.kind = Kind::office;
            last_kind_ = cell.kind;
            if (cell.kind == Kind::recipients) takes_recipients_ = true;
            if (cell.signs()) continue;
            const bool ended =
                cell.text.ends_with(';') || cell.text.ends_with('.') || cell.text.ends_with(':');
            item_is_open_ = takes_recipients_ && cell.kind != Kind::recipients && !ended;
            if (is_filing(cell.text)) takes_recipients_ = false;
        }
        lines_.push_back(std::move(cells));
    }

    std::vector<Cells> lines_;
    Kind last_kind_ = Kind::other;
    bool takes_recipients_ = false;
    bool item_is_open_ = false;  ///< its next line may go on with it
};

}  // namespace

SignatureBlock take_signature(std::vector<Line>& lines) {
    SignatureBlock taken;
    Block block;
    std::vector<bool> signature(lines.size(), false);
    bool inside = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        inside = (inside && block.goes_on(lines[i])) || block.begins(lines, i);
        signature[i] = inside;
    }
    taken.signers = signers_of(block.lines());
    taken.recipients = recipients_of(block.lines());
    std::vector<Line> kept;
    kept.reserve(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!signature[i]) {
            kept.push_back(std::move(lines[i]));
            continue;
        }
        const auto signing = issuer_signing(lines[i].key);
        if (signing && taken.issuer == Issuer::unknown) taken.issuer = signing->kind;
        taken.lines.push_back(std::move(lines[i]));
    }
    lines = std::move(kept);
    return taken;
}

}  // namespace commsearch::report
