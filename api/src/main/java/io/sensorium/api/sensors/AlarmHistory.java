package io.sensorium.api.sensors;

import io.sensorium.api.common.ApiError;
import io.sensorium.api.sensors.json.AlarmLogJson;
import io.sensorium.api.sensors.json.DateStyle;
import io.sensorium.api.sensors.parameter.Dates;
import io.sensorium.api.sensors.parameter.Ids;
import io.sensorium.api.sensors.parameter.LogOffset;
import io.sensorium.api.sensors.parameter.Parameters;
import io.sensorium.core.alarm.AlarmLogEntry;
import io.sensorium.core.id.AlarmId;
import io.sensorium.core.id.SensorUserId;
import io.sensorium.store.alarm.Alarms;
import io.sensorium.store.alarm.Alarms.LogPosition;
import io.sensorium.store.alarm.Alarms.LogQuery;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/alarms/history[?alarms=1,2][&from=2026-09-01][&to=2026-09-13]}: the log, newest
 * first, at most 5,000 lines; {@code next} leads to the rest.
 */
final class AlarmHistory implements SensorMethod {

  static final int PAGE_SIZE = 5_000;

  private final Alarms alarms;
  private final DateStyle dates;

  AlarmHistory(Alarms alarms, DateStyle dates) {
    this.alarms = alarms;
    this.dates = dates;
  }

  @Override
  public Answer answer(Call call) {
    var entries = alarms.listLog(query(call));
    boolean isLast = entries.size() <= PAGE_SIZE;
    var page = isLast ? entries : entries.subList(0, PAGE_SIZE);
    return Answer.keptFor(
        MaxAge.ALARMS,
        json -> {
          json.name("logs").array(page, entry -> AlarmLogJson.write(json, dates, entry));
          if (!isLast) {
            json.field("next", LogOffset.encode(LogPosition.of(page.getLast())));
          }
        });
  }

  private LogQuery query(Call call) {
    var parameters = call.parameters();
    return new LogQuery(
        call.owner(),
        alarmIds(call),
        date(parameters, "from"),
        date(parameters, "to"),
        LogOffset.read(parameters).orElse(null),
        PAGE_SIZE + 1);
  }

  private Set<AlarmId> alarmIds(Call call) {
    if (call.parameters().find("alarms").isEmpty()) {
      return Set.of();
    }
    var ids =
        Ids.list(call.parameters(), "alarms").stream()
            .map(AlarmId::new)
            .collect(Collectors.toSet());
    if (!ids.stream().allMatch(id -> isOwn(call.owner(), id))) {
      throw ApiError.notFound();
    }
    return ids;
  }

  /** Also when it was deleted: then its log tells whose it was. */
  private boolean isOwn(SensorUserId owner, AlarmId id) {
    return alarms
        .find(id)
        .map(alarm -> alarm.rule().owner().equals(owner))
        .orElseGet(() -> hasLog(owner, id));
  }

  private boolean hasLog(SensorUserId owner, AlarmId id) {
    var one = new LogQuery(owner, Set.of(id), null, null, null, 1);
    return alarms.listLog(one).stream().map(AlarmLogEntry::alarm).anyMatch(id::equals);
  }

  private static @Nullable Instant date(Parameters parameters, String name) {
    return parameters
        .find(name)
        .map(
            text -> Dates.parse(text).orElseThrow(() -> Parameters.invalid(name, "must be a date")))
        .orElse(null);
  }
}
