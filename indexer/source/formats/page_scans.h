#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/source/formats/page_boxes.h"

namespace commsearch::source {

/// How much of each page its images cover, 0 to 1, by what `pdfimages -list` wrote.
[[nodiscard]] std::vector<double> image_coverage(std::string_view list,
                                                 const std::vector<BoxedPage>& pages);

/// Whether a page has so little text that it may be an image with stamps or a typed number on it:
/// only then it is worth asking for its images.
[[nodiscard]] bool may_be_scan(const BoxedPage& page);
/// Whether it is one, of whose area images cover `coverage`.
[[nodiscard]] bool is_scan(const BoxedPage& page, double coverage);

/// Takes the stamps of digital signatures ("Ký bởi: …", "Thời gian ký: …", an e-mail address with a
/// time) out of the text layer of a scan; where they stood.
std::vector<Box> take_stamps(BoxedPage& page);

/// Takes out the words whose middle is in one of `boxes`.
void drop_words_in(BoxedPage& page, const std::vector<Box>& boxes);

}  // namespace commsearch::source
