#pragma once

#include <cstdint>
#include <string>

namespace commsearch::schema {

/// What is stored and shown of a report beside its passages. The indexer fills it, the record of
/// the report and its hit hold it whole.
struct ReportDescription {
    std::string id;
    std::string path;
    std::string title;
    std::string number;
    std::string issuer;          ///< "Đảng ủy xã Cao Ngọc"
    std::string issuer_kind;     ///< slug
    std::string type;            ///< slug
    std::string commune;         ///< "xã Cao Ngọc"
    std::string district;        ///< "Huyện Ngọc Lặc", may be empty
    std::string province;        ///< "Thanh Hóa"
    std::string period;          ///< Period::text, reported on
    std::string planned_period;  ///< Period::text, planned for
    std::uint32_t place = 0;     ///< PlaceId::number() of the commune
    std::uint32_t date = 0;      ///< YYYYMMDD, 0 unknown; the other dates too
    std::uint32_t signing_date = 0;
    std::uint32_t posting_date = 0;
    bool operator==(const ReportDescription&) const = default;
};

}  // namespace commsearch::schema
