#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/encoding/legacy_encoding.h"
#include "analyzers/value/date.h"
#include "analyzers/value/period.h"
#include "analyzers/value/place_id.h"

namespace commsearch::report {

/// A commune-level unit (xã, phường, thị trấn, đặc khu) as the gazetteer knows it.
struct Commune {
    Epoch epoch = Epoch::unknown;
    std::string code;           ///< five digits; empty when unknown
    std::string type;           ///< "xã", "phường", "thị trấn", "đặc khu"
    std::string name;           ///< without type, as listed: "Cao Ngọc"
    std::string district;       ///< with type: "Huyện Ngọc Lặc"; empty from 2025-07
    std::string district_code;  ///< three digits or empty
    std::string province;       ///< without type: "Thanh Hóa"
    std::string province_code;  ///< two digits

    /// Each of these is unknown without its code.
    [[nodiscard]] PlaceId id() const { return {epoch, code}; }
    [[nodiscard]] PlaceId district_id() const { return {epoch, district_code}; }
    [[nodiscard]] PlaceId province_id() const { return {epoch, province_code}; }

    bool operator==(const Commune&) const = default;

    /// "xã Cao Ngọc, Huyện Ngọc Lặc, Thanh Hóa", as far as it is known.
    [[nodiscard]] std::string full_address() const;
};

/// A hamlet (thôn, làng, bản, ấp, tổ dân phố …) as its report names it: there is no public list.
struct Village {
    std::string type;       ///< lower case: "thôn"
    std::string name;       ///< as written, without type: "Mỹ Yên", "5"
    std::size_t times = 0;  ///< how often the report says it with its type
    bool operator==(const Village&) const = default;
};

/// Who signed a paper, as it says: what it does not say is empty.
struct Signer {
    std::string name;       ///< "Lý Văn Thìn", without rank or degree
    std::string office;     ///< "Phó Chủ tịch"
    std::string on_behalf;  ///< in whose place: "KT. CHỦ TỊCH", as written
    std::string body;       ///< whom "TM." names, as written: "ỦY BAN NHÂN DÂN"
    bool operator==(const Signer&) const = default;
};

/// Who issued a paper. The values are stored: append only.
enum class Issuer : std::uint8_t {
    unknown = 0,
    dang_uy = 1,
    ubnd = 2,
    hdnd = 3,
    mttq = 4,
    doan_the = 5,  ///< unions and associations (Hội Nông dân, Đoàn Thanh niên …)
    other = 6,
    agency = 7,    ///< Sở, phòng, ban, ngành: what works for a committee or a ministry
    national = 8,  ///< Quốc hội, Chính phủ, bộ
    unit = 9,      ///< trường học, trạm, hợp tác xã, thôn
};

/// Where in the state the body stands that issued a paper. The values are stored: append only.
enum class Level : std::uint8_t {
    unknown = 0,
    central = 1,
    province = 2,
    district = 3,
    commune = 4,
    grassroots = 5,  ///< village, school, station, cooperative, company
};

/// Kind of paper; in the order of schema::document_kinds(). The values are stored: append only.
enum class DocumentType : std::uint8_t {
    unknown = 0,
    bao_cao = 1,
    nghi_quyet = 2,
    quyet_dinh = 3,
    ke_hoach = 4,
    chuong_trinh = 5,
    to_trinh = 6,
    thong_bao = 7,
    huong_dan = 8,
    ket_luan = 9,
    chi_thi = 10,
    quy_che = 11,
    quy_dinh = 12,
    bien_ban = 13,
    de_an = 14,
    phuong_an = 15,
    cong_dien = 16,
    cong_van = 17,
    thong_cao,
    du_an,
    hop_dong,
    ban_ghi_nho,
    ban_thoa_thuan,
    giay_uy_quyen,
    giay_moi,
    giay_gioi_thieu,
    giay_nghi_phep,
    phieu_gui,
    phieu_chuyen,
    phieu_bao,
    thu_cong,
    thong_tri,
    tuyen_bo,
    loi_keu_goi,
    quy_hoach,
    hien_phap,
    bo_luat,
    luat,
    phap_lenh,
    lenh,
    nghi_dinh,
    thong_tu_lien_tich,
    thong_tu,
    nghi_quyet_lien_tich,
    dieu_le,
    noi_quy,
    huong_uoc,
    phieu_trinh,
    lich_cong_tac,
    de_cuong,
    so_tay,
    don_de_nghi,
    thu_moi,
    ket_luan_thanh_tra,
    quy_uoc,
    danh_sach,
    phu_luc,
    bai_phat_bieu,
    dien_van,
    giay_xac_nhan,
    giay_chung_nhan,
    ban_cam_ket,
    ban_kiem_diem,
    to_khai,
    bieu_tong_hop,
    bang_tong_hop,
    phieu_lay_y_kien,
    ban_tin,
    danh_muc,
};

/// Whether a passage tells what was done or what is planned; "horizon" in answers.
/// The values are stored: append only.
enum class PlanOrResult : std::uint8_t { unknown = 0, result = 1, plan = 2 };

/// Where a date was taken from, best first.
enum class DateSource : std::uint8_t { none = 0, stated = 1, signing = 2, posting = 3 };

/// About 60-180 words of one section, never across a heading, nor from a table into text.
struct Passage {
    /// NFC, as written: nothing corrected. Lines of the document, or pieces of them, joined by
    /// '\n'; of a table rows, a tab between two cells.
    std::string text;
    std::uint32_t first_line = 0;  ///< 1-based lines of RawDocument::text
    std::uint32_t last_line = 0;   ///< inclusive
    std::uint32_t page = 0;        ///< of its first line, 1-based; 0 when the format has no pages
    std::uint32_t table =
        0;  ///< which table of the report its rows are of, from 1; 0: running text
    /// What each column of the table is: its heads joined by " / ", outermost first. Empty when the
    /// table has no header rows.
    std::vector<std::string> columns = {};
    bool operator==(const Passage&) const = default;
};

/// The passages under one heading.
struct Section {
    std::vector<std::string>
        heading_path;   ///< outermost first, numbers kept ("II. KẾT QUẢ …"); may be empty
    std::string topic;  ///< slug of the taxonomy, empty when unknown
    PlanOrResult plan_or_result = PlanOrResult::unknown;
    std::vector<Passage> passages;
    bool is_frame = false;  ///< tells of the paper, not of what the paper is about
};

/// One report as understood.
struct Report {
    std::string id;
    std::string path;
    std::string part_of;  ///< as RawDocument::part_of
    std::string title;
    std::string number;  ///< "45/BC-UBND", "276-BC/ĐU"; blanks removed; empty when not stated
    std::string issuer;  ///< as a person would write it: "Đảng ủy xã Cao Ngọc"; empty when unknown
    Issuer issuer_kind = Issuer::unknown;
    Level level = Level::unknown;
    DocumentType type = DocumentType::unknown;
    /// Whose paper it is. Only a paper of a commune, or of what is within one, has a name and a
    /// code here; that of a district or province has these alone, a national one has nothing.
    Commune commune;
    std::vector<Commune> candidates;  ///< communes it may be where nothing decides; else empty
    std::vector<Commune>
        successors;  ///< communes that took over its area in 2025-07; empty from then on
    std::vector<Commune>
        predecessors;  ///< communes that it took over (part of) in 2025-07; empty before
    std::vector<Village> villages;  ///< in the order of their first mention
    /// The signing date, else the posting date. Only a month where the paper leaves the day blank
    /// ("ngày     tháng 10 năm 2023"); never one of the body.
    Date date;
    DateSource date_source = DateSource::none;
    Date signing_date;                    ///< as the paper says
    Date posting_date;                    ///< when its web page was posted, as the page says
    Period period;                        ///< reported on
    Period planned;                       ///< planned for
    std::vector<Signer> signers;          ///< in the order of the paper
    std::vector<std::string> recipients;  ///< of "Kính gửi" and "Nơi nhận", as written, in order
    encoding::SourceEncoding encoding;  ///< of the file it was read from
    std::vector<Section> sections;

    /// The smallest place that is known of it: commune, district or province.
    [[nodiscard]] PlaceId place() const;
};

/// As indexes and answers name it: "dang-uy", "xa", "bao-cao", "past"; empty for unknown.
[[nodiscard]] std::string_view slug(Issuer issuer);
[[nodiscard]] std::string_view slug(Level level);
[[nodiscard]] std::string_view slug(DocumentType type);
[[nodiscard]] std::string_view slug(PlanOrResult plan_or_result);
/// The value with that slug; unknown when there is none.
[[nodiscard]] Issuer issuer_of_slug(std::string_view slug);
[[nodiscard]] DocumentType document_type_of_slug(std::string_view slug);

}  // namespace commsearch::report
