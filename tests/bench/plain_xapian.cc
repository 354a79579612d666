// plain_xapian: what the engine gives without commsearch, set up as Xapian's own guide does:
// TermGenerator with positions, the row as document data, a value slot for each facet, compacted.
//   plain_xapian build PASSAGES.tsv FOLDER
//   plain_xapian serve FOLDER    requests on standard input, an answer a line on standard output
// A request is MODE, facets, offset, filter, text, parted by tabs. MODE: all, any, phrase, browse,
// prefix. `facets`: how many slots are counted. `filter`: "slot=value;…". An answer starts with the
// number of matches.

#include <xapian.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "analyzers/base/message.h"

namespace {

constexpr std::size_t facet_count = 12;
constexpr std::size_t first_facet = 4;  // columns of passages.tsv before it
constexpr Xapian::valueno date_slot = 20;
constexpr Xapian::doccount page = 10;
constexpr std::size_t facet_values = 100;

std::vector<std::string> split(const std::string& line, char separator) {
    std::vector<std::string> fields;
    std::istringstream stream(line);
    for (std::string field; std::getline(stream, field, separator);) fields.push_back(field);
    return fields;
}

std::string filter_term(std::size_t slot, const std::string& value) {
    return "XF" + std::to_string(slot) + ':' + value;
}

int build(const std::string& passages, const std::string& folder) {
    const std::string loose = folder + ".loose";
    Xapian::WritableDatabase database(loose, Xapian::DB_CREATE_OR_OVERWRITE);
    Xapian::TermGenerator generator;
    std::ifstream file(passages);
    for (std::string line; std::getline(file, line);) {
        const std::vector<std::string> fields = split(line, '\t');
        if (fields.size() < first_facet + facet_count + 2) continue;
        Xapian::Document document;
        generator.set_document(document);
        generator.index_text(fields.back());
        for (std::size_t i = 0; i < facet_count; ++i) {
            document.add_value(static_cast<Xapian::valueno>(i), fields[first_facet + i]);
            document.add_boolean_term(filter_term(i, fields[first_facet + i]));
        }
        document.add_value(date_slot, fields[3]);
        document.set_data(fields[fields.size() - 2] + '\t' + fields.back());
        database.add_document(document);
    }
    database.commit();
    database.close();
    Xapian::Database(loose).compact(folder);
    return 0;
}

struct Request {
    std::string mode, filter, text;
    std::size_t facets = 0;
    Xapian::doccount offset = 0;
};

class Session {
public:
    explicit Session(const std::string& folder) : database_(folder) {
        parser_.set_database(database_);
    }

    std::string answer(const Request& request) {
        return request.mode == "prefix" ? completions(request.text) : search(request);
    }

private:
    Xapian::Query query_of(const Request& request) {
        Xapian::Query query = Xapian::Query::MatchAll;
        if (request.mode != "browse") {
            const bool is_any = request.mode == "any";
            parser_.set_default_op(is_any ? Xapian::Query::OP_OR : Xapian::Query::OP_AND);
            const bool is_phrase = request.mode == "phrase";
            query = parser_.parse_query(is_phrase ? '"' + request.text + '"' : request.text);
        }
        for (const std::string& choice : split(request.filter, ';')) {
            const std::size_t equals = choice.find('=');
            const Xapian::Query term(
                filter_term(std::stoul(choice.substr(0, equals)), choice.substr(equals + 1)));
            query = Xapian::Query(Xapian::Query::OP_FILTER, query, term);
        }
        return query;
    }

    std::string search(const Request& request) {
        Xapian::Enquire enquire(database_);
        enquire.set_query(query_of(request));
        if (request.mode == "browse") enquire.set_sort_by_value(date_slot, true);
        std::vector<std::unique_ptr<Xapian::ValueCountMatchSpy>> spies;
        for (std::size_t i = 0; i < request.facets; ++i) {
            spies.push_back(
                std::make_unique<Xapian::ValueCountMatchSpy>(static_cast<Xapian::valueno>(i)));
            enquire.add_matchspy(spies.back().get());
        }
        const Xapian::MSet found = enquire.get_mset(request.offset, page, database_.get_doccount());
        std::ostringstream out;
        out << found.get_matches_estimated();
        for (auto hit = found.begin(); hit != found.end(); ++hit)
            out << '\t' << *hit << '\t' << hit.get_document().get_data();
        for (const auto& spy : spies) {
            for (auto value = spy->top_values_begin(facet_values);
                 value != spy->top_values_end(facet_values); ++value)
                out << '\t' << *value << '=' << value.get_termfreq();
        }
        return out.str();
    }

    std::string completions(const std::string& prefix) {
        std::vector<std::pair<Xapian::doccount, std::string>> words;
        for (auto term = database_.allterms_begin(prefix); term != database_.allterms_end(prefix);
             ++term)
            words.emplace_back(term.get_termfreq(), *term);
        std::sort(words.rbegin(), words.rend());
        if (words.size() > page) words.resize(page);
        std::ostringstream out;
        out << words.size();
        for (const auto& [frequency, word] : words) out << '\t' << word << '=' << frequency;
        return out.str();
    }

    Xapian::Database database_;
    Xapian::QueryParser parser_;
};

int serve(const std::string& folder) {
    Session session(folder);
    for (std::string line; std::getline(std::cin, line);) {
        std::vector<std::string> fields = split(line, '\t');
        fields.resize(5);
        std::cout << session.answer(
                         {.mode = fields[0],
                          .filter = fields[3],
                          .text = fields[4],
                          .facets = std::stoul(fields[1]),
                          .offset = static_cast<Xapian::doccount>(std::stoul(fields[2]))})
                  << std::endl;
    }
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    try {
        if (arguments.size() == 3 && arguments[0] == "build")
            return build(arguments[1], arguments[2]);
        if (arguments.size() == 2 && arguments[0] == "serve") return serve(arguments[1]);
        std::cerr << "usage: plain_xapian build PASSAGES.tsv FOLDER | serve FOLDER\n";
        return 2;
    } catch (const Xapian::Error& error) {
        std::cerr << "plain_xapian: " << error.get_description() << '\n';
        return 3;
    }
}
