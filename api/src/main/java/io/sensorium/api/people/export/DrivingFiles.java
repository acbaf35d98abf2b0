package io.sensorium.api.people.export;

import io.sensorium.api.common.JsonWriter;
import io.sensorium.api.mobility.AnnotationWriter;
import io.sensorium.core.driving.CarBehavior;
import io.sensorium.core.driving.Drive;
import io.sensorium.core.driving.DrivingScores;
import io.sensorium.core.driving.DrivingWindow;
import io.sensorium.core.driving.ScorePeriod;
import io.sensorium.core.id.EventId;
import io.sensorium.store.driving.PeriodSummary;
import org.jspecify.annotations.Nullable;

/** Writes how a person drove: all scores that are known, as they are kept. */
final class DrivingFiles {

  private static final int MAX_SCORE_DECIMALS = 6;

  private DrivingFiles() {}

  static void write(JsonWriter json, EventId event, Drive drive) {
    json.beginObject();
    json.field("event_id", event.value());
    count(json, "phone_handling_ms", drive.features().phoneHandlingMillis());
    count(json, "annotated_distance", drive.features().annotatedDistanceMeters());
    scores(json, "scores", drive.scores());
    json.name("annotations")
        .array(drive.annotations(), annotation -> AnnotationWriter.write(json, annotation));
    json.endObject();
  }

  static void write(JsonWriter json, PeriodSummary summary) {
    json.beginObject();
    json.field("period", summary.period().wireName());
    json.field("date", summary.period() == ScorePeriod.ALL ? null : summary.firstDay().toString());
    scores(json, "scores", summary.scores().scores());
    count(json, "handheld_calling_duration", summary.scores().handheldCallingSeconds());
    count(
        json,
        "handling_without_calling_duration",
        summary.scores().handlingWithoutCallingSeconds());
    json.endObject();
  }

  static void write(JsonWriter json, CarBehavior behavior) {
    json.beginObject();
    window(json, "l7d", behavior.lastSevenDays());
    window(json, "past", behavior.past());
    json.endObject();
  }

  private static void window(JsonWriter json, String name, DrivingWindow window) {
    json.beginObject(name);
    count(json, "phone_handling_ms_per_hour", window.phoneHandlingMillisPerHour());
    count(json, "distance", window.distanceMeters());
    scores(json, "all", window.zones().all());
    scores(json, "motorway", window.zones().motorway());
    scores(json, "city", window.zones().city());
    scores(json, "non_city", window.zones().nonCity());
    json.endObject();
  }

  private static void scores(JsonWriter json, String name, DrivingScores scores) {
    json.beginObject(name);
    scores
        .ratios()
        .forEach((score, ratio) -> json.field(score.wireName(), ratio, MAX_SCORE_DECIMALS));
    json.endObject();
  }

  private static void count(JsonWriter json, String name, @Nullable Long number) {
    if (number == null) {
      json.nullField(name);
    } else {
      json.field(name, number.longValue());
    }
  }
}
