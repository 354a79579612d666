// Files that break, flood or lie: each gives one line with a reason, and the next one is read.

#include <gtest/gtest.h>

#include <array>
#include <filesystem>

#include "indexer/source/extract/raw_document.h"
#include "indexer/source/source.h"
#include "tests/support/program.h"
#include "tests/support/word_writer.h"
#include "tests/support/zip_writer.h"

namespace commsearch::source {
namespace {

namespace fs = std::filesystem;

const fs::path fixtures = fs::path(COMMSEARCH_SOURCE_DIR) / "tests/indexer/formats";

struct ReadResult {
    std::vector<RawDocument> documents;
    std::vector<Skipped> skipped;
};

ReadResult read(const fs::path& path, const Extractors& extractors = find_extractors()) {
    ReadResult result;
    read_source(
        {path, path.filename().string(), 0},
        [&](RawDocument document) { result.documents.push_back(std::move(document)); },
        [&](Skipped skipped) { result.skipped.push_back(std::move(skipped)); }, extractors);
    return result;
}

/// The one line that a file gives; what else it gave when it is not one.
std::string reason_of(const fs::path& path, const Extractors& extractors = find_extractors()) {
    const ReadResult result = read(path, extractors);
    if (!result.documents.empty() || result.skipped.size() != 1) {
        return std::to_string(result.documents.size()) + " documents, " +
               std::to_string(result.skipped.size()) + " lines";
    }
    EXPECT_FALSE(result.skipped[0].reason.vi.empty());
    EXPECT_NE(result.skipped[0].reason.vi, result.skipped[0].reason.en);
    EXPECT_EQ(result.skipped[0].path, path.string());
    return result.skipped[0].reason.en;
}

void expect_part(const std::string& message, std::string_view part) {
    EXPECT_NE(message.find(part), std::string::npos) << message << " lacks " << part;
}

std::string docx_with(const std::string& document_xml) {
    return zipped({{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", document_xml}});
}

constexpr const char* word_namespace =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

TEST(HostileFiles, BombsAreCut) {
    const TempFolder folder;
    const std::string zeros(std::size_t{210} << 20U, ' ');
    expect_part(reason_of(folder.write("a.zip", zipped({{"a.txt", zeros}}))),
                "unpacks to more than 200 MiB");
    expect_part(reason_of(folder.write("a.docx", docx_with(zeros))),
                "unpacks to more than 200 MiB");
    std::vector<std::pair<std::string, std::string>> many;
    for (int i = 0; i <= 10'000; ++i) many.emplace_back("__MACOSX/" + std::to_string(i), "");
    expect_part(reason_of(folder.write("many.zip", zipped(many))), "more than 10000 entries");
}

TEST(HostileFiles, BombsInsideArchivesShareOneLimit) {
    const TempFolder folder;
    Extractors extractors = find_extractors();
    extractors.archive.bytes = 1 << 20;
    const std::string half = zipped({{"a.txt", std::string(600'000, 'a')}});
    const ReadResult result =
        read(folder.write("a.zip", zipped({{"1.zip", half}, {"2.zip", half}})), extractors);
    EXPECT_EQ(result.documents.size(), 1U);
    ASSERT_EQ(result.skipped.size(), 1U);
    EXPECT_EQ(result.skipped[0].path, (folder.path() / "a.zip/2.zip").string());
    expect_part(result.skipped[0].reason.en, "unpacks to more than");
    // The members of a document are not entries of the archive around it.
    extractors.archive = {.entries = 3, .bytes = 100'000};
    const std::string docx = read_bytes(fixtures / "5.docx");
    const fs::path three =
        folder.write("b.zip", zipped({{"1.docx", docx}, {"2.docx", docx}, {"3.docx", docx}}));
    EXPECT_EQ(read(three, extractors).documents.size(), 3U);
}

TEST(HostileFiles, ArchivesMayNestThreeDeep) {
    const TempFolder folder;
    std::string bytes = "Báo cáo";
    std::string name = "a.txt";
    for (int depth = 1; depth <= 4; ++depth) {
        bytes = zipped({{name, bytes}});
        name = std::to_string(depth) + ".zip";
        const ReadResult result = read(folder.write(name, bytes));
        EXPECT_EQ(result.documents.size(), depth <= 3 ? 1U : 0U) << depth;
        if (depth <= 3) continue;
        ASSERT_EQ(result.skipped.size(), 1U);
        EXPECT_EQ(result.skipped[0].path, (folder.path() / "4.zip/3.zip/2.zip/1.zip").string());
        expect_part(result.skipped[0].reason.en, "nested deeper than 3");
    }
}

TEST(HostileFiles, XmlEntitiesAreNotExpanded) {
    const TempFolder folder;
    std::string entities = "<!ENTITY a0 \"ha ha ha ha ha ha ha ha ha ha\">";
    for (int i = 1; i < 12; ++i) {
        const std::string one = "&a" + std::to_string(i - 1) + ";";
        entities += "<!ENTITY a" + std::to_string(i) + " \"" + one + one + one + one + one + one +
                    one + one + one + one + "\">";
    }
    const std::string root = std::string("<w:document ") + word_namespace + ">";
    expect_part(
        reason_of(folder.write("laughs.docx",
                               docx_with("<!DOCTYPE x [" + entities + "]>" + root +
                                         "<w:p><w:r><w:t>&a11;</w:t></w:r></w:p></w:document>"))),
        "XML");
    expect_part(
        reason_of(folder.write(
            "file.docx", docx_with("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" +
                                   root + "<w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:document>"))),
        "declares a document type");
    std::string deep;
    for (int i = 0; i < 100'000; ++i) deep += "<w:p>";
    expect_part(reason_of(folder.write("deep.docx", docx_with(root + deep))),
                "XML inside is broken");
}

TEST(HostileFiles, PasswordsAreAskedToBeTakenAway) {
    const TempFolder folder;
    constexpr std::string_view reason = "protected by a password";
    expect_part(reason_of(fixtures / "encrypted.pdf"), reason);
    // Word's flag of an encrypted document: bit 8 of the 16 bits at offset 10 of its stream.
    std::string doc = read_bytes(fixtures / "5.doc");
    const std::size_t stream = doc.find("\xEC\xA5");
    ASSERT_NE(stream, std::string::npos);
    doc[stream + 11] = static_cast<char>(doc[stream + 11] | 1);
    expect_part(reason_of(folder.write("a.doc", doc)), reason);
    // A .docx with a password is an OLE file with the stream EncryptedPackage.
    std::string package = read_bytes(fixtures / "5.doc");
    std::string name, renamed;
    for (const char byte : std::string("WordDocument")) name += {byte, '\0'};
    for (const char byte : std::string("EncryptedPackage")) renamed += {byte, '\0'};
    const std::size_t entry = package.find(name);
    package.replace(entry, renamed.size(), renamed);
    package[entry + 64] = static_cast<char>(renamed.size() + 2);
    expect_part(reason_of(folder.write("a.docx", package)), reason);
    const std::string zip = zipped({{"b.txt", "Báo cáo"}}, "secret");
    const ReadResult result = read(folder.write("a.zip", zip));
    ASSERT_EQ(result.skipped.size(), 1U);
    EXPECT_EQ(result.skipped[0].path, (folder.path() / "a.zip/b.txt").string());
    expect_part(result.skipped[0].reason.en, reason);
}

constexpr auto every_format =
    std::to_array<std::pair<const char*, const char*>>({{"1.docx", "a.docx"},
                                                        {"1.odt", "a.odt"},
                                                        {"1.doc", "a.doc"},
                                                        {"1.rtf", "a.rtf"},
                                                        {"1.pdf", "a.pdf"},
                                                        {"scan-1.png", "a.png"},
                                                        {"scan-1.jpg", "a.jpg"},
                                                        {"scan-1.tif", "a.tif"}});

TEST(HostileFiles, EmptyFilesSaySo) {
    const TempFolder folder;
    for (const auto& [fixture, name] : every_format)
        expect_part(reason_of(folder.write(name, "")), "empty");
    expect_part(reason_of(folder.write("a.zip", "")), "empty");
    expect_part(reason_of(folder.write("a.html", "")), "empty");
}

TEST(HostileFiles, CutFilesGiveAtMostOneLine) {
    const TempFolder folder;
    for (const auto& [fixture, name] : every_format) {
        const std::string bytes = read_bytes(fixtures / fixture);
        for (const std::size_t size : {std::size_t{7}, std::size_t{600}, bytes.size() / 2}) {
            const ReadResult result = read(folder.write(name, bytes.substr(0, size)));
            EXPECT_LE(result.skipped.size(), 1U) << name << size;
            EXPECT_EQ(result.documents.size() + result.skipped.size(), 1U) << name << size;
        }
    }
}

TEST(HostileFiles, TwoGigabytesAreTooMuch) {
    const TempFolder folder;
    for (const auto& [fixture, name] : every_format) {
        const fs::path path = folder.write(name, read_bytes(fixtures / fixture).substr(0, 1024));
        fs::resize_file(path, std::uintmax_t{2} << 30U);
        expect_part(reason_of(path), "2147483648 bytes, above the limit of 256 MiB");
        fs::remove(path);
    }
}

TEST(HostileFiles, NoisyFilesNeverStopTheRun) {
    const TempFolder folder;
    std::uint32_t state = 12345;
    for (const auto& [fixture, name] : every_format) {
        if (std::string_view(fixture).starts_with("scan")) continue;
        const std::string bytes = read_bytes(fixtures / fixture);
        for (int round = 0; round < 8; ++round) {
            std::string noisy = bytes;
            for (int i = 0; i < 40; ++i) {
                state = state * 1664525 + 1013904223;
                noisy[16 + (state >> 8U) % (noisy.size() - 16)] = static_cast<char>(state >> 24U);
            }
            const ReadResult result = read(folder.write(name, noisy));
            EXPECT_GE(result.documents.size() + result.skipped.size(), 1U) << name;
            EXPECT_EQ(read(folder.write("good.txt", "Báo cáo")).documents.size(), 1U);
        }
    }
}

TEST(HostileFiles, SlowOnesAreCut) {
    const TempFolder folder;
    Extractors extractors = find_extractors();
    extractors.limits.cpu = std::chrono::seconds(1);
    extractors.limits.wall = std::chrono::minutes(10);  // a busy machine must not end it first
    // libxml2 compares each attribute with all before it.
    std::string html = "<p>";
    for (int tag = 0; tag < 40; ++tag) {
        html += "<a ";
        for (int i = 0; i < 3'500; ++i) html += "a" + std::to_string(i) + "=1 ";
        html += '>';
    }
    // A fast machine does that in 0.7 s.
    for (int i = 0; i < 2'500'000; ++i) html += "<p>a b";
    expect_part(reason_of(folder.write("a.html", html), extractors), "took more than 1 s");
}

TEST(MissingPrograms, DisableTheirFormatsAndNameThePackage) {
    const TempFolder folder;
    const Extractors none = find_extractors(folder.path().string());
    EXPECT_EQ(programs_found(none), "commsearch-extract");
    EXPECT_EQ(programs_found(find_extractors()),
              "commsearch-extract catdoc antiword pdftotext pdfimages pdftoppm tesseract");
    const std::vector<std::pair<std::string, std::string>> expected = {
        {"a.doc", "catdoc"},
        {"b.doc", "catdoc"},
        {"1.pdf", "poppler-utils"},
        {"scan-1.png", "tesseract-ocr"}};
    // Word 95, which our own reader leaves to others.
    WordSample old{.pieces = {{.text = u"x"}}};
    old.version = 104;
    for (const char* const name : {"a.doc", "b.doc"}) folder.write(name, word_file(old));
    std::vector<Skipped> all;
    for (const auto& [name, package] : expected) {
        const fs::path file = package == "catdoc" ? folder.path() / name : fixtures / name;
        const ReadResult result = read(file, none);
        EXPECT_TRUE(result.documents.empty());
        ASSERT_EQ(result.skipped.size(), 1U) << name;
        EXPECT_EQ(result.skipped[0].missing_package, package);
        expect_part(result.skipped[0].reason.en, "apt-get install " + package);
        all.push_back(result.skipped[0]);
    }
    for (const char* const name : {"1.docx", "1.doc", "1.rtf"})
        EXPECT_EQ(read(fixtures / name, none).documents.size(), 1U) << "needs no other program";
    group_missing(all);
    ASSERT_EQ(all.size(), 3U);
    expect_part(all[0].reason.en, "and 1 more: the program catdoc is missing");
    EXPECT_EQ(all[0].path, (folder.path() / "a.doc").string());

    Extractors without_ocr = find_extractors();
    without_ocr.tesseract.clear();
    EXPECT_EQ(
        reason_of(fixtures / "scan-1.pdf", without_ocr),
        "the program tesseract is missing; install the package tesseract-ocr (apt-get install "
        "tesseract-ocr) and run again");
}

}  // namespace
}  // namespace commsearch::source
