#include "tests/support/word_writer.h"

#include <algorithm>

namespace commsearch {
namespace {

constexpr std::size_t sector = 512;

void put(std::string& bytes, std::size_t at, const std::string& value) {
    if (bytes.size() < at + value.size()) bytes.resize(at + value.size(), '\0');
    bytes.replace(at, value.size(), value);
}

void fill_sector(std::string& bytes) {
    bytes.resize((bytes.size() + sector - 1) / sector * sector, '\0');
}

std::string directory_entry(const std::string& name, char type, std::uint32_t left,
                            std::uint32_t right, std::uint32_t child, std::uint32_t start,
                            std::size_t size) {
    std::string entry(128, '\0');
    for (std::size_t i = 0; i < name.size(); ++i) entry[2 * i] = name[i];
    put(entry, 64, little_endian(2 * name.size() + 2, 2) + type + '\1');
    put(entry, 68, little_endian(left, 4) + little_endian(right, 4) + little_endian(child, 4));
    put(entry, 116, little_endian(start, 4) + little_endian(size, 8));
    return entry;
}

/// An OLE file of two streams of whole sectors.
std::string ole_file(const std::string& document, const std::string& tables) {
    constexpr std::uint32_t none = 0xFFFFFFFF;
    constexpr std::uint32_t end_of_chain = 0xFFFFFFFE;
    const auto document_sectors = static_cast<std::uint32_t>(document.size() / sector);
    const auto table_sectors = static_cast<std::uint32_t>(tables.size() / sector);
    std::string header("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
    put(header, 24,
        little_endian(0x3E, 2) + little_endian(3, 2) + little_endian(0xFFFE, 2) +
            little_endian(9, 2) + little_endian(6, 2));
    put(header, 44,
        little_endian(1, 4) + little_endian(1, 4) + little_endian(0, 4) + little_endian(4096, 4) +
            little_endian(end_of_chain, 4) + little_endian(0, 4) + little_endian(end_of_chain, 4) +
            little_endian(0, 4) + little_endian(0, 4));
    put(header, 80, std::string(sector - 80, '\xFF'));
    std::string chains = little_endian(0xFFFFFFFD, 4) + little_endian(end_of_chain, 4);
    std::uint32_t at = 2;
    for (const std::uint32_t count : {document_sectors, table_sectors}) {
        for (std::uint32_t i = 1; i <= count; ++i, ++at)
            chains += little_endian(i == count ? end_of_chain : at + 1, 4);
    }
    chains.resize(sector, '\xFF');
    return header + chains + directory_entry("Root Entry", 5, none, none, 1, end_of_chain, 0) +
           directory_entry("WordDocument", 2, 2, none, none, 2, document.size()) +
           directory_entry("1Table", 2, none, none, none, 2 + document_sectors, tables.size()) +
           directory_entry("", 0, none, none, none, 0, 0) + document + tables;
}

/// The bytes of a Word file, piece by piece.
class Writer {
public:
    explicit Writer(const WordSample& sample) : sample_(sample) {
        constexpr std::size_t text_begin = 1536;
        put(document_, 0, little_endian(0xA5EC, 2) + little_endian(sample.version, 2));
        put(document_, 10, little_endian(0x1200, 2));
        document_.resize(text_begin, '\0');
    }

    std::string write() {
        write_pieces();
        write_formats(12, sample_.characters, false);
        write_formats(13, sample_.paragraphs, true);
        for (const auto& [place, bytes] : sample_.tables) add_table(place, bytes);
        document_.resize(std::max<std::size_t>(document_.size(), 4096), '\0');
        tables_.resize(std::max<std::size_t>(tables_.size(), 4096), '\0');
        fill_sector(document_);
        fill_sector(tables_);
        return ole_file(document_, tables_);
    }

private:
    void write_pieces() {
        constexpr std::uint32_t narrow_bit = 0x40000000;
        std::string places = little_endian(0, 4);
        std::string pieces;
        std::size_t place = 0;
        for (const WordSample::Piece& piece : sample_.pieces) {
            if (!piece.is_narrow && document_.size() % 2 == 1) document_ += '\0';
            const std::size_t at = document_.size();
            for (const char16_t letter : piece.text) {
                offsets_.push_back(document_.size());
                document_ += little_endian(letter, piece.is_narrow ? 1 : 2);
            }
            offsets_end_ = document_.size();
            document_ += piece.gap;
            place += piece.text.size();
            places += little_endian(place, 4);
            pieces += little_endian(0, 2) +
                      little_endian(piece.is_narrow ? 2 * at | narrow_bit : at, 4) +
                      little_endian(0, 2);
        }
        offsets_.push_back(offsets_end_);
        add_table(33, '\2' + little_endian(places.size() + pieces.size(), 4) + places + pieces);
        for (std::size_t i = 0; i < sample_.stories.size(); ++i)
            put(document_, 0x4C + 4 * i, little_endian(sample_.stories[i], 4));
        if (sample_.stories[0] == 0) put(document_, 0x4C, little_endian(place, 4));
    }

    /// A page of formats for each.
    void write_formats(std::size_t table, const std::vector<WordSample::Format>& formats,
                       bool is_of_paragraphs) {
        std::string places, numbers;
        for (const WordSample::Format& format : formats) {
            fill_sector(document_);
            constexpr std::size_t changes_at = 100;
            std::string page;
            const std::string begin = little_endian(offsets_.at(format.begin), 4);
            put(page, 0, begin + little_endian(offsets_.at(format.end), 4));
            page += static_cast<char>(changes_at / 2);
            const std::string style = is_of_paragraphs ? little_endian(format.style, 2) : "";
            const std::string changes = style + format.changes;
            // Sizes of paragraph formats are in words; an odd one has a zero in front.
            if (!is_of_paragraphs) {
                put(page, changes_at, static_cast<char>(changes.size()) + changes);
            } else if (changes.size() % 2 == 1) {
                put(page, changes_at, static_cast<char>(changes.size() / 2 + 1) + changes);
            } else {
                put(page, changes_at, '\0' + (static_cast<char>(changes.size() / 2) + changes));
            }
            put(page, sector - 1, "\1");
            places += begin;
            numbers += little_endian(document_.size() / sector, 4);
            document_ += page;
        }
        places += little_endian(document_.size(), 4);
        add_table(table, places + numbers);
    }

    void add_table(std::size_t place, const std::string& bytes) {
        put(document_, 0x9A + 8 * place,
            little_endian(tables_.size(), 4) + little_endian(bytes.size(), 4));
        tables_ += bytes;
        if (place == 73) tables_ += sample_.behind_lists;
    }

    const WordSample& sample_;
    std::string document_, tables_;
    std::vector<std::size_t> offsets_;  ///< of each character, and of the end
    std::size_t offsets_end_ = 0;
};

}  // namespace

std::string little_endian(std::uint64_t value, std::size_t size) {
    std::string bytes;
    for (std::size_t i = 0; i < size; ++i)
        bytes += static_cast<char>(static_cast<unsigned char>(value >> (8 * i)));
    return bytes;
}

std::string word_file(const WordSample& sample) { return Writer(sample).write(); }

}  // namespace commsearch
