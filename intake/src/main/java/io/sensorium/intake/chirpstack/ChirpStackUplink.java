package io.sensorium.intake.chirpstack;

import io.sensorium.core.time.Micros;
import io.sensorium.intake.MalformedInputException;
import io.sensorium.intake.json.JsonNode;
import io.sensorium.intake.json.JsonNode.Members;
import io.sensorium.intake.measurements.MeasurementRows;
import io.sensorium.intake.measurements.NamedSource;
import io.sensorium.intake.measurements.Quantities;
import io.sensorium.intake.measurements.SourceHint;
import io.sensorium.intake.measurements.SourceName;
import io.sensorium.intake.text.Timestamps;
import java.time.Instant;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One uplink event of ChirpStack 4: the device is a sensor, each number of the decoded {@code
 * object} one of its sources, and {@code rssi} the strength at the gateway that heard it best.
 *
 * @param deduplicationId names the uplink, also when it is told of again
 */
public record ChirpStackUplink(@Nullable String deduplicationId, MeasurementRows rows) {

  /**
   * Reads an event.
   *
   * @param receivedAt the time of events that have none
   * @throws MalformedInputException when it is no uplink event
   */
  public static ChirpStackUplink read(byte[] event, Instant receivedAt) {
    var uplink = JsonNode.parse(event);
    var device = uplink.get("deviceInfo");
    var problem = SourceName.problemOf("devEui", device.get("devEui").text().orElse(null));
    if (problem != null) {
      throw new MalformedInputException(problem);
    }
    var time = uplink.get("time").text().map(Timestamps::parseLenient);
    if (time.isPresent() && time.get() == Timestamps.INVALID) {
      throw new MalformedInputException("time: must be RFC 3339");
    }
    var reader =
        new Reader(
            device.get("devEui").text().orElseThrow(),
            device.get("deviceName").text().orElse(null),
            time.orElse(Micros.of(receivedAt)));
    reader.addAll("", uplink.get("object"));
    best(uplink.get("rxInfo")).ifPresent(rssi -> reader.add("rssi", rssi));
    return new ChirpStackUplink(uplink.get("deduplicationId").text().orElse(null), reader.rows);
  }

  private static OptionalDouble best(JsonNode receptions) {
    return receptions.items().stream()
        .mapToDouble(reception -> reception.get("rssi").number())
        .filter(Double::isFinite)
        .max();
  }

  /** Collects the rows of one event. */
  private static final class Reader {

    private final String sensor;
    private final @Nullable String title;
    private final long timeMicros;
    private final MeasurementRows rows = new MeasurementRows(16);

    private Reader(String sensor, @Nullable String title, long timeMicros) {
      this.sensor = sensor;
      this.title = title;
      this.timeMicros = timeMicros;
    }

    private void addAll(String prefix, JsonNode object) {
      object
          .members()
          .forEach(
              (name, value) -> {
                if (value instanceof Members) {
                  addAll(prefix + name + ".", value);
                } else {
                  add(prefix + name, value.numberOrFlag());
                }
              });
    }

    private void add(String source, double value) {
      if (Double.isFinite(value) && SourceName.problemOf("source", source) == null) {
        var hint = new SourceHint(title, null, Quantities.guess(source).type());
        var named = new NamedSource(new SourceName(sensor, source), hint);
        rows.add(rows.size(), named, timeMicros, value);
      }
    }
  }
}
