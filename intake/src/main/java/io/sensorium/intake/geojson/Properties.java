package io.sensorium.intake.geojson;

import io.sensorium.intake.fix.FixDraft;
import io.sensorium.intake.text.Decimals;
import io.sensorium.intake.text.Timestamps;
import java.util.Locale;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** What a feature's properties say of a fix, by the names that apps use. */
final class Properties {

  private static final double MPS_PER_KMH = 1 / 3.6;

  private final FixDraft draft;
  private final Times coordinateTimes;
  private boolean hasUnreadableTime;

  Properties(FixDraft draft, Times coordinateTimes) {
    this.draft = draft;
    this.coordinateTimes = coordinateTimes;
  }

  boolean hasUnreadableTime() {
    return hasUnreadableTime;
  }

  /** Reads the object that begins with the current token. */
  void read(JsonParser json) {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return;
    }
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      json.nextToken();
      readProperty(name.toLowerCase(Locale.ROOT), json);
    }
  }

  private void readProperty(String name, JsonParser json) {
    switch (name) {
      case "time", "timestamp", "tst", "datetime", "recorded_at" -> readTime(json);
      case "coordtimes", "times", "timestamps" -> coordinateTimes.read(json);
      case "coordinateproperties" -> read(json);
      case "accuracy", "horizontal_accuracy", "horizontalaccuracy", "acc", "hacc" ->
          draft.setAccuracyMeters(number(json));
      case "altitude", "elevation", "ele", "alt" -> draft.setAltitudeMeters(number(json));
      case "speed" -> draft.setSpeedMps(number(json));
      case "vel" -> draft.setSpeedMps(number(json) * MPS_PER_KMH);
      case "bearing", "course", "heading", "cog" -> draft.setBearingDeg(number(json));
      default -> json.skipChildren();
    }
  }

  /** One time; where a list is given, it is a time for each coordinate. */
  private void readTime(JsonParser json) {
    if (json.currentToken() == JsonToken.START_ARRAY) {
      coordinateTimes.read(json);
    } else if (json.currentToken() != JsonToken.VALUE_NULL) {
      long timeMicros = Times.timeMicros(json);
      hasUnreadableTime |= timeMicros == Timestamps.INVALID;
      draft.setTimeMicros(timeMicros);
      json.skipChildren();
    }
  }

  /** A number, also one that is written as a text; NaN for all else. */
  private static double number(JsonParser json) {
    boolean isNumber =
        json.currentToken().isNumeric() || json.currentToken() == JsonToken.VALUE_STRING;
    if (!isNumber) {
      json.skipChildren();
      return Double.NaN;
    }
    return Decimals.parse(json.getString());
  }
}
