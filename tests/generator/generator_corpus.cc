#include "tests/generator/generator_corpus.h"

#include <charconv>
#include <fstream>
#include <nlohmann/json.hpp>

#include "analyzers/base/message.h"
#include "tests/generator/generator_letters.h"

namespace commsearch {
namespace {

constexpr YearMonth last_month_of_units{2025, 6};

int months_since_zero(YearMonth month) { return month.year * 12 + month.month - 1; }

void check_months(const CorpusPlan& plan) {
    const int room = months_since_zero(last_month_of_units) - months_since_zero(plan.first) + 1;
    if (plan.months <= room) return;
    const std::string most = std::to_string(std::max(0, room));
    throw Error({"Các xã này chỉ có đến tháng 6/2025: --months nhiều nhất là " + most +
                     ", hoặc chọn --first-month sớm hơn",
                 "these communes ended in June 2025: --months is at most " + most +
                     ", or choose an earlier --first-month"});
}

/// Everything that reports share.
class CorpusMaker {
public:
    explicit CorpusMaker(const CorpusPlan& plan) : plan_(plan) {
        const TemplateFiles files = read_template_files(plan.templates);
        const auto figures = files.find("figures.tmpl");
        rules_ = read_figure_rules(figures == files.end() ? "" : figures->second);
        const std::vector<std::string> names = figure_names(rules_);
        books_.push_back(read_templates(files, names, ToneStyle::old_style));
        books_.push_back(read_templates(files, names, ToneStyle::new_style));
    }

    void make(const GeneratedCommune& commune, const UseReport& use) {
        CommuneFigures figures(rules_, mixed(commune.seed, hash_of("figures")));
        ReportSubject subject;
        subject.commune = &commune;
        subject.figures = &figures;
        subject.period.last = plan_.first;
        name_villages(subject, figures);
        for (int month = 1; month < plan_.first.month; ++month) figures.advance();
        YearMonth month = plan_.first;
        for (int i = 0; i < plan_.months; ++i, month = month.next()) {
            figures.advance();
            make_report(subject, month, use);
        }
    }

private:
    [[nodiscard]] const TemplateBook& book_of(const GeneratedCommune& commune) const {
        return books_[commune.habits.tones == ToneStyle::new_style ? 1 : 0];
    }

    void name_villages(ReportSubject& subject, const CommuneFigures& figures) {
        Random random(mixed(subject.commune->seed, hash_of("villages")));
        Renderer renderer(book_of(*subject.commune), zipf_, subject, random);
        const auto count = figures.value(figures.index_of("villages"), 1);
        subject.village_kind = renderer.village_kind();
        fill_words(subject);
        villages_ = renderer.village_names(static_cast<std::size_t>(count));
        subject.villages = &villages_;
    }

    void make_report(ReportSubject& subject, YearMonth month, const UseReport& use) {
        const auto serial = static_cast<std::uint64_t>(months_since_zero(month));
        const std::uint64_t seed = mixed(subject.commune->seed, serial);
        Random random(seed);
        // The shift by the year keeps an office from writing the same month's report every year.
        subject.office = (subject.commune->seed + serial + serial / 12) % office_slugs.size();
        subject.period = period_of(month, random);
        subject.sign_day = static_cast<int>(random.between(18, month.days()));
        subject.number = number_of(subject, random);
        fill_words(subject);
        ReportComposer composer(book_of(*subject.commune), zipf_, subject, mixed(seed, 7));
        use(subject, composer.compose());
    }

    /// Numbers run within a year; those of the Party within a term of five years.
    static int number_of(const ReportSubject& subject, Random& random) {
        const YearMonth now = subject.period.last;
        const bool party = subject.office == 0;
        const std::uint32_t rate = subject.commune->habits.reports_a_month / (party ? 3 : 1);
        const int party_months = (months_since_zero(now) - months_since_zero({2020, 7})) % 60;
        const int months = party ? (party_months + 60) % 60 : now.month - 1;
        return static_cast<int>(rate) * months + 1 + static_cast<int>(random.below(rate));
    }

    const CorpusPlan& plan_;
    std::vector<FigureRule> rules_;
    std::vector<TemplateBook> books_;  ///< old and new tone style
    ZipfLaw zipf_;
    std::vector<std::string> villages_;
};

std::string month_text(YearMonth month) {
    return std::to_string(month.year) + (month.month < 10 ? "-0" : "-") +
           std::to_string(month.month);
}

void check_written(const std::ofstream& stream, const std::filesystem::path& path) {
    if (stream) return;
    throw Error({"Không ghi được " + path.string(), "cannot write " + path.string()});
}

nlohmann::ordered_json json_of(const ReportSubject& subject, const MadeReport& report) {
    const GeneratedCommune& commune = *subject.commune;
    std::string district = commune.district();
    capitalize(district, 0);
    return {{"id", commune.folder + "/" + month_text(subject.period.last)},
            {"title", report.title},
            {"issuer", report.issuer},
            {"type", "bao-cao"},
            {"commune", commune.place.name},
            {"commune_code", commune.place.code},
            {"district", district},
            {"province", commune.place.province},
            {"date", report.date},
            {"period", report.period},
            {"text", report.text}};
}

}  // namespace

YearMonth read_year_month(const std::string& text) {
    YearMonth read;
    const char* end = text.data() + text.size();
    const auto year = std::from_chars(text.data(), end, read.year);
    const bool dash = text.size() == 7 && text[4] == '-' && year.ptr == text.data() + 4;
    const auto month = dash ? std::from_chars(text.data() + 5, end, read.month) : year;
    const bool good = dash && month.ptr == end && read.month >= 1 && read.month <= 12;
    if (good && read.year >= 1990 && read.year <= last_month_of_units.year) return read;
    throw Error({"Tháng viết YYYY-MM, từ 1990-01 đến 2025-06: " + text,
                 "a month is YYYY-MM, 1990-01 to 2025-06: " + text});
}

void generate_corpus(const CorpusPlan& plan, const UseReport& use) {
    check_months(plan);
    CorpusMaker maker(plan);
    const auto communes =
        choose_communes(read_communes(plan.dictionaries), plan.communes, plan.seed);
    for (const GeneratedCommune& commune : communes) maker.make(commune, use);
}

struct CorpusWriter::Stream {
    std::filesystem::path path;
    std::ofstream file;
};

CorpusWriter::CorpusWriter(std::filesystem::path out, CorpusFormat format)
    : out_(std::move(out)), format_(format) {
    std::error_code problem;
    std::filesystem::create_directories(out_, problem);
    if (format_ == CorpusFormat::txt) return;
    lines_ = std::make_unique<Stream>();
    lines_->path = out_ / "reports.jsonl";
    lines_->file.open(lines_->path, std::ios::binary | std::ios::trunc);
    check_written(lines_->file, lines_->path);
}

CorpusWriter::~CorpusWriter() = default;

void CorpusWriter::write(const ReportSubject& subject, const MadeReport& report) {
    if (format_ == CorpusFormat::jsonl) {
        lines_->file << json_of(subject, report).dump() << '\n';
        return;
    }
    const std::filesystem::path folder = out_ / subject.commune->folder;
    std::error_code problem;
    std::filesystem::create_directories(folder, problem);
    const std::filesystem::path path = folder / (month_text(subject.period.last) + ".txt");
    std::ofstream stream(path, std::ios::binary | std::ios::trunc);
    stream << report.text;
    stream.close();
    check_written(stream, path);
}

void CorpusWriter::close() {
    if (!lines_) return;
    lines_->file.close();
    check_written(lines_->file, lines_->path);
}

}  // namespace commsearch
