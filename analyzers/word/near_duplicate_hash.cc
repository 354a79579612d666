#include "analyzers/word/near_duplicate_hash.h"

#include <array>
#include <string>

#include "analyzers/base/fingerprint.h"

namespace commsearch::word {
namespace {

/// How many of the hashes have each bit, in columns: bit k of the counts of all 64 bits together is
/// `digits[k]`, so that one hash is added to all counts at once.
class BitCounts {
public:
    void add(std::uint64_t hash) {
        ++added_;
        for (std::uint64_t& digit : digits_) {
            const std::uint64_t carry = digit & hash;
            digit ^= hash;
            hash = carry;
            if (hash == 0) return;
        }
    }

    /// The bits that more than half of the hashes have.
    [[nodiscard]] std::uint64_t majority() const {
        // From the highest digit on: above the half, and still the same as it.
        const std::uint32_t half = added_ / 2;
        std::uint64_t above = 0;
        std::uint64_t same = ~std::uint64_t{0};
        for (std::size_t k = digits_.size(); k-- > 0;) {
            const bool half_has = (half >> k & 1U) != 0;
            if (!half_has) above |= same & digits_[k];
            same &= half_has ? digits_[k] : ~digits_[k];
        }
        return above;
    }

private:
    std::array<std::uint64_t, 32> digits_{};
    std::uint32_t added_ = 0;
};

/// The hashes of three words each, one behind the other. A word joins the three triples it is in at
/// once: their chains of multiplications run side by side.
class Triples {
public:
    void add(std::string_view word) {
        std::uint64_t third = third_;
        std::uint64_t second = second_;
        std::uint64_t first = fingerprint_seed;
        for (const char byte : word) {
            third = fingerprint_of(third, byte);
            second = fingerprint_of(second, byte);
            first = fingerprint_of(first, byte);
        }
        if (++words_ >= 3) counts_.add(mix64(fingerprint_of(third, ' ')));
        third_ = fingerprint_of(second, ' ');
        second_ = fingerprint_of(first, ' ');
    }

    [[nodiscard]] std::uint64_t hash() const {
        return words_ < min_similarity_words ? 0 : counts_.majority();
    }

private:
    static std::uint64_t fingerprint_of(std::uint64_t before, char byte) {
        return fingerprint({&byte, 1}, before);
    }

    std::uint64_t second_ = fingerprint_seed;  ///< of the last word
    std::uint64_t third_ = fingerprint_seed;   ///< of the last two
    std::size_t words_ = 0;
    BitCounts counts_;
};

bool runs(const Token& token) { return is_running(token); }
bool runs(const TokenView& token) { return token.is_running(); }
const std::string& unaccented_of(const Token& token) { return token.unaccented; }
const std::string& unaccented_of(const TokenView& token) { return token.word->unaccented; }

std::uint64_t hash_of(const auto& tokens) {
    Triples triples;
    for (const auto& token : tokens) {
        if (runs(token) && token.kind != Token::Kind::number) triples.add(unaccented_of(token));
    }
    return triples.hash();
}

}  // namespace

std::uint64_t similarity_hash(TokenViews tokens) { return hash_of(tokens); }

std::uint64_t similarity_hash(const Tokens& tokens) { return hash_of(tokens); }

}  // namespace commsearch::word
