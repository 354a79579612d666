#include "indexer/report/report.h"

#include "indexer/schema/kinds.h"

namespace commsearch::report {

std::string_view slug(Issuer issuer) {
    return schema::slug_of_number(schema::issuer_kinds(), static_cast<std::size_t>(issuer));
}

std::string_view slug(Level level) {
    return schema::slug_of_number(schema::levels(), static_cast<std::size_t>(level));
}

std::string_view slug(DocumentType type) {
    return schema::slug_of_number(schema::document_kinds(), static_cast<std::size_t>(type));
}

std::string_view slug(PlanOrResult plan_or_result) {
    return schema::slug_of_number(schema::plan_or_result_kinds(), static_cast<std::size_t>(plan_or_result));
}

Issuer issuer_of_slug(std::string_view slug) {
    return static_cast<Issuer>(schema::number_of_slug(schema::issuer_kinds(), slug));
}

DocumentType document_type_of_slug(std::string_view slug) {
    return static_cast<DocumentType>(schema::number_of_slug(schema::document_kinds(), slug));
}

std::string Commune::full_address() const {
    std::string text = type.empty() ? name : type + ' ' + name;
    for (const std::string* const area : {&district, &province}) {
        if (!area->empty()) text += (text.empty() ? "" : ", ") + *area;
    }
    return text;
}

PlaceId Report::place() const {
    for (const PlaceId& smallest : {commune.id(), commune.district_id(), commune.province_id()}) {
        if (smallest.is_known()) return smallest;
    }
    return {};
}

}  // namespace commsearch::report
