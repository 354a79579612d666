#include "analyzers/base/message.h"

namespace commsearch {

Language language_of_locale(std::string_view locale_name) {
    const std::string_view code = locale_name.substr(0, locale_name.find_first_of("_.@"));
    return code == "en" || code == "EN" ? Language::english : Language::vietnamese;
}

}  // namespace commsearch
