#include "indexer/report/layout/left_out.h"

namespace commsearch::report {

std::string_view slug(LeftOutPart part) {
    switch (part) {
        case LeftOutPart::header:
            return "header";
        case LeftOutPart::signature:
            return "signature";
        case LeftOutPart::stamp:
            return "stamp";
        case LeftOutPart::page_number:
            return "page-number";
        case LeftOutPart::running:
            return "running";
        case LeftOutPart::contents:
            return "contents";
        case LeftOutPart::portal:
            return "portal";
        case LeftOutPart::copy:
            return "copy";
        case LeftOutPart::table_head:
            return "table-head";
    }
    return {};
}

}  // namespace commsearch::report
