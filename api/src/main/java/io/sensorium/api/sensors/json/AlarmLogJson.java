package io.sensorium.api.sensors.json;

import io.sensorium.api.common.JsonWriter;
import io.sensorium.core.alarm.AlarmCondition;
import io.sensorium.core.alarm.AlarmLogEntry;
import io.sensorium.core.alarm.AlarmTransition;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Writes lines of the alarm log. */
public final class AlarmLogJson {

  private AlarmLogJson() {}

  public static void write(JsonWriter json, DateStyle dates, AlarmLogEntry entry) {
    json.beginObject();
    json.field("id", entry.id());
    json.field("alarm", entry.alarm().value());
    json.field("data_source", entry.source().value());
    json.field("event", WireNames.of(entry.event()));
    json.field("date", dates.format(entry.date()));
    writeValue(json, entry.value());
    writeCondition(json, entry.condition());
    writeDuration(json, entry.duration());
    json.field("comment", entry.comment());
    json.endObject();
  }

  /** What would have been a line, had there been the alarm. */
  public static void write(JsonWriter json, DateStyle dates, AlarmTransition transition) {
    json.beginObject();
    json.field("event", WireNames.of(transition.event()));
    json.field("date", dates.format(transition.date()));
    writeValue(json, transition.value());
    writeCondition(json, transition.condition());
    writeDuration(json, transition.duration());
    json.endObject();
  }

  private static void writeValue(JsonWriter json, @Nullable Double value) {
    json.name("value");
    if (value == null) {
      json.nullValue();
    } else {
      json.exact(value);
    }
  }

  private static void writeCondition(JsonWriter json, AlarmCondition condition) {
    json.name("threshold").exact(condition.thresholdValue());
    json.field("direction", WireNames.of(condition.direction()));
    json.field("delay", condition.delay().toMinutes());
  }

  private static void writeDuration(JsonWriter json, @Nullable Duration duration) {
    if (duration == null) {
      json.nullField("duration");
    } else {
      json.field("duration", duration.toSeconds());
    }
  }
}
