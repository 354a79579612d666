#include "indexer/program/settings.h"

#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>
#include <sstream>
#include <utility>

#include "analyzers/base/unicode.h"

namespace commsearch::program {
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

constexpr std::size_t longest_key = 16;

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

/// Letters to add, drop or change to make `b` of `a`.
std::size_t edits_between(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i + 1);
        for (std::size_t k = 0; k < b.size(); ++k) {
            const std::size_t changed = diagonal + (a[i] == b[k] ? 0 : 1);
            diagonal = row[k + 1];
            row[k + 1] = std::min({changed, row[k] + 1, diagonal + 1});
        }
    }
    return row.back();
}

/// The known key that is most likely meant by an unknown one, in its own section if that has one as
/// near; null when none is near.
const SettingKey* nearest_key(std::string_view section, std::string_view key) {
    if (key.size() > 2 * longest_key) return nullptr;
    const SettingKey* nearest = nullptr;
    std::size_t least = std::max<std::size_t>(1, key.size() / 3) + 1;
    for (const bool is_own : {true, false}) {
        for (const SettingKey& known : keys) {
            if ((known.section == section) != is_own) continue;
            const std::size_t edits = edits_between(key, known.key);
            if (edits >= least) continue;
            least = edits;
            nearest = &known;
        }
    }
    return nearest;
}

Message needed(const SettingKey& key) {
    const std::string name = "“" + std::string(key.key) + "”";
    const auto needs = [&](const Message& what) {
        return Message{name + " cần " + what.vi, name + " needs " + what.en};
    };
    switch (key.kind) {
        case Kind::number:
            return needs({"một số nguyên không âm, không có dấu ngoặc",
                          "a number, without quotes, whole and not below 0"});
        case Kind::flag:
            return needs({"true hoặc false", "true or false"});
        case Kind::text:
            return needs({"một chuỗi trong dấu \" \"", "a string in \" \""});
        case Kind::list:
            break;
    }
    return needs({"một chuỗi trong dấu \" \", hoặc nhiều chuỗi trong [ ]",
                  "a string in \" \", or several in [ ]"});
}

/// Makes settings of what toml++ has read.
class Reader {
public:
    explicit Reader(const std::string& file) : file_(file) {}

    [[nodiscard]] std::vector<Setting> read(std::string_view text) const {
        const toml::table table = parsed(text);
        std::vector<Setting> settings;
        for (const Entry& entry : entries(table)) settings.push_back(setting(entry));
        return settings;
    }

private:
    struct Entry {
        std::string_view section;
        const toml::key* key;
        const toml::node* node;
    };

    [[noreturn]] void fail(const toml::source_region& where, const Message& what) const {
        const std::string line = std::to_string(where.begin.line);
        throw UsageError(
            {file_ + " dòng " + line + ": " + what.vi, file_ + " line " + line + ": " + what.en});
    }

    [[nodiscard]] toml::table parsed(std::string_view text) const {
        try {
            return toml::parse(text);
        } catch (const toml::parse_error& error) {
            const Message advice = syntax_advice(error, text);
            const std::string reason = printable(error.description());
            fail(error.source(), {"không đúng TOML (" + reason + "); " + advice.vi,
                                  "not TOML (" + reason + "); " + advice.en});
        }
    }

    /// What to do about a file that is not TOML.
    static Message syntax_advice(const toml::parse_error& error, std::string_view text) {
        if (error.description().find("redefine") != std::string_view::npos)
            return {"mỗi khóa, mỗi mục chỉ viết một lần", "write each key and each section once"};
        for (toml::source_index line = 1; line < error.source().begin.line; ++line)
            text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
        const std::string_view name = text.substr(0, text.find_first_of(" \t=\n"));
        const auto known = std::find_if(keys.begin(), keys.end(),
                                        [&](const SettingKey& key) { return key.key == name; });
        if (known != keys.end()) return needed(*known);
        return {R"(hãy viết khóa = "chữ", khóa = 5, khóa = true hoặc khóa = ["một", "hai"])",
                R"(write key = "text", key = 5, key = true or key = ["one", "two"])"};
    }

    /// All settings in the order of their lines. Sections that nobody knows stand among them.
    static std::vector<Entry> entries(const toml::table& table) {
        std::vector<Entry> all;
        for (const auto& [name, node] : table) {
            if (!node.is_table() || !is_section(name.str())) {
                all.push_back({{}, &name, &node});
                continue;
            }
            for (const auto& [key, value] : *node.as_table())
                all.push_back({name.str(), &key, &value});
        }
        std::sort(all.begin(), all.end(), [](const Entry& a, const Entry& b) {
            return a.key->source().begin < b.key->source().begin;
        });
        return all;
    }

    [[nodiscard]] Setting setting(const Entry& entry) const {
        const SettingKey* const known = find_key(entry.section, entry.key->str());
        if (known == nullptr) refuse_key(entry);
        return {std::string(known->section), std::string(known->key), values(*known, *entry.node),
                entry.key->source().begin.line};
    }

    [[noreturn]] void refuse_key(const Entry& entry) const {
        const std::string name = printable(entry.key->str());
        if (entry.section.empty() && entry.node->is_table())
            fail(entry.key->source(),
                 {"không có mục [" + name + "] (search, build, server)",
                  "there is no section [" + name + "] (search, build, server)"});
        const auto in = [](std::string_view section) {
            return section.empty() ? std::string() : " [" + std::string(section) + "]";
        };
        std::string known;
        for (const SettingKey& one : keys) {
            if (one.section == entry.section)
                known += (known.empty() ? "" : ", ") + std::string(one.key);
        }
        const std::string what = "“" + name + "”" + in(entry.section) + " (" + known + ")";
        Message advice;
        if (const SettingKey* const near = nearest_key(entry.section, entry.key->str())) {
            const std::string meant =
                "“" + std::string(near->key) + "”" +
                (near->section == entry.section ? std::string() : in(near->section));
            advice = {"; có phải là " + meant + "?", "; is " + meant + " meant?"};
        }
        fail(entry.key->source(),
             {"không có khóa " + what + advice.vi, "there is no key " + what + advice.en});
    }

    [[nodiscard]] std::vector<std::string> values(const SettingKey& key,
                                                  const toml::node& node) const {
        const toml::array* const list = node.as_array();
        if (key.kind != Kind::list || list == nullptr) return {value(key, node)};
        std::vector<std::string> all;
        for (const toml::node& element : *list) all.push_back(value(key, element));
        return all;
    }

    [[nodiscard]] std::string value(const SettingKey& key, const toml::node& node) const {
        if (key.kind == Kind::number) {
            const auto number = node.value_exact<std::int64_t>();
            if (number && *number >= 0) return std::to_string(*number);
        } else if (key.kind == Kind::flag) {
            if (const auto flag = node.value_exact<bool>()) return *flag ? "true" : "false";
        } else if (const auto text = node.value_exact<std::string>()) {
            return checked(key, *text, node.source());
        }
        fail(node.source(), needed(key));
    }

    [[nodiscard]] std::string checked(const SettingKey& key, const std::string& text,
                                      const toml::source_region& where) const {
        const std::string name = "“" + std::string(key.key) + "”";
        if (text.empty())
            fail(where,
                 {name + " cần một chuỗi có chữ", name + " needs a string that is not empty"});
        const bool has_control = std::any_of(text.begin(), text.end(), [](char c) {
            return (static_cast<unsigned char>(c) < ' ' && c != '\t') || c == '\x7f';
        });
        if (has_control)
            fail(where, {name + " có ký tự điều khiển; hãy bỏ đi",
                         name + " holds a control character; remove it"});
        return text;
    }

    const std::string& file_;
};

std::string quoted(const std::string& value) {
    std::ostringstream text;
    text << toml::toml_formatter{toml::value<std::string>{value},
                                 toml::format_flags::allow_unicode_strings};
    return text.str();
}

}  // namespace

std::span<const SettingKey> setting_keys() { return keys; }

std::vector<Setting> read_settings(std::string_view text, const std::string& file) {
    return Reader(file).read(text);
}

std::string setting_line(const SettingKey& key, const std::vector<std::string>& values) {
    const bool is_unaccented = key.kind == Kind::number || key.kind == Kind::flag;
    std::string list;
    for (const std::string& value : values)
        list += (list.empty() ? "" : ", ") + (is_unaccented ? value : quoted(value));
    return std::string(key.key) + " = " + (key.kind == Kind::list ? '[' + list + ']' : list);
}

}  // namespace commsearch::program
