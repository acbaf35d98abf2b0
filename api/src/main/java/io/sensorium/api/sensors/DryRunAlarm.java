package io.sensorium.api.sensors;

import io.sensorium.api.sensors.json.AlarmLogJson;
import io.sensorium.api.sensors.json.DateStyle;
import io.sensorium.api.sensors.parameter.Ids;
import io.sensorium.api.sensors.parameter.Parameters;
import io.sensorium.api.sensors.parameter.Period;
import io.sensorium.core.time.Micros;
import io.sensorium.store.sensing.Devices;
import java.util.concurrent.TimeUnit;

/**
 * {@code POST /v1/alarms/dry_run} with the parameters of a new alarm, and {@code from} and {@code
 * to}: what that alarm would have done. Nothing is stored.
 */
final class DryRunAlarm implements SensorMethod {

  private static final long LONGEST_MICROS = TimeUnit.DAYS.toMicros(90);

  private final AlarmTrials trials;
  private final Belongings belongings;
  private final DateStyle dates;

  DryRunAlarm(AlarmTrials trials, Devices devices, DateStyle dates) {
    this.trials = trials;
    this.belongings = new Belongings(devices);
    this.dates = dates;
  }

  @Override
  public Answer answer(Call call) {
    var sourceText = call.parameters().get("data_source");
    var condition = AlarmParameters.condition(call.parameters());
    var source = belongings.source(call.owner(), Ids.get("data_source", sourceText));
    var period = Period.read(call.parameters(), call.now());
    if (period.lengthMicros() > LONGEST_MICROS) {
      throw Parameters.invalid("from", "must be at most 90 days before to");
    }
    var from = Micros.toInstant(period.fromMicros());
    var to = Micros.toInstant(period.toMicros());
    var trial = trials.run(source.id(), condition, from, to);
    return Answer.changed(
        json -> {
          json.beginObject("dry_run");
          json.field("from", dates.format(from));
          json.field("to", dates.format(to));
          json.field("triggered", trial.triggeredCount());
          json.field("active_seconds", trial.activeFor().toSeconds());
          json.name("logs")
              .array(trial.log().reversed(), line -> AlarmLogJson.write(json, dates, line));
          json.endObject();
        });
  }
}
