#include "indexer/source/formats/mime.h"

#include <gmime/gmime.h>

#include <algorithm>
#include <memory>
#include <new>
#include <optional>

#include "analyzers/base/message.h"
#include "analyzers/base/unicode.h"
#include "indexer/source/extract/raw_document.h"
#include "indexer/source/formats/document_readers.h"

namespace commsearch::source {
namespace {

struct UnrefMime {
    void operator()(void* object) const { g_object_unref(object); }
};
template <class T>
using Owned = std::unique_ptr<T, UnrefMime>;

struct FreeText {
    void operator()(char* text) const { g_free(text); }
};

struct UnrefZone {
    void operator()(GTimeZone* zone) const { g_time_zone_unref(zone); }
};

struct UnrefTime {
    void operator()(GDateTime* moment) const { g_date_time_unref(moment); }
};

std::string copied(const char* text) { return text == nullptr ? std::string() : text; }

std::string bytes_of(GMimeStream* stream) {
    GByteArray* const bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream));
    return bytes == nullptr || bytes->len == 0
               ? std::string()
               : std::string(reinterpret_cast<const char*>(bytes->data), bytes->len);
}

std::string decoded_content(GMimePart* part) {
    GMimeDataWrapper* const content = g_mime_part_get_content(part);
    if (content == nullptr) return {};
    const Owned<GMimeStream> out(g_mime_stream_mem_new());
    if (g_mime_data_wrapper_write_to_stream(content, out.get()) < 0) return {};
    return bytes_of(out.get());
}

/// Bytes that are UTF-8 already stay, whatever is declared.
std::string in_utf8(std::string bytes, GMimeContentType* type) {
    const std::string charset = copied(g_mime_content_type_get_parameter(type, "charset"));
    if (charset.empty() || is_valid_utf8(bytes)) return bytes;
    std::optional<std::string> converted = utf8_of_charset(bytes, charset);
    return converted ? std::move(*converted) : std::move(bytes);
}

std::string addresses(InternetAddressList* list) {
    if (list == nullptr) return {};
    const std::unique_ptr<char, FreeText> text(
        internet_address_list_to_string(list, nullptr, FALSE));
    return copied(text.get());
}

std::string shown_day(GDateTime* moment) {
    if (moment == nullptr) return {};
    const std::unique_ptr<GTimeZone, UnrefZone> vietnam(g_time_zone_new_offset(7 * 60 * 60));
    const std::unique_ptr<GDateTime, UnrefTime> there(
        g_date_time_to_timezone(moment, vietnam.get()));
    if (there == nullptr) return {};
    const std::unique_ptr<char, FreeText> text(g_date_time_format(there.get(), "%d/%m/%Y %H:%M"));
    return copied(text.get());
}

Message no_message() {
    return {"không phải thư hay trang web lưu một tệp (MIME); hãy lưu lại",
            "neither a mail nor a web page saved as one file (MIME); save it again"};
}

class Leaves {
public:
    // GMime asks for a type by macros of several branches each.
    // NOLINTNEXTLINE(readability-function-cognitive-complexity)
    void gather(GMimeObject* object, int depth) {
        constexpr int deepest = 16;
        if (object == nullptr || depth > deepest) return;
        if (GMIME_IS_MULTIPART(object)) {
            auto* const parts = GMIME_MULTIPART(object);
            const int count = g_mime_multipart_get_count(parts);
            const std::size_t around = alternative_;
            if (is_alternative(object)) alternative_ = ++alternatives_;
            for (int i = 0; i < count; ++i) gather(g_mime_multipart_get_part(parts, i), depth + 1);
            alternative_ = around;
        } else if (GMIME_IS_MESSAGE_PART(object)) {
            add_message(object);
        } else if (GMIME_IS_PART(object)) {
            add_part(object);
        }
    }
    std::vector<MimePart> take() { return std::move(leaves_); }

private:
    static bool is_alternative(GMimeObject* object) {
        return g_mime_content_type_is_type(g_mime_object_get_content_type(object), "multipart",
                                           "alternative") != FALSE;
    }

    MimePart described(GMimeObject* object) {
        GMimeContentType* const type = g_mime_object_get_content_type(object);
        const std::unique_ptr<char, FreeText> name(g_mime_content_type_get_mime_type(type));
        MimePart part;
        part.type = lower(copied(name.get()));
        part.alternative = alternative_;
        part.is_attachment = copied(g_mime_object_get_disposition(object)) == "attachment";
        return part;
    }

    void add_part(GMimeObject* object) {
        MimePart part = described(object);
        part.file_name = copied(g_mime_part_get_filename(GMIME_PART(object)));
        part.content = decoded_content(GMIME_PART(object));
        if (part.type.starts_with("text/"))
            part.content = in_utf8(std::move(part.content), g_mime_object_get_content_type(object));
        leaves_.push_back(std::move(part));
    }

    void add_message(GMimeObject* object) {
        MimePart part = described(object);
        GMimeMessage* const inner = g_mime_message_part_get_message(GMIME_MESSAGE_PART(object));
        if (inner == nullptr) return;
        part.file_name = copied(g_mime_message_get_subject(inner));
        const Owned<GMimeStream> out(g_mime_stream_mem_new());
        g_mime_object_write_to_stream(GMIME_OBJECT(inner), nullptr, out.get());
        part.content = bytes_of(out.get());
        leaves_.push_back(std::move(part));
    }

    std::vector<MimePart> leaves_;
    std::size_t alternative_ = 0;   ///< the open one
    std::size_t alternatives_ = 0;  ///< so far
};

}  // namespace

MimeMessage read_mime_message(std::string_view bytes) {
    g_mime_init();
    const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
    const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    const Owned<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
    if (message == nullptr) throw Error(no_message());
    MimeMessage result;
    result.subject = copied(g_mime_message_get_subject(message.get()));
    result.sender = addresses(g_mime_message_get_from(message.get()));
    result.recipients = addresses(g_mime_message_get_to(message.get()));
    result.day = shown_day(g_mime_message_get_date(message.get()));
    Leaves leaves;
    leaves.gather(g_mime_message_get_mime_part(message.get()), 0);
    result.parts = leaves.take();
    return result;
}

std::vector<MimePart> read_mime(std::string_view bytes) {
    std::vector<MimePart> parts = read_mime_message(bytes).parts;
    if (parts.empty()) throw Error(no_message());
    return parts;
}

RawDocument read_web_archive(std::string_view bytes) {
    const std::vector<MimePart> parts = read_mime(bytes);
    for (const char* const wanted : {"text/html", "application/xhtml+xml"}) {
        for (const MimePart& part : parts)
            if (part.type == wanted && !part.is_attachment) return read_html(part.content);
    }
    for (const MimePart& part : parts)
        if (part.type == "text/plain" && !part.is_attachment) return read_text(part.content);
    throw Error({"không có phần văn bản nào trong tệp .mht; hãy lưu lại trang",
                 "no part of the .mht is a text; save the page again"});
}

}  // namespace commsearch::source
