#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/word/word_forms.h"

namespace commsearch::citation {

/// A paper cited by its number, a day or a month, in whatever spelling.
struct Citation {
    std::uint32_t first = 0;  ///< index of its first word
    std::uint32_t size = 0;   ///< words
    /// What it has in common with its other spellings, the most exact first:
    ///   "Nghị quyết số 16-NQ/TU"  "số 16 nq tu", "nghị quyết 16"
    ///   "131/2021/NĐ-CP"          "số 131/2021 nd cp", "số 131 nd cp", "nghị định 131/2021",
    ///                             "nghị định 131"
    ///   "15.7.2025"               "ngày 2025-07-15", in a document "tháng 2025-07", "ngày 07-15"
    ///   "ngày 02/9"               "ngày 09-02"
    ///   "T11/2023"                "tháng 2023-11"
    std::vector<std::string> terms;
    std::uint32_t sign_bytes = 0;  ///< behind its last word, of the sign of a figure: " %"
    bool operator==(const Citation&) const = default;
};

/// The citations of a text and its words, in order; they do not overlap. A document writes symbols
/// in capitals and names with their marks; a query does as it likes. A name with a count ("báo cáo
/// 9 tháng", "kế hoạch 2023") is no citation, nor is a share ("8/8 thôn"). Linear.
/// Numbers of papers: NĐ 30/2020/NĐ-CP Phụ lục III, HD 36-HD/VPTW.
[[nodiscard]] std::vector<Citation> find_citations(std::string_view nfc_text,
                                                   std::span<const word::TextWord> words,
                                                   bool is_query);

/// True for the term of a day without its year, which the words around it may also be no day for:
/// who asks for 2/9 may mean a share.
[[nodiscard]] bool is_yearless_day(std::string_view term);

}  // namespace commsearch::citation
