#include "indexer/source/formats/mail.h"

#include <algorithm>
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

Mail mail_of(MimeMessage message) {
    Mail mail{.subject = std::move(message.subject),
              .sender = std::move(message.sender),
              .recipients = std::move(message.recipients),
              .day = std::move(message.day),
              .html = {},
              .plain = {},
              .attachments = {}};
    for (MimePart& part : message.parts) {
        if (!part.is_attachment && part.file_name.empty() && part.type == "text/html") {
            mail.html += part.content;
        } else if (!part.is_attachment && part.file_name.empty() && part.type == "text/plain") {
            mail.plain += part.content;
        } else {
            if (part.type == "message/rfc822") part.file_name += ".eml";
            mail.attachments.push_back(std::move(part));
        }
    }
    return mail;
}

/// The text of a mail; nothing when there is none that can be read.
std::optional<RawDocument> body_of(const Mail& mail) {
    // HTML first: it keeps tables, and paragraphs whole.
    for (const bool is_html : {true, false}) {
        const std::string& text = is_html ? mail.html : mail.plain;
        if (without_blank_ends(text).empty()) continue;
        try {
            return is_html ? read_html(text) : read_text(text);
        } catch (const Error&) {
            // The other one may hold the same in a better state.
        }
    }
    return std::nullopt;
}

RawDocument document_of_mail(const Mail& mail) {
    RawDocument document;
    document.stated.title = clean_line(mail.subject);
    std::uint32_t above = 0;
    const auto add = [&](const char* label, std::string_view value) {
        const std::string clean = clean_line(value);
        if (clean.empty()) return;
        document.text += label + clean + '\n';
        ++above;
    };
    add("", mail.subject);
    add("Ngày gửi: ", mail.day);
    add("Người gửi: ", mail.sender);
    add("Người nhận: ", mail.recipients);
    std::optional<RawDocument> body = body_of(mail);
    if (!body) return document;
    document.text += body->text;
    document.encoding = body->encoding;
    document.repaired = std::move(body->repaired);
    document.tables = std::move(body->tables);
    for (TableSpan& table : document.tables) {
        table.first_line += above;
        table.last_line += above;
    }
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
