#pragma once

#include "tests/support/small_index.h"

namespace commsearch {

/// An index of 130 made-up reports of one to three passages: some without a date, some without a
/// commune, of several types and topics, many saying the same but for a figure.
[[nodiscard]] const SmallIndex& monthly_reports();

}  // namespace commsearch
