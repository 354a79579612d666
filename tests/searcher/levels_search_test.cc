// Papers of every level in one index: by their level, their place, and the people they name.

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "searcher/facets/facet_table.h"
#include "tests/support/small_index.h"

namespace commsearch {
namespace {

std::string paper(const std::string& issuer, const std::string& place, const std::string& number,
                  const std::string& date, const std::string& body, const std::string& end) {
    return issuer +
           "\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nSố: " + number +
           "\n" + place + ", " + date +
           "\n\nBÁO CÁO\nCông tác cải cách hành chính\n\nI. KẾT QUẢ THỰC HIỆN\n" + body +
           "\n\nNơi nhận:\n" + end + '\n';
}

const SmallIndex& papers() {
    static const std::map<std::string, std::string> texts = {
        {"bo.txt",
         paper("BỘ NỘI VỤ", "Hà Nội", "01/BC-BNV", "ngày 05 tháng 11 năm 2024",
               "Bộ đã tổ chức kiểm tra việc tiếp công dân tại các địa phương.",
               "- Văn phòng Chính phủ;\n- Lưu: VT.\n\nKT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\n\n\nTrần Văn An")},
        {"tinh.txt",
         paper("UBND TỈNH THANH HÓA\nSỞ NỘI VỤ", "Thanh Hóa", "12/BC-SNV",
               "ngày      tháng 12 năm 2024",
               "Sở đã tổ chức kiểm tra việc tiếp công dân tại các đơn vị trong tỉnh.",
               "- UBND tỉnh;\n- Lưu: VT.\n\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\n\nNguyễn Thị Bình")},
        {"huyen.txt", paper("ỦY BAN NHÂN DÂN\nHUYỆN NGỌC LẶC", "Ngọc Lặc", "45/BC-UBND",
                            "ngày 10 tháng 12 năm 2024",
                            "Huyện đã tổ chức kiểm tra việc tiếp công dân tại các xã, thị trấn.",
                            "- Sở Nội vụ;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ "
                            "CHỦ TỊCH\n\n\nLý Văn Thìn")},
        {"xa.txt", paper("ỦY BAN NHÂN DÂN\nXÃ CAO NGỌC", "Cao Ngọc", "67/BC-UBND",
                         "ngày 01 tháng 12 năm 2024",
                         "Xã đã tổ chức tiếp công dân, đồng chí Lý Văn Thìn về dự và chỉ đạo.",
                         "- UBND huyện Ngọc Lặc;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ "
                         "TỊCH\n\n\nPhạm Thị Hòa")},
    };
    static const SmallIndex index(texts);
    return index;
}

SearchResult chosen(FacetKind kind, const std::vector<std::string>& values) {
    SearchRequest request;
    request.choices = {{kind, values}};
    return papers().search(request);
}

TEST(Levels, AreFiltersFacetsAndChoices) {
    const struct {
        std::string value, slug;
        Ids ids;
    } rows[] = {{"\"trung ương\"", "trung-uong", {"bo.txt"}},
                {"tỉnh", "tinh", {"tinh.txt"}},
                {"huyen", "huyen", {"huyen.txt"}},
                {"xã", "xa", {"xa.txt"}},
                {"cơ sở", "co-so", {}}};
    for (const auto& [value, slug, ids] : rows) {
        EXPECT_EQ(ids_of(papers().search("cấp:" + value)), ids) << value;
        EXPECT_EQ(ids_of(papers().search("level:" + slug)), ids) << slug;
        const SearchResult result = chosen(FacetKind::level, {slug});
        EXPECT_EQ(ids_of(result), ids) << slug;
        for (const ReportHit& report : result.reports) EXPECT_EQ(report.about.level, slug);
    }
    EXPECT_EQ(ids_of(papers().search("cap:huyen tiếp công dân")), Ids{"huyen.txt"});
    EXPECT_EQ(sorted_ids_of(papers().search("-cấp:xã tiếp công dân")),
              (Ids{"bo.txt", "huyen.txt", "tinh.txt"}));
}

using Counts = std::map<std::string, std::size_t>;

Counts counts(FacetKind kind) {
    SearchRequest request;
    request.facets = {{kind}};
    Counts counts;
    const SearchResult result = papers().search(request);
    for (const FacetValue& value : result.facets.at(0).values)
        counts[value.value] = value.reports;
    return counts;
}

TEST(Levels, APaperCountsInTheRegionsOfItsOfficeAndInNoCommuneBelow) {
    EXPECT_EQ(counts(FacetKind::level),
              (Counts{{"trung-uong", 1}, {"tinh", 1}, {"huyen", 1}, {"xa", 1}}));
    EXPECT_EQ(counts(FacetKind::commune), (Counts{{"pre2025:15079", 1}, {"post2025:15124", 1}}));
    EXPECT_EQ(counts(FacetKind::district), (Counts{{"pre2025:thanh-hoa/huyen-ngoc-lac", 2}}));
    EXPECT_EQ(counts(FacetKind::province),
              (Counts{{"pre2025:thanh-hoa", 3}, {"post2025:thanh-hoa", 3}}));
}

TEST(Levels, APaperIsFoundByTheRegionOfItsOffice) {
    const struct {
        std::string query;
        Ids ids;
    } rows[] = {
        {"huyện:\"Ngọc Lặc\"", {"huyen.txt", "xa.txt"}},
        {"huyện Ngọc Lặc", {"huyen.txt", "xa.txt"}},
        {"tỉnh:\"Thanh Hóa\"", {"huyen.txt", "tinh.txt", "xa.txt"}},
        {"xã:\"Cao Ngọc\"", {"xa.txt"}},
        {"huyện:\"Ngọc Lặc\" cấp:huyện", {"huyen.txt"}},
    };
    for (const auto& [query, ids] : rows) EXPECT_EQ(sorted_ids_of(papers().search(query)), ids);
    EXPECT_EQ(sorted_ids_of(chosen(FacetKind::district, {"Huyện Ngọc Lặc"})),
              (Ids{"huyen.txt", "xa.txt"}));
    EXPECT_EQ(sorted_ids_of(chosen(FacetKind::province, {"Thanh Hóa"})),
              (Ids{"huyen.txt", "tinh.txt", "xa.txt"}));
    EXPECT_EQ(ids_of(chosen(FacetKind::commune, {"15079"})), Ids{"xa.txt"});
    EXPECT_EQ(ids_of(chosen(FacetKind::commune, {""})), Ids{}) << "none, not an unknown one";
}

TEST(People, AreFoundByTheirFields) {
    const struct {
        std::string query;
        Ids ids;
    } rows[] = {
        {"ký:\"Lý Văn Thìn\"", {"huyen.txt"}},
        {"ky:thin", {"huyen.txt"}},
        {"ký:\"ly van thin\"", {"huyen.txt"}},
        {"ký:Văn", {"bo.txt", "huyen.txt"}},
        {"ký:\"Phó Chủ tịch Lý Văn Thìn\"", {"huyen.txt"}},
        {"ký:\"Lý Văn Thìn, Phó Chủ tịch\"", {"huyen.txt"}},
        {"ký:\"chủ tịch\"", {"huyen.txt", "xa.txt"}},
        {"ký:\"giám đốc\" tiếp công dân", {"tinh.txt"}},
        {"gửi:\"Sở Nội vụ\"", {"huyen.txt"}},
        {"gửi:\"ủy ban nhân dân huyện\"", {"xa.txt"}},
        {"recipient:\"van phong chinh phu\"", {"bo.txt"}},
    };
    for (const auto& [query, ids] : rows)
        EXPECT_EQ(sorted_ids_of(papers().search(query)), ids) << query;
    EXPECT_NE(find_notice(papers().search("ký:\"Văn Bình\""), "unknown-value"), nullptr)
        << "words of two signers are no name";
    EXPECT_NE(find_notice(papers().search("ký:\"Thín\""), "unknown-value"), nullptr);
}

TEST(People, AWholeNameAmongWordsFindsWhatWasSignedBelowWhatIsWritten) {
    EXPECT_EQ(ids_of(papers().search("Lý Văn Thìn")), (Ids{"xa.txt", "huyen.txt"}));
    EXPECT_EQ(ids_of(papers().search("ly van thin")), (Ids{"xa.txt", "huyen.txt"}));
    EXPECT_EQ(ids_of(papers().search("Nguyễn Thị Bình")), Ids{"tinh.txt"});
    EXPECT_EQ(ids_of(papers().search("tiếp công dân Nguyễn Thị Bình")), Ids{"tinh.txt"});
    EXPECT_EQ(ids_of(papers().search("Bình")), Ids{"tinh.txt"}) << "a word that no text has";
    EXPECT_EQ(ids_of(papers().search("Thìn")), Ids{"xa.txt"}) << "the text has this one";
    EXPECT_EQ(ids_of(papers().search("Văn phòng Chính phủ")), Ids{})
        << "recipients are no text, and «Văn» is no answer";
    const SearchResult result = papers().search("Nguyễn Thị Bình");
    ASSERT_EQ(result.reports.size(), 1U);
    EXPECT_EQ(result.reports[0].about.signers,
              (std::vector<schema::SignerDescription>{{"Nguyễn Thị Bình", "Phó Giám đốc"}}));
    EXPECT_EQ(result.reports[0].about.recipients,
              (std::vector<std::string>{"UBND tỉnh", "Lưu: VT"}));
    EXPECT_GT(result.reports[0].passages.at(0).score, 0);
}

TEST(Dates, AMonthComesBeforeItsDaysAndIsFoundByEachOfThem) {
    SearchRequest request;
    request.sort = SearchRequest::Sort::oldest;
    EXPECT_EQ(ids_of(papers().search(request)), (Ids{"bo.txt", "tinh.txt", "xa.txt", "huyen.txt"}));
    request.sort = SearchRequest::Sort::date;
    EXPECT_EQ(ids_of(papers().search(request)), (Ids{"huyen.txt", "xa.txt", "tinh.txt", "bo.txt"}));
    EXPECT_EQ(sorted_ids_of(papers().search("ngày:15/12/2024")), Ids{"tinh.txt"});
    EXPECT_EQ(counts(FacetKind::month), (Counts{{"2024-11", 1}, {"2024-12", 3}}));
}

}  // namespace
}  // namespace commsearch
