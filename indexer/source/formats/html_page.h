#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace commsearch::source {

/// One block or row of a page: white space collapsed, image names dropped, never empty.
struct HtmlLine {
    std::string text;        ///< UTF-8
    std::size_t linked = 0;  ///< bytes of `text` that stand in links
    int heading = 0;         ///< 1-6 inside h1-h6, 0 elsewhere
    std::size_t table = 0;   ///< which table's row it is, as of TableSpan; 0 for any other line
    bool is_head = false;    ///< of a table's header rows
    std::size_t lead = 0;    ///< bytes of `text` before the first link; all when it has none
};

/// What an element may be for the search of the main content.
enum class HtmlRole : std::uint8_t {
    flow,  ///< p, table, list, heading: a piece of running text
    box,   ///< div, section, td …: may hold the main content
    cell,  ///< td, th: as box, but its neighbours are other columns of the page
};

/// A block element that holds lines.
struct HtmlElement {
    std::size_t parent = 0;      ///< index; the first element is its own parent
    std::size_t first_line = 0;  ///< its lines are [first_line, end_line)
    std::size_t end_line = 0;
    HtmlRole role = HtmlRole::flow;
    bool boilerplate = false;  ///< its tag, id or class says menu, footer, counter …
};

/// A page as flat text: all that the search of the main content needs.
struct HtmlPage {
    std::string title;      ///< of `<title>`, one line, may be empty
    std::string posted;     ///< "dd/mm/yyyy", as the page's own data say; empty when they do not
    bool is_paper = false;  ///< an office program wrote it: no portal is around the text
    std::vector<HtmlLine> lines;
    std::vector<HtmlElement> elements;  ///< in document order, parents before children
};

/// Lines and elements of a page; `html` is UTF-8 without control characters, below 2 GiB. Scripts,
/// forms' controls, image names and captions are no text. Throws Error when libxml2 gives up on it.
[[nodiscard]] HtmlPage parse_page(std::string_view html);

/// What of a page is the report.
struct MainContent {
    std::string title;            ///< without the name of the portal; empty when the page has none
    std::vector<HtmlLine> lines;  ///< the title first
};

/// The report of a page: its title, its post date (a line "Ngày đăng: …" where only the page's data
/// have it) and the block that holds most of the running
/// text; a page that an office program wrote is kept whole; by block text density and link density (Kohlschütter et al., "Boilerplate Detection using
/// Shallow Text Features", WSDM 2010). All lines when that would keep less than a fifth.
[[nodiscard]] MainContent main_content(const HtmlPage& page);

/// `text` without the names of image files that portals leave in it ("z478_6e35.jpg").
[[nodiscard]] std::string without_image_names(std::string_view text);
/// Whether a line in italics below an image tells what it shows. Numbered headings and the line of
/// place and date may be in italics too. `text` must not be empty.
[[nodiscard]] bool is_caption(std::string_view text);

/// Whether the tag, id and class of an element say that it is not the report: menu, sidebar, visit
/// counter (thong-ke-truy-cap), poll (tham-do), other news (tin-lien-quan), footer, share buttons.
[[nodiscard]] bool is_boilerplate_element(std::string_view tag, std::string_view id_and_class);
/// Whether a line is the heading of such an element: "Tin liên quan", "Thăm dò ý kiến (2)".
[[nodiscard]] bool is_boilerplate_label(std::string_view line);
/// Whether a line is of a page's foot: "Bản quyền thuộc …", "Chịu trách nhiệm nội dung: …".
[[nodiscard]] bool is_foot_line(std::string_view line);
/// Whether a line says when the page was posted: "Đăng lúc: 05/04/2023 16:39", "14-08-2018 -
/// 15:38", "2018-08-14".
[[nodiscard]] bool is_post_date(std::string_view line);

/// Whether a line has a letter or a digit.
[[nodiscard]] bool has_words(std::string_view text);
/// Whether a `<title>` names no report: a line of a letterhead, a kind of paper alone, "Microsoft
/// Word - bc.doc".
[[nodiscard]] bool is_empty_title(std::string_view title);
/// Whether a line is of the top of a paper: "CỘNG HÒA XÃ HỘI …", "ỦY BAN NHÂN DÂN …".
[[nodiscard]] bool is_letterhead_line(std::string_view line);

/// A `<title>` without the name of the portal before or behind it; empty when it is nothing else.
[[nodiscard]] std::string without_site_name(std::string_view title);
/// Whether two spellings of a title are the same, or one is cut short: letters and digits count.
[[nodiscard]] bool is_same_title(std::string_view a, std::string_view b);

}  // namespace commsearch::source
