package io.sensorium.api.sensors;

import io.sensorium.api.common.ApiError;
import io.sensorium.api.sensors.json.DateStyle;
import io.sensorium.api.sensors.parameter.Dates;
import io.sensorium.api.sensors.parameter.Ids;
import io.sensorium.api.sensors.parameter.Parameters;
import io.sensorium.core.alarm.Severity;
import io.sensorium.core.sensing.DataSource;
import io.sensorium.store.alarm.Alarms;
import io.sensorium.store.alarm.Alarms.Alarm;
import io.sensorium.store.alarm.Alarms.AlarmChange;
import io.sensorium.store.alarm.Alarms.NewAlarm;
import io.sensorium.store.sensing.Devices;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The methods that list, make, change and delete alarms. */
final class AlarmMethods {

  static final int MAX_PER_OWNER = 1_000;

  private static final int MAX_COMMENT_LENGTH = 1_000;
  private static final long MAX_SILENCE_MINUTES = Duration.ofDays(365).toMinutes();

  private final Alarms alarms;
  private final OwnAlarms own;
  private final Belongings belongings;

  AlarmMethods(Alarms alarms, Devices devices, DateStyle dates) {
    this.alarms = alarms;
    this.own = new OwnAlarms(alarms, dates);
    this.belongings = new Belongings(devices);
  }

  /** {@code GET /v1/alarms} */
  Answer list(Call call) {
    var listed = alarms.listByOwner(call.owner());
    return Answer.keptFor(
        MaxAge.ALARMS,
        json -> {
          json.beginArray("alarms");
          own.write(json, listed);
          json.endArray();
        });
  }

  /** {@code POST /v1/alarms} with {@code data_source=1&value=-5&direction=below} */
  Answer create(Call call) {
    var parameters = call.parameters();
    var sourceText = parameters.get("data_source");
    var condition = AlarmParameters.condition(parameters);
    var severity = AlarmParameters.severity(parameters, Severity.WARNING);
    boolean enabled = AlarmParameters.enabled(parameters, true);
    var source = source(call, sourceText);
    if (alarms.count(call.owner()) >= MAX_PER_OWNER) {
      throw ApiError.conflict("there are " + MAX_PER_OWNER + " alarms already");
    }
    return own.changed(
        alarms.create(
            new NewAlarm(call.owner(), source.id(), condition, severity, enabled, call.now())));
  }

  private DataSource source(Call call, String text) {
    return belongings.source(call.owner(), Ids.get("data_source", text));
  }

  /** {@code POST /v1/alarms/:id} with what is to be another */
  Answer change(Call call) {
    var rule = own.get(call).rule();
    var parameters = call.parameters();
    AlarmParameters.refuseSource(parameters, rule);
    var change =
        new AlarmChange(
            AlarmParameters.condition(parameters, rule.condition()),
            AlarmParameters.severity(parameters, rule.severity()),
            AlarmParameters.enabled(parameters, rule.enabled()));
    return changed(alarms.update(rule.id(), change, call.now()));
  }

  /** {@code POST /v1/alarms/:id/ack[?comment=seen]}: somebody takes care of it. */
  Answer acknowledge(Call call) {
    var id = own.get(call).rule().id();
    var comment = call.parameters().findText("comment", MAX_COMMENT_LENGTH).orElse(null);
    if (alarms.acknowledge(id, comment, call.now()).isEmpty()) {
      throw ApiError.conflict("only an active alarm can be acknowledged");
    }
    return changed(alarms.find(id));
  }

  /**
   * {@code POST /v1/alarms/:id/silence} with {@code minutes=60} or {@code until=2026-09-13T17:00Z};
   * 0 minutes end the silence.
   */
  Answer silence(Call call) {
    var id = own.get(call).rule().id();
    var until = silentUntil(call.parameters(), call.now());
    return changed(alarms.silence(id, until.isAfter(call.now()) ? until : null));
  }

  private static Instant silentUntil(Parameters parameters, Instant now) {
    var minutes = parameters.findWhole("minutes", 0, MAX_SILENCE_MINUTES);
    if (minutes.isPresent()) {
      return now.plus(Duration.ofMinutes(minutes.get()));
    }
    var until = parameters.find("until").orElseThrow(() -> Parameters.missing("minutes"));
    return Dates.parse(until)
        .filter(date -> date.isBefore(now.plus(Duration.ofMinutes(MAX_SILENCE_MINUTES))))
        .orElseThrow(() -> Parameters.invalid("until", "must be a date within a year"));
  }

  /** {@code DELETE /v1/alarms/:id} */
  Answer delete(Call call) {
    var id = own.get(call).rule().id();
    if (!alarms.delete(id, call.now())) {
      throw ApiError.notFound();
    }
    return Answer.changed(json -> json.field("deleted", 1));
  }

  /** {@code DELETE /v1/alarms} */
  Answer deleteAll(Call call) {
    int deleted = alarms.deleteByOwner(call.owner(), call.now());
    return Answer.changed(json -> json.field("deleted", deleted));
  }

  private Answer changed(Optional<Alarm> alarm) {
    return own.changed(alarm.orElseThrow(ApiError::notFound));
  }
}
