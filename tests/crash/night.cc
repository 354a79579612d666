#include "tests/crash/night.h"

#include <cstdlib>
#include <fstream>
#include <stdexcept>

#include "indexer/generation/publish/index_folder.h"
#include "indexer/generation/publish/manifest.h"
#include "searcher/searcher.h"
#include "tests/generator/generator_corpus.h"

namespace commsearch {
namespace {

namespace fs = std::filesystem;

constexpr const char* mark_word = "dauhieudem";

}  // namespace

std::size_t times(std::size_t few, std::size_t many) {
    const char* const value = std::getenv("COMMSEARCH_CRASH");
    return value != nullptr && std::string_view(value) == "long" ? many : few;
}

Night::Night(std::uint64_t seed) : random_(seed) {
    CorpusPlan plan;
    plan.templates = fs::path(COMMSEARCH_SOURCE_DIR) / "corpus/templates";
    plan.dictionaries = fs::path(COMMSEARCH_SOURCE_DIR) / "indexer/dictionaries";
    plan.communes = 3;
    plan.months = 8;
    plan.seed = seed;
    generate_corpus(plan, [&](const ReportSubject&, const MadeReport& report) {
        names_.push_back("xa-" + std::to_string(names_.size() % 3) + '/' +
                         std::to_string(names_.size()) + ".txt");
        texts_.push_back(report.text.substr(0, report.text.rfind('\n', 12'000)));
        folder_.write(fs::path("corpus") / names_.back(), texts_.back());
    });
    reports_ = names_.size() + 1;
    write_mark();
}

void Night::write_mark() {
    mark_ = "đêm thứ " + std::to_string(++number_);
    folder_.write("corpus/mark.txt", "UBND XÃ BẢN LIỀN\n\nBÁO CÁO\n\n1. Kết quả\nHôm nay có " +
                                         std::string(mark_word) + " của " + mark_ + ".\n");
}

void Night::change() {
    write_mark();
    const std::string& text = texts_[random_() % texts_.size()];
    folder_.write(fs::path("corpus") / names_[random_() % names_.size()],
                  text + "\nViết lại trong " + mark_ + ".\n");
}

std::vector<std::string> Night::command(const fs::path& index) const {
    return {COMMSEARCH_INDEX_PROGRAM, "build",   "--quiet",     "--corpus",
            corpus().string(),        "--index", index.string()};
}

std::map<std::string, std::string> Night::environment(
    const std::map<std::string, std::string>& faults) const {
    std::map<std::string, std::string> all = faults;
    all["LANG"] = "en_US.UTF-8";
    all["LD_PRELOAD"] = COMMSEARCH_FAULTS;
    all["COMMSEARCH_FAULT_BELOW"] = index().string();
    return all;
}

Outcome Night::build(const std::map<std::string, std::string>& faults) const {
    return run_program({.command = command(index()),
                        .environment = environment(faults),
                        .input = {},
                        .folder = folder()});
}

Outcome Night::build_into(const fs::path& index) const {
    return run_program({.command = command(index),
                        .environment = environment({}),
                        .input = {},
                        .folder = folder()});
}

long Night::calls(const std::string& action) const {
    // The real index must not learn of it.
    const fs::path copy = folder() / "counted";
    fs::copy(index(), copy, fs::copy_options::recursive);
    std::map<std::string, std::string> environment =
        this->environment({{"COMMSEARCH_FAULT_ACTION", action},
                           {"COMMSEARCH_FAULT_COUNT", (folder() / "count").string()}});
    environment["COMMSEARCH_FAULT_BELOW"] = copy.string();
    const Outcome outcome = run_program(
        {.command = command(copy), .environment = environment, .input = {}, .folder = folder()});
    if (outcome.exit_code != 0) throw std::runtime_error(outcome.err);
    fs::remove_all(copy);
    return std::stol(read_bytes(folder() / "count"));
}

std::string Night::fresh_digest() const {
    const fs::path fresh = folder() / "fresh";
    fs::remove_all(fresh);
    if (build_into(fresh).exit_code != 0) throw std::runtime_error("a fresh build failed");
    return served_digest(fresh);
}

std::string served_digest(const fs::path& index) {
    return generation::read_manifest(index / generation::published_of(index)).digest;
}

IndexReading read_index(const fs::path& index) {
    const Searcher searcher(index);
    SearchRequest request;
    request.limit = 1;
    IndexReading reading;
    const SearchResult all = searcher.search(request);
    reading.generation = all.generation;
    reading.reports = all.total_reports;
    request.query = mark_word;
    const SearchResult marked = searcher.search(request);
    if (marked.reports.empty()) return reading;
    std::string text;
    for (const Fragment& fragment : marked.reports[0].passages.at(0).excerpt) text += fragment.text;
    const std::size_t begin = text.find("đêm thứ ");
    if (begin != std::string::npos)
        reading.mark = text.substr(begin, text.find('.', begin) - begin);
    return reading;
}

}  // namespace commsearch
