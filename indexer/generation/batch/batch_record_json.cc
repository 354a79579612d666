#include "indexer/generation/batch/batch_record.h"
#include "indexer/generation/batch/record_json.h"

namespace commsearch::generation {
namespace {

Json json_of(const std::vector<ReportEntry>& all) {
    Json list = Json::array();
    for (const ReportEntry& report : all)
        list.push_back({{"id", report.id},
                        {"digest", report.digest},
                        {"place", report.place},
                        {"format", report.format},
                        {"date", report.date.number()},
                        {"passages", report.passages}});
    return list;
}

std::vector<ReportEntry> reports_of(const Json& list) {
    std::vector<ReportEntry> all;
    for (const Json& one : list) {
        ReportEntry& report = all.emplace_back();
        one.at("id").get_to(report.id);
        one.at("digest").get_to(report.digest);
        one.at("place").get_to(report.place);
        one.at("format").get_to(report.format);
        report.date = Date::of_number(one.at("date").get<std::uint32_t>());
        one.at("passages").get_to(report.passages);
    }
    return all;
}

}  // namespace

std::string encode(const BatchRecord& record) {
    Json value;
    value["reports"] = json_of(record.reports);
    value["places"] = schema::encode_places(entries_of(record.places));
    value["skipped"] = json_of(record.skipped);
    value["segments"] = record.segments;
    value["files"] = json_of(record.files);
    return text_of(value, -1);
}

BatchRecord decode_batch_record(std::string_view bytes) {
    return parsed(bytes, {"bản ghi của đoạn chỉ mục", "record of a segment"},
                  [](const Json& value) {
                      BatchRecord record;
                      record.reports = reports_of(value.at("reports"));
                      for (const schema::PlaceEntry& place :
                           schema::decode_places(value.at("places").get<std::string>()))
                          record.places.emplace(place.key, place);
                      record.skipped = skipped_of(value.at("skipped"));
                      value.at("segments").get_to(record.segments);
                      record.files = checksums_of(value.at("files"));
                      return record;
                  });
}

}  // namespace commsearch::generation
