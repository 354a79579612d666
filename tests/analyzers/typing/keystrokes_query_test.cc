// Queries typed with the input method off, as a whole.

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "analyzers/typing/keystrokes.h"

namespace commsearch::typing {
namespace {

using Table = std::vector<std::pair<std::string, std::string>>;

TEST(Keystrokes, DecodeQueries) {
    const Table cases = {
        {"noong thoon mowis", "nông thôn mới"},
        {"no6ng tho6n mo71i", "nông thôn mới"},
        {"DDangr uyr", "Đảng ủy"},
        {"D9ang3 uy3", "Đảng ủy"},
        {"cosn", "cón"},
        {"coong an", "công an"},
        {"duoc795", "được"},
        // words that read as they stand, beside clear ones
        {"baos caos quys 2", "báo cáo quý 2"},
        {"bao1 cao1 quy1 2", "báo cáo quý 2"},
        {"sex trieenr khai", "sẽ triển khai"},
        {"noong nghieepj", "nông nghiệp"},
        {"ysm as quyeets ddinhj", "ysm á quyết định"},
        // capitals, abbreviations, operators
        {"BAOS CAOS", "BÁO CÁO"},
        {"HDDND tinhr OCOP GIS", "HĐND tỉnh OCOP GIS"},
        {"dduwowngf OR nhaf", "đường OR nhà"},
        {"VPDdB?", "VPĐB?"},
        {"«HDdND»", "«HĐND»"},
        {"HDDND", "HĐND"},
        {"hddnd xax", "hđnd xã"},
        {"HD9ND.", "HĐND."},
        {"Noong Thoon MOWIS", "Nông Thôn MỚI"},
        {"NOong thOOn", "Nông thôn"},
        {"NO6NG THO6N MO71I", "NÔNG THÔN MỚI"},
        {"(noong,thoon) mowis!", "(nông,thôn) mới!"},
        {"\"D9ang3 uy3\"?", "\"Đảng ủy\"?"},
        {"thu…mowis; chi ngaan sachs.", "thu…mới; chi ngân sách."},
        {"A65 A61P", "A65 ẤP"},
        // what is no word stays, and so does punctuation
        {"nghij quyeets 16-NQ/TU, quys I/2025", "nghị quyết 16-NQ/TU, quý I/2025"},
        {"  \"xaay dduwngj\" -hooij (xax:Hoaf)...", "  \"xây đựng\" -hội (xã:Hòa)..."},
        {"guiwr mail tees@xax.vn, https://xax.vn/tinhs",
         "gửi mail tees@xax.vn, https://xax.vn/tinhs"},
        {"co2 moi6 truong72 a4", "co2 môi trường a4"},
        {"xe bus, gas vaf taxi", "xe bus, gas và taxi"},
        {"dduwowcj tw kw", "được tw kw"},
        {"tinhr Campuchia", "tỉnh Campuchia"},
        // some marks stand already
        {"ủy ban nhaan daan", "ủy ban nhân dân"},
        {"\u023A", ""},  // its small letter has more bytes
        {"\u023A xax tinhr", "\u023A xã tỉnh"}};
    for (const auto& [query, expected] : cases) {
        const auto decoded = decode_query_keystrokes(query);
        EXPECT_EQ(decoded ? decoded->text : "", expected) << query;
    }
}

TEST(Keystrokes, NameTheirMethodAndCountTheirWords) {
    const DecodedQuery telex{"báo cáo quý 2", KeystrokeMethod::telex, 3};
    EXPECT_EQ(decode_query_keystrokes("baos caos quys 2"), telex);
    const DecodedQuery vni{"tỉnh hòa bình", KeystrokeMethod::vni, 3};
    EXPECT_EQ(decode_query_keystrokes("tinh3 hoa2 binh2"), vni);
}

TEST(Keystrokes, LeaveOtherQueriesAlone) {
    const std::vector<std::string> queries = {
        "", "...",
        // Vietnamese without marks, with all or most of them
        "hoa binh", "nong thon moi", "uy ban nhan dan", "xoong noong", "báo cáo quý 2",
        "ủy ban nhân dân xax",
        // English
        "windows update", "facebook", "this is the list of roads", "as", "of", "is", "sex", "tax",
        "bus", "gas", "more", "theme", "ports", "for the next dir in this path",
        // figures, codes, addresses
        "mp3", "2025", "m2", "co2", "h5n1", "ql1a", "a4", "u23", "quy1", "thang6 nam2025", "HDD",
        "DDR4", "DDT", "QLD92", "KD9T", "Ddt", "VPDB?", "iPhone", "PowerPoint", "MP3", "VNeID",
        "IDD", "ADD", "covid-19", "16-NQ/TU", "IMF", "LAOS", "tees@xax.vn", "https://xax.vn/tinhs"};
    for (const std::string& query : queries) {
        EXPECT_EQ(decode_query_keystrokes(query), std::nullopt) << query;
    }
}

}  // namespace
}  // namespace commsearch::typing
