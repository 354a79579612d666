#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace commsearch::source {

/// The fields of a .docx that are open where its text is read: their codes and tables of contents
/// show nothing. Not for two threads at once.
class DocxFields {
public:
    /// Fields of `part` that do not end hide nothing for good.
    explicit DocxFields(std::string_view part);

    /// w:fldChar of `type`.
    void take_mark(std::string_view type);
    /// Text of w:instrText.
    void take_code(std::string_view text);
    /// A code that goes on behind the paragraph is taken for one that lost its mark.
    void end_paragraph();
    [[nodiscard]] bool hide() const { return hiding_ > 0; }

private:
    struct Field {
        std::string code;  ///< its front
        bool in_code = true;
        bool hides = true;
    };
    void set_hiding(Field& field, bool hides);
    void end_code(Field& field);

    std::vector<Field> open_;
    std::size_t hiding_ = 0;
    bool all_end_;
};

}  // namespace commsearch::source
