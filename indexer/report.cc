#include "indexer/report.h"

#include <array>

namespace commsearch {
namespace {

/// By the stored value.
constexpr std::array<std::string_view, 7> issuer_slugs = {"",     "dang-uy",  "ubnd", "hdnd",
                                                          "mttq", "doan-the", "khac"};

/// By the stored value.
constexpr std::array<std::string_view, 18> type_slugs = {
    "",         "bao-cao",   "nghi-quyet", "quyet-dinh", "ke-hoach",  "chuong-trinh",
    "to-trinh", "thong-bao", "huong-dan",  "ket-luan",   "chi-thi",   "quy-che",
    "quy-dinh", "bien-ban",  "de-an",      "phuong-an",  "cong-dien", "cong-van"};

template <std::size_t size>
std::string_view slug_at(const std::array<std::string_view, size>& slugs, std::size_t value) {
    return value < size ? slugs.at(value) : std::string_view();
}

template <typename Value, std::size_t size>
Value value_of(const std::array<std::string_view, size>& slugs, std::string_view slug) {
    for (std::size_t i = 0; i < size; ++i) {
        if (slugs.at(i) == slug) return static_cast<Value>(i);
    }
    return Value::unknown;
}

}  // namespace

std::string_view slug(Issuer issuer) {
    return slug_at(issuer_slugs, static_cast<std::size_t>(issuer));
}

std::string_view slug(DocumentType type) {
    return slug_at(type_slugs, static_cast<std::size_t>(type));
}

Issuer issuer_of_slug(std::string_view slug) { return value_of<Issuer>(issuer_slugs, slug); }

DocumentType document_type_of_slug(std::string_view slug) {
    return value_of<DocumentType>(type_slugs, slug);
}

}  // namespace commsearch
