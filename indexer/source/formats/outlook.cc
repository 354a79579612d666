#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

#include "analyzers/base/message.h"
#include "analyzers/base/unicode.h"
#include "analyzers/encoding/legacy_encoding.h"
#include "analyzers/encoding/utf16.h"
#include "indexer/source/formats/compound_file.h"
#include "indexer/source/formats/mail.h"

namespace commsearch::source {
namespace {

/// Streams of a property are named by its number and its type ([MS-OXMSG] 2.1.3).
std::string stream_name(std::string_view property, std::string_view type) {
    return "__substg1.0_" + std::string(property) + std::string(type);
}

/// A text property of the message, or of a folder in it: UTF-16, else in a code page.
std::string text_of(const CompoundFile& file, const std::string& folder,
                    std::string_view property) {
    const auto stream = [&](std::string_view type) {
        const std::string name = stream_name(property, type);
        return folder.empty() ? file.stream(name.c_str()) : file.stream(folder, name.c_str());
    };
    std::string text = encoding::decode_utf16(encoding::Encoding::utf16_le, stream("001F"));
    if (text.empty()) text = encoding::decode_text(stream("001E")).text;
    std::erase(text, '\0');
    return text;
}

std::uint64_t little_endian(std::string_view bytes, std::size_t at, std::size_t size) {
    std::uint64_t value = 0;
    for (std::size_t i = size; i > 0; --i)
        value = value << 8U | static_cast<unsigned char>(bytes[at + i - 1]);
    return value;
}

/// A moment among the properties of fixed size, in the time of Vietnam.
std::string day_of(std::string_view properties, std::uint32_t tag) {
    using namespace std::chrono;
    constexpr std::size_t head = 32, row = 16, value_at = 8;
    constexpr std::int64_t seconds_before_1970 = 11'644'473'600;
    constexpr std::uint64_t ticks = 10'000'000;  // of a second
    for (std::size_t at = head; at + row <= properties.size(); at += row) {
        if (little_endian(properties, at, 4) != tag) continue;
        const auto since_1601 =
            static_cast<std::int64_t>(little_endian(properties, at + value_at, 8) / ticks);
        const sys_seconds moment{seconds(since_1601 - seconds_before_1970) + hours(7)};
        const year_month_day date{floor<days>(moment)};
        const hh_mm_ss time{moment - floor<days>(moment)};
        if (static_cast<int>(date.year()) < 1990 || static_cast<int>(date.year()) > 2100) return {};
        std::array<char, 64> shown{};
        std::snprintf(shown.data(), shown.size(), "%02u/%02u/%d %02d:%02d",
                      static_cast<unsigned>(date.day()), static_cast<unsigned>(date.month()),
                      static_cast<int>(date.year()), static_cast<int>(time.hours().count()),
                      static_cast<int>(time.minutes().count()));
        return shown.data();
    }
    return {};
}

std::optional<MimePart> attachment_of(const CompoundFile& file, const std::string& folder) {
    MimePart part;
    part.file_name = text_of(file, folder, "3707");
    if (part.file_name.empty()) part.file_name = text_of(file, folder, "3704");
    part.content = file.stream(folder, stream_name("3701", "0102").c_str());
    if (part.file_name.empty() && part.content.empty()) return std::nullopt;
    part.type = lower(text_of(file, folder, "370E"));
    // A picture that the text shows has an address in it.
    part.is_attachment = text_of(file, folder, "3712").empty();
    return part;
}

}  // namespace

Mail read_outlook(std::string_view bytes) {
    constexpr std::uint32_t sent = 0x0039'0040, delivered = 0x0E06'0040;
    const CompoundFile file(bytes);
    const std::string properties = file.stream("__properties_version1.0");
    if (properties.empty()) {
        throw Error({"không phải thư Outlook; hãy lưu lại thư thành .msg hoặc .eml",
                     "not a mail of Outlook; save the mail as .msg or .eml again"});
    }
    Mail mail;
    mail.subject = text_of(file, "", "0037");
    mail.sender = text_of(file, "", "0C1A");
    const std::string address = text_of(file, "", "5D01");
    if (!address.empty()) mail.sender += (mail.sender.empty() ? "" : " ") + ('<' + address + '>');
    mail.recipients = text_of(file, "", "0E04");
    mail.day = day_of(properties, sent);
    if (mail.day.empty()) mail.day = day_of(properties, delivered);
    MailText text;
    text.html = file.stream(stream_name("1013", "0102").c_str());
    if (text.html.empty()) text.html = text_of(file, "", "1013");
    text.plain = text_of(file, "", "1000");
    mail.texts.push_back(std::move(text));
    for (const std::string& folder : file.folders()) {
        if (!folder.starts_with("__attach_version1.0_")) continue;
        if (auto part = attachment_of(file, folder)) mail.attachments.push_back(std::move(*part));
    }
    return mail;
}

}  // namespace commsearch::source
