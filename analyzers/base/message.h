#pragma once

#include <exception>
#include <string>
#include <string_view>

namespace commsearch {

/// The two languages people read our texts in.
enum class Language { vietnamese, english };

/// The language a POSIX locale name asks for ("en_US.UTF-8" -> english). Everything that is not
/// English, the empty name and "C" included, is Vietnamese: that is who uses commsearch.
[[nodiscard]] Language language_of_locale(std::string_view locale_name);

/// One text for a person, in both languages. It says what, where and what to do.
struct Message {
    std::string vi;
    std::string en;

    [[nodiscard]] const std::string& in(Language language) const {
        return language == Language::english ? en : vi;
    }
    bool operator==(const Message&) const = default;
};

/// The exception of commsearch: something the program cannot go on with, told in both languages.
class Error : public std::exception {
public:
    explicit Error(Message message) : message_(std::move(message)) {}
    [[nodiscard]] const Message& message() const { return message_; }
    /// The English text, for logs and test output.
    [[nodiscard]] const char* what() const noexcept override { return message_.en.c_str(); }

private:
    Message message_;
};

/// An Error that the one who asked can mend by asking otherwise: programs end with 2 instead of 3.
class UsageError : public Error {
public:
    using Error::Error;
};

}  // namespace commsearch
