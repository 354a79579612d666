#include <algorithm>
#include <charconv>
#include <set>

#include "analyzers/base/message.h"
#include "indexer/source/extract/input_file.h"
#include "indexer/source/extract/raw_document.h"
#include "indexer/source/extract/text.h"
#include "indexer/source/formats/paged_text.h"
#include "indexer/source/formats/program_formats.h"

namespace commsearch::source {
namespace {

/// A page with fewer words and a large image is a scan with a stamp or a signature as its text.
constexpr std::size_t fewest_words_of_a_page = 25;
/// Pixels along each side from which an image may be a scanned page: half of A4 at 72 dpi.
constexpr std::size_t smallest_scan = 400;

bool needs_password(const ChildOutcome& outcome) {
    return outcome.complaint.find("Incorrect password") != std::string::npos;
}

std::string run_or_throw(const ProgramInput& input, const Extractors& extractors,
                         const std::filesystem::path& program, std::vector<std::string> arguments) {
    ChildOutcome outcome = run_program_on(input, extractors, program, std::move(arguments));
    if (needs_password(outcome)) throw Error(password_needed());
    if (!outcome.succeeded()) throw failure_of(program, outcome, extractors.limits);
    return std::move(outcome.output);
}

/// OCR of one image, pages ended by form feeds.
std::string recognised(const ProgramInput& image, const Extractors& extractors) {
    if (extractors.tesseract.empty()) throw MissingProgram("tesseract", "tesseract-ocr");
    const ChildOutcome outcome = run_program_on(image, extractors, extractors.tesseract,
                                                {"stdin", "stdout", "-l", "vie", "--psm", "3"});
    if (outcome.complaint.find("vie.traineddata") != std::string::npos)
        throw MissingProgram("tesseract (-l vie)", "tesseract-ocr-vie");
    if (!outcome.succeeded()) throw failure_of(extractors.tesseract, outcome, extractors.limits);
    return outcome.output;
}

/// Pages that hold a large image, as pdfimages lists them: "page num type width height …".
std::set<std::size_t> pages_with_scans(const ProgramInput& input, const Extractors& extractors) {
    std::set<std::size_t> pages;
    if (extractors.pdfimages.empty()) return pages;
    const ChildOutcome outcome =
        run_program_on(input, extractors, extractors.pdfimages, {"-list", "/dev/fd/0"});
    for (std::string_view left = outcome.output; !left.empty();) {
        const std::size_t end = std::min(left.find('\n'), left.size());
        const std::string line(left.substr(0, end));
        left.remove_prefix(std::min(end + 1, left.size()));
        std::vector<std::string_view> fields;
        for (std::string_view rest = line; !rest.empty() && fields.size() < 5;) {
            rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
            const std::size_t blank = std::min(rest.find(' '), rest.size());
            if (blank > 0) fields.push_back(rest.substr(0, blank));
            rest.remove_prefix(blank);
        }
        const auto number = [&](std::size_t field) {
            std::size_t value = 0;
            std::from_chars(fields[field].data(), fields[field].data() + fields[field].size(),
                            value);
            return value;
        };
        if (fields.size() == 5 && number(3) >= smallest_scan && number(4) >= smallest_scan)
            pages.insert(number(0));
    }
    return pages;
}

/// The pages of a PDF: text layers, then what OCR adds.
class PdfPages {
public:
    PdfPages(const ProgramInput& input, const Extractors& extractors)
        : input_(input), extractors_(extractors) {
        const std::string text = run_or_throw(input, extractors, extractors.pdftotext,
                                              {"-enc", "UTF-8", "/dev/fd/0", "-"});
        for (const std::string_view page : split_pages(text)) texts_.emplace_back(page);
    }

    /// Reads the scans among the pages. Throws Error at the first that cannot be read.
    void recognise_scans() {
        const std::vector<std::size_t> scans = find_scans();
        std::size_t done = 0;
        for (const std::size_t page : scans) {
            if (done++ == max_ocr_pages) refuse_more(scans.size());
            recognise(page);
        }
    }

    [[nodiscard]] const std::vector<std::string>& texts() const { return texts_; }
    [[nodiscard]] bool have_text() const {
        return std::any_of(texts_.begin(), texts_.end(),
                           [](const std::string& page) { return words_on_page(page) > 0; });
    }

private:
    [[nodiscard]] std::vector<std::size_t> find_scans() const {
        std::vector<std::size_t> words;
        for (const std::string& page : texts_) words.push_back(words_on_page(page));
        const bool some_doubtful = std::any_of(words.begin(), words.end(), [](std::size_t count) {
            return count > 0 && count < fewest_words_of_a_page;
        });
        const std::set<std::size_t> with_images =
            some_doubtful ? pages_with_scans(input_, extractors_) : std::set<std::size_t>();
        std::vector<std::size_t> scans;
        for (std::size_t i = 0; i < words.size(); ++i) {
            const bool doubtful = words[i] < fewest_words_of_a_page && with_images.contains(i + 1);
            if (words[i] == 0 || doubtful) scans.push_back(i);
        }
        return scans;
    }

    void recognise(std::size_t page) {
        if (extractors_.tesseract.empty()) throw MissingProgram("tesseract", "tesseract-ocr");
        if (extractors_.pdftoppm.empty()) throw MissingProgram("pdftoppm", "poppler-utils");
        const std::string number = std::to_string(page + 1);
        static_cast<void>(run_or_throw(input_, extractors_, extractors_.pdftoppm,
                                       {"-r", "200", "-gray", "-f", number, "-l", number,
                                        "-singlefile", "/dev/fd/0", "page"}));
        const InputFile image(input_.folder / "page.pgm");
        std::string text = recognised({image.descriptor(), input_.folder}, extractors_);
        std::replace(text.begin(), text.end(), '\f', '\n');
        // A text layer of a few words may be better than what OCR sees of a pale stamp.
        if (words_on_page(text) > words_on_page(texts_[page])) texts_[page] = std::move(text);
    }

    [[noreturn]] static void refuse_more(std::size_t scans) {
        const std::string limit = std::to_string(max_ocr_pages);
        const std::string all = std::to_string(scans);
        throw Error(
            {"có " + all + " trang ảnh quét, chỉ đọc " + limit + " trang đầu; hãy chia nhỏ tệp",
             all + " scanned pages, of which only " + limit + " were read; split the file"});
    }

    const ProgramInput& input_;
    const Extractors& extractors_;
    std::vector<std::string> texts_;
};

}  // namespace

RawDocument read_pdf(const ProgramInput& input, const Extractors& extractors,
                     const std::function<void(const Error&)>& notice) {
    if (extractors.pdftotext.empty()) throw MissingProgram("pdftotext", "poppler-utils");
    PdfPages pages(input, extractors);
    try {
        pages.recognise_scans();
    } catch (const Error& error) {
        if (!pages.have_text()) throw;
        notice(error);
    }
    if (!pages.have_text()) {
        throw Error({"không có chữ nào, kể cả khi đọc bằng OCR; hãy quét lại cho rõ",
                     "no text in it, even by OCR; scan it again more clearly"});
    }
    return joined_paragraphs(pages.texts());
}

RawDocument read_image(const ProgramInput& input, const Extractors& extractors) {
    const std::string text = recognised(input, extractors);
    std::vector<std::string> pages;
    for (const std::string_view page : split_pages(text)) pages.emplace_back(page);
    while (pages.size() > 1 && words_on_page(pages.back()) == 0) pages.pop_back();
    RawDocument document = joined_paragraphs(pages);
    if (!document.text.empty()) return document;
    throw Error(
        {"OCR không thấy chữ nào trong ảnh; hãy quét lại cho rõ hoặc bỏ ảnh ra khỏi thư mục",
         "OCR finds no text in the image; scan it more clearly or take it away"});
}

}  // namespace commsearch::source
