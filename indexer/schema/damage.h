#pragma once

namespace commsearch::schema {

/// Throws Error for a record or table of an index whose bytes are damaged, with the command that
/// rebuilds it.
[[noreturn]] void throw_damaged_record();

}  // namespace commsearch::schema
