#include "analyzers/encoding/legacy_encoding.h"

#include <algorithm>

#include "analyzers/base/normal_form.h"
#include "analyzers/base/unicode.h"
#include "analyzers/encoding/damage_signs.h"
#include "analyzers/encoding/legacy_capitals.h"
#include "analyzers/encoding/legacy_evidence.h"
#include "analyzers/encoding/utf16.h"
#include "analyzers/encoding/viqr.h"

namespace commsearch::encoding {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Copies `text` with its runs decoded.
class Rewriter {
public:
    Rewriter(std::string_view text, DecodedText& out) : text_(text), out_(out) {}

    /// `run` lies behind all those before.
    void replace(const LegacyRun& run) {
        out_.text += text_.substr(copied_, run.begin - copied_);
        std::string repaired = decoded(run);
        if (run.encoding == Encoding::tcvn3) repaired = with_capitals(repaired);
        out_.text += repaired;
        out_.runs.push_back({run.line + 1, run.encoding,
                             std::string(text_.substr(run.begin, run.end - run.begin)),
                             std::move(repaired)});
        copied_ = run.end;
    }

    void finish() { out_.text += text_.substr(copied_); }

private:
    [[nodiscard]] std::string decoded(const LegacyRun& run) const {
        std::string result;
        std::size_t at = run.begin;
        for (const LegacyWord& word : run.words) {
            result += text_.substr(at, word.begin - at);
            result +=
                decode_legacy_word(run.encoding, text_.substr(word.begin, word.end - word.begin));
            at = word.end;
        }
        return nfc(result);
    }

    std::string_view text_;
    DecodedText& out_;
    std::size_t copied_ = 0;
};

/// Lines read from bytes that are no UTF-8 must be of one of the encodings found.
struct Lines {
    std::string text;                    ///< UTF-8; foreign lines read as CP1252
    std::vector<std::uint32_t> foreign;  ///< 0-based numbers of lines that are not UTF-8
};

Lines lines_of(std::string_view bytes) {
    Lines lines;
    std::uint32_t number = 0;
    for (std::size_t at = 0; at < bytes.size(); ++number) {
        const std::size_t end = std::min(bytes.find('\n', at), bytes.size() - 1) + 1;
        const std::string_view line = bytes.substr(at, end - at);
        if (is_valid_utf8(line)) {
            lines.text += line;
        } else {
            lines.foreign.push_back(number);
            for (const char byte : line) {
                append_utf8(lines.text, cp1252_character(static_cast<unsigned char>(byte)));
            }
        }
        at = end;
    }
    return lines;
}

void add_runs(std::string_view text, const LegacyFindings& findings, DecodedText& out) {
    Rewriter rewriter(text, out);
    for (const LegacyRun& run : findings.runs) rewriter.replace(run);
    rewriter.finish();
    if (findings.runs.empty()) return;
    out.source = {findings.main, findings.confidence, findings.runs.size()};
}

void repair_viqr(DecodedText& out) {
    if (!has_signs_of_viqr(out.text)) return;
    ViqrText viqr = decode_viqr_lines(out.text);
    if (viqr.runs.empty()) return;
    out.text = std::move(viqr.text);
    if (out.runs.empty()) out.source = {Encoding::viqr, viqr.confidence, 0};
    out.runs.insert(out.runs.end(), viqr.runs.begin(), viqr.runs.end());
    std::stable_sort(out.runs.begin(), out.runs.end(),
                     [](const auto& a, const auto& b) { return a.line < b.line; });
    out.source.repaired_runs = out.runs.size();
}

/// A UTF-8 file with stray quotes of CP1252, or UTF-8 beside lines in legacy encodings.
DecodedText decode_foreign(std::string_view bytes) {
    DecodedText out;
    if (const auto plain = read_plain_cp1252(bytes)) {
        out = repair_text(*plain);
        if (out.runs.empty()) out.source.encoding = Encoding::cp1252;
        return out;
    }
    const Lines lines = lines_of(bytes);
    const LegacyFindings findings = find_legacy_runs(lines.text, lines.foreign);
    if (!findings.explains_foreign_lines) {
        out.unreadable_at = first_bad_byte(bytes);
        return out;
    }
    add_runs(lines.text, findings, out);
    // Lines that are UTF-8 but for a stray byte.
    if (out.source.encoding == Encoding::utf8_twice) out.source.encoding = Encoding::utf8;
    repair_viqr(out);
    return out;
}

}  // namespace

DecodedText repair_text(std::string_view utf8) {
    DecodedText out;
    if (has_signs_of_damage(utf8)) {
        add_runs(utf8, find_legacy_runs(utf8, {}), out);
    } else {
        out.text = utf8;
    }
    repair_viqr(out);
    return out;
}

DecodedText decode_text(std::string_view bytes) {
    if (const auto encoding = detect_utf16(bytes)) {
        DecodedText out = repair_text(decode_utf16(*encoding, bytes));
        if (out.runs.empty()) out.source.encoding = *encoding;
        return out;
    }
    while (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
    return is_valid_utf8(bytes) ? repair_text(bytes) : decode_foreign(bytes);
}

std::string decode_font_run(std::string_view utf8, const FontEncoding& font) {
    std::string bytes;
    for (std::size_t at = 0; at < utf8.size();) {
        const CodePoint point = decode_at(utf8, at);
        const auto byte = cp1252_byte(point.value);
        if (!byte) return std::string(utf8);
        bytes += static_cast<char>(*byte);
        at += point.size;
    }
    std::string text = decode_bytes(font.encoding, bytes);
    return font.capitals ? upper(text) : text;
}

}  // namespace commsearch::encoding
