#pragma once

#include "analyzers/value/date.h"
#include "searcher/index/index_reader.h"
#include "searcher/model/interpretation.h"
#include "searcher/query/query.h"

namespace commsearch::interpret {

/// A query with what was understood in it as filters, and an account of that.
struct Interpreted {
    query::ParsedQuery query;
    Interpretation interpretation;
};

/// Reads the plain words of a query as a clerk means them: places and times become filters, what
/// only frames the question ("so sánh", "bao nhiêu") is left out. What is in quotation marks,
/// written with "=" or beside OR and NEAR stays as it is. An index without papers of communes,
/// districts or provinces (laws, procedures) is asked for words alone. `this_month` is what "năm
/// ngoái" counts from. For the thread of `index`.
[[nodiscard]] Interpreted interpret(query::ParsedQuery typed, const index::IndexReader& index,
                                    Month this_month);

}  // namespace commsearch::interpret
