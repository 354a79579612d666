#include "indexer/source/formats/format.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "analyzers/base/unicode.h"
#include "indexer/source/formats/unread_formats.h"

namespace commsearch::source {
namespace {

using namespace std::string_view_literals;

constexpr auto format_endings = std::to_array<std::pair<std::string_view, Format>>({
    {".txt", Format::text},     {".text", Format::text},     {".html", Format::html},
    {".htm", Format::html},     {".jsonl", Format::jsonl},   {".csv", Format::csv},
    {".doc", Format::compound}, {".dot", Format::compound},  {".wps", Format::compound},
    {".wpt", Format::compound}, {".docx", Format::package},  {".docm", Format::package},
    {".dotx", Format::package}, {".dotm", Format::package},  {".xlsx", Format::package},
    {".xlsm", Format::package}, {".xltx", Format::package},  {".xltm", Format::package},
    {".pptx", Format::package}, {".pptm", Format::package},  {".ppsx", Format::package},
    {".ppsm", Format::package}, {".potx", Format::package},  {".potm", Format::package},
    {".odt", Format::package},  {".ott", Format::package},   {".ods", Format::package},
    {".ots", Format::package},  {".odp", Format::package},   {".otp", Format::package},
    {".zip", Format::package},  {".rtf", Format::rich_text}, {".xml", Format::word_xml},
    {".mht", Format::mime},     {".mhtml", Format::mime},    {".eml", Format::mail},
    {".msg", Format::mail},     {".pdf", Format::pdf},       {".png", Format::image},
    {".jpg", Format::image},    {".jpeg", Format::image},    {".tif", Format::image},
    {".tiff", Format::image},   {".jfif", Format::image},    {".jpe", Format::image},
});

/// The marks that formats begin with.
constexpr auto marks = std::to_array<std::pair<std::string_view, Format>>({
    {"%PDF-"sv, Format::pdf},
    {"PK\x03\x04"sv, Format::package},
    {"PK\x05\x06"sv, Format::package},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, Format::compound},
    {"{\\rtf"sv, Format::rich_text},
    {"\x89PNG\r\n\x1A\n"sv, Format::image},
    {"\xFF\xD8\xFF"sv, Format::image},
    {"II*\0"sv, Format::image},
    {"MM\0*"sv, Format::image},
});

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string_view without_leading_blanks(std::string_view text) {
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    return text;
}

/// Marks are ASCII, and so is their lower case.
std::string lower_front(std::string_view front) {
    std::string text(without_leading_blanks(front));
    std::transform(text.begin(), text.end(), text.begin(), [](char byte) {
        return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
    });
    return text;
}

/// Header fields, one of which says that it is MIME.
bool looks_like_mime(std::string_view front) {
    const std::string text = lower_front(front);
    const std::size_t name = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-");
    if (name == 0 || name == std::string::npos || text[name] != ':') return false;
    return text.starts_with("mime-version:") || text.find("\nmime-version:") != std::string::npos;
}

bool looks_like_word_xml(std::string_view front) {
    if (!without_leading_blanks(front).starts_with('<')) return false;
    constexpr auto signs = std::to_array<std::string_view>(
        {"<?mso-application progid=\"Word.Document\"", "<w:wordDocument", "<pkg:package",
         "http://schemas.microsoft.com/office/word/2003/wordml",
         "http://schemas.microsoft.com/office/2006/xmlPackage"});
    return std::any_of(signs.begin(), signs.end(), [&](std::string_view sign) {
        return front.find(sign) != std::string_view::npos;
    });
}

/// Programs of offices write a bare table as a ".xls".
bool looks_like_html(std::string_view front) {
    constexpr auto beginnings = std::to_array<std::string_view>(
        {"<!doctype html", "<html", "<head", "<meta", "<style", "<body", "<table"});
    const std::string text = lower_front(front).substr(0, 256);
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](std::string_view one) { return text.starts_with(one); }) ||
           (text.starts_with("<?xml") && text.find("<html") != std::string::npos);
}

/// A mail that was saved as .txt with its whole head.
bool looks_like_mail(std::string_view front) {
    const std::string text = lower_front(front);
    return looks_like_mime(front) && text.find("\ncontent-type:") != std::string::npos &&
           (text.starts_with("from:") || text.find("\nfrom:") != std::string::npos);
}

/// A server may have left lines of its own before a PDF; its readers look so far.
bool looks_like_late_pdf(std::string_view front) {
    constexpr std::size_t far = 1024;
    return front.substr(0, far).find("%PDF-") != std::string_view::npos;
}

/// The format whose mark a file begins with.
std::optional<Format> format_of_mark(std::string_view front, Format by_name) {
    const std::string_view text = without_leading_blanks(front);
    const auto* const found = std::find_if(marks.begin(), marks.end(), [&](const auto& one) {
        return front.starts_with(one.first) || text.starts_with(one.first);
    });
    if (found == marks.end()) return std::nullopt;
    // What other OLE files hold, their names tell.
    const bool is_other = by_name == Format::unread || by_name == Format::mail;
    return found->second == Format::compound && is_other ? by_name : found->second;
}

/// The format of a file that is not named a plain text, by the words it begins with.
Format format_of_words(std::string_view front, Format by_name, bool binary) {
    if (by_name == Format::pdf && looks_like_late_pdf(front)) return by_name;
    if (by_name == Format::mail && !binary) return by_name;
    if (looks_like_mime(front)) return Format::mime;
    if (by_name == Format::html) return by_name;
    if (looks_like_html(front)) return Format::html;
    // Whether it is text after all, or the rest of a broken file, reading will tell.
    if (by_name == Format::unread) return by_name;
    if ((by_name == Format::mime || by_name == Format::word_xml) && !binary) return by_name;
    const bool written_by_word = by_name == Format::compound || by_name == Format::rich_text;
    return written_by_word && !binary ? Format::text : Format::none;
}

}  // namespace

Format format_of_name(std::string_view name) {
    if (is_left_behind(name)) return Format::none;
    if (const std::size_t slash = name.rfind('/'); slash != std::string_view::npos)
        name.remove_prefix(slash + 1);
    const std::size_t dot = name.rfind('.');
    if (dot == std::string_view::npos) return Format::none;
    const std::string ending = lower(name.substr(dot));
    const auto found = std::find_if(format_endings.begin(), format_endings.end(),
                                    [&](const auto& one) { return one.first == ending; });
    if (found != format_endings.end()) return found->second;
    return is_unread_name(name) ? Format::unread : Format::none;
}

Format format_of_content(std::string_view front, Format by_name) {
    if (by_name == Format::jsonl) return by_name;
    if (const auto marked = format_of_mark(front, by_name)) return *marked;
    const bool binary = front.find('\0') != std::string_view::npos;
    const bool is_plain = by_name == Format::text || by_name == Format::csv;
    if (is_unread_content(front) && (binary || !is_plain)) return Format::unread;
    if (looks_like_word_xml(front)) return Format::word_xml;
    if (by_name == Format::text && looks_like_mail(front)) return Format::mail;
    return is_plain ? by_name : format_of_words(front, by_name, binary);
}

}  // namespace commsearch::source
