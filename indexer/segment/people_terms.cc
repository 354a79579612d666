#include "indexer/segment/people_terms.h"

#include <string_view>

#include "analyzers/word/token_view.h"
#include "indexer/schema/schema.h"

namespace commsearch::segment {
namespace {

/// The running words of a text, as they are and unaccented.
struct NameSpellings {
    std::string as_written, unaccented;
};

class PeopleTerms {
public:
    PeopleTerms(Analyzer& analyzer, const abbreviation::ReadingContext& reading)
        : analyzer_(analyzer), reading_(reading) {}

    /// Adds the words of the text and each two neighbours.
    void add_words(std::string_view prefix, const std::string& text) {
        std::string before;
        for (const word::TokenView& token : analyzer_.views(text, reading_)) {
            if (!token.is_running()) continue;
            add(prefix, token.word->term);
            add(prefix, token.word->unaccented);
            if (!before.empty()) add(prefix, before + ' ' + token.word->unaccented);
            before = token.word->unaccented;
        }
    }

    void add_whole_name(std::string_view prefix, const std::string& name) {
        NameSpellings words;
        for (const word::TokenView& token : analyzer_.views(name, reading_)) {
            if (!token.is_running()) continue;
            const std::string_view blank = words.as_written.empty() ? "" : " ";
            words.as_written.append(blank).append(token.word->term);
            words.unaccented.append(blank).append(token.word->unaccented);
        }
        if (words.as_written.empty()) return;
        add(prefix, std::string(schema::whole_name) + words.as_written);
        add(prefix, std::string(schema::whole_name) + words.unaccented);
    }

    std::set<std::string> take() { return std::move(terms_); }

private:
    void add(std::string_view prefix, const std::string& value) {
        terms_.insert(schema::make_term(prefix, value));
    }

    Analyzer& analyzer_;
    const abbreviation::ReadingContext& reading_;
    std::set<std::string> terms_;
};

}  // namespace

std::set<std::string> people_terms(const schema::ReportDescription& about, Analyzer& analyzer,
                                   const abbreviation::ReadingContext& reading) {
    PeopleTerms terms(analyzer, reading);
    terms.add_words(schema::prefix_title, about.title);
    for (const schema::SignerDescription& signer : about.signers) {
        terms.add_words(schema::prefix_signer,
                        signer.office + ' ' + signer.name + ' ' + signer.office);
        terms.add_whole_name(schema::prefix_signer, signer.name);
    }
    for (const std::string& recipient : about.recipients)
        terms.add_words(schema::prefix_recipient, recipient);
    return terms.take();
}

}  // namespace commsearch::segment
