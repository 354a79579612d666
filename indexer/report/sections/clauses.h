#pragma once

#include <cstdint>
#include <string_view>

namespace commsearch::report {

/// The words behind the number of a line, up to the first mark that may end a heading.
struct NumberedPhrase {
    enum class End : std::uint8_t { none, colon, semicolon, stop };
    std::string_view words;
    End end = End::none;
    std::string_view body;       ///< what follows on the same line
    bool parted_number = false;  ///< "2.5.", not "2."
};

/// Whether the phrase is (the begin of) a sentence and no name of a section: "Tổng đàn lợn đạt
/// 1.200 con.", "Giao Trạm Y tế phối hợp với các trường:". Names have no verb of their own
/// ("Giảm nghèo:"), or only that of a task ("Tập trung đẩy mạnh sản xuất"); the words are in
/// indexer/dictionaries/clause_words.tsv.
[[nodiscard]] bool is_sentence(const NumberedPhrase& phrase);

}  // namespace commsearch::report
