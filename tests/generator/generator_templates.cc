#include "tests/generator/generator_templates.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "analyzers/base/message.h"
#include "analyzers/base/tsv.h"
#include "tests/generator/generator_letters.h"
#include "tests/generator/generator_phrases.h"

namespace commsearch {
namespace {

/// Landscape of "crop/south"; -1 for all regions.
int region_of_list(std::string_view name) {
    const std::size_t slash = name.find('/');
    return slash == std::string_view::npos ? -1 : region_of_name(name.substr(slash + 1));
}

/// Reads the files twice: the names first, so that slots may name what stands further down.
class BookReader {
public:
    BookReader(const TemplateFiles& files, const std::vector<std::string>& figure_names)
        : files_(files) {
        names_.figures = figure_names;
        each_line([this](std::string_view line) { collect_name(line); });
        book_.lists.resize(names_.lists.size());
        own_variant_.resize(names_.lists.size());
        book_.list_names = names_.lists;
    }

    TemplateBook read() {
        each_line([this](std::string_view line) { read_line(line); });
        for (auto& list : book_.lists) {
            for (ItemList& variant : list) index_months(variant);
        }
        return std::move(book_);
    }

private:
    template <typename Use>
    void each_line(const Use& use) {
        for (const auto& [name, text] : files_) {
            if (name == "figures.tmpl") continue;
            section_.clear();
            in_abbreviations_ = name == "abbreviations.tmpl";
            std::size_t number = 0;
            for (const std::string_view line : split(text, '\n')) {
                where_ = name + ":" + std::to_string(++number);
                if (!line.empty() && line.front() != '#') use(line);
            }
        }
    }

    void collect_name(std::string_view line) {
        if (in_abbreviations_) {
            const auto fields = split(line, '|');
            if (fields.size() != 3) refuse("three columns are needed");
            names_.abbreviations.emplace_back(fields[0]);
            Abbreviation abbreviation{std::string(fields[1]), {}};
            for (const auto form : split(fields[2], ';')) {
                abbreviation.short_forms.emplace_back(form);
            }
            book_.abbreviations.push_back(std::move(abbreviation));
        } else if (line.starts_with("@list ")) {
            const std::string name{split(line.substr(6), '/').front()};
            auto& lists = names_.lists;
            if (std::find(lists.begin(), lists.end(), name) == lists.end()) lists.push_back(name);
        } else if (line.starts_with("@topic ")) {
            book_.topics.push_back(
                {std::string(split(line.substr(7), ' ').front()), {}, {}, {}, {}});
        }
    }

    void read_line(std::string_view line) {
        if (in_abbreviations_) return;
        if (line.front() == '@') {
            open_section(line);
        } else if (section_ == "@list") {
            read_items(line);
        } else if (section_ == "@topic") {
            read_topic_line(line);
        } else if (section_ == "@lines") {
            book_.lines[name_].push_back(phrase(line));
        } else if (section_ == "@outline") {
            read_outline_line(line);
        } else {
            refuse("a line outside of any section");
        }
    }

    void open_section(std::string_view line) {
        const std::size_t blank = line.find(' ');
        section_ = line.substr(0, blank);
        if (blank == std::string_view::npos) refuse("a section needs a name");
        name_ = line.substr(blank + 1);
        if (section_ == "@topic") {
            topic_ = &book_.topics[static_cast<std::size_t>(topic_of(split(name_, ' ').front()))];
            const std::size_t guard = name_.find('<');
            std::string_view rest =
                guard == std::string::npos ? "" : std::string_view(name_).substr(guard);
            topic_->guard = taken_guard(rest, where_);
        } else if (section_ == "@list") {
            clear_list();
        }
    }

    /// A list without region fills all regions; one with a region replaces what that region has.
    void clear_list() {
        const int region = region_of_list(name_);
        const auto index = static_cast<std::size_t>(book_.list(split(name_, '/').front()));
        targets_.clear();
        for (std::size_t i = 0; i < region_count; ++i) {
            const bool mine = region < 0 ? !own_variant_[index][i] : static_cast<int>(i) == region;
            if (!mine) continue;
            if (region >= 0) own_variant_[index][i] = true;
            book_.lists[index][i] = {};
            targets_.push_back(&book_.lists[index][i]);
        }
    }

    void read_items(std::string_view line) {
        Guard guard;
        for (std::string_view item : split(line, ';')) {
            item = trimmed(item);
            if (item.starts_with('<')) guard = taken_guard(item, where_);
            if (item.empty()) continue;
            const GuardedPhrase read{guard, phrase(item), 0};
            for (ItemList* target : targets_) target->items.push_back(read);
        }
    }

    void read_topic_line(std::string_view line) {
        std::string_view text = trimmed(line.substr(1));
        if (line.front() == '=') {
            topic_->headings.push_back(phrase(text));
            return;
        }
        if (line.front() != '+' && line.front() != '>') refuse("a line must begin with = + or >");
        GuardedPhrase read;
        read.guard = taken_guard(text, where_);
        read.phrase = phrase(text);
        read.words = count_words(text) + 6;
        (line.front() == '+' ? topic_->past : topic_->plan).push_back(std::move(read));
    }

    void read_outline_line(std::string_view line) {
        if (line.size() < 5) refuse("an outline line is: level, mark, text");
        OutlineLine read;
        read.level = line.front() - '0';
        read.plan = line[2] == '>';
        const std::string_view text = line.substr(4);
        if (line[2] == '=') {
            read.heading = phrase(text);
        } else {
            read.topic = topic_of(text);
        }
        book_.outlines[name_].push_back(std::move(read));
    }

    int topic_of(std::string_view slug) const {
        for (std::size_t i = 0; i < book_.topics.size(); ++i) {
            if (book_.topics[i].slug == slug) return static_cast<int>(i);
        }
        refuse("no topic " + std::string(slug));
    }

    static void index_months(ItemList& list) {
        for (int month = 1; month <= 12; ++month) {
            for (std::uint32_t i = 0; i < list.items.size(); ++i) {
                if (((list.items[i].guard.months >> (month - 1)) & 1) == 0) continue;
                list.of_month[static_cast<std::size_t>(month - 1)].push_back(i);
            }
        }
    }

    Phrase phrase(std::string_view text) const { return read_phrase(text, names_, where_); }
    [[noreturn]] void refuse(const std::string& what) const { refuse_template(where_, what); }

    const TemplateFiles& files_;
    SlotNames names_;
    TemplateBook book_;
    std::string where_, section_, name_;
    bool in_abbreviations_ = false;
    TemplateTopic* topic_ = nullptr;
    std::vector<ItemList*> targets_;
    std::vector<std::array<bool, region_count>> own_variant_;
};

template <typename Map>
const auto& found_in(const Map& map, const std::string& name) {
    const auto found = map.find(name);
    if (found == map.end()) refuse_template("*.tmpl", "nothing is called " + name);
    return found->second;
}

}  // namespace

int TemplateBook::list(std::string_view name) const {
    const auto found = std::find(list_names.begin(), list_names.end(), name);
    if (found == list_names.end()) refuse_template("*.tmpl", "no list " + std::string(name));
    return static_cast<int>(found - list_names.begin());
}

const std::vector<Phrase>& TemplateBook::lines_of(const std::string& name) const {
    return found_in(lines, name);
}

const std::vector<OutlineLine>& TemplateBook::outline_of(const std::string& name) const {
    return found_in(outlines, name);
}

std::size_t TemplateBook::sentence_templates() const {
    std::size_t count = 0;
    for (const TemplateTopic& topic : topics) count += topic.past.size() + topic.plan.size();
    return count;
}

TemplateFiles read_template_files(const std::filesystem::path& folder) {
    TemplateFiles files;
    std::error_code problem;
    for (const auto& entry : std::filesystem::directory_iterator(folder, problem)) {
        if (entry.path().extension() != ".tmpl") continue;
        std::ifstream stream(entry.path(), std::ios::binary);
        files[entry.path().filename().string()] = {std::istreambuf_iterator<char>(stream), {}};
    }
    if (problem || files.empty()) refuse_template(folder.string(), "no readable *.tmpl here");
    return files;
}

TemplateBook read_templates(const TemplateFiles& files,
                            const std::vector<std::string>& figure_names, ToneStyle style) {
    TemplateFiles styled = files;
    if (style == ToneStyle::new_style) {
        for (auto& [name, text] : styled) text = new_tone_style(text);
    }
    return BookReader(styled, figure_names).read();
}

}  // namespace commsearch
