#include "indexer/report/report.h"

#include <span>

#include "indexer/schema/schema.h"

namespace commsearch::report {
namespace {

std::string_view slug_at(std::span<const std::string_view> slugs, std::size_t value) {
    return value < slugs.size() ? slugs[value] : std::string_view();
}

template <typename Value>
Value value_of(std::span<const std::string_view> slugs, std::string_view slug) {
    for (std::size_t i = 0; i < slugs.size(); ++i) {
        if (slugs[i] == slug) return static_cast<Value>(i);
    }
    return Value::unknown;
}

}  // namespace

std::string_view slug(Issuer issuer) {
    return slug_at(schema::issuer_slugs(), static_cast<std::size_t>(issuer));
}

std::string_view slug(DocumentType type) {
    return slug_at(schema::type_slugs(), static_cast<std::size_t>(type));
}

std::string_view slug(PlanOrResult plan_or_result) {
    return slug_at(schema::horizon_slugs(), static_cast<std::size_t>(plan_or_result));
}

Issuer issuer_of_slug(std::string_view slug) {
    return value_of<Issuer>(schema::issuer_slugs(), slug);
}

DocumentType document_type_of_slug(std::string_view slug) {
    return value_of<DocumentType>(schema::type_slugs(), slug);
}

std::string Commune::full_address() const {
    std::string text = type.empty() ? name : type + ' ' + name;
    for (const std::string* const area : {&district, &province}) {
        if (!area->empty()) text += ", " + *area;
    }
    return text;
}

}  // namespace commsearch::report
