#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace commsearch::schema {

/// Who signed a report, as it says; what it does not say is empty.
struct SignerDescription {
    std::string name;    ///< "Lý Văn Thìn"
    std::string office;  ///< "Phó Chủ tịch"
    bool operator==(const SignerDescription&) const = default;
};

/// What is stored and shown of a report beside its passages. The indexer fills it, the record of
/// the report and its hit hold it whole.
struct ReportDescription {
    std::string id;
    std::string path;
    std::string title;
    std::string number;
    std::string issuer;          ///< "Đảng ủy xã Cao Ngọc"
    std::string issuer_kind;     ///< slug
    std::string level;           ///< slug
    std::string type;            ///< slug
    std::string commune;         ///< "xã Cao Ngọc"; empty for the paper of a district or province
    std::string district;        ///< "Huyện Ngọc Lặc", may be empty
    std::string province;        ///< "Thanh Hóa"
    std::string period;          ///< Period::text, reported on
    std::string planned_period;  ///< Period::text, planned for
    std::uint32_t place = 0;     ///< PlaceId::number() of the smallest place known
    std::uint32_t date = 0;      ///< Date::number(); the other dates too
    std::uint32_t signing_date = 0;
    std::uint32_t posting_date = 0;
    std::vector<SignerDescription> signers;  ///< in the order of the paper
    std::vector<std::string> recipients;     ///< as written, in the order of the paper
    bool operator==(const ReportDescription&) const = default;
};

}  // namespace commsearch::schema
