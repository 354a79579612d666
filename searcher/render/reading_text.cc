#include "searcher/render/reading_text.h"

namespace commsearch::render {
namespace {

Message place_text(const Reading& reading) {
    const Message& place = reading.meaning;
    if (reading.effect == Reading::Effect::prefers)
        return {"ưu tiên báo cáo của " + place.vi, "reports of " + place.en + " first"};
    const bool is_named = reading.filter.starts_with('"');  // a hamlet, or a place without reports
    if (is_named)
        return {"chỉ những đoạn nhắc đến " + place.vi, "only passages that name " + place.en};
    return {"chỉ báo cáo của " + place.vi, "only reports of " + place.en};
}

Message time_text(const Reading& reading) {
    const Message& time = reading.meaning;
    switch (reading.effect) {
        case Reading::Effect::prefers:
            return {"ưu tiên kỳ " + time.vi, time.en + " first"};
        case Reading::Effect::unknown:
            return {"chỉ những đoạn ghi “" + reading.typed + "”",
                    "only passages that say “" + reading.typed + "”"};
        default:
            return {"kỳ " + time.vi, "period: " + time.en};
    }
}

}  // namespace

Message reading_text(const Reading& reading) {
    switch (reading.kind) {
        case Reading::Kind::place:
            return place_text(reading);
        case Reading::Kind::time:
            return time_text(reading);
        default:
            return reading.meaning;
    }
}

}  // namespace commsearch::render
