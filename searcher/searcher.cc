#include "searcher/searcher.h"

#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <map>
#include <optional>

#include "analyzers/analyzer.h"
#include "analyzers/keystrokes.h"
#include "analyzers/similarity.h"
#include "analyzers/tsv.h"
#include "indexer/schema.h"
#include "searcher/document_scores.h"
#include "searcher/excerpt.h"
#include "searcher/facets.h"
#include "searcher/keystroke_evidence.h"
#include "searcher/meanings.h"
#include "searcher/passage_reader.h"
#include "searcher/place_words.h"
#include "searcher/passage_texts.h"
#include "searcher/query_builder.h"
#include "searcher/query_parser.h"
#include "searcher/ranking.h"
#include "searcher/sequences.h"
#include "searcher/suggest.h"

namespace commsearch {
namespace {

std::string build_command(const std::filesystem::path& index_folder) {
    return "commsearch-index build --corpus DIR --index " + index_folder.string();
}

[[noreturn]] void throw_unusable(const std::filesystem::path& index_folder, const Message& what) {
    const std::string command = build_command(index_folder);
    throw Error({what.vi + "; hãy chạy: " + command, what.en + "; run: " + command});
}

/// The published generation's name.
std::string read_current(const std::filesystem::path& index_folder) {
    std::ifstream file(index_folder / current_file);
    std::string name;
    if (!file || !std::getline(file, name) || name.empty()) {
        const std::string where = index_folder.string();
        if (!std::filesystem::exists(index_folder)) {
            throw_unusable(index_folder,
                           {"chưa có chỉ mục tại " + where, "there is no index at " + where});
        }
        throw_unusable(index_folder, {"thư mục " + where + " không phải chỉ mục của commsearch",
                                      "the folder " + where + " is not an index of commsearch"});
    }
    if (name.find('/') != std::string::npos || name.starts_with('.')) {
        throw_unusable(index_folder,
                       {"tệp CURRENT của chỉ mục bị hỏng", "the index's file CURRENT is damaged"});
    }
    return name;
}

/// Converts what Xapian throws, which is no std::exception.
template <typename Work>
auto with_index(const std::filesystem::path& index_folder, Work work) {
    try {
        return work();
    } catch (const Xapian::Error& error) {
        throw_unusable(
            index_folder,
            {"không đọc được chỉ mục: " + error.get_msg() + " (" + error.get_type() + ")",
             "cannot read the index: " + error.get_msg() + " (" + error.get_type() + ")"});
    }
}

/// Takes down every match with its weight. Matches come in the order of document ids.
class MatchCollector : public Xapian::MatchSpy {
public:
    void operator()(const Xapian::Document& document, double weight) override {
        matches.push_back(
            {document.get_docid(), weight, decode_facets(document.get_value(facet_slot))});
    }

    std::vector<Match> matches;
};

/// Lets through the passages whose text holds every phrase word for word and every nearness.
class TextDecider : public Xapian::MatchDecider {
public:
    TextDecider(const Xapian::Database& database, const std::vector<TopicEntry>& topics,
                Analyzer& analyzer, const BuiltQuery& built)
        : texts_(database, topics, analyzer), built_(built) {}

    bool operator()(const Xapian::Document& document) const override {
        const std::uint32_t ordinal = decode_facets(document.get_value(facet_slot)).ordinal;
        const Tokens tokens = texts_.tokens(document.get_docid() - ordinal, ordinal);
        return std::all_of(
                   built_.phrases.begin(), built_.phrases.end(),
                   [&](const Sequence& phrase) { return holds_sequence(tokens, phrase); }) &&
               std::all_of(built_.nears.begin(), built_.nears.end(),
                           [&](const Nearness& near) { return holds_nearness(tokens, near); });
    }

private:
    mutable PassageTexts texts_;  // keeps the report read last
    const BuiltQuery& built_;
};

/// The matches of one report: [first, last) of the matches, and the best weight among them.
struct Group {
    std::size_t first = 0;
    std::size_t last = 0;
    double best = 0;
    std::size_t best_match = 0;  ///< its index
    std::size_t similar = 0;     ///< groups left out behind it
};

std::vector<Group> group_by_report(const std::vector<Match>& matches) {
    std::vector<Group> groups;
    for (std::size_t i = 0; i < matches.size(); ++i) {
        if (i == 0 || matches[i].report() != matches[i - 1].report())
            groups.push_back({i, i, 0, i, 0});
        groups.back().last = i + 1;
        if (i == groups.back().first || matches[i].weight > groups.back().best) {
            groups.back().best = matches[i].weight;
            groups.back().best_match = i;
        }
    }
    return groups;
}

std::string horizon_name(std::uint8_t horizon) {
    if (horizon == 1) return "past";
    return horizon == 2 ? "next" : "";
}

}  // namespace

struct Searcher::Impl {
    explicit Impl(const std::filesystem::path& folder) : index_folder(folder) {
        generation = read_current(folder);
        const std::filesystem::path file = folder / generation / database_file;
        with_index(folder, [&] { database = Xapian::Database(file.string()); });
        check_versions();
        places = with_index(folder, [&] {
            return decode_places(database.get_metadata(std::string(metadata_places)));
        });
        regions = with_index(folder, [&] {
            return decode_regions(database.get_metadata(std::string(metadata_regions)));
        });
        place_index.emplace(places, regions);
        filters.emplace(*place_index, topics);
        topics = with_index(folder, [&] {
            return decode_topics(database.get_metadata(std::string(metadata_topics)));
        });
        abbreviations = Abbreviations::with_local(with_index(
            folder, [&] { return database.get_metadata(std::string(metadata_abbreviations)); }));
    }

    void check_versions() const {
        const auto metadata = [&](std::string_view key) {
            return with_index(index_folder,
                              [&] { return database.get_metadata(std::string(key)); });
        };
        if (metadata(metadata_schema) != std::to_string(schema_version) ||
            metadata(metadata_analyzer) != analyzer_fingerprint()) {
            throw_unusable(index_folder,
                           {"chỉ mục do một phiên bản khác của commsearch lập nên không đọc được",
                            "the index was written by another version of commsearch"});
        }
    }

    SearchResult search(const SearchRequest& request) const {
        const auto start = std::chrono::steady_clock::now();
        std::vector<Notice> place_notices;
        const Xapian::Query filter = request_filter(request, place_notices);
        Analyzer analyzer(abbreviations);
        const QueryBuilder builder(database, analyzer, *filters, topics);

        SearchResult result;
        result.offset = request.offset;
        result.limit = request.limit;
        result.generation = generation;
        auto [parsed, built, matches] = read_query(request, filter, builder, analyzer);
        result.query = parsed.text;
        result.notices = parsed.notices;
        add_place_notices(parsed, place_notices, result.notices);
        if (built.has_words && matches.size() < poor_matches) suggest(parsed, analyzer, result);
        const bool is_accidental = !built.is_accented && built.demands >= accidental_words;
        const std::size_t few = built.is_deliberate ? 1 : is_accidental ? SIZE_MAX : few_passages;
        if (matches.size() < few && built.has_words && !request.exact) {
            relax(parsed, filter, builder, analyzer, built, matches, result);
        }
        if (built.has_words) {
            with_index(index_folder, [&] { add_document_scores(database, matches); });
        }
        result.notices.insert(result.notices.end(), built.notices.begin(), built.notices.end());
        built.hits.short_forms = short_forms_asked(parsed, analyzer);
        fill(result, request, built, std::move(matches), analyzer);
        result.seconds =
            std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        return result;
    }

    /// A query as read, and the passages that hold every word.
    struct Attempt {
        ParsedQuery parsed;
        BuiltQuery built;
        std::vector<Match> matches;
    };

    Attempt attempt(ParsedQuery parsed, bool exact, const Xapian::Query& filter,
                    const QueryBuilder& builder, Analyzer& analyzer) const {
        BuiltQuery built = builder.build(parsed, Strictness::all_words, exact);
        std::vector<Match> matches = run(built, filter, analyzer);
        return {std::move(parsed), std::move(built), std::move(matches)};
    }

    /// The query as typed, or what it decodes to where it was typed with the input method off: when
    /// its words show that, or when more is found so.
    Attempt read_query(const SearchRequest& request, const Xapian::Query& filter,
                       const QueryBuilder& builder, Analyzer& analyzer) const {
        ParsedQuery typed = with_places(parse_query(request.query), *place_index);
        const std::optional<DecodedQuery> decoded =
            request.exact ? std::nullopt : decode_query_keystrokes(typed.text);
        if (!decoded) {
            return attempt(std::move(typed), request.exact, filter, builder, analyzer);
        }
        ParsedQuery meant = with_places(parse_query(decoded->text), *place_index);
        meant.notices.push_back(keystrokes_notice(typed.text, *decoded));
        const bool is_clear = with_index(index_folder, [&] {
            return speaks_for_keystrokes(database, typed.text, decoded->text);
        });
        if (is_clear) return attempt(std::move(meant), false, filter, builder, analyzer);
        Attempt literal = attempt(std::move(typed), false, filter, builder, analyzer);
        if (literal.matches.size() >= poor_matches) return literal;
        Attempt other = attempt(std::move(meant), false, filter, builder, analyzer);
        return other.matches.size() > literal.matches.size() ? other : literal;
    }

    static Notice keystrokes_notice(const std::string& typed, const DecodedQuery& decoded) {
        const std::string method = decoded.method == KeystrokeMethod::vni ? "VNI" : "Telex";
        return {"keystrokes",
                {"đã hiểu \"" + typed + "\" là \"" + decoded.text + "\" (gõ " + method +
                     " khi chưa bật bộ gõ)",
                 "read \"" + typed + "\" as \"" + decoded.text + "\" (" + method +
                     " typed with the input method off)"},
                {}};
    }

    void suggest(const ParsedQuery& parsed, Analyzer& analyzer, SearchResult& result) const {
        result.suggestion =
            with_index(index_folder, [&] { return suggest_query(database, analyzer, parsed); });
        if (result.suggestion.empty()) return;
        result.notices.push_back({"did-you-mean",
                                  {"Ý bạn là \"" + result.suggestion + "\"?",
                                   "Did you mean \"" + result.suggestion + "\"?"},
                                  {}});
    }

    /// Looks for passages with some of the words, and keeps the result when it found more.
    void relax(const ParsedQuery& parsed, const Xapian::Query& filter, const QueryBuilder& builder,
               Analyzer& analyzer, BuiltQuery& built, std::vector<Match>& matches,
               SearchResult& result) const {
        BuiltQuery relaxed = builder.build(parsed, Strictness::any_word, false);
        std::vector<Match> more = run(relaxed, filter, analyzer);
        prefer(matches, more);
        double best = 0;
        for (const Match& match : more) best = std::max(best, match.weight);
        std::erase_if(more, [&](const Match& match) {
            return match.weight < min_share_of_best * best && !holds(matches, match);
        });
        if (more.size() <= matches.size()) return;
        result.notices.push_back(relaxed_notice(matches.size(), relaxed.is_accented));
        built = std::move(relaxed);
        matches = std::move(more);
    }

    /// `has_marks`: the query's marks were put aside.
    static Notice relaxed_notice(std::size_t strict_matches, bool has_marks) {
        const std::string count = std::to_string(strict_matches);
        Message message{count + " đoạn chứa đủ các từ; kèm thêm những đoạn gần nhất",
                        count + " passages hold every word; those that come nearest are added"};
        if (strict_matches == 0) {
            message = {"không có đoạn nào chứa đủ các từ; dưới đây là những đoạn gần nhất",
                       "no passage holds every word; these come nearest"};
        }
        if (has_marks) {
            message.vi += ", kể cả viết dấu khác";
            message.en += ", other marks included";
        }
        return {"relaxed", message, {}};
    }

    static bool holds(const std::vector<Match>& matches, const Match& wanted) {
        return std::binary_search(
            matches.begin(), matches.end(), wanted,
            [](const Match& a, const Match& b) { return a.passage < b.passage; });
    }

    /// Raises the weight of those of `more` that are in `preferred`; both in the order of passages.
    static void prefer(const std::vector<Match>& preferred, std::vector<Match>& more) {
        auto at = preferred.begin();
        for (Match& match : more) {
            while (at != preferred.end() && at->passage < match.passage) ++at;
            if (at != preferred.end() && at->passage == match.passage)
                match.weight *= 1 + all_words_bonus;
        }
    }

    std::vector<Match> run(const BuiltQuery& built, const Xapian::Query& filter,
                           Analyzer& analyzer) const {
        return with_index(index_folder, [&] {
            Xapian::Enquire enquire(database);
            enquire.set_weighting_scheme(QueryBuilder::weighting());
            enquire.set_query(filter.empty()
                                  ? built.query
                                  : Xapian::Query(Xapian::Query::OP_FILTER, built.query, filter));
            MatchCollector collector;
            enquire.add_matchspy(&collector);
            const TextDecider decider(database, topics, analyzer, built);
            const bool reads_text = !built.phrases.empty() || !built.nears.empty();
            // Every match is asked for, so that counts are exact; which to show is decided here.
            (void)enquire.get_mset(0, 1, database.get_doccount(), nullptr,
                                   reads_text ? &decider : nullptr);
            for (Match& match : collector.matches) {
                match.weight *= QueryBuilder::horizon_factor(built, match.facets);
            }
            return std::move(collector.matches);
        });
    }

    /// The filters of the request; empty when there are none. Throws Error for a place or topic
    /// that is not in the index.
    Xapian::Query request_filter(const SearchRequest& request, std::vector<Notice>& notices) const {
        std::vector<Xapian::Query> parts;
        if (!request.communes.empty()) {
            std::vector<Xapian::Query> ways;
            for (const std::string& commune : request.communes) {
                const PlaceFilter place = filters->commune(commune);
                if (place.query.empty()) throw_unknown_commune(commune);
                if (place.choices.size() > 1) throw_ambiguous_commune(commune, place.choices);
                ways.push_back(place.query);
                notices.insert(notices.end(), place.notices.begin(), place.notices.end());
            }
            parts.emplace_back(Xapian::Query::OP_OR, ways.begin(), ways.end());
        }
        if (!request.sections.empty()) {
            std::vector<Xapian::Query> ways;
            for (const std::string& section : request.sections) {
                ways.push_back(filters->topic(section));
                if (ways.back().empty()) throw_unknown_section(section);
            }
            parts.emplace_back(Xapian::Query::OP_OR, ways.begin(), ways.end());
        }
        if (request.from != 0 || request.to != 0) {
            parts.push_back(Filters::dates(static_cast<std::uint32_t>(request.from),
                                           static_cast<std::uint32_t>(request.to)));
        }
        if (parts.empty()) return {};
        return {Xapian::Query::OP_AND, parts.begin(), parts.end()};
    }

    /// What a person should know of the places of the filters and of the communes among the words.
    void add_place_notices(const ParsedQuery& parsed, std::vector<Notice> found,
                           std::vector<Notice>& notices) const {
        for (const std::string& commune : communes_in_words(parsed, *place_index)) {
            const PlaceFilter place = filters->commune(commune);
            found.insert(found.end(), place.notices.begin(), place.notices.end());
        }
        for (Notice& notice : found) {
            if (std::find(notices.begin(), notices.end(), notice) == notices.end())
                notices.push_back(std::move(notice));
        }
    }

    [[noreturn]] static void throw_ambiguous_commune(const std::string& name,
                                                     const std::vector<std::string>& choices) {
        std::string list;
        for (const std::string& choice : choices) list += "\n  --commune \"" + choice + '"';
        throw UsageError({"có nhiều xã tên \"" + name + "\"; hãy chọn một:" + list,
                          "several communes are named \"" + name + "\"; choose one:" + list});
    }

    [[noreturn]] void throw_unknown_commune(const std::string& name) const {
        std::string known;
        constexpr std::size_t shown = 12;
        std::size_t count = 0;
        for (const PlaceEntry& place : places) {
            if (place.reports == 0 || ++count > shown) continue;
            known += (count == 1 ? "" : ", ") + place.full_name();
        }
        if (count > shown) known += ", …";
        throw UsageError(
            {"chỉ mục không có xã nào tên hoặc mã \"" + name +
                 "\"; các xã có trong chỉ mục: " + known,
             "the index has no commune named or numbered \"" + name + "\"; it has: " + known});
    }

    [[noreturn]] void throw_unknown_section(const std::string& name) const {
        std::string known;
        for (const TopicEntry& topic : topics) known += (known.empty() ? "" : ", ") + topic.slug;
        throw UsageError({"không có mục \"" + name + "\"; các mục: " + known,
                          "there is no section \"" + name + "\"; the sections are: " + known});
    }

    void fill(SearchResult& result, const SearchRequest& request, const BuiltQuery& built,
              std::vector<Match> matches, Analyzer& analyzer) const {
        std::vector<Group> groups = group_by_report(matches);
        result.total_passages = matches.size();
        result.total_reports = groups.size();
        result.facets = count_facets(matches, places, topics);
        const bool by_date = request.sort == SearchRequest::Sort::date || !built.has_words;
        std::stable_sort(groups.begin(), groups.end(), [&](const Group& a, const Group& b) {
            if (by_date && matches[a.first].facets.date != matches[b.first].facets.date) {
                return matches[a.first].facets.date > matches[b.first].facets.date;
            }
            return a.best > b.best;
        });
        if (!by_date) fold_similar(groups, matches);
        const std::size_t begin = std::min(request.offset, groups.size());
        const std::size_t end = begin + std::min(request.limit, groups.size() - begin);
        for (std::size_t i = begin; i < end; ++i) {
            result.reports.push_back(
                report_hit(groups[i], matches, request.passages_per_report, built, analyzer));
            result.reports.back().similar_reports = groups[i].similar;
        }
        if (!request.explain) return;
        std::map<Xapian::docid, PassageHit*> shown;
        for (std::size_t i = begin; i < end; ++i) {
            const Xapian::docid report = matches[groups[i].first].report();
            for (PassageHit& passage : result.reports[i - begin].passages) {
                shown.emplace(report + passage.ordinal, &passage);
            }
        }
        explain(shown, built);
    }

    /// Scores each part of the query alone and notes what it added to the passages shown, by
    /// document id.
    void explain(const std::map<Xapian::docid, PassageHit*>& shown, const BuiltQuery& built) const {
        for (const ScorePart& part : built.parts) {
            const std::vector<Match> scored = with_index(index_folder, [&] {
                Xapian::Enquire enquire(database);
                enquire.set_weighting_scheme(QueryBuilder::weighting());
                enquire.set_query(part.query);
                MatchCollector collector;
                enquire.add_matchspy(&collector);
                (void)enquire.get_mset(0, 1, database.get_doccount());
                return std::move(collector.matches);
            });
            for (const Match& match : scored) {
                const auto found = shown.find(match.passage);
                if (found != shown.end())
                    found->second->shares.push_back({part.what, match.weight});
            }
        }
        for (const auto& [id, passage] : shown) add_factor(*passage);
    }

    /// Sorts the shares and adds what the passage's kind made of their sum.
    static void add_factor(PassageHit& passage) {
        using Share = PassageHit::Share;
        std::stable_sort(passage.shares.begin(), passage.shares.end(),
                         [](const Share& a, const Share& b) { return a.score > b.score; });
        double sum = 0;
        for (const Share& share : passage.shares) sum += share.score;
        if (sum <= 0) return;
        passage.shares.push_back(
            {{"hệ số: kể kết quả hay kế hoạch, có đủ các từ hay không, cả văn bản nói gì",
              "factor: results or plans, every word or not, what the document says"},
             passage.score / sum});
    }

    /// Offices repeat a paragraph month after month: of the groups (best first) whose best passages
    /// say nearly the same in the same commune only the first stays and counts the others. Looks at
    /// the first hundred: nobody turns more pages.
    static void fold_similar(std::vector<Group>& groups, const std::vector<Match>& matches) {
        constexpr std::size_t looked_at = 100;
        const std::size_t size = std::min(groups.size(), looked_at);
        const auto is_copy = [&](const Group& a, const Group& b) {
            const FacetRecord& first = matches[a.best_match].facets;
            const FacetRecord& second = matches[b.best_match].facets;
            return first.place == second.place && first.place != 0 &&
                   are_similar(first.similarity, second.similarity);
        };
        std::vector<Group> kept;
        for (std::size_t i = 0; i < size; ++i) {
            const auto original = std::find_if(kept.begin(), kept.end(), [&](const Group& group) {
                return is_copy(group, groups[i]);
            });
            if (original == kept.end()) {
                kept.push_back(groups[i]);
            } else {
                ++original->similar;
            }
        }
        kept.insert(kept.end(), groups.begin() + static_cast<std::ptrdiff_t>(size), groups.end());
        groups = std::move(kept);
    }

    ReportHit report_hit(const Group& group, const std::vector<Match>& matches,
                         std::size_t max_passages, const BuiltQuery& built,
                         Analyzer& analyzer) const {
        const ReportRecord record = with_index(index_folder, [&] {
            return decode_report(database.get_document(matches[group.first].report()).get_data());
        });
        ReportHit hit;
        hit.id = record.id;
        hit.path = record.path;
        hit.title = record.title;
        hit.number = record.number;
        hit.issuer = record.issuer;
        hit.issuer_kind = record.issuer_kind;
        hit.type = record.type;
        hit.commune = record.commune;
        hit.commune_code = place_key(record.place);
        hit.district = record.district;
        hit.province = record.province;
        hit.date = static_cast<std::int32_t>(record.date);
        hit.signing_date = static_cast<std::int32_t>(record.signing_date);
        hit.posting_date = static_cast<std::int32_t>(record.posting_date);
        hit.period = record.period;
        hit.planned_period = record.planned;
        std::vector<Match> best(matches.begin() + static_cast<std::ptrdiff_t>(group.first),
                                matches.begin() + static_cast<std::ptrdiff_t>(group.last));
        std::stable_sort(best.begin(), best.end(),
                         [](const Match& a, const Match& b) { return a.weight > b.weight; });
        hit.more_passages = best.size() - std::min(best.size(), max_passages);
        best.resize(best.size() - hit.more_passages);
        const PassageReader reader(record, topics, analyzer);
        for (const Match& match : best)
            hit.passages.push_back(passage_hit(record, match, built, reader));
        return hit;
    }

    PassageHit passage_hit(const ReportRecord& record, const Match& match, const BuiltQuery& built,
                           const PassageReader& reader) const {
        const ReportRecord::Passage& passage = record.passages.at(match.facets.ordinal - 1);
        const ReportRecord::Section& section = record.sections.at(passage.section);
        PassageHit hit;
        hit.id = passage.id;
        hit.ordinal = match.facets.ordinal;
        hit.first_line = passage.first_line;
        hit.last_line = passage.last_line;
        hit.page = passage.page;
        hit.heading_path = section.heading_path;
        if (section.topic > 0 && section.topic <= topics.size()) {
            hit.section = topics[section.topic - 1U].slug;
            hit.section_label = topics[section.topic - 1U].label;
        }
        hit.horizon = horizon_name(section.horizon);
        hit.score = match.weight;
        const Tokens tokens = reader.tokens(hit.ordinal);
        hit.excerpt = make_excerpt(passage.text, tokens, built.hits);
        MeaningFinder meanings(built.hits, abbreviations, reader.local());
        meanings.read(passage.text, tokens);
        for (const std::string& heading : section.heading_path)
            meanings.read(heading, reader.tokens(hit.ordinal, heading));
        hit.meanings = meanings.take();
        return hit;
    }

    std::filesystem::path index_folder;
    std::string generation;
    Xapian::Database database;
    std::vector<PlaceEntry> places;
    std::vector<TopicEntry> topics;
    std::vector<RegionEntry> regions;
    std::optional<PlaceIndex> place_index;
    std::optional<Filters> filters;
    Abbreviations abbreviations{std::string_view{}};
};

Searcher::Searcher(const std::filesystem::path& index_folder)
    : impl_(std::make_unique<Impl>(index_folder)) {}
Searcher::~Searcher() = default;
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;

SearchResult Searcher::search(const SearchRequest& request) const { return impl_->search(request); }

}  // namespace commsearch
