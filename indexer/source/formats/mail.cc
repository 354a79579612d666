#include "indexer/source/formats/mail.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "analyzers/base/message.h"
#include "indexer/source/extract/raw_document.h"
#include "indexer/source/extract/text.h"
#include "indexer/source/formats/archive.h"
#include "indexer/source/formats/archive_entries.h"
#include "indexer/source/formats/document_readers.h"
#include "indexer/source/formats/format.h"

namespace commsearch::source {
namespace {

constexpr std::string_view compound_mark = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Names for attachments that have none, by their types.
constexpr auto endings_of_types = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"message/rfc822", ".eml"},
    {"application/pdf", ".pdf"},
    {"application/msword", ".doc"},
    {"application/rtf", ".rtf"},
    {"text/rtf", ".rtf"},
    {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"},
    {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx"},
    {"application/vnd.openxmlformats-officedocument.presentationml.presentation", ".pptx"},
    {"application/vnd.oasis.opendocument.text", ".odt"},
    {"application/vnd.oasis.opendocument.spreadsheet", ".ods"},
    {"application/vnd.oasis.opendocument.presentation", ".odp"},
    {"application/vnd.ms-excel", ".xls"},
    {"application/vnd.ms-powerpoint", ".ppt"},
    {"application/zip", ".zip"},
    {"application/x-zip-compressed", ".zip"},
    {"application/pkcs7-mime", ".p7m"},
    {"application/x-pkcs7-mime", ".p7m"},
    {"application/pkcs7-signature", ".p7s"},
    {"application/x-pkcs7-signature", ".p7s"},
    {"application/ms-tnef", ".tnef"},
    {"text/plain", ".txt"},
    {"text/html", ".html"},
    {"text/csv", ".csv"},
    {"image/jpeg", ".jpg"},
    {"image/png", ".png"},
    {"image/tiff", ".tif"},
});

/// `count`: the attachments so far.
std::string attachment_name(const MimePart& part, std::size_t count) {
    if (!part.file_name.empty())
        return part.type == "message/rfc822" ? part.file_name + ".eml" : part.file_name;
    const auto* const found = std::find_if(endings_of_types.begin(), endings_of_types.end(),
                                           [&](const auto& one) { return one.first == part.type; });
    if (found == endings_of_types.end() && !part.is_attachment) return {};
    return "dinh-kem-" + std::to_string(count + 1) +
           std::string(found == endings_of_types.end() ? "" : found->second);
}

/// The same text in two forms is in one multipart/alternative; any other text is one of its own.
void add_text(const MimePart& part, std::size_t& alternative, std::vector<MailText>& texts) {
    const bool is_another_form =
        !texts.empty() && part.alternative != 0 && part.alternative == alternative;
    if (!is_another_form) texts.emplace_back();
    alternative = part.alternative;
    (part.type == "text/html" ? texts.back().html : texts.back().plain) += part.content;
}

Mail mail_of(MimeMessage message) {
    Mail mail{.subject = std::move(message.subject),
              .sender = std::move(message.sender),
              .recipients = std::move(message.recipients),
              .day = std::move(message.day),
              .texts = {},
              .attachments = {}};
    std::size_t alternative = 0;
    for (MimePart& part : message.parts) {
        const bool is_text = part.type == "text/html" || part.type == "text/plain";
        if (is_text && !part.is_attachment && part.file_name.empty()) {
            add_text(part, alternative, mail.texts);
        } else {
            part.file_name = attachment_name(part, mail.attachments.size());
            mail.attachments.push_back(std::move(part));
        }
    }
    return mail;
}

/// A text of a mail; nothing when there is none that can be read.
std::optional<RawDocument> read_body(const MailText& body) {
    // HTML first: it keeps tables, and paragraphs whole.
    for (const bool is_html : {true, false}) {
        const std::string& text = is_html ? body.html : body.plain;
        if (without_blank_ends(text).empty()) continue;
        try {
            return is_html ? read_html(text) : read_text(text);
        } catch (const Error&) {
            // The other one may hold the same in a better state.
        }
    }
    return std::nullopt;
}

void add_body(RawDocument body, RawDocument& document) {
    if (!document.text.empty() && !document.text.ends_with('\n')) document.text += '\n';
    const auto above =
        static_cast<std::uint32_t>(std::count(document.text.begin(), document.text.end(), '\n'));
    document.text += body.text;
    if (document.repaired.empty()) document.encoding = body.encoding;
    std::move(body.repaired.begin(), body.repaired.end(), std::back_inserter(document.repaired));
    for (TableSpan table : body.tables) {
        table.first_line += above;
        table.last_line += above;
        document.tables.push_back(table);
    }
}

RawDocument document_of_mail(const Mail& mail) {
    RawDocument document;
    document.stated.title = clean_line(mail.subject);
    const auto add = [&](const char* label, std::string_view value) {
        const std::string clean = clean_line(value);
        if (!clean.empty()) document.text += label + clean + '\n';
    };
    add("", mail.subject);
    add("Ngày gửi: ", mail.day);
    add("Người gửi: ", mail.sender);
    add("Người nhận: ", mail.recipients);
    for (const MailText& text : mail.texts)
        if (std::optional<RawDocument> body = read_body(text)) add_body(std::move(*body), document);
    return document;
}

bool is_shown_picture(const MimePart& part) {
    return !part.is_attachment &&
           (part.type.starts_with("image/") || format_of_name(part.file_name) == Format::image);
}

}  // namespace

Extraction read_mail(std::string_view bytes, const ArchiveLimits& limits, const Unpack& unpack) {
    const Mail mail =
        bytes.starts_with(compound_mark) ? read_outlook(bytes) : mail_of(read_mime_message(bytes));
    ArchiveEntries entries(unpack);
    std::optional<Message> problem;
    std::size_t count = 0;
    std::uintmax_t size = 0;
    for (const MimePart& part : mail.attachments) {
        if (part.file_name.empty() || is_shown_picture(part)) continue;
        size += part.content.size();
        if (++count > limits.entries || size > limits.bytes) {
            problem = Message{"thư có quá nhiều tệp đính kèm; hãy lưu các tệp ấy vào thư mục",
                              "the mail has too many attachments; save them into the folder"};
            break;
        }
        entries.take(part.file_name, [&] { return part.content; });
    }
    Extraction result = entries.finish(std::move(problem));
    result.document = document_of_mail(mail);
    if (result.document.text.empty() && result.entries.empty() && !result.error) {
        result.error =
            Message{"thư không có chữ nào; hãy lưu lại thư", "no text in the mail; save it again"};
    }
    return result;
}

}  // namespace commsearch::source
