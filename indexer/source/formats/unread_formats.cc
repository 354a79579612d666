#include "indexer/source/formats/unread_formats.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "analyzers/base/unicode.h"
#include "indexer/source/extract/text.h"

namespace commsearch::source {
namespace {

using namespace std::string_view_literals;

/// What to do with a file that is not read.
struct Advice {
    std::string_view vi, en;
};

constexpr Advice as_xlsx{"hãy lưu lại thành .xlsx", "save it as .xlsx"};
constexpr Advice as_pptx{"hãy lưu lại thành .pptx", "save it as .pptx"};
constexpr Advice as_docx{"hãy lưu lại thành .docx", "save it as .docx"};
constexpr Advice as_pdf{"hãy xuất ra PDF", "export it as PDF"};
constexpr Advice as_jpg{"hãy lưu lại thành .jpg, .png hoặc PDF", "save it as .jpg, .png or PDF"};
constexpr Advice as_zip{"hãy giải nén vào thư mục hoặc nén lại thành .zip",
                        "unpack it into the folder, or pack it as .zip"};
constexpr Advice take_away{"không có chữ để tìm; để riêng ra nếu không cần",
                           "it holds no text to search; keep it elsewhere"};
constexpr Advice as_opened_mail{"hãy mở bằng chương trình thư rồi lưu riêng từng tệp trong đó",
                                "open it in a mail program and save each file in it"};
constexpr Advice as_text{"hãy xuất phần cần tìm ra .xlsx, .csv hoặc PDF",
                         "export what is to be found as .xlsx, .csv or PDF"};

struct UnreadFormat {
    std::string_view endings;  ///< without dots, one blank between
    std::string_view mark;     ///< that it begins with; empty when others begin so too
    std::size_t mark_at = 0;
    std::string_view vi, en;
    Advice advice;
    bool often_another = false;
};

constexpr auto unread_formats = std::to_array<UnreadFormat>({
    {"xls xlt xla", "", 0, "Bảng tính Excel 97-2003", "an Excel 97-2003 workbook", as_xlsx, true},
    {"xlsb", "", 0, "Bảng tính Excel nhị phân", "a binary Excel workbook", as_xlsx},
    {"et ett", "", 0, "Bảng tính WPS", "a WPS spreadsheet", as_xlsx, true},
    {"ppt pps pot", "", 0, "Bản trình chiếu PowerPoint 97-2003",
     "a PowerPoint 97-2003 presentation", as_pptx, true},
    {"dps dpt", "", 0, "Bản trình chiếu WPS", "a WPS presentation", as_pptx, true},
    {"rar", "Rar!\x1A\x07", 0, "Tệp nén RAR", "a RAR archive", as_zip},
    {"7z", "7z\xBC\xAF\x27\x1C", 0, "Tệp nén 7-Zip", "a 7-Zip archive", as_zip},
    {"gz tgz", "\x1F\x8B\x08", 0, "Tệp nén gzip", "a gzip archive", as_zip},
    {"bz2 tbz2", "BZh", 0, "Tệp nén bzip2", "a bzip2 archive", as_zip},
    {"xz txz",
     "\xFD"
     "7zXZ\0"sv,
     0, "Tệp nén xz", "an xz archive", as_zip},
    {"zst", "\x28\xB5\x2F\xFD", 0, "Tệp nén zstd", "a zstd archive", as_zip},
    {"tar", "ustar", 257, "Tệp gói tar", "a tar archive", as_zip},
    {"cab", "MSCF", 0, "Tệp nén CAB", "a CAB archive", as_zip},
    {"arj lzh ace", "", 0, "Tệp nén", "an archive", as_zip},
    {"iso", "", 0, "Tệp ảnh đĩa", "a disk image", as_zip},
    {"xps oxps", "", 0, "Tài liệu XPS", "an XPS document", as_pdf},
    {"pages", "", 0, "Văn bản Apple Pages", "an Apple Pages document", as_docx},
    {"numbers", "", 0, "Bảng tính Apple Numbers", "an Apple Numbers spreadsheet", as_xlsx},
    {"key", "", 0, "Bản trình chiếu Apple Keynote", "an Apple Keynote presentation", as_pptx},
    {"odg otg", "", 0, "Bản vẽ OpenDocument", "an OpenDocument drawing", as_pdf},
    {"wpd", "\xFFWPC", 0, "Văn bản WordPerfect", "a WordPerfect document", as_docx},
    {"pub", "", 0, "Ấn phẩm Publisher", "a Publisher document", as_pdf},
    {"vsd vsdx", "", 0, "Bản vẽ Visio", "a Visio drawing", as_pdf},
    {"mpp", "", 0, "Kế hoạch Microsoft Project", "a Microsoft Project plan", as_pdf},
    {"one", "\xE4\x52\x5C\x7B\x8C\xD8\xA7\x4D", 0, "Sổ ghi OneNote", "a OneNote section", as_pdf},
    {"djvu djv", "AT&TFORM", 0, "Tài liệu DjVu", "a DjVu document", as_pdf},
    {"epub", "", 0, "Sách điện tử EPUB", "an EPUB book", as_pdf},
    {"mobi azw azw3 prc", "BOOKMOBI", 60, "Sách điện tử Kindle", "a Kindle book", as_pdf},
    {"chm", "ITSF", 0, "Tệp trợ giúp CHM", "a CHM help file", as_pdf},
    {"ps eps", "%!PS", 0, "Tài liệu PostScript", "a PostScript document", as_pdf},
    {"mdb", "\0\1\0\0Standard Jet DB"sv, 0, "Cơ sở dữ liệu Access", "an Access database", as_text},
    {"accdb", "\0\1\0\0Standard ACE DB"sv, 0, "Cơ sở dữ liệu Access", "an Access database",
     as_text},
    {"dbf", "", 0, "Bảng dữ liệu dBase/FoxPro", "a dBase or FoxPro table", as_text},
    {"sqlite db3", "SQLite format 3\0"sv, 0, "Cơ sở dữ liệu SQLite", "an SQLite database", as_text},
    {"pst ost",
     "!BDN",
     0,
     "Hộp thư Outlook",
     "an Outlook mailbox",
     {"hãy lưu từng thư thành .eml hoặc .msg", "save each mail as .eml or .msg"}},
    {"p7m", "", 0, "Tệp ký số hoặc mã hóa S/MIME", "a signed or encrypted S/MIME file",
     as_opened_mail},
    {"tnef", "\x78\x9F\x3E\x22", 0, "Gói đính kèm winmail.dat của Outlook",
     "a winmail.dat of Outlook", as_opened_mail},
    {"webp", "WEBP", 8, "Ảnh WebP", "a WebP image", as_jpg},
    {"heic heif", "ftyphei", 4, "Ảnh HEIC", "a HEIC image", as_jpg},
    {"heic heif", "ftypmif1", 4, "Ảnh HEIC", "a HEIC image", as_jpg},
    {"avif", "ftypavif", 4, "Ảnh AVIF", "an AVIF image", as_jpg},
    {"gif", "GIF8", 0, "Ảnh GIF", "a GIF image", as_jpg},
    {"bmp dib", "BM", 0, "Ảnh BMP", "a BMP image", as_jpg},
    {"jp2 jpx", "\0\0\0\x0CjP  "sv, 0, "Ảnh JPEG 2000", "a JPEG 2000 image", as_jpg},
    {"psd", "8BPS", 0, "Ảnh Photoshop", "a Photoshop image", as_jpg},
    {"ai cdr", "", 0, "Bản vẽ Illustrator/CorelDRAW", "an Illustrator or CorelDRAW drawing",
     as_pdf},
    {"wmf emf svg ico", "", 0, "Hình vẽ", "a drawing", as_jpg},
    {"dwg", "AC10", 0, "Bản vẽ AutoCAD", "an AutoCAD drawing", as_pdf},
    {"dxf dgn dwf", "", 0, "Bản vẽ kỹ thuật", "a technical drawing", as_pdf},
    {"shp tab mif kml kmz", "", 0, "Bản đồ số", "a digital map", as_pdf},
    {"avi", "AVI ", 8, "Phim", "a video", take_away},
    {"wav", "WAVE", 8, "Âm thanh", "a sound recording", take_away},
    {"mkv webm", "\x1A\x45\xDF\xA3", 0, "Phim", "a video", take_away},
    {"mp4 m4v mov 3gp", "ftyp", 4, "Phim", "a video", take_away},
    {"wmv asf wma", "\x30\x26\xB2\x75\x8E\x66\xCF\x11", 0, "Phim", "a video", take_away},
    {"flv", "FLV\1", 0, "Phim", "a video", take_away},
    {"mpg mpeg vob", "\0\0\1\xBA"sv, 0, "Phim", "a video", take_away},
    {"mp3", "ID3", 0, "Âm thanh", "a sound recording", take_away},
    {"ogg oga opus", "OggS", 0, "Âm thanh", "a sound recording", take_away},
    {"flac", "fLaC", 0, "Âm thanh", "a sound recording", take_away},
    {"m4a aac amr", "", 0, "Âm thanh", "a sound recording", take_away},
    {"exe dll msi", "MZ", 0, "Chương trình Windows", "a Windows program", take_away},
});

/// Lower case and without its dot; empty when the name has none.
std::string ending_of(std::string_view name) {
    if (const std::size_t slash = name.rfind('/'); slash != std::string_view::npos)
        name.remove_prefix(slash + 1);
    if (lower(name) == "winmail.dat") return "tnef";
    const std::size_t dot = name.rfind('.');
    return dot == std::string_view::npos ? std::string() : lower(name.substr(dot + 1));
}

bool has_ending(const UnreadFormat& format, std::string_view ending) {
    std::string_view left = format.endings;
    while (!left.empty()) {
        const std::size_t end = std::min(left.find(' '), left.size());
        if (left.substr(0, end) == ending) return true;
        left.remove_prefix(std::min(end + 1, left.size()));
    }
    return false;
}

const UnreadFormat* format_with_ending(std::string_view ending) {
    const auto* const found =
        std::find_if(unread_formats.begin(), unread_formats.end(),
                     [&](const UnreadFormat& one) { return has_ending(one, ending); });
    return found == unread_formats.end() || ending.empty() ? nullptr : found;
}

const UnreadFormat* format_with_mark(std::string_view front) {
    const auto* const found =
        std::find_if(unread_formats.begin(), unread_formats.end(), [&](const UnreadFormat& one) {
            return !one.mark.empty() && front.size() >= one.mark_at &&
                   front.substr(one.mark_at).starts_with(one.mark);
        });
    return found == unread_formats.end() ? nullptr : found;
}

Message named(const UnreadFormat& format, std::string_view ending) {
    const std::string shown(
        has_ending(format, ending) ? ending : format.endings.substr(0, format.endings.find(' ')));
    const auto text = [&](std::string_view name, std::string_view is, std::string_view advice) {
        return std::string(name) + " (." + shown + ") " + std::string(is) + "; " +
               std::string(advice);
    };
    return {text(format.vi, "chưa đọc được", format.advice.vi),
            text(format.en, "is not read", format.advice.en)};
}

}  // namespace

bool is_unread_name(std::string_view name) {
    return format_with_ending(ending_of(name)) != nullptr;
}

bool often_holds_another_format(std::string_view name) {
    const UnreadFormat* const format = format_with_ending(ending_of(name));
    return format != nullptr && format->often_another;
}

bool is_told_by_name(std::string_view name) {
    const UnreadFormat* const format = format_with_ending(ending_of(name));
    return format != nullptr && format->mark.empty() && !format->often_another;
}

bool is_unread_content(std::string_view front) { return format_with_mark(front) != nullptr; }

Message why_unread(std::string_view front, std::string_view name) {
    const std::string ending = ending_of(name);
    const UnreadFormat* const by_mark = format_with_mark(front);
    const UnreadFormat* const by_name = format_with_ending(ending);
    // Sounds and films share marks.
    const bool is_media = by_name != nullptr && by_name->advice.vi == take_away.vi;
    if (by_mark != nullptr && !is_media) return named(*by_mark, ending);
    if (by_name != nullptr) return named(*by_name, ending);
    const std::string shown = ending.empty() ? "" : " ." + escaped_name(ending);
    return {"định dạng" + shown + " không biết, không đọc; hãy xuất ra .docx, .xlsx hoặc PDF",
            "the format" + shown + " is not known, not read; export it as .docx, .xlsx or PDF"};
}

bool is_left_behind(std::string_view name) {
    constexpr auto names =
        std::to_array<std::string_view>({"thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r"});
    constexpr auto endings =
        std::to_array<std::string_view>({"tmp", "crdownload", "part", "lnk", "p7s"});
    const std::string key = lower(name);
    if (key.starts_with("__macosx/") || key.find("/__macosx/") != std::string::npos) return true;
    const std::string_view last = std::string_view(key).substr(key.rfind('/') + 1);
    return last.starts_with("~$") || last.starts_with("~wrl") || last.starts_with('.') ||
           std::find(names.begin(), names.end(), last) != names.end() ||
           std::find(endings.begin(), endings.end(), ending_of(last)) != endings.end();
}

}  // namespace commsearch::source
