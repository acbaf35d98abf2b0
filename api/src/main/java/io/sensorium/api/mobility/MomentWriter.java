package io.sensorium.api.mobility;

import io.sensorium.api.common.JsonWriter;
import io.sensorium.core.habit.Moment;
import io.sensorium.core.id.UserId;
import io.sensorium.core.identity.Secret;
import java.time.Instant;
import java.time.ZoneOffset;

/** Writes moments. The history and the list of active ones differ in the order of the members. */
public final class MomentWriter {

  private MomentWriter() {}

  public static void ofHistory(JsonWriter json, Moment moment) {
    begin(json, moment);
    json.field("moment_definition_id", moment.definitionId());
    json.field("analysis_type", moment.analysisType().wireName());
    end(json, moment);
  }

  static void active(JsonWriter json, Moment moment) {
    begin(json, moment);
    json.field("analysis_type", moment.analysisType().wireName());
    json.field("moment_definition_id", moment.definitionId());
    end(json, moment);
  }

  /** A moment that is new or looks different, as it is told. */
  static void changed(JsonWriter json, UserId user, Moment moment) {
    json.beginObject();
    json.field("action", "moment_changed");
    json.field("moment_id", id(user, moment.definitionId(), moment.when().start()));
    json.field("moment_definition_id", moment.definitionId());
    json.field("analysis_type", moment.analysisType().wireName());
    beginFields(json, moment);
    end(json, moment);
  }

  /** A moment that is no more, as it is told. */
  static void removed(JsonWriter json, UserId user, String definitionId, Instant start) {
    json.beginObject();
    json.field("action", "moment_removed");
    json.field("moment_id", id(user, definitionId, start));
    json.field("moment_definition_id", definitionId);
    json.field("start", start, ZoneOffset.UTC);
    json.endObject();
  }

  /** The same for the same definition and start. */
  private static String id(UserId user, String definitionId, Instant start) {
    return Secret.sha256(user + "/" + definitionId + "/" + start);
  }

  private static void begin(JsonWriter json, Moment moment) {
    json.beginObject();
    beginFields(json, moment);
  }

  private static void beginFields(JsonWriter json, Moment moment) {
    var when = moment.when();
    var end = when.end();
    json.field("type", type(moment));
    json.field("start", when.start(), when.startOffset());
    json.field("end", end, when.endOffset());
  }

  private static void end(JsonWriter json, Moment moment) {
    switch (moment) {
      case Moment.Generic _ -> {}
      case Moment.City city -> json.field("city_name", city.cityName());
      case Moment.Country country -> json.field("country_name", country.countryName());
    }
    json.endObject();
  }

  private static String type(Moment moment) {
    return switch (moment) {
      case Moment.Generic _ -> "GenericMoment";
      case Moment.City _ -> "CityMoment";
      case Moment.Country _ -> "CountryMoment";
    };
  }
}
