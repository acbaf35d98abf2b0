package io.sensorium.api.mobility;

import io.sensorium.api.common.JsonWriter;
import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import io.sensorium.core.driving.CarBehavior;
import io.sensorium.core.driving.DrivingScores;
import io.sensorium.core.driving.DrivingWindow;
import io.sensorium.core.identity.User;
import io.sensorium.store.driving.DrivingSummaries;
import java.util.function.BiConsumer;

/** {@code GET /v2/users/:user_id/car_behavior}: of late and before, by zone. */
final class ShowCarBehavior implements UserHandler {

  private final DrivingSummaries summaries;

  ShowCarBehavior(DrivingSummaries summaries) {
    this.summaries = summaries;
  }

  @Override
  public Response handle(Request request, User user) {
    var behavior = summaries.findCarBehavior(user.id()).orElse(CarBehavior.UNKNOWN);
    return Response.json(json -> write(json, behavior));
  }

  private static void write(JsonWriter json, CarBehavior behavior) {
    json.beginObject();
    json.field("type", "UserCarBehavior");
    json.beginObject("scores");
    scores(json, "l7d", behavior.lastSevenDays());
    scores(json, "past", behavior.past());
    json.endObject();
    json.beginObject("features");
    json.field("type", "UserCarBehaviorFeatures");
    features(json, "l7d", behavior.lastSevenDays());
    features(json, "past", behavior.past());
    json.endObject();
    json.endObject();
  }

  private static void scores(JsonWriter json, String name, DrivingWindow window) {
    var zones = window.zones();
    json.beginObject(name);
    json.field("type", "ZoneCarBehaviorScores");
    zone(json, "all", window.all(), ScoreWriter::allZones);
    zone(json, "motorway", zones.motorway(), ScoreWriter::zone);
    zone(json, "city", zones.city(), ScoreWriter::zone);
    zone(json, "non_city", zones.nonCity(), ScoreWriter::zone);
    zone(json, "total", zones.total(), ScoreWriter::zone);
    json.endObject();
  }

  private static void zone(
      JsonWriter json,
      String name,
      DrivingScores scores,
      BiConsumer<JsonWriter, DrivingScores> writer) {
    json.beginObject(name);
    writer.accept(json, scores);
    json.endObject();
  }

  private static void features(JsonWriter json, String name, DrivingWindow window) {
    json.beginObject(name);
    json.field("type", "TimeWindowUserCarBehaviorFeatures");
    ScoreWriter.count(json, "phone_handling", window.phoneHandlingMillisPerHour());
    ScoreWriter.count(json, "distance", window.distanceMeters());
    json.endObject();
  }
}
