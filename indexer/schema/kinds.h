#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace commsearch::schema {

/// One value of a small closed list: how indexes and answers name it, and how people do. A value is
/// stored as its position in the list, so the lists only grow at their ends; 0 is unknown.
struct Kind {
    std::string_view slug;   ///< "bao-cao"
    std::string_view label;  ///< "Báo cáo"
};

/// A kind of paper, with what its number shows it by.
struct DocumentKind : Kind {
    std::string_view symbol;  ///< "bc" of "45/BC-UBND", unaccented; empty when it has none
};

// The lists. They are constants: any thread may read them.

/// Kinds of bodies that issue papers.
[[nodiscard]] std::span<const Kind> issuer_kinds();
/// Levels of the bodies: central, province, district, commune, and what stands below or beside.
[[nodiscard]] std::span<const Kind> levels();
/// Whether a passage tells what was done or what is planned.
[[nodiscard]] std::span<const Kind> plan_or_result_kinds();
/// Kinds of papers: those of Nghị định 30/2020/NĐ-CP (article 7) and Hướng dẫn 36-HD/VPTW, the laws
/// of Luật 64/2025/QH15, and what offices keep beside them.
[[nodiscard]] std::span<const DocumentKind> document_kinds();

/// Position of the slug in the list; 0 when the list has no such slug.
template <typename KindRow>
[[nodiscard]] std::uint8_t number_of_slug(std::span<const KindRow> kinds, std::string_view slug) {
    for (std::size_t i = 1; i < kinds.size(); ++i) {
        if (kinds[i].slug == slug) return static_cast<std::uint8_t>(i);
    }
    return 0;
}

/// The slug of a stored number; empty for unknown and for numbers behind the end of the list.
template <typename KindRow>
[[nodiscard]] std::string_view slug_of_number(std::span<const KindRow> kinds, std::size_t number) {
    return number < kinds.size() ? kinds[number].slug : std::string_view();
}

/// What people call the value with that slug; empty when the list has no such slug.
template <typename KindRow>
[[nodiscard]] std::string_view label_of_slug(std::span<const KindRow> kinds,
                                             std::string_view slug) {
    return kinds[number_of_slug(kinds, slug)].label;
}

}  // namespace commsearch::schema
