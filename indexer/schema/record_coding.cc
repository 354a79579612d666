// A ReportRecord as bytes and back.

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/schema/damage.h"
#include "indexer/schema/schema.h"

namespace commsearch::schema {
namespace {

class Writer {
public:
    void byte(std::uint8_t value) { bytes_.push_back(static_cast<char>(value)); }
    void fixed32(std::uint32_t value) {
        for (const unsigned shift : {24U, 16U, 8U, 0U})
            byte(static_cast<std::uint8_t>(value >> shift));
    }
    void fixed64(std::uint64_t value) {
        fixed32(static_cast<std::uint32_t>(value >> 32U));
        fixed32(static_cast<std::uint32_t>(value));
    }
    /// Seven bits a byte, the lowest first.
    void number(std::uint64_t value) {
        while (value >= 0x80U) {
            byte(static_cast<std::uint8_t>(0x80U | (value & 0x7FU)));
            value >>= 7U;
        }
        byte(static_cast<std::uint8_t>(value));
    }
    void text(std::string_view value) {
        number(value.size());
        bytes_.append(value);
    }
    template <typename Value>
    void size(const std::vector<Value>& list) {
        number(list.size());
    }
    std::string take() { return std::move(bytes_); }

private:
    std::string bytes_;
};

class Reader {
public:
    explicit Reader(std::string_view bytes) : bytes_(bytes) {}

    std::uint8_t byte() {
        if (at_ >= bytes_.size()) throw_damaged_record();
        return static_cast<std::uint8_t>(bytes_[at_++]);
    }
    std::uint32_t fixed32() {
        std::uint32_t value = 0;
        for (int i = 0; i < 4; ++i) value = (value << 8U) | byte();
        return value;
    }
    std::uint64_t fixed64() {
        const std::uint64_t high = fixed32();
        return high << 32U | fixed32();
    }
    std::uint64_t number() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            const std::uint8_t next = byte();
            value |= static_cast<std::uint64_t>(next & 0x7FU) << shift;
            if ((next & 0x80U) == 0) return value;
        }
        throw_damaged_record();
    }
    std::uint32_t number32() {
        const std::uint64_t value = number();
        if (value > UINT32_MAX) throw_damaged_record();
        return static_cast<std::uint32_t>(value);
    }
    /// A count of things that take at least one byte each.
    std::size_t count() {
        const std::uint64_t value = number();
        if (value > bytes_.size() - at_) throw_damaged_record();
        return value;
    }
    std::string text() {
        const std::size_t size = count();
        at_ += size;
        return std::string(bytes_.substr(at_ - size, size));
    }
    void text(std::string& value) { value = text(); }
    void fixed32(std::uint32_t& value) { value = fixed32(); }
    void number(std::uint32_t& value) { value = number32(); }
    template <typename Value>
    void size(std::vector<Value>& list) {
        list.resize(count());
    }
    void expect_end() const {
        if (at_ != bytes_.size()) throw_damaged_record();
    }

private:
    std::string_view bytes_;
    std::size_t at_ = 0;
};

/// Writes the description, or reads it: the one list of what is stored of it, and how.
template <typename Stream, typename Description>
void transfer(Stream& stream, Description& about) {
    stream.text(about.id);
    stream.text(about.path);
    stream.text(about.title);
    stream.text(about.number);
    stream.text(about.issuer);
    stream.text(about.period);
    stream.text(about.commune);
    stream.text(about.district);
    stream.text(about.province);
    stream.fixed32(about.date);
    stream.number(about.place);
    stream.text(about.issuer_kind);
    stream.text(about.type);
    stream.text(about.planned_period);
    stream.fixed32(about.signing_date);
    stream.fixed32(about.posting_date);
    stream.text(about.level);
    stream.size(about.signers);
    for (auto& signer : about.signers) {
        stream.text(signer.name);
        stream.text(signer.office);
    }
    stream.size(about.recipients);
    for (auto& recipient : about.recipients) stream.text(recipient);
}

}  // namespace

std::string ReportRecord::analysed_text(std::size_t passage) const {
    std::string text = passages.at(passage).text;
    if (sections.at(passages[passage].section).is_table)
        std::replace_if(
            text.begin(), text.end(), [](char byte) { return byte == '\t' || byte == '\n'; }, ';');
    return text;
}

std::vector<std::string_view> ReportRecord::texts() const {
    std::vector<std::string_view> texts;
    for (const Section& section : sections)
        texts.insert(texts.end(), section.heading_path.begin(), section.heading_path.end());
    for (const Passage& passage : passages) texts.emplace_back(passage.text);
    return texts;
}

std::string encode(const ReportRecord& record) {
    Writer out;
    transfer(out, record.about);
    out.number(record.villages.size());
    for (const std::string& village : record.villages) out.text(village);
    out.number(record.sections.size());
    for (const ReportRecord::Section& section : record.sections) {
        out.number(section.heading_path.size());
        for (const std::string& heading : section.heading_path) out.text(heading);
        out.byte(section.topic);
        out.byte(section.plan_or_result);
        out.byte(section.is_table ? 1 : 0);
        out.byte(section.is_frame ? 1 : 0);
        out.number(section.columns.size());
        for (const std::string& column : section.columns) out.text(column);
    }
    out.number(record.passages.size());
    for (const ReportRecord::Passage& passage : record.passages) {
        out.text(passage.id);
        out.number(passage.section);
        out.number(passage.first_line);
        out.number(passage.last_line);
        out.text(passage.text);
        out.number(passage.page);
    }
    return out.take();
}

ReportRecord decode_report(std::string_view bytes) {
    Reader in(bytes);
    ReportRecord record;
    transfer(in, record.about);
    record.villages.resize(in.count());
    for (std::string& village : record.villages) village = in.text();
    record.sections.resize(in.count());
    for (ReportRecord::Section& section : record.sections) {
        section.heading_path.resize(in.count());
        for (std::string& heading : section.heading_path) heading = in.text();
        section.topic = in.byte();
        section.plan_or_result = in.byte();
        section.is_table = in.byte() != 0;
        section.is_frame = in.byte() != 0;
        section.columns.resize(in.count());
        for (std::string& column : section.columns) column = in.text();
    }
    record.passages.resize(in.count());
    for (ReportRecord::Passage& passage : record.passages) {
        passage.id = in.text();
        passage.section = in.number32();
        if (passage.section >= record.sections.size()) throw_damaged_record();
        passage.first_line = in.number32();
        passage.last_line = in.number32();
        passage.text = in.text();
        passage.page = in.number32();
    }
    in.expect_end();
    return record;
}

}  // namespace commsearch::schema
