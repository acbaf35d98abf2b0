package io.sensorium.api.sensors.json;

import io.sensorium.api.common.JsonWriter;
import io.sensorium.core.alarm.AlarmLogEntry;
import io.sensorium.core.alarm.AlarmRule;
import io.sensorium.store.alarm.Alarms.Alarm;
import java.util.List;

/** Writes alarms with where they stand and the newest lines of their log. */
public final class AlarmJson {

  private AlarmJson() {}

  public static void write(
      JsonWriter json, DateStyle dates, Alarm alarm, List<AlarmLogEntry> newest) {
    json.beginObject();
    writeFields(json, dates, alarm);
    json.name("logs").array(newest, entry -> AlarmLogJson.write(json, dates, entry));
    json.endObject();
  }

  /** The alarm alone, where its log is not at hand. */
  public static void writeAlone(JsonWriter json, DateStyle dates, Alarm alarm) {
    json.beginObject();
    writeFields(json, dates, alarm);
    json.endObject();
  }

  private static void writeFields(JsonWriter json, DateStyle dates, Alarm alarm) {
    var rule = alarm.rule();
    json.field("id", rule.id().value());
    json.field("data_source", rule.source().value());
    writeCondition(json, rule);
    json.field("state", WireNames.of(alarm.status().state()));
    json.field("state_date", dates.format(alarm.status().since()));
    json.field("created_date", dates.format(rule.createdAt()));
    json.field("severity", WireNames.of(rule.severity()));
    json.name("hysteresis").exact(rule.condition().hysteresisValue());
    json.field("enabled", rule.enabled());
    json.field("acknowledged", alarm.status().acknowledged());
    json.field("silenced_until", dates.formatNullable(rule.silencedUntil()));
  }

  private static void writeCondition(JsonWriter json, AlarmRule rule) {
    json.name("value").exact(rule.condition().thresholdValue());
    json.field("direction", WireNames.of(rule.condition().direction()));
    json.field("delay", rule.condition().delay().toMinutes());
  }
}
