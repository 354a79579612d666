// Places in time: reports of before and from July 2025, found by old and new names.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "analyzers/base/message.h"
#include "indexer/generation/generation.h"
#include "searcher/searcher.h"
#include "tests/support/small_index.h"

namespace commsearch::places {
namespace {

std::string report(const std::string& id, const std::string& text, const std::string& date,
                   const std::string& commune, const std::string& district,
                   const std::string& province) {
    return json_line({{"id", id},
                      {"title", "Báo cáo"},
                      {"text", text},
                      {"date", date},
                      {"commune", commune},
                      {"district", district},
                      {"province", province}});
}

const SmallIndex& reports() {
    static const SmallIndex index(
        {report("cao-ngoc", "Nuôi ong tại Làng Chù.", "2023-10-10", "Cao Ngọc", "Ngọc Lặc",
                "Thanh Hóa") +
         report("minh-son", "Nuôi ong lấy mật.", "2025-09-10", "Minh Sơn", "", "Thanh Hóa") +
         report("cam-my", "Nuôi ong tại thôn Mỹ Yên.", "2023-11-30", "Cẩm Mỹ", "Cẩm Xuyên",
                "Hà Tĩnh") +
         report("tan-lap-bg", "Trồng vải.", "2023-05-01", "Tân Lập", "Lục Ngạn", "Bắc Giang") +
         report("tan-lap-hg", "Trồng cam.", "2023-05-01", "Tân Lập", "Bắc Quang", "Hà Giang") +
         report("bang-lang", "Trồng chè.", "2025-08-01", "Bằng Lang", "", "Tuyên Quang") +
         report("tan-lap-hn", "Trồng đào.", "2023-05-01", "Tân Lập", "Đan Phượng", "Hà Nội") +
         report("o-dien", "Trồng quất.", "2025-08-01", "Ô Diên", "", "Hà Nội") +
         report("ban-lien", "Trồng chè; thôn Mỹ Yên.", "2023-02-01", "Bản Liền", "Bắc Hà",
                "Lào Cai") +
         report("dak-mil", "Trồng tiêu.", "2023-02-01", "Đắk Lao", "Đắk Mil", "Đắk Nông")});
    return index;
}

SearchResult in_commune(const std::string& commune) {
    SearchRequest request;
    request.choices = {{FacetKind::commune, {commune}}};
    return reports().search(request);
}

std::string told(const std::string& query, const std::string& code) {
    const SearchResult result = reports().search(query);
    const Notice* const notice = find_notice(result, code);
    return notice == nullptr ? "" : notice->message.en;
}

TEST(PlacesSearch, Filters) {
    const struct {
        std::string query;
        Ids found;
    } rows[] = {
        // An old name finds its reports, a new one those of its predecessors too.
        {"xã:\"Cao Ngọc\"", {"cao-ngoc"}},
        {"xã:\"Minh Sơn\"", {"cao-ngoc", "minh-son"}},
        {"xã Minh Sơn", {"cao-ngoc", "minh-son"}},
        {"xã Cao Ngọc", {"cao-ngoc", "minh-son"}},  // as a question means it: and what it is now
        // Accents, half of them, none; tone style.
        {"xã:\"Bản Lien\"", {"ban-lien"}},
        {"xã:\"ban lien\"", {"ban-lien"}},
        {"xã:\"xã Bản Liền\"", {"ban-lien"}},
        // The region decides, and is not passed over.
        {"xã:\"Cẩm Mỹ, Hà Tĩnh\"", {"cam-my"}},
        {"xã:\"Cẩm Mỹ, Đồng Nai\"", {}},
        {"Cẩm Mỹ, Đồng Nai", {}},
        {"Cẩm Mỹ, Hà Tĩnh", {"cam-my"}},
        {"nuôi ong Cẩm Mỹ, Hà Tĩnh", {"cam-my"}},
        {"cam my, ha tinh", {"cam-my"}},
        {"xã:\"Tân Lập, Lục Ngạn\"", {"tan-lap-bg"}},
        {"xã:\"Tân Lập, Bắc Ninh\"", {"tan-lap-bg"}},  // where it lies today
        {"xã:\"Tân Lập\"", {"tan-lap-bg", "tan-lap-hg", "tan-lap-hn"}},
        // Districts are typed after 2025, too.
        {"huyện:\"Ngọc Lặc\"", {"cao-ngoc", "minh-son"}},
        {"huyện:\"Huyện Ngọc Lac\"", {"cao-ngoc", "minh-son"}},
        {"huyện Ngọc Lặc", {"cao-ngoc", "minh-son"}},
        {"huyện:\"Quang Bình\"", {"bang-lang"}},
        {"huyện:\"Đăk Mil\"", {"dak-mil"}},
        {"huyện:\"Đak Mil, Đăk Nông\"", {"dak-mil"}},
        // Provinces of both epochs.
        {"tỉnh:\"Hà Giang\"", {"bang-lang", "tan-lap-hg"}},
        {"tỉnh:\"Tuyên Quang\"", {"bang-lang", "tan-lap-hg"}},
        {"tỉnh:\"Bắc Ninh\"", {"tan-lap-bg"}},
        {"tỉnh:\"Lâm Đồng\"", {"dak-mil"}},
        // Hamlets, learnt from the reports.
        {"thôn:\"Mỹ Yên\"", {"ban-lien", "cam-my"}},
        {"thôn:\"Mỹ Yên, Cẩm Mỹ\"", {"cam-my"}},
        {"thôn:\"my yen, Lào Cai\"", {"ban-lien"}},
        {"thôn:\"Chù\"", {"cao-ngoc"}},
        {"làng:\"Làng Chù\"", {"cao-ngoc"}},
    };
    for (const auto& [query, found] : rows)
        EXPECT_EQ(sorted_ids_of(reports().search(query)), found) << query;
}

TEST(PlacesSearch, NoticesSayHowNamesWereUnderstood) {
    const struct {
        std::string query, code, text;
    } rows[] = {
        {"xã:\"Cao Ngọc\"", "place-successor",
         "since 2025-07-01 xã Cao Ngọc, Huyện Ngọc Lặc, Thanh Hóa is part of xã Minh Sơn, Thanh "
         "Hóa; to search all of that: commune:\"Minh Sơn, Thanh Hóa\""},
        {"nuôi ong xã Cao Ngọc", "place-successor",
         "since 2025-07-01 xã Cao Ngọc, Huyện Ngọc Lặc, Thanh Hóa is part of xã Minh Sơn, Thanh "
         "Hóa, whose reports were searched too"},
        {"xã:\"Minh Sơn\"", "place-predecessors",
         "xã Minh Sơn, Thanh Hóa includes the reports of before 2025-07-01 of: xã Cao Ngọc, Huyện "
         "Ngọc Lặc, Thanh Hóa"},
        {"xã:\"Tân Lập\"", "place-ambiguous",
         "several places are named \"Tân Lập\", all were searched: xã Tân Lập, Huyện Bắc Quang, Hà "
         "Giang; xã Tân Lập, Huyện Lục Ngạn, Bắc Giang; xã Tân Lập, Huyện Đan Phượng, Hà Nội; to "
         "pick one, name its district or province too"},
        {"xã:\"Tân Lập, Hà Nội\"", "place-split",
         "since 2025-07-01 xã Tân Lập, Huyện Đan Phượng, Hà Nội is divided, a part each: xã Ô "
         "Diên, "
         "Hà Nội; xã Hoài Đức, Hà Nội; their reports are not searched here"},
        {"xã:\"Ô Diên\"", "place-partly",
         "only a part of these belongs to xã Ô Diên, Hà Nội, all their reports were searched: xã "
         "Tân Lập, Huyện Đan Phượng, Hà Nội"},
        {"Cẩm Mỹ, Đồng Nai", "place-elsewhere",
         "the index has no report of the commune \"Cẩm Mỹ, Đồng Nai\"; of that name it has: xã Cẩm "
         "Mỹ, Huyện Cẩm Xuyên, Hà Tĩnh"},
        {"tỉnh:\"Hà Giang\"", "place-successor",
         "since 2025-07-01 tỉnh Hà Giang is part of tỉnh Tuyên Quang; to search all of that: "
         "province:\"Tuyên Quang\""},
        {"xã Minh Sơn", "place-filter",
         "read as xã:\"xã Minh Sơn\"; to search for the words themselves, put them in quotation "
         "marks"},
    };
    for (const auto& [query, code, text] : rows) EXPECT_EQ(told(query, code), text) << query;
    EXPECT_EQ(told("xã:\"Bản Liền\"", "place-ambiguous"), "");
    EXPECT_EQ(told("nuôi ong, trồng chè", "place-filter"), "");
}

TEST(PlacesSearch, TheOptionAsksForAChoice) {
    EXPECT_EQ(sorted_ids_of(in_commune("Bản Lien")), Ids{"ban-lien"});
    EXPECT_EQ(sorted_ids_of(in_commune("Tân Lập, Bắc Giang")), Ids{"tan-lap-bg"});
    EXPECT_EQ(sorted_ids_of(in_commune("pre2025:15079")), Ids{"cao-ngoc"});
    EXPECT_EQ(sorted_ids_of(in_commune("Cẩm Mỹ, Đồng Nai")), Ids{});
    try {
        (void)in_commune("Tân Lập");
        FAIL() << "an ambiguous name is refused";
    } catch (const UsageError& error) {
        EXPECT_EQ(error.message().en,
                  "several communes are named \"Tân Lập\"; choose one:\n"
                  "  --commune \"xã Tân Lập, Huyện Bắc Quang, Hà Giang\"\n"
                  "  --commune \"xã Tân Lập, Huyện Lục Ngạn, Bắc Giang\"\n"
                  "  --commune \"xã Tân Lập, Huyện Đan Phượng, Hà Nội\"");
    }
    EXPECT_EQ(sorted_ids_of(in_commune("xã Tân Lập, Huyện Lục Ngạn, Bắc Giang")),
              Ids{"tan-lap-bg"});
    EXPECT_THROW((void)in_commune("Không Có"), UsageError);
}

TEST(PlacesSearch, PassageIdsOutliveARebuild) {
    const auto passages = [](const Searcher& searcher) {
        SearchRequest request;
        request.limit = 100;
        Ids found;
        for (const ReportHit& report : searcher.search(request).reports) {
            for (const PassageHit& passage : report.passages) found.push_back(passage.id);
        }
        std::sort(found.begin(), found.end());
        return found;
    };
    generation::BuildOptions options;
    options.corpus_folders = {reports().corpus()};
    options.index_folder = reports().folder().parent_path() / "again";
    options.jobs = 2;
    (void)generation::build_generation(options);
    const Ids before = passages(reports().searcher());
    EXPECT_EQ(before.size(), 10U);
    EXPECT_EQ(passages(Searcher(options.index_folder)), before);
}

}  // namespace
}  // namespace commsearch::places
