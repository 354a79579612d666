#include "analyzers/base/normal_form.h"

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>

#include <stdexcept>

#include "analyzers/base/unicode.h"

namespace commsearch {
namespace {

const icu::Normalizer2& normalizer(const icu::Normalizer2* (*instance)(UErrorCode&)) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* found = instance(status);
    if (U_FAILURE(status) || found == nullptr)
        throw std::runtime_error("ICU has no normalization data");
    return *found;
}

const icu::Normalizer2& nfc_normalizer() {
    static const icu::Normalizer2& instance = normalizer(&icu::Normalizer2::getNFCInstance);
    return instance;
}

const icu::Normalizer2& nfkc_normalizer() {
    static const icu::Normalizer2& instance = normalizer(&icu::Normalizer2::getNFKCInstance);
    return instance;
}

bool is_normalized(std::string_view valid_utf8) {
    UErrorCode status = U_ZERO_ERROR;
    return nfc_normalizer().isNormalizedUTF8(
               icu::StringPiece(valid_utf8.data(), static_cast<std::int32_t>(valid_utf8.size())),
               status) != 0;
}

std::string normalized(std::string_view valid_utf8, icu::Edits* edits,
                       const icu::Normalizer2& form = nfc_normalizer()) {
    std::string out;
    out.reserve(valid_utf8.size());
    icu::StringByteSink<std::string> sink(&out);
    UErrorCode status = U_ZERO_ERROR;
    form.normalizeUTF8(
        0, icu::StringPiece(valid_utf8.data(), static_cast<std::int32_t>(valid_utf8.size())), sink,
        edits, status);
    if (U_FAILURE(status)) throw std::runtime_error("ICU could not normalize a text");
    return out;
}

/// Where the code points that are inert in NFC end; the size of `text` when it is valid and all do.
std::size_t nfc_inert_size(std::string_view text) {
    const LetterTable& table = letter_table();
    std::size_t at = 0;
    while (at < text.size()) {
        if (static_cast<signed char>(text[at]) >= 0) {
            ++at;
            continue;
        }
        const CodePoint point = decode_at(text, at);
        if (point.value >= LetterTable::size ||
            (table.properties[point.value] & LetterTable::nfc_inert) == 0) {
            break;
        }
        at += point.size;
    }
    return at;
}

bool is_nfc(std::string_view text) {
    // Behind an inert code point nothing can join what stands before it.
    const std::size_t size = nfc_inert_size(text);
    if (size == text.size()) return true;
    return is_valid_utf8(text.substr(size)) && is_normalized(text);
}

}  // namespace

std::string nfc(std::string_view text) {
    if (nfc_inert_size(text) == text.size()) return std::string(text);
    std::string valid = repair_utf8(text);
    return is_normalized(valid) ? valid : normalized(valid, nullptr);
}

std::string nfkc(std::string_view text) {
    return normalized(repair_utf8(text), nullptr, nfkc_normalizer());
}

std::string into_nfc(std::string text) {
    if (nfc_inert_size(text) != text.size()) text = nfc(text);
    return text;
}

NormalizedText nfc_with_offsets(std::string_view source) {
    if (is_nfc(source)) return {std::string(source), {}};

    // Ill-formed bytes are repaired first; `repaired_offsets` leads from the repaired text to the
    // source.
    std::string repaired;
    std::vector<std::uint32_t> repaired_offsets;
    for (std::size_t at = 0; at < source.size();) {
        const CodePoint point = decode_at(source, at);
        append_utf8(repaired, point.value);
        const std::size_t width = repaired.size() - repaired_offsets.size();
        for (std::size_t i = 0; i < width; ++i) {
            repaired_offsets.push_back(static_cast<std::uint32_t>(at + (i < point.size ? i : 0)));
        }
        at += point.size;
    }
    repaired_offsets.push_back(static_cast<std::uint32_t>(source.size()));

    icu::Edits edits;
    NormalizedText result{normalized(repaired, &edits), {}};
    result.source_offsets.reserve(result.text.size() + 1);
    icu::Edits::Iterator spans = edits.getFineIterator();
    UErrorCode status = U_ZERO_ERROR;
    while (spans.next(status) != 0) {
        for (std::int32_t i = 0; i < spans.newLength(); ++i) {
            const std::int32_t into = spans.hasChange() != 0 ? 0 : i;
            result.source_offsets.push_back(
                repaired_offsets.at(static_cast<std::size_t>(spans.sourceIndex() + into)));
        }
    }
    result.source_offsets.push_back(static_cast<std::uint32_t>(source.size()));
    return result;
}

}  // namespace commsearch
