package io.sensorium.api.sensors;

import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.JsonWriter;
import io.sensorium.api.sensors.json.AlarmJson;
import io.sensorium.api.sensors.json.DateStyle;
import io.sensorium.core.id.AlarmId;
import io.sensorium.core.id.SensorUserId;
import io.sensorium.store.alarm.Alarms;
import io.sensorium.store.alarm.Alarms.Alarm;
import java.util.List;

/** Finds and writes the alarms of a user; those of others are not there. */
final class OwnAlarms {

  private static final int NEWEST = 5;

  private final Alarms alarms;
  private final DateStyle dates;

  OwnAlarms(Alarms alarms, DateStyle dates) {
    this.alarms = alarms;
    this.dates = dates;
  }

  Alarm get(SensorUserId owner, long id) {
    return alarms
        .find(new AlarmId(id))
        .filter(alarm -> alarm.rule().owner().equals(owner))
        .orElseThrow(ApiError::notFound);
  }

  /** The alarm that the path names. */
  Alarm get(Call call) {
    return get(call.owner(), call.pathId("id"));
  }

  /** The answer to a change of one alarm. */
  Answer changed(Alarm alarm) {
    return Answer.changed(json -> write(json.name("alarm"), List.of(alarm)));
  }

  /** One alarm after the other, each with its newest log. */
  void write(JsonWriter json, List<Alarm> some) {
    var ids = some.stream().map(alarm -> alarm.rule().id()).toList();
    var logs = alarms.listNewestLog(ids, NEWEST);
    for (var alarm : some) {
      AlarmJson.write(json, dates, alarm, logs.getOrDefault(alarm.rule().id(), List.of()));
    }
  }
}
