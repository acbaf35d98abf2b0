package io.sensorium.intake.measurements;

import static java.util.Map.entry;

import io.sensorium.core.sensing.SourceType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Guesses what a source measures by its name and unit, as it is said in docs/protocols. */
public final class Quantities {

  private static final Pattern BETWEEN_WORDS =
      Pattern.compile("[^\\p{L}\\p{N}]+|(?<=[a-z])(?=[A-Z])");
  private static final Pattern TWO_AND_A_HALF = Pattern.compile("(?i)pm_?2[._]5");

  /** A name with one of these is not the quantity itself. */
  private static final Set<String> ABOUT_IT =
      Set.of("count", "calibration", "offset", "threshold", "sensitivity", "setpoint", "state");

  private static final SourceType VALUE = type("value");

  /** A type for names with one of the words, and one of the others where there are any. */
  private record Rule(String type, Set<String> words, Set<String> others) {

    boolean fits(Set<String> name) {
      return words.stream().anyMatch(name::contains)
          && (others.isEmpty() || others.stream().anyMatch(name::contains));
    }
  }

  /** The first that fits counts. */
  private static final List<Rule> BY_NAME =
      List.of(
          rule("value", "fahrenheit", "kelvin", "millivolts"),
          new Rule("batt", Set.of("battery", "batt"), Set.of("voltage", "volts", "volt", "v")),
          rule("batt", "vbat", "vbatt"),
          rule("battery_level", "battery", "batt"),
          new Rule("moisture", Set.of("soil"), Set.of("moisture", "humidity")),
          rule("moisture", "moisture"),
          rule("temp", "temperature", "temp", "celsius"),
          rule("humi", "humidity", "humi", "rh"),
          rule("co2", "co2", "eco2"),
          rule("voc", "voc", "tvoc"),
          rule("pm25", "pm25"),
          rule("pm10", "pm10"),
          rule("pressure", "pressure", "barometer"),
          rule("light", "light", "lux", "illuminance", "illumination"),
          rule("door", "door", "opening"),
          new Rule("water", Set.of("water"), Set.of("leak")),
          rule("water", "leak"),
          rule("energy", "energy", "kwh"),
          rule("power", "power", "watts"),
          rule("noise", "noise", "loudness"),
          rule("motion", "motion", "occupancy", "presence", "pir"),
          rule("latitude", "latitude", "lat"),
          rule("longitude", "longitude", "lon", "lng"),
          rule("voltage", "voltage", "volts"),
          rule("current", "current", "amperes"),
          rule("rssi", "rssi"),
          rule("speed", "speed"),
          rule("wireless", "wireless"));

  /** Units of one quantity alone. */
  private static final Map<String, Quantity> BY_UNIT =
      Map.ofEntries(
          entry("°C", plain("temp")),
          entry("C", plain("temp")),
          entry("℃", plain("temp")),
          entry("°F", new Quantity(type("temp"), 5 / 9.0, -160 / 9.0)),
          entry("F", new Quantity(type("temp"), 5 / 9.0, -160 / 9.0)),
          entry("K", new Quantity(type("temp"), 1, -273.15)),
          entry("hPa", plain("pressure")),
          entry("mbar", plain("pressure")),
          entry("Pa", scaled("pressure", 0.01)),
          entry("kPa", scaled("pressure", 10)),
          entry("bar", scaled("pressure", 1_000)),
          entry("lx", plain("light")),
          entry("W", plain("power")),
          entry("kW", scaled("power", 1_000)),
          entry("kWh", plain("energy")),
          entry("Wh", scaled("energy", 0.001)),
          entry("MWh", scaled("energy", 1_000)),
          entry("A", plain("current")),
          entry("mA", scaled("current", 0.001)),
          entry("dB", plain("noise")),
          entry("dBA", plain("noise")),
          entry("dBm", plain("rssi")),
          entry("m/s", plain("speed")),
          entry("km/h", scaled("speed", 1 / 3.6)),
          entry("V", plain("voltage")),
          entry("mV", scaled("voltage", 0.001)));

  /** Units that several quantities have: the name tells which, if it names one of these. */
  private static final Map<String, Set<String>> SHARED_UNITS =
      Map.of(
          "%", Set.of("humi", "battery_level", "moisture", "wireless"),
          "ppm", Set.of("co2"),
          "ppb", Set.of("voc"),
          "µg/m³", Set.of("pm25", "pm10"),
          "°", Set.of("latitude", "longitude"));

  private Quantities() {}

  /** The quantity that has such a name, its unit not being told; {@code value} when none has. */
  public static Quantity guess(String name) {
    return Quantity.of(typeOf(name));
  }

  /** The quantity that has such a name and unit; {@code value} when none has. */
  public static Quantity guess(String name, @Nullable String unit) {
    if (unit == null || unit.isBlank()) {
      return guess(name);
    }
    var known = unit.strip().replace('\u03bc', '\u00b5').replace("ug/m3", "µg/m³");
    var byUnit = BY_UNIT.get(known);
    if (byUnit != null) {
      boolean battery = known.endsWith("V") && isBattery(name);
      return battery ? new Quantity(type("batt"), byUnit.factor(), byUnit.offset()) : byUnit;
    }
    var type = typeOf(name);
    boolean fits = SHARED_UNITS.getOrDefault(known, Set.of()).contains(type.name());
    return Quantity.of(fits ? type : VALUE);
  }

  private static boolean isBattery(String name) {
    return typeOf(name).name().startsWith("batt");
  }

  private static SourceType typeOf(String name) {
    Optional<SourceType> exact = SourceType.find(name);
    if (exact.isPresent()) {
      return exact.get();
    }
    var words = wordsOf(name);
    if (ABOUT_IT.stream().anyMatch(words::contains)) {
      return VALUE;
    }
    return BY_NAME.stream()
        .filter(rule -> rule.fits(words))
        .findFirst()
        .map(rule -> type(rule.type()))
        .orElse(VALUE);
  }

  private static Set<String> wordsOf(String name) {
    var joined = TWO_AND_A_HALF.matcher(name).replaceAll("pm25");
    return Set.copyOf(
        BETWEEN_WORDS.splitAsStream(joined).map(word -> word.toLowerCase(Locale.ROOT)).toList());
  }

  private static Rule rule(String type, String... words) {
    return new Rule(type, Set.of(words), Set.of());
  }

  private static Quantity plain(String type) {
    return Quantity.of(type(type));
  }

  private static Quantity scaled(String type, double factor) {
    return new Quantity(type(type), factor, 0);
  }

  private static SourceType type(String name) {
    return SourceType.find(name).orElseThrow();
  }
}
