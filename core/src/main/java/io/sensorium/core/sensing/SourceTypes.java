package io.sensorium.core.sensing;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.sensorium.core.sensing.SourceType.Unit;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The kinds of data sources there are. */
final class SourceTypes {

  private static final List<SourceType> ALL =
      List.of(
          type(1, "batt", "Battery", new Unit(3, "v"), 2, 10800, 4),
          type(4, "humi", "Humidity", new Unit(2, "%"), 0, 900, 80),
          type(5, "temp", "Temperature", new Unit(1, "°C"), 1, 900, 72),
          type(7, "wireless", "Wireless", new Unit(6, "%"), 0, 1800, 4),
          type(100, "value", "Value", new Unit(100, ""), 2, 900, 0),
          type(101, "co2", "CO2", new Unit(101, "ppm"), 0, 900, 0),
          type(102, "pressure", "Pressure", new Unit(102, "hPa"), 1, 900, 0),
          type(103, "light", "Light", new Unit(103, "lx"), 0, 900, 0),
          type(104, "door", "Door", new Unit(104, "open"), 0, 3600, 0),
          type(105, "water", "Water leak", new Unit(105, "wet"), 0, 3600, 0),
          type(106, "power", "Power", new Unit(106, "W"), 1, 300, 0),
          type(107, "energy", "Energy", new Unit(107, "kWh"), 3, 900, 0),
          type(108, "pm25", "PM2.5", new Unit(108, "µg/m³"), 1, 900, 0),
          type(109, "pm10", "PM10", new Unit(108, "µg/m³"), 1, 900, 0),
          type(110, "voc", "VOC", new Unit(110, "ppb"), 0, 900, 0),
          type(111, "noise", "Noise", new Unit(111, "dB"), 1, 900, 0),
          type(112, "motion", "Motion", new Unit(112, "motion"), 0, 3600, 0),
          type(113, "latitude", "Latitude", new Unit(113, "°"), 6, 300, 0),
          type(114, "longitude", "Longitude", new Unit(113, "°"), 6, 300, 0),
          type(115, "voltage", "Voltage", new Unit(3, "v"), 1, 900, 0),
          type(116, "current", "Current", new Unit(116, "A"), 2, 900, 0),
          type(117, "battery_level", "Battery level", new Unit(2, "%"), 0, 10800, 0),
          type(118, "rssi", "Signal strength", new Unit(118, "dBm"), 0, 1800, 0),
          type(119, "speed", "Speed", new Unit(119, "m/s"), 1, 300, 0),
          type(120, "moisture", "Soil moisture", new Unit(2, "%"), 0, 3600, 0));

  static final Map<String, SourceType> BY_NAME =
      ALL.stream().collect(toUnmodifiableMap(SourceType::name, identity()));
  static final Map<Integer, SourceType> BY_ID =
      ALL.stream().collect(toUnmodifiableMap(SourceType::id, identity()));

  private SourceTypes() {}

  private static SourceType type(
      int id, String name, String title, Unit unit, int precision, int seconds, int capability) {
    return new SourceType(
        id, name, title, unit, precision, Duration.ofSeconds(seconds), capability);
  }
}
