#include "analyzers/abbreviation/abbreviation_lint.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "analyzers/base/normal_form.h"
#include "analyzers/base/tsv.h"
#include "analyzers/base/unicode.h"
#include "analyzers/word/abbreviations.h"
#include "analyzers/word/initials.h"

namespace commsearch::abbreviation {
namespace {

using Column = word::AbbreviationColumn;

std::string quoted(std::string_view text) { return "“" + printable(text) + "”"; }

/// The lint of one table.
class Lint {
public:
    std::vector<Finding> run(std::string_view table) {
        bool is_header = true;
        for (std::string_view text : split(table, '\n')) {
            ++line_;
            if (text.ends_with('\r')) text.remove_suffix(1);
            if (text.empty() || text.front() == '#') continue;
            if (is_header) {
                check_header(text);
                is_header = false;
            } else {
                check_row(text);
            }
        }
        if (is_header) {
            line_ = 1;
            check_header({});
        }
        return std::move(findings_);
    }

private:
    void add(Message message, bool is_warning = false) {
        findings_.push_back({line_, std::move(message), is_warning});
    }

    void check_header(std::string_view text) {
        if (text == word::abbreviation_columns) return;
        std::string columns(word::abbreviation_columns);
        std::replace(columns.begin(), columns.end(), '\t', ' ');
        add({"dòng đầu phải là tên các cột, cách nhau bằng dấu tab: " + columns,
             "the first line must name the columns, parted by tabs: " + columns});
    }

    void check_row(std::string_view text) {
        const std::vector<std::string_view> fields = split(text, '\t');
        const std::size_t columns = split(word::abbreviation_columns, '\t').size();
        if (!is_valid_utf8(text) || nfc(text) != text) {
            add({"chữ không ở dạng dựng sẵn (NFC)", "the text is not in normal form C (NFC)"});
        }
        if (fields.size() != columns) {
            const std::string has = std::to_string(fields.size());
            const std::string needs = std::to_string(columns);
            add({"có " + has + " cột, phải có " + needs + " (cách nhau bằng dấu tab)",
                 "it has " + has + " columns instead of " + needs + " (parted by tabs)"});
            return;
        }
        if (check_filled(fields)) check_meaning(fields);
    }

    /// False when a field that every row needs is empty.
    bool check_filled(const std::vector<std::string_view>& fields) {
        const std::size_t before = findings_.size();
        const std::vector<std::string_view> names = split(word::abbreviation_columns, '\t');
        for (const auto column : {Column::abbreviation, Column::expansion, Column::domain}) {
            if (!trimmed(fields[column]).empty()) continue;
            const std::string name(names[column]);
            add({"cột " + name + " để trống", "the column " + name + " is empty"});
        }
        if (fields[Column::ambiguous] != "yes" && fields[Column::ambiguous] != "no") {
            const std::string has = quoted(fields[Column::ambiguous]);
            add({"cột ambiguous phải là yes hoặc no, không phải " + has,
                 "the column ambiguous must be yes or no, not " + has});
        }
        return findings_.size() == before;
    }

    void check_meaning(const std::vector<std::string_view>& fields) {
        const std::string key = word::Abbreviations::key_of(fields[Column::abbreviation]);
        const std::string compound = word::Abbreviations::compound_of(fields[Column::expansion]);
        if (key.empty() || compound.empty()) {
            add({"chữ tắt hoặc dạng đầy đủ không có chữ cái nào",
                 "the short form or the long form has no letters"});
            return;
        }
        check_others(fields);
        if (compound.find(' ') == std::string::npos) {
            add({"dạng đầy đủ chỉ có một từ nên không được dùng",
                 "the long form is a single word and is not used"},
                true);
        } else if (!word::initials_fit(fields[Column::abbreviation], compound)) {
            const std::string forms =
                quoted(fields[Column::abbreviation]) + " – " + quoted(compound);
            add({"chữ đầu các từ không khớp chữ tắt: " + forms,
                 "the initials do not fit the short form: " + forms},
                true);
        }
    }

    /// Compares a row with those above it.
    void check_others(const std::vector<std::string_view>& fields) {
        const std::string_view form = fields[Column::abbreviation];
        const auto [row, is_new] = rows_.emplace(std::pair{form, fields[Column::expansion]}, line_);
        if (!is_new) {
            const std::string line = std::to_string(row->second);
            add({"trùng với dòng " + line, "the same stands in line " + line});
            return;
        }
        const bool is_alone = fields[Column::ambiguous] == "no";
        const auto [first, is_first] = forms_.emplace(form, Form{line_, is_alone});
        if (is_first || (!is_alone && !first->second.is_alone)) return;
        const std::string line = std::to_string(first->second.line);
        add({"chữ tắt đã có ở dòng " + line + "; cột ambiguous của cả hai dòng phải là yes",
             "the short form stands in line " + line +
                 " too; the column ambiguous of both must be yes"});
    }

    struct Form {
        std::size_t line = 0;
        bool is_alone = false;  ///< says it is not ambiguous
    };
    std::size_t line_ = 0;
    std::vector<Finding> findings_;
    std::map<std::pair<std::string_view, std::string_view>, std::size_t> rows_;
    std::map<std::string_view, Form> forms_;  ///< where it stands first
};

}  // namespace

std::vector<Finding> lint_abbreviations(std::string_view table) { return Lint().run(table); }

}  // namespace commsearch::abbreviation
