package io.sensorium.intake.zigbee2mqtt;

import io.sensorium.core.time.Micros;
import io.sensorium.intake.json.JsonNode;
import io.sensorium.intake.json.JsonNode.Text;
import io.sensorium.intake.measurements.MeasurementRows;
import io.sensorium.intake.text.Timestamps;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The devices of one Zigbee2MQTT, and what their states tell. Safe for use by many threads. */
public final class Zigbee2Mqtt {

  private static final String LAST_SEEN = "last_seen";

  private volatile @Nullable Map<String, ZigbeeDevice> devices;

  /**
   * Reads the list of devices, {@code bridge/devices}.
   *
   * @throws io.sensorium.intake.MalformedInputException when it is not JSON
   */
  public void readDevices(byte[] list) {
    var read = new HashMap<String, ZigbeeDevice>();
    for (var entry : JsonNode.parse(list).items()) {
      ZigbeeDevice.read(entry).ifPresent(device -> read.put(device.friendlyName(), device));
    }
    devices = Map.copyOf(read);
  }

  /**
   * The rows of a state; none when the name is no device's.
   *
   * @param name what follows the base topic
   * @param retained whether it was told before now; it counts only where it tells its time
   * @throws io.sensorium.intake.MalformedInputException when it is not JSON
   */
  public MeasurementRows readState(
      String name, byte[] state, boolean retained, Instant receivedAt) {
    var rows = new MeasurementRows(16);
    var known = devices;
    var device = known == null ? null : known.get(name);
    if (device != null && state.length > 0) {
      var told = JsonNode.parse(state);
      long timeMicros = lastSeen(told).orElse(retained ? 0 : Micros.of(receivedAt));
      if (timeMicros != 0) {
        addAll(rows, device, told, timeMicros);
      }
    }
    return rows;
  }

  private static void addAll(
      MeasurementRows rows, ZigbeeDevice device, JsonNode told, long timeMicros) {
    told.members()
        .forEach(
            (name, value) -> {
              var property = device.properties().get(name);
              double number = property == null ? Double.NaN : property.valueOf(value);
              if (property != null && Double.isFinite(number)) {
                rows.add(rows.size(), property.source(), timeMicros, number);
              }
            });
  }

  /** As text, or in Unix milliseconds, by the settings of the bridge. */
  private static Optional<Long> lastSeen(JsonNode told) {
    var seen = told.get(LAST_SEEN);
    if (seen instanceof Text(var text)) {
      long micros = Timestamps.parseLenient(text);
      return micros == Timestamps.INVALID ? Optional.empty() : Optional.of(micros);
    }
    double millis = seen.number();
    return millis > 0 && millis < 1e14
        ? Optional.of(Math.round(millis) * Micros.PER_MILLI)
        : Optional.empty();
  }
}
