#include "analyzers/citation/cited_papers.h"

#include <algorithm>

#include "analyzers/base/tsv.h"
#include "analyzers/base/unicode.h"
#include "analyzers/citation/paper_kinds.h"
#include "analyzers/syllable/syllable.h"

namespace commsearch::citation {
namespace {

using Kinds = std::vector<const PaperKind*>;

/// Most numbers count something. Whether a document may name the kind of a paper, or "số", before
/// the number at `at`.
bool is_named_before(const CitationReader& reader, std::size_t at) {
    if (at == 0) return false;
    if (reader.is_in_capitals(at - 1)) return true;
    return reader.is_word(at - 1) && ends_paper_name(reader[at - 1].term);
}

/// Whether symbols, a year or a letter may stand behind a number, at `at`.
bool may_have_symbols(const CitationReader& reader, std::size_t at) {
    if (reader.is_in_capitals(at)) return true;
    const Joint joint = reader.joint(at);
    return reader.is_word(at) ? joint.is_glued() : joint.sign == Joint::Sign::slash;
}

/// Reads the paper whose number is the word `number_at`; looks back to `floor` at most.
class PaperReader {
public:
    PaperReader(const CitationReader& reader, std::size_t number_at, std::size_t floor)
        : reader_(reader),
          floor_(floor),
          number_at_(number_at),
          first_(number_at),
          next_(number_at + 1) {}

    std::optional<Citation> read() {
        if (!read_number()) return std::nullopt;
        read_lead();
        read_year();
        read_symbols();
        const bool is_named = !kinds_.empty() && (is_certain_ || !counts());
        if (symbols_.empty() && !is_named) return std::nullopt;
        return Citation{static_cast<std::uint32_t>(first_),
                        static_cast<std::uint32_t>(next_ - first_), terms()};
    }

private:
    struct Symbol {
        std::string term;
        std::size_t size = 0;  ///< words; 0: there is none
    };

    /// "16", "016", "1.956", "30a".
    bool read_number() {
        constexpr std::size_t max_digits = 5;
        number_ = reader_[first_].term;
        if (!all_digits(number_) || number_.size() > max_digits || number_ == "0") return false;
        if (reader_.is_word(next_) && reader_.joint(next_).is_glued()) {
            const std::string_view letter = reader_[next_].term;
            if (letter == "a" || letter == "b" || letter == "c") {
                number_ += letter;
                ++next_;
            }
        }
        return true;
    }

    /// "Nghị quyết", "NQ", "số" or both before the number.
    void read_lead() {
        if (first_ > floor_ && reader_.joint(first_).is_blank() && reader_.is(first_ - 1, "số")) {
            --first_;
            is_certain_ = true;
        }
        if (first_ == floor_) return;
        const std::size_t last = first_ - 1;
        if (!reader_.joint(first_).is_blank()) return read_joined_symbol(last);
        const bool may_be_symbol =
            reader_.is_in_capitals(last) || (reader_.is_query() && reader_.is_word(last) &&
                                             !syllable::is_syllable(reader_[last].term));
        if (!may_be_symbol && !reader_.is_query() && !ends_paper_name(reader_[last].term)) return;
        std::size_t size = 0;
        for (const PaperKind& kind : paper_kinds) {
            const std::size_t words = lead_size(kind, may_be_symbol);
            if (words == 0) continue;
            kinds_.push_back(&kind);
            size = words;
            has_symbol_lead_ = may_be_symbol && is_symbol_of(kind, reader_[last].term, true);
        }
        first_ -= size;
    }

    /// "NQ-16", "NQ16", "NQ.16": a symbol joined to its number.
    void read_joined_symbol(std::size_t last) {
        const Joint joint = reader_.joint(first_);
        const bool is_joined = joint.sign == Joint::Sign::none || joint.sign == Joint::Sign::dash ||
                               joint.sign == Joint::Sign::dot;
        if (!is_joined || joint.has_blanks || is_certain_ || !reader_.may_be_symbol(last)) return;
        if (last > floor_ && (reader_.joint(last).is_tight_bar() || is_name_of_form(last - 1)))
            return;
        for (const PaperKind& kind : paper_kinds) {
            if (is_symbol_of(kind, reader_[last].term, true)) kinds_.push_back(&kind);
        }
        if (kinds_.empty()) return;
        first_ = last;
        has_symbol_lead_ = true;
    }

    /// "mẫu CT01", "biểu số KH02"
    [[nodiscard]] bool is_name_of_form(std::size_t at) const {
        return reader_.is(at, "mẫu") || reader_.is(at, "biểu") || reader_.is(at, "số");
    }

    /// Words before `first_` that name the kind.
    [[nodiscard]] std::size_t lead_size(const PaperKind& kind, bool may_be_symbol) const {
        const std::size_t last = first_ - 1;
        if (may_be_symbol && is_symbol_of(kind, reader_[last].term, true)) return 1;
        const std::string_view name = kind.name;
        if (!reader_.is(last, name.substr(name.rfind(' ') + 1))) return 0;
        const std::vector<std::string_view> words = split(name, ' ');
        if (first_ - floor_ < words.size()) return 0;
        for (std::size_t i = 0; i + 1 < words.size(); ++i) {
            const std::size_t at = first_ - words.size() + i;
            if (!reader_.is(at, words[i]) || !reader_.joint(at + 1).is_blank()) return 0;
        }
        return words.size();
    }

    [[nodiscard]] bool is_symbol_of(const PaperKind& kind, std::string_view term,
                                    bool is_lead) const {
        const auto is_among = [&](std::string_view list) {
            return is_in_list(list, term) ||
                   (reader_.is_query() && is_in_list(unaccented(list), term));
        };
        return is_among(kind.symbols) || (is_lead && is_among(kind.short_forms));
    }

    void read_year() {
        const Joint joint = reader_.joint(next_);
        if (joint.sign != Joint::Sign::slash || joint.has_blanks || reader_.year(next_) == 0)
            return;
        year_ = reader_[next_].written;
        ++next_;
    }

    void read_symbols() {
        const Joint joint = reader_.joint(next_);
        if (!joint.is_bar() && joint.sign != Joint::Sign::none) return;
        const Symbol symbol = symbol_at(next_);
        if (symbol.size == 0) return;
        Kinds kinds;
        for (const PaperKind& kind : paper_kinds) {
            if (is_symbol_of(kind, symbol.term, false)) kinds.push_back(&kind);
        }
        if (kinds.empty()) return read_body(joint, symbol);
        const std::size_t body_at = next_ + symbol.size;
        if (reader_.joint(body_at).is_bar() && symbol_at(body_at).size > 0) {
            symbols_ = unaccented(symbol.term);
            next_ = body_at;
            take_symbol();
            take_tight_symbols();
        } else if (joint.is_tight_bar()) {
            next_ = body_at;
            is_certain_ = true;
        } else {
            return;
        }
        narrow(kinds);
    }

    /// A name tells of what kind "QĐ" is, a symbol tells what "CT" before the number is.
    void narrow(const Kinds& kinds_of_symbol) {
        Kinds both;
        for (const PaperKind* kind : kinds_of_symbol) {
            const bool is_named = std::find(kinds_.begin(), kinds_.end(), kind) != kinds_.end();
            if (kinds_.empty() || is_named) both.push_back(kind);
        }
        if (!both.empty()) kinds_ = std::move(both);
    }

    /// Symbols that do not begin with a kind: "59/2020/QH14", "45/UBND-VX", "NĐ 131/CP".
    void read_body(Joint joint, const Symbol& first) {
        if (!joint.is_tight_bar()) return;
        const bool is_typed_word = reader_.is_query() && syllable::is_syllable(first.term);
        const bool has_body = reader_.joint(next_ + first.size).is_tight_bar() &&
                              symbol_at(next_ + first.size).size > 0;
        if (!has_body && year_.empty()) {
            if (kinds_.empty() || kinds_.front()->symbols.empty()) return;
            symbols_ = unaccented(split(kinds_.front()->symbols, ' ').front());
        } else if (is_typed_word) {
            return;
        }
        take_symbol();
        take_tight_symbols();
    }

    void take_symbol() {
        const Symbol symbol = symbol_at(next_);
        if (!symbols_.empty()) symbols_ += ' ';
        // "TƯ" is trung ương as "TW" is; without its mark it would be "TU", tỉnh ủy.
        symbols_ += symbol.term == "tư" ? "tw" : unaccented(symbol.term);
        next_ += symbol.size;
    }

    void take_tight_symbols() {
        constexpr int max_symbols = 3;
        for (int i = 0; i < max_symbols; ++i) {
            if (!reader_.joint(next_).is_tight_bar() || symbol_at(next_).size == 0) return;
            take_symbol();
        }
    }

    /// "NQ", "TTr"; "T.Ư", "QĐi" and "QH14" come as two words.
    [[nodiscard]] Symbol symbol_at(std::size_t at) const {
        constexpr std::size_t max_bytes = 24;
        if (!reader_.may_be_symbol(at) || reader_[at].term.size() > max_bytes) return {};
        Symbol symbol{std::string(reader_[at].term), 1};
        if (reader_.number(at + 1, 2) > 0 && reader_.joint(at + 1).is_glued())
            return {symbol.term.append(reader_[at + 1].written), 2};
        if (!reader_.is_word(at + 1) || reader_[at + 1].unaccented.size() != 1) return symbol;
        const Joint joint = reader_.joint(at + 1);
        const bool is_dotted = joint.sign == Joint::Sign::dot && reader_[at].unaccented.size() == 1;
        if (!joint.has_blanks && (is_dotted || joint.is_glued())) {
            symbol.term += reader_[at + 1].term;
            symbol.size = 2;
        }
        return symbol;
    }

    /// True when the number behind a name says how many or which year.
    [[nodiscard]] bool counts() const {
        const std::string_view digits = reader_[number_at_].written;
        if (kinds_.front()->is_everyday && digits.size() == 1) return true;
        const int value = value_of(digits, 4);
        if (year_.empty() && value >= 1990 && value <= 2050) return true;
        if (reader_[next_ - 1].behind.find('%') != std::string_view::npos) return true;
        if (!reader_.is_word(next_) || reader_.joint(next_).sign != Joint::Sign::none) return false;
        // "NQ 16 buổi" counts no sessions: who counts writes the word in full.
        if (is_dated() || (has_symbol_lead_ && !kinds_.front()->is_everyday)) return false;
        return std::any_of(counted_things.begin(), counted_things.end(),
                           [&](std::string_view thing) { return reader_.is(next_, thing); });
    }

    /// "Nghị quyết 16 ngày 28/8/2023", "Nghị quyết 16 năm 2023"; not "kế hoạch 5 năm 2021-2025".
    [[nodiscard]] bool is_dated() const {
        const std::size_t at = next_ + 1;
        if (reader_.is(next_, "ngày")) return reader_.number(at, 2) > 0;
        return reader_.is(next_, "năm") && reader_.year(at) > 0 &&
               !(reader_.joint(at + 1).is_bar() && reader_.year(at + 1) > 0);
    }

    [[nodiscard]] std::vector<std::string> terms() const {
        std::vector<std::string> found;
        const auto add = [&](std::string_view name, std::string_view tail) {
            const std::string begin = std::string(name) + ' ' + number_;
            if (!year_.empty()) found.push_back(begin + '/' + year_ + std::string(tail));
            found.push_back(begin + std::string(tail));
        };
        if (!symbols_.empty()) add("số", ' ' + symbols_);
        for (const PaperKind* kind : kinds_) add(kind->name, "");
        return found;
    }

    const CitationReader& reader_;
    std::size_t floor_;
    std::size_t number_at_;
    std::size_t first_;
    std::size_t next_;              ///< behind what was read
    bool is_certain_ = false;       ///< "số" or a symbol says that the number is one of a paper
    bool has_symbol_lead_ = false;  ///< "NQ 16", not "nghị quyết 16"
    std::string number_;
    std::string year_;
    std::string symbols_;  ///< unaccented, parted by blanks
    Kinds kinds_;
};

}  // namespace

std::optional<Citation> paper_at(const CitationReader& reader, std::size_t at, std::size_t floor) {
    if (!reader.is_query() && !is_named_before(reader, at) && !may_have_symbols(reader, at + 1))
        return std::nullopt;
    return PaperReader(reader, at, floor).read();
}

}  // namespace commsearch::citation
