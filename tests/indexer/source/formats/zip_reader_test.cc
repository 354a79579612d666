#include "indexer/source/formats/zip_reader.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "analyzers/base/message.h"
#include "indexer/source/formats/document_readers.h"
#include "tests/indexer/source/formats/office_parts.h"
#include "tests/support/zip_writer.h"

namespace commsearch::source {
namespace {

/// Names of the entries before the reason why there are no more.
std::string names_of(const std::string& bytes) {
    std::string names;
    try {
        ZipReader zip(bytes, {});
        for (auto entry = zip.next(); entry; entry = zip.next()) {
            static_cast<void>(zip.content());
            names += entry->name + ' ';
        }
    } catch (const Error& error) {
        names += error.message().en.substr(0, error.message().en.find(" or "));
    }
    return names;
}

TEST(ZipReader, ACutFileIsToldFromADocumentStoredInIt) {
    const std::string inner = zipped({{"trong.xml", "a"}});
    const std::string whole = zipped({{"1.docx", inner}, {"2.docx", inner}}, nullptr, true);
    const std::size_t second = whole.find("2.docx");
    const std::size_t directory = whole.rfind("PK\x01\x02", whole.rfind("PK\x01\x02") - 1);
    const std::string cut = "the archive is broken";
    const std::vector<std::pair<std::string, std::string>> cases = {
        {whole, "1.docx 2.docx "},
        {"\r\n" + whole, "1.docx 2.docx "},
        {whole + std::string(512, '\0'), "1.docx 2.docx "},
        // libarchive wants to see more behind an entry whose size stands behind it.
        {whole.substr(0, directory), "1.docx " + cut},
        {whole.substr(0, directory + 20), "1.docx 2.docx " + cut},
        {whole.substr(0, whole.size() - 4), "1.docx 2.docx " + cut},
        {whole.substr(0, second + 20), "1.docx " + cut},
        {whole.substr(0, 60), cut},
        {zipped({}), ""},
    };
    for (const auto& [bytes, expected] : cases)
        EXPECT_EQ(names_of(bytes), expected) << bytes.size();
}

TEST(ZipReader, AnOfficeFileThatLacksOnlyItsDirectoryIsRead) {
    const std::string whole = zipped({{"word/document.xml", word_document({"Báo cáo"})}});
    const std::size_t directory = whole.rfind("PK\x01\x02");
    for (const std::size_t size : {whole.size() - 1, whole.size() - 7})
        EXPECT_EQ(read_docx(whole.substr(0, size)).text, "Báo cáo\n") << size;
    EXPECT_THROW(static_cast<void>(read_docx(whole.substr(0, directory - 4))), Error);
}

}  // namespace
}  // namespace commsearch::source
