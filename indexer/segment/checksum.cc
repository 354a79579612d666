#include "indexer/segment/checksum.h"

#include <xxhash.h>

namespace commsearch::segment {
namespace {

std::string hex_of(const XXH128_hash_t& hash) {
    constexpr std::string_view digits = "0123456789abcdef";
    XXH128_canonical_t bytes;
    XXH128_canonicalFromHash(&bytes, hash);
    std::string text;
    for (const unsigned char byte : bytes.digest) {
        text += digits[byte >> 4U];
        text += digits[byte & 0xFU];
    }
    return text;
}

}  // namespace

struct Checksum::State {
    XXH3_state_t* hash = XXH3_createState();
    State() { XXH3_128bits_reset(hash); }
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() { XXH3_freeState(hash); }
};

Checksum::Checksum() : state_(std::make_unique<State>()) {}
Checksum::~Checksum() = default;
Checksum::Checksum(Checksum&&) noexcept = default;
Checksum& Checksum::operator=(Checksum&&) noexcept = default;

void Checksum::add(std::string_view bytes) {
    XXH3_128bits_update(state_->hash, bytes.data(), bytes.size());
}

void Checksum::add_text(std::string_view text) {
    add(std::to_string(text.size()) + ':');
    add(text);
}

std::string Checksum::hex() const { return hex_of(XXH3_128bits_digest(state_->hash)); }

std::uint64_t Checksum::number() const { return XXH3_128bits_digest(state_->hash).low64; }

void Checksum::clear() { XXH3_128bits_reset(state_->hash); }

std::string checksum_of(std::string_view bytes) {
    return hex_of(XXH3_128bits(bytes.data(), bytes.size()));
}

}  // namespace commsearch::segment
