#include "indexer/program/settings.h"

#include <algorithm>
#include <array>

#include "analyzers/base/unicode.h"

namespace commsearch {
namespace {

using Kind = SettingKey::Kind;

constexpr std::array keys = {
    SettingKey{"", "index", Kind::text, "index"},
    SettingKey{"search", "limit", Kind::number, "10"},
    SettingKey{"search", "sort", Kind::text, "relevance"},
    SettingKey{"search", "color", Kind::text, "auto"},
    SettingKey{"search", "exact", Kind::flag, "false"},
    SettingKey{"search", "explain", Kind::flag, "false"},
    SettingKey{"build", "corpus", Kind::list, ""},
    SettingKey{"build", "jobs", Kind::number, ""},
    SettingKey{"build", "abbreviations", Kind::text, ""},
    SettingKey{"build", "keep", Kind::number, "2"},
    SettingKey{"build", "metrics-file", Kind::text, ""},
    SettingKey{"build", "max-fall", Kind::number, "10"},
    SettingKey{"build", "max-skipped", Kind::number, "20"},
    SettingKey{"build", "min-free", Kind::number, "64"},
    SettingKey{"build", "require-communes", Kind::text, ""},
    SettingKey{"build", "golden", Kind::text, ""},
    SettingKey{"build", "quiet", Kind::flag, "false"},
    SettingKey{"server", "address", Kind::text, "127.0.0.1"},
    SettingKey{"server", "port", Kind::number, "8642"},
    SettingKey{"server", "workers", Kind::number, ""},
    SettingKey{"server", "queue", Kind::number, "64"},
    SettingKey{"server", "connections", Kind::number, "1000"},
    SettingKey{"server", "per-address", Kind::number, "50"},
    SettingKey{"server", "search-time", Kind::number, "5"},
    SettingKey{"server", "request-time", Kind::number, "10"},
    SettingKey{"server", "answer-time", Kind::number, "10"},
    SettingKey{"server", "cors", Kind::list, ""},
    SettingKey{"server", "no-access-log", Kind::flag, "false"},
};

bool is_blank(char c) { return c == ' ' || c == '\t'; }

bool is_key_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           is_digit(static_cast<unsigned char>(c)) || c == '-' || c == '_';
}

const SettingKey* find_key(std::string_view section, std::string_view key) {
    const auto found = std::find_if(keys.begin(), keys.end(), [&](const SettingKey& known) {
        return known.section == section && known.key == key;
    });
    return found == keys.end() ? nullptr : &*found;
}

bool is_section(std::string_view name) {
    return std::any_of(keys.begin(), keys.end(), [&](const SettingKey& known) {
        return !known.section.empty() && known.section == name;
    });
}

/// Goes through the text, a setting at a time.
class Reader {
public:
    Reader(std::string_view text, const std::string& file) : text_(text), file_(file) {}

    std::vector<Setting> read() {
        std::vector<Setting> settings;
        for (skip_lines(); !is_end(); skip_lines()) {
            if (take('['))
                read_section();
            else
                settings.push_back(read_setting(settings));
            end_line();
        }
        return settings;
    }

private:
    [[nodiscard]] bool is_end() const { return at_ == text_.size(); }
    [[nodiscard]] char now() const { return is_end() ? '\0' : text_[at_]; }
    bool take(char c) {
        if (is_end() || text_[at_] != c) return false;
        ++at_;
        return true;
    }
    [[noreturn]] void fail(const Message& what) const {
        const std::string line = std::to_string(line_);
        throw UsageError(
            {file_ + " dòng " + line + ": " + what.vi, file_ + " line " + line + ": " + what.en});
    }

    void skip_blanks() {
        while (!is_end() && is_blank(now())) ++at_;
    }
    void skip_comment() {
        skip_blanks();
        if (now() == '#') at_ = std::min(text_.find('\n', at_), text_.size());
        take('\r');
    }
    /// Blanks, comments and line ends.
    void skip_lines() {
        for (skip_comment(); take('\n'); skip_comment()) ++line_;
    }
    void end_line() {
        skip_comment();
        if (!is_end() && now() != '\n')
            fail({"thừa chữ ở cuối dòng", "something stands behind the value"});
    }

    std::string_view read_name() {
        const std::size_t start = at_;
        while (!is_end() && is_key_character(now())) ++at_;
        if (at_ == start) fail({"cần một khóa: khóa = giá trị", "a key is needed: key = value"});
        return text_.substr(start, at_ - start);
    }

    void read_section() {
        skip_blanks();
        section_ = read_name();
        skip_blanks();
        if (!take(']')) fail({"thiếu “]”", "“]” is missing"});
        if (!is_section(section_))
            fail({"không có mục [" + section_ + "] (search, build, server)",
                  "there is no section [" + section_ + "] (search, build, server)"});
    }

    Setting read_setting(const std::vector<Setting>& before) {
        Setting setting{section_, std::string(read_name()), {}, line_};
        const SettingKey* const key = find_key(section_, setting.key);
        if (key == nullptr) refuse_key(setting.key);
        if (std::any_of(before.begin(), before.end(), [&](const Setting& other) {
                return other.section == setting.section && other.key == setting.key;
            }))
            fail({"“" + setting.key + "” viết hai lần", "“" + setting.key + "” is set twice"});
        skip_blanks();
        if (!take('=')) fail({"thiếu “=”", "“=” is missing"});
        skip_blanks();
        setting.values = read_values(*key);
        return setting;
    }

    [[noreturn]] void refuse_key(const std::string& key) const {
        std::string known;
        for (const SettingKey& one : keys) {
            if (one.section == section_)
                known += (known.empty() ? "" : ", ") + std::string(one.key);
        }
        const std::string where = section_.empty() ? "" : " [" + section_ + "]";
        fail({"không có khóa “" + key + "”" + where + " (" + known + ")",
              "there is no key “" + key + "”" + where + " (" + known + ")"});
    }

    std::vector<std::string> read_values(const SettingKey& key) {
        switch (key.kind) {
            case Kind::number:
                return {read_number(key)};
            case Kind::flag:
                return {read_flag(key)};
            case Kind::text:
                return {read_string(key)};
            case Kind::list:
                break;
        }
        if (!take('[')) return {read_string(key)};
        std::vector<std::string> values;
        for (skip_lines(); !take(']'); skip_lines()) {
            values.push_back(read_string(key));
            skip_lines();
            if (!take(',') && now() != ']') fail({"thiếu “]”", "“]” is missing"});
        }
        return values;
    }

    std::string read_number(const SettingKey& key) {
        const std::size_t start = at_;
        while (!is_end() && is_digit(static_cast<unsigned char>(now()))) ++at_;
        if (at_ == start)
            refuse_value(key, {"một số, không có dấu ngoặc", "a number, without quotes"});
        return std::string(text_.substr(start, at_ - start));
    }

    std::string read_flag(const SettingKey& key) {
        for (const std::string_view word : {"true", "false"}) {
            if (!text_.substr(at_).starts_with(word)) continue;
            at_ += word.size();
            return std::string(word);
        }
        refuse_value(key, {"true hoặc false", "true or false"});
    }

    /// "basic" with \" \\ \t, or 'literal'.
    std::string read_string(const SettingKey& key) {
        const char quote = now();
        if (!take('"') && !take('\''))
            refuse_value(key, {"một chuỗi trong dấu \" \"", "a string in \" \""});
        std::string value;
        while (!is_end() && now() != quote && now() != '\n') {
            char c = text_[at_++];
            if (quote == '"' && c == '\\') c = read_escape();
            if (static_cast<unsigned char>(c) < ' ' && c != '\t')
                fail({"ký tự điều khiển trong chuỗi", "a control character in a string"});
            value += c;
        }
        if (!take(quote)) fail({"chuỗi không đóng ngoặc", "a string has no end"});
        if (value.empty()) refuse_value(key, {"một chuỗi có chữ", "a string that is not empty"});
        return value;
    }

    char read_escape() {
        const char c = now();
        if (take('"') || take('\\')) return c;
        if (take('t')) return '\t';
        fail({"chỉ biết \\\" \\\\ \\t; hoặc dùng '…'", "only \\\" \\\\ \\t are known; or use '…'"});
    }

    [[noreturn]] void refuse_value(const SettingKey& key, const Message& wanted) const {
        const std::string name = "“" + std::string(key.key) + "”";
        fail({name + " cần " + wanted.vi, name + " needs " + wanted.en});
    }

    std::string_view text_;
    const std::string& file_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    std::string section_;
};

std::string quoted(std::string_view value) {
    std::string text = "\"";
    for (const char c : value) {
        if (c == '"' || c == '\\') text += '\\';
        text += c;
    }
    return text + '"';
}

}  // namespace

std::span<const SettingKey> setting_keys() { return keys; }

std::vector<Setting> read_settings(std::string_view text, const std::string& file) {
    return Reader(text, file).read();
}

std::string setting_line(const SettingKey& key, const std::vector<std::string>& values) {
    const bool is_bare = key.kind == Kind::number || key.kind == Kind::flag;
    std::string list;
    for (const std::string& value : values)
        list += (list.empty() ? "" : ", ") + (is_bare ? value : quoted(value));
    return std::string(key.key) + " = " + (key.kind == Kind::list ? '[' + list + ']' : list);
}

}  // namespace commsearch
