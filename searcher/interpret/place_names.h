#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/index/index_reader.h"
#include "searcher/interpret/question_words.h"
#include "searcher/places/place_index.h"
#include "searcher/query/query.h"

namespace commsearch::interpret {

/// A place of the index that a name stands for.
struct NamedPlace {
    query::Field field = query::Field::commune;
    std::string label;       ///< for people; the name as typed where several places have it
    bool is_certain = true;  ///< false: a common word too, or the bare name of several places
};

/// Whether the type, unaccented, is that of a commune: "xa", "phuong", "thi tran", "dac khu".
[[nodiscard]] bool is_commune_type(std::string_view type);

/// Looks up the places of an index that have reports. For the thread of the index.
class PlaceNames {
public:
    /// `index` must live longer.
    explicit PlaceNames(const index::IndexReader& index)
        : index_(index), places_(index.snapshot().place_index()) {}

    /// "xã Bản Liền", whose type is `type`, unaccented.
    [[nodiscard]] std::optional<NamedPlace> typed(const std::string& name,
                                                  std::string_view type) const;
    /// "Bản Liền", of these words. Without capitals it has to be a commune's, spelled as listed or
    /// without any mark.
    [[nodiscard]] std::optional<NamedPlace> bare(const std::string& name,
                                                 std::span<const QuestionWord> words,
                                                 bool has_capitals) const;
    /// A commune or district with the region behind it: "xã Tân Lập, Lục Ngạn"; nothing where there
    /// is no such place anywhere.
    [[nodiscard]] std::optional<NamedPlace> with_region(const std::string& name,
                                                        query::Field field) const;
    [[nodiscard]] bool is_region(const std::string& name) const {
        return !places_.provinces(name).empty() || !places_.districts(name).empty();
    }
    /// Hamlets, "thôn Hố Sen".
    [[nodiscard]] std::optional<NamedPlace> village(const std::string& name) const;

private:
    using Communes = std::vector<const schema::PlaceEntry*>;
    using Regions = std::vector<const schema::RegionEntry*>;

    [[nodiscard]] std::optional<NamedPlace> region(const std::string& name,
                                                   bool may_be_district) const;
    [[nodiscard]] Communes reporting(Communes found) const;
    [[nodiscard]] std::string label_of(const Communes& found, const std::string& typed) const;
    [[nodiscard]] bool is_common(std::span<const QuestionWord> words, const Communes& found) const;
    [[nodiscard]] std::vector<std::string> spellings(const QuestionWord& word) const;

    const index::IndexReader& index_;
    const places::PlaceIndex& places_;
};

}  // namespace commsearch::interpret
