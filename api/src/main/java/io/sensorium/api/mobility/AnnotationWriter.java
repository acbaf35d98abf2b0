package io.sensorium.api.mobility;

import io.sensorium.api.common.JsonWriter;
import io.sensorium.api.common.Timestamps;
import io.sensorium.core.driving.BehaviorAnnotation;
import io.sensorium.core.driving.BehaviorAnnotation.Acceleration;
import io.sensorium.core.driving.BehaviorAnnotation.Boundary;
import io.sensorium.core.driving.BehaviorAnnotation.Crash;
import io.sensorium.core.driving.BehaviorAnnotation.PhoneUse;
import io.sensorium.core.driving.BehaviorAnnotation.Turn;
import io.sensorium.core.geo.LatLon;
import io.sensorium.core.timeline.TimelineEvent.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Writes annotations, with six digits of the second. */
public final class AnnotationWriter {

  private static final int MAX_MAGNITUDE_DECIMALS = 3;
  private static final int MAX_COORDINATE_DECIMALS = 5;
  private static final int MAX_SPEED_DECIMALS = 1;

  private AnnotationWriter() {}

  public static void write(JsonWriter json, BehaviorAnnotation annotation) {
    json.beginObject();
    switch (annotation) {
      case Boundary boundary -> {
        begin(json, "BoundaryBehaviorAnnotation", boundary.when());
        json.field("quality", "valid");
      }
      case Acceleration it -> {
        begin(json, "AccelerationBehaviorAnnotation", it.when());
        json.field("acceleration", it.change().wireName());
        duration(json, it.when());
        json.field("magnitude", it.magnitudeValue(), MAX_MAGNITUDE_DECIMALS);
        path(json, it.path());
      }
      case Turn turn -> {
        begin(json, "TurnBehaviorAnnotation", turn.when());
        duration(json, turn.when());
        json.field("maneuver", turn.maneuver().wireName());
        json.field("magnitude", turn.magnitudeValue(), MAX_MAGNITUDE_DECIMALS);
        path(json, turn.path());
      }
      case PhoneUse use -> phoneUse(json, use);
      case Crash crash -> crash(json, crash);
    }
    json.endObject();
  }

  private static void phoneUse(JsonWriter json, PhoneUse use) {
    switch (use.usage()) {
      case PHONE_HANDLING -> {
        begin(json, "AnomalyBehaviorAnnotation", use.when());
        json.field("anomaly", "phone_handling");
      }
      case HANDLING_WITHOUT_CALLING -> begin(json, "HandlingWithoutCallingAnnotation", use.when());
      case HANDSFREE_CALLING -> begin(json, "HandsfreeCallingAnnotation", use.when());
      case HANDHELD_CALLING -> begin(json, "HandheldCallingAnnotation", use.when());
    }
    duration(json, use.when());
    path(json, use.path());
  }

  private static void crash(JsonWriter json, Crash crash) {
    begin(json, "CrashAnnotation", crash.when());
    json.field("event_id", crash.transport().value());
    coordinates(json, crash.position());
    json.field("max_magnitude", crash.maxMagnitudeValue(), MAX_MAGNITUDE_DECIMALS);
    json.field("confidence", crash.confidencePercent());
    json.field("speed_at_impact", crash.speedAtImpactKmh(), MAX_SPEED_DECIMALS);
    json.field("delta_v", crash.deltaKmh(), MAX_SPEED_DECIMALS);
    json.field("crash_event_origin", crash.origin().name());
  }

  private static void begin(JsonWriter json, String type, Span when) {
    json.field("type", type);
    json.field("start", Timestamps.micros(when.start(), when.startOffset()));
    json.field("end", Timestamps.micros(end(when), when.endOffset()));
  }

  private static void duration(JsonWriter json, Span when) {
    json.field("duration", Math.round(Duration.between(when.start(), end(when)).toNanos() / 1e6));
  }

  private static Instant end(Span when) {
    return Objects.requireNonNull(when.end());
  }

  private static void path(JsonWriter json, List<LatLon> path) {
    json.name("path")
        .array(
            path,
            point -> {
              json.beginObject();
              json.field("type", "BehaviorAnnotationPathWaypoint");
              coordinates(json, point);
              json.endObject();
            });
  }

  private static void coordinates(JsonWriter json, LatLon position) {
    json.field("latitude", position.latitudeDeg(), MAX_COORDINATE_DECIMALS);
    json.field("longitude", position.longitudeDeg(), MAX_COORDINATE_DECIMALS);
  }
}
