#include <algorithm>
#include <iterator>

#include "analyzers/base/message.h"
#include "indexer/source/extract/input_file.h"
#include "indexer/source/extract/raw_document.h"
#include "indexer/source/extract/text.h"
#include "indexer/source/formats/page_boxes.h"
#include "indexer/source/formats/page_scans.h"
#include "indexer/source/formats/page_paragraphs.h"
#include "indexer/source/formats/program_formats.h"

namespace commsearch::source {
namespace {

/// Pixels an inch of the images that OCR reads.
constexpr const char* ocr_resolution = "200";
constexpr double points_a_pixel = 72.0 / 200.0;
/// Below this confidence a page was not read well: it may be upside down. Clear scans have 90 and
/// more, pages upside down 55.
constexpr double poor_confidence = 70;
/// Pages that pdftotext is asked for at once: their boxes take 100 times the room of their text.
constexpr std::size_t pages_at_once = 300;

bool needs_password(const ChildOutcome& outcome) {
    return outcome.complaint.find("Incorrect password") != std::string::npos;
}

/// One run of OCR over an image; `layout` is how it looks for lines (--psm).
std::vector<BoxedPage> recognised_once(const ProgramInput& image, const Extractors& extractors,
                                       const char* layout) {
    if (extractors.tesseract.empty()) throw MissingProgram("tesseract", "tesseract-ocr");
    const ChildOutcome outcome =
        run_program_on(image, extractors, extractors.tesseract,
                       {"stdin", "stdout", "-l", "vie", "--psm", layout, "tsv"});
    if (outcome.complaint.find("vie.traineddata") != std::string::npos)
        throw MissingProgram("tesseract (-l vie)", "tesseract-ocr-vie");
    if (!outcome.succeeded()) throw failure_of(extractors.tesseract, outcome, extractors.limits);
    return boxed_pages(outcome.output);
}

/// OCR of one image. Where it is not sure it looks again, this time for how the page is turned.
std::vector<BoxedPage> recognised(const ProgramInput& image, const Extractors& extractors) {
    std::vector<BoxedPage> pages = recognised_once(image, extractors, "3");
    const auto is_poor = [](const BoxedPage& page) {
        return page.confidence < poor_confidence && !page.lines.empty();
    };
    if (std::none_of(pages.begin(), pages.end(), is_poor)) return pages;
    try {
        std::vector<BoxedPage> turned = recognised_once(image, extractors, "1");
        for (std::size_t i = 0; i < std::min(pages.size(), turned.size()); ++i) {
            if (turned[i].confidence > pages[i].confidence && !turned[i].lines.empty())
                pages[i] = std::move(turned[i]);
        }
    } catch (const Error&) {
        // Without what tells directions the first reading is the best there is.
    }
    return pages;
}

std::vector<std::uint32_t> unsure_among(const std::vector<BoxedPage>& pages) {
    std::vector<std::uint32_t> unsure;
    for (std::uint32_t i = 0; i < pages.size(); ++i) {
        if (pages[i].confidence < poor_confidence) unsure.push_back(i + 1);
    }
    return unsure;
}

/// The pages of a PDF: text layers, then what OCR adds.
class PdfPages {
public:
    PdfPages(const ProgramInput& input, const Extractors& extractors)
        : input_(input), extractors_(extractors) {
        for (std::size_t count = pages_at_once; count == pages_at_once;) {
            std::vector<BoxedPage> some = text_layers(pages_.size() + 1);
            count = some.size();
            std::move(some.begin(), some.end(), std::back_inserter(pages_));
        }
    }

    /// Reads the scans among the pages. Throws Error at the first that cannot be read.
    void recognise_scans() {
        const std::vector<std::size_t> scans = find_scans();
        for (const std::size_t page : scans) {
            stamps_.push_back(take_stamps(pages_[page]));
            unread_.push_back(static_cast<std::uint32_t>(page + 1));
        }
        for (std::size_t i = 0; i < scans.size(); ++i) {
            if (i == max_ocr_pages) refuse_more(scans.size());
            recognise(scans[i], stamps_[i]);
            unread_.erase(unread_.begin());
        }
    }

    [[nodiscard]] bool have_text() const {
        return std::any_of(pages_.begin(), pages_.end(),
                           [](const BoxedPage& page) { return !page.lines.empty(); });
    }

    [[nodiscard]] RawDocument take() {
        std::vector<std::uint32_t> unsure = unsure_among(pages_);
        RawDocument document = joined_paragraphs(std::move(pages_));
        document.unread_pages = std::move(unread_);
        document.unsure_pages = std::move(unsure);
        return document;
    }

private:
    /// The pages from `first` on, no more than pages_at_once.
    [[nodiscard]] std::vector<BoxedPage> text_layers(std::size_t first) const {
        const std::string last = std::to_string(first + pages_at_once - 1);
        const ChildOutcome outcome = run_program_on(
            input_, extractors_, extractors_.pdftotext,
            {"-tsv", "-enc", "UTF-8", "-f", std::to_string(first), "-l", last, "/dev/fd/0", "-"});
        if (needs_password(outcome)) throw Error(password_needed());
        if (first > 1 && outcome.complaint.find("Wrong page range") != std::string::npos) return {};
        if (!outcome.succeeded())
            throw failure_of(extractors_.pdftotext, outcome, extractors_.limits);
        return boxed_pages(outcome.output);
    }

    [[nodiscard]] std::vector<std::size_t> find_scans() const {
        std::vector<double> coverage(pages_.size(), 0);
        const auto has_some_text = [](const BoxedPage& page) {
            return !page.lines.empty() && may_be_scan(page);
        };
        if (!extractors_.pdfimages.empty() &&
            std::any_of(pages_.begin(), pages_.end(), has_some_text)) {
            coverage = image_coverage(
                run_program_on(input_, extractors_, extractors_.pdfimages, {"-list", "/dev/fd/0"})
                    .output,
                pages_);
        }
        std::vector<std::size_t> scans;
        for (std::size_t i = 0; i < pages_.size(); ++i) {
            if (is_scan(pages_[i], coverage[i])) scans.push_back(i);
        }
        return scans;
    }

    void recognise(std::size_t page, const std::vector<Box>& stamps) {
        if (extractors_.tesseract.empty()) throw MissingProgram("tesseract", "tesseract-ocr");
        if (extractors_.pdftoppm.empty()) throw MissingProgram("pdftoppm", "poppler-utils");
        const std::string number = std::to_string(page + 1);
        const ChildOutcome drawn =
            run_program_on(input_, extractors_, extractors_.pdftoppm,
                           {"-r", ocr_resolution, "-gray", "-f", number, "-l", number,
                            "-singlefile", "/dev/fd/0", "page"});
        if (!drawn.succeeded()) throw failure_of(extractors_.pdftoppm, drawn, extractors_.limits);
        const InputFile image(input_.folder / "page.pgm");
        std::vector<BoxedPage> read = recognised({image.descriptor(), input_.folder}, extractors_);
        if (read.empty()) return;
        read.front().scale(points_a_pixel);
        drop_words_in(read.front(), stamps);
        // A text layer of a few words may be better than what OCR sees of a pale stamp.
        if (read.front().words() > pages_[page].words()) pages_[page] = std::move(read.front());
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
    std::vector<BoxedPage> pages_;
    std::vector<std::vector<Box>> stamps_;  ///< of each scan
    std::vector<std::uint32_t> unread_;     ///< scans, 1-based
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
    return pages.take();
}

RawDocument read_image(const ProgramInput& input, const Extractors& extractors) {
    std::vector<BoxedPage> pages = recognised(input, extractors);
    while (pages.size() > 1 && pages.back().lines.empty()) pages.pop_back();
    std::vector<std::uint32_t> unsure = unsure_among(pages);
    RawDocument document = joined_paragraphs(std::move(pages));
    document.unsure_pages = std::move(unsure);
    if (!document.text.empty()) return document;
    throw Error(
        {"OCR không thấy chữ nào trong ảnh; hãy quét lại cho rõ hoặc bỏ ảnh ra khỏi thư mục",
         "OCR finds no text in the image; scan it more clearly or take it away"});
}

}  // namespace commsearch::source
