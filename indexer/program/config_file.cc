#include "indexer/program/config_file.h"

#include <CLI/CLI.hpp>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <utility>

#include "indexer/program/program.h"

namespace commsearch::program {
namespace {

constexpr const char* usual_file = "/etc/commsearch/commsearch.toml";

/// The environment variable that comes before the file; null when a setting has none.
const char* variable_of(const SettingKey& key) {
    return key.section.empty() && key.key == "index" ? "COMMSEARCH_INDEX" : nullptr;
}

bool has_variable(const SettingKey& key) {
    return variable_of(key) != nullptr && !environment(variable_of(key)).empty();
}

const SettingKey& key_of(const Setting& setting) {
    for (const SettingKey& key : setting_keys()) {
        if (key.section == setting.section && key.key == setting.key) return key;
    }
    throw std::logic_error("a setting without a key: " + setting.key);
}

/// Bytes of `file`. Only the usual one may be missing: then they are empty and so is `file`.
std::string read_config(std::string& file) {
    const bool is_named = !file.empty();
    if (!is_named) file = usual_file;
    errno = 0;
    std::ifstream stream(file);
    std::string text{std::istreambuf_iterator<char>(stream), {}};
    if (stream.is_open() && !stream.bad()) return text;
    if (!is_named && errno == ENOENT) {
        file.clear();
        return {};
    }
    const std::string what = file + ": " + std::strerror(errno);
    throw UsageError(
        {"không đọc được tệp cấu hình " + what + " (--config, COMMSEARCH_CONFIG)",
         "cannot read the configuration file " + what + " (--config, COMMSEARCH_CONFIG)"});
}

}  // namespace

ConfigFile::ConfigFile(CLI::App& app, std::string section, Language language)
    : app_(app), section_(std::move(section)), language_(language) {
    const std::string usual = usual_file;
    app_.add_option("--config", file_,
                    Message{"tệp cấu hình; mặc định: $COMMSEARCH_CONFIG,\nrồi " + usual,
                            "configuration file; default: $COMMSEARCH_CONFIG,\nthen " + usual}
                        .in(language))
        ->type_name(Message{"TỆP", "FILE"}.in(language))
        ->allow_extra_args(false)
        ->take_last();
    app_.add_flag("--print-config", is_asked_,
                  Message{"in các thiết lập đang có hiệu lực và nguồn của chúng",
                          "print the settings in force and where they are from"}
                      .in(language));
}

CLI::Option* ConfigFile::option_of(const SettingKey& key) const {
    if (!key.section.empty() && key.section != section_) return nullptr;
    return app_.get_option_no_throw("--" + std::string(key.key));
}

void ConfigFile::apply() {
    if (app_.count("--config") == 0) file_ = environment("COMMSEARCH_CONFIG");
    const std::string text = read_config(file_);
    for (const Setting& setting : read_settings(text, file_)) take(setting);
}

void ConfigFile::take(const Setting& setting) {
    const SettingKey& key = key_of(setting);
    CLI::Option* const option = option_of(key);
    if (option == nullptr || option->count() > 0 || has_variable(key) || setting.values.empty())
        return;
    const auto wrong_value = [&](const Message& why) {
        const std::string line = std::to_string(setting.line);
        const std::string value = setting_line(key, setting.values);
        return UsageError({file_ + " dòng " + line + ": giá trị sai: " + value + why.vi,
                           file_ + " line " + line + ": wrong value: " + value + why.en});
    };
    try {
        option->add_result(setting.values);
        option->run_callback();
    } catch (const CLI::ParseError&) {
        throw wrong_value({});
    } catch (const UsageError& error) {
        throw wrong_value({"; " + error.message().vi, "; " + error.message().en});
    }
    lines_[option->get_name()] = setting.line;
}

std::string ConfigFile::printed() const {
    if (!is_asked_) return {};
    std::string text =
        file_.empty()
            ? Message{"# không có tệp cấu hình: ", "# no configuration file: "}.in(language_) +
                  usual_file + '\n'
            : "# " + file_ + '\n';
    for (const SettingKey& key : setting_keys()) {
        if (key.section.empty()) print_key(key, text);
    }
    if (section_.empty()) return text;
    text += "\n[" + section_ + "]\n";
    for (const SettingKey& key : setting_keys()) {
        if (key.section == section_) print_key(key, text);
    }
    return text;
}

void ConfigFile::print_key(const SettingKey& key, std::string& text) const {
    const CLI::Option* const option = option_of(key);
    if (option == nullptr) return;
    const auto source = [&](const Message& name) { return "  # " + name.in(language_) + '\n'; };
    if (const auto line = lines_.find(option->get_name()); line != lines_.end()) {
        const std::string number = std::to_string(line->second);
        text += setting_line(key, option->results()) +
                source({"tệp, dòng " + number, "file, line " + number});
    } else if (option->count() > 0) {
        text += setting_line(key, option->results()) + source({"dòng lệnh", "command line"});
    } else if (has_variable(key)) {
        text += setting_line(key, {environment(variable_of(key))}) +
                source({variable_of(key), variable_of(key)});
    } else if (!key.fallback.empty()) {
        text += setting_line(key, {std::string(key.fallback)}) + source({"mặc định", "default"});
    } else {
        text += "# " + std::string(key.key) + source({"không đặt", "not set"});
    }
}

}  // namespace commsearch::program
