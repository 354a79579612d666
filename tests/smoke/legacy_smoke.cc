// One report in a legacy encoding, from its bytes to what is understood, by a program that is compiled
// without optimisation: nothing is inlined in it, so a name that two rooms use for two things ends it.

#include <iostream>
#include <string>

#include "analyzers/encoding/legacy_encoding.h"
#include "indexer/report/parser/report_parser.h"
#include "indexer/report/places/gazetteer.h"
#include "indexer/report/sections/taxonomy.h"
#include "indexer/source/extract/raw_document.h"
#include "indexer/source/extract/text.h"
#include "tests/support/legacy_encoder.h"

int main() {
    using namespace commsearch;
    const std::string paper =
        "UBND XÃ BẢN LIỀN\nSố: 12/BC-UBND\n\nBản Liền, ngày 20 tháng 6 năm 2024\n\nBÁO CÁO\n"
        "Kết quả thực hiện nhiệm vụ tháng 6, nhiệm vụ tháng 7 năm 2024\n\n1. Nông nghiệp\n"
        "Toàn xã đã gieo cấy xong lúa mùa, chăm sóc chè và trồng rừng mới.\n";
    source::RawDocument document;
    document.id = document.path = "a.txt";
    document.text = source::clean_text(
        source::readable_text(
            encode(encoding::Encoding::tcvn3, encodable(encoding::Encoding::tcvn3, paper)))
            .text);
    const report::Report understood =
        report::parse_report(document, report::Gazetteer(), report::Taxonomy());
    std::cout << understood.number << ", " << understood.sections.size() << " sections\n";
    return understood.number == "12/BC-UBND" && !understood.sections.empty() ? 0 : 1;
}
