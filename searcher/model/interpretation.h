#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "searcher/model/notice.h"

namespace commsearch {

/// A part of a question that was read as more than words.
struct Reading {
    enum class Kind : std::uint8_t {
        place,
        time,
        comparison,  ///< "so sánh … các xã": one answer a commune
        correction,  ///< a word that was typed wrong
    };
    enum class Effect : std::uint8_t {
        narrows,   ///< only passages of it are answers
        prefers,   ///< its passages come first
        unknown,   ///< the index has nothing of it: only passages that name it are answers
        replaces,  ///< something else was searched in its stead
    };
    Kind kind = Kind::place;
    Effect effect = Effect::narrows;
    SourceRange range;  ///< the bytes of the query it was read from
    std::string typed;  ///< these bytes
    std::string filter;  ///< what is in force, as a query would say it: xã:"Bản Liền"; may be empty
    Message meaning;      ///< for people: "xã Bản Liền, Huyện Bắc Hà, Lào Cai"
    std::string without;  ///< the query without this part
    std::string
        literal;  ///< the query with this part in quotation marks: searched as it is written
    bool operator==(const Reading&) const = default;
};

/// What a question was understood to ask. A value.
struct Interpretation {
    enum class Wanted : std::uint8_t {
        passage,     ///< what is said of something
        figure,      ///< "bao nhiêu hộ nghèo"
        report,      ///< nothing but a place or a time: its papers
        comparison,  ///< "xã nào … nhiều nhất": the same thing of several communes
        signer,      ///< "ai là chủ tịch …": who signed as that
        newest,      ///< "… mới nhất": the newest paper that says so first
    };
    Wanted wanted = Wanted::passage;
    std::string topic;  ///< the words that are searched as words
    std::vector<Reading> readings;
    bool operator==(const Interpretation&) const = default;
};

}  // namespace commsearch
