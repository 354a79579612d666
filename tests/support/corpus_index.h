#pragma once

#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/support/json_schema.h"
#include "tests/support/program.h"

namespace commsearch {

/// A test with an index of its own, at first of corpus/. Answers of the JSON protocol go through
/// answer() and are validated against the published schema at its end.
class CorpusIndexTest : public testing::Test {
protected:
    using Json = nlohmann::json;
    inline static const std::map<std::string, std::string> english = {{"LANG", "en_US.UTF-8"}};

    CorpusIndexTest() { build(std::string(COMMSEARCH_SOURCE_DIR) + "/corpus"); }

    ~CorpusIndexTest() override {
        const std::vector<std::string> verdicts = validated("answer.schema.json", answers_);
        for (std::size_t i = 0; i < answers_.size(); ++i)
            EXPECT_EQ(verdicts[i], "ok") << answers_[i].substr(0, 400);
    }

    /// Builds the index anew, of another corpus, however many reports vanish by it.
    void build(const std::string& corpus) const {
        const Outcome outcome =
            run_in(folder_.path(), {COMMSEARCH_INDEX_PROGRAM, "build", "--max-fall", "100",
                                    "--corpus", corpus, "--index", index(), "--jobs", "2"});
        ASSERT_LE(outcome.exit_code, 1) << outcome.err;
    }

    [[nodiscard]] std::string index() const { return (folder_.path() / "index").string(); }

    /// An answer, one line of JSON.
    Json answer(const std::string& text) {
        answers_.push_back(text.substr(0, text.find('\n')));
        EXPECT_LE(text.size(), answers_.back().size() + 1) << "more than a line: " << text;
        return Json::parse(answers_.back());
    }

    TempFolder folder_;

private:
    std::vector<std::string> answers_;
};

}  // namespace commsearch
