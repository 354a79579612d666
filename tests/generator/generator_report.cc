#include "tests/generator/generator_report.h"

#include <algorithm>
#include <numeric>

#include "tests/generator/generator_letters.h"

namespace commsearch {
namespace {

/// A paragraph that another one follows has at least as many words as a passage needs.
constexpr std::size_t full_paragraph = 60;
constexpr std::size_t last_paragraph = 57;
constexpr std::size_t too_many_words = 92;
constexpr std::uint32_t decomposed_odds = 150;
/// Slips of the form: one heading in so many.
constexpr std::uint32_t slip_odds = 120;

constexpr std::array<std::string_view, 12> romans{"I",   "II",   "III", "IV", "V",  "VI",
                                                  "VII", "VIII", "IX",  "X",  "XI", "XII"};

std::string padded(int number) {
    return number < 10 ? "0" + std::to_string(number) : std::to_string(number);
}

/// How many paragraphs the body has: 50 to 80, more for a longer period.
std::size_t body_size(PeriodKind kind, Random& random) {
    switch (kind) {
        case PeriodKind::month:
            return 52 + random.below(9);
        case PeriodKind::quarter:
            return 56 + random.below(10);
        case PeriodKind::year:
            return 66 + random.below(12);
        default:
            return 60 + random.below(12);
    }
}

/// Templates that a paragraph takes on average.
constexpr std::size_t templates_a_paragraph = 2;

}  // namespace

MadeReport ReportComposer::compose() {
    office_ = office_slugs[subject_.office];
    MadeReport report;
    write_head(report);
    std::vector<Share> shares = shares_of(book_.outline_of(office_));
    spread_paragraphs(shares);
    write_body(shares);
    write_foot();
    report.passages = std::move(passages_);
    report.text = random_.one_in(decomposed_odds) ? decomposed(text_) : std::move(text_);
    const YearMonth last = subject_.period.last;
    report.date =
        std::to_string(last.year) + "-" + padded(last.month) + "-" + padded(subject_.sign_day);
    report.period = subject_.period.text();
    report.issuer = issuer_name(subject_.office, subject_.commune->place.name);
    return report;
}

void ReportComposer::write_head(MadeReport& report) {
    write_lines("header-" + office_);
    report.title = one_of("title-" + office_);
    text_ += "\nBÁO CÁO\n" + report.title + "\n\n";
    write_line(one_of("opening-" + office_), "");
    end_passage();
}

void ReportComposer::write_foot() {
    write_line(one_of("closing-" + office_), "");
    end_passage();
    text_ += "\nNơi nhận:\n";
    write_lines("recipients-" + office_);
    text_ += '\n';
    write_lines("sign-" + office_);
}

std::vector<ReportComposer::Share> ReportComposer::shares_of(
    const std::vector<OutlineLine>& outline) {
    std::vector<Share> shares;
    for (const OutlineLine& line : outline) {
        if (line.level == 0 && !subject_.commune->habits.letters) continue;
        Share share = share_of(line);
        if (line.topic < 0 || !share.order.empty()) shares.push_back(std::move(share));
    }
    return shares;
}

ReportComposer::Share ReportComposer::share_of(const OutlineLine& line) {
    Share share{&line, nullptr, {}, line.topic < 0 ? 0U : 1U};
    if (line.topic < 0) return share;
    const TemplateTopic& topic = book_.topics[static_cast<std::size_t>(line.topic)];
    const YearMonth now = subject_.period.last;
    const Landscape region = subject_.commune->place.region;
    if (!topic.guard.allows(now.year, now.month, region)) return share;
    share.templates = line.plan ? &topic.plan : &topic.past;
    for (std::size_t i = 0; i < share.templates->size(); ++i) {
        const Guard& guard = (*share.templates)[i].guard;
        if (guard.allows(now.year, now.month, region)) share.order.push_back(i);
    }
    // An office has favourite sentences, yet not the same ones every month.
    Random habit(mixed(subject_.commune->seed, hash_of(topic.slug) + (line.plan ? 1 : 0)));
    habit.shuffle(std::span(share.order));
    for (std::size_t i = 0; i + 1 < share.order.size(); ++i) {
        const auto left = static_cast<std::uint32_t>(share.order.size() - i);
        if (random_.one_in(2)) std::swap(share.order[i], share.order[i + random_.below(left)]);
    }
    return share;
}

void ReportComposer::spread_paragraphs(std::vector<Share>& shares) {
    std::size_t planned = 1;  // the opening
    for (const Share& share : shares) planned += share.paragraphs;
    const std::size_t wanted = body_size(subject_.period.kind, random_);
    for (int tries = 0; planned < wanted && tries < 4000; ++tries) {
        Share& share = shares[random_.below(static_cast<std::uint32_t>(shares.size()))];
        const std::size_t room = share.order.size() / templates_a_paragraph;
        if (share.paragraphs == 0 || share.paragraphs >= room) continue;
        ++share.paragraphs;
        ++planned;
    }
}

void ReportComposer::write_body(const std::vector<Share>& shares) {
    for (Share share : shares) {
        const bool has_text = share.paragraphs > 0;
        const bool run_in = has_text && random_.percent(subject_.commune->habits.run_in);
        write_heading(*share.line, run_in);
        if (has_text) write_paragraphs(share, run_in);
    }
}

void ReportComposer::write_heading(const OutlineLine& line, bool run_in) {
    end_passage();
    text_ += number_of(line.level);
    if (!random_.one_in(slip_odds)) text_ += ' ';
    if (line.topic < 0) {
        text_ += filled(line.heading);
    } else {
        const TemplateTopic& topic = book_.topics[static_cast<std::size_t>(line.topic)];
        const std::uint64_t habit = mixed(subject_.commune->seed, hash_of(topic.slug));
        std::string heading = filled(topic.headings[habit % topic.headings.size()]);
        capitalize(heading, 0);
        text_ += heading;
    }
    text_ += run_in ? ": " : "\n";
}

void ReportComposer::write_paragraphs(Share& share, bool run_in) {
    for (std::size_t i = 0; i < share.paragraphs; ++i) {
        const bool last = i + 1 == share.paragraphs;
        const std::string body = paragraph(share, last ? last_paragraph : full_paragraph);
        const bool dash = subject_.commune->habits.dashes && share.paragraphs > 1 && !run_in;
        if (!body.empty()) write_line(body, dash ? "- " : "");
    }
    if (run_in && text_.ends_with(": ")) text_ += '\n';
}

std::string ReportComposer::paragraph(Share& share, std::size_t wanted_words) {
    std::string body;
    std::size_t words = 0;
    while (words < wanted_words && !share.order.empty()) {
        const Phrase& phrase = taken_template(share, words, wanted_words).phrase;
        const std::size_t before = body.size();
        if (before > 0) body += ' ';
        const std::size_t begin = body.size();
        if (renderer_.sentence(phrase, body)) {
            capitalize(body, begin);
        } else {
            body.resize(before);
        }
        words = count_words(body);
    }
    return body;
}

/// Of the next three templates the one that brings `words` nearest to what is wanted.
const GuardedPhrase& ReportComposer::taken_template(Share& share, std::size_t words,
                                                    std::size_t wanted_words) {
    const auto template_at = [&share](std::size_t at) -> const GuardedPhrase& {
        return (*share.templates)[share.order[at]];
    };
    std::size_t best = 0;
    for (std::size_t i = 1; words > 0 && i < std::min<std::size_t>(3, share.order.size()); ++i) {
        const std::size_t sum = words + template_at(i).words;
        const std::size_t best_sum = words + template_at(best).words;
        const bool too_long = best_sum > too_many_words && sum < best_sum;
        const bool fits = best_sum < wanted_words && sum >= wanted_words && sum <= too_many_words;
        if (too_long || fits) best = i;
    }
    const GuardedPhrase& taken = template_at(best);
    share.order.erase(share.order.begin() + static_cast<std::ptrdiff_t>(best));
    return taken;
}

void ReportComposer::write_line(std::string_view line, std::string_view prefix) {
    text_ += prefix;
    const std::size_t before = text_.size();
    typos_.append(line, text_);
    add_words(std::string_view(text_).substr(before));
    text_ += '\n';
}

void ReportComposer::write_lines(const std::string& name) {
    for (const Phrase& line : book_.lines_of(name)) text_ += filled(line) + "\n";
}

std::string ReportComposer::one_of(const std::string& name) {
    const auto& choices = book_.lines_of(name);
    return filled(choices[random_.below(static_cast<std::uint32_t>(choices.size()))]);
}

std::string ReportComposer::filled(const Phrase& phrase) {
    std::string text;
    renderer_.sentence(phrase, text);
    return text;
}

/// "A.", "II.", "3.", "3.1." in running order.
std::string ReportComposer::number_of(int level) {
    const auto at = static_cast<std::size_t>(level);
    ++counters_[at];
    std::fill(counters_.begin() + level + 1, counters_.end(), 0);
    if (level == 0) return std::string(1, static_cast<char>('A' + counters_[0] - 1)) + ".";
    if (level == 1) return std::string(romans[static_cast<std::size_t>(counters_[1] - 1)]) + ".";
    if (level == 2) return std::to_string(counters_[2]) + ".";
    return std::to_string(counters_[2]) + "." + std::to_string(counters_[3]) + ".";
}

void ReportComposer::add_words(std::string_view line) {
    words_ += static_cast<std::uint32_t>(count_words(line));
    if (words_ >= full_paragraph) end_passage();
}

void ReportComposer::end_passage() {
    if (words_ > 0) passages_.push_back(words_);
    words_ = 0;
}

}  // namespace commsearch
