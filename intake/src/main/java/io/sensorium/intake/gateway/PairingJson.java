package io.sensorium.intake.gateway;

import io.sensorium.core.id.GatewayId;
import io.sensorium.core.sensing.SourceType;
import io.sensorium.intake.MalformedInputException;
import io.sensorium.intake.json.JsonNode;
import io.sensorium.intake.json.JsonNode.Absent;
import io.sensorium.intake.measurements.SourceName;
import io.sensorium.store.sensing.Devices;
import io.sensorium.store.sensing.Devices.NewSensor;
import io.sensorium.store.sensing.Devices.PairedSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code {"serial": "aa00bb01", "title": "Cellar", "sources": [{"serial": "t", "type":
 * "temp", "interval": 900}]}}: a gateway tells of a sensor.
 */
public final class PairingJson {

  /** A serial, title or firmware has at most so many characters. */
  public static final int MAX_LENGTH = 200;

  /** A sensor has at most so many sources. */
  public static final int MAX_SOURCES = 1_000;

  private static final long MAX_INTERVAL_SECONDS = Duration.ofDays(7).toSeconds();

  /** A sensor with its sources, as its gateway tells. */
  public record Pairing(NewSensor sensor, List<PairedSource> sources) {
    public Pairing {
      sources = List.copyOf(sources);
    }

    /**
     * Why it cannot be paired so, empty when it can: what was measured cannot become another
     * quantity.
     */
    public Optional<String> conflict(Devices devices) {
      for (int at = 0; at < sources.size(); at++) {
        var told = sources.get(at);
        var known = devices.findSource(sensor.gateway(), sensor.serial(), told.serial());
        if (known.isPresent() && known.get().type().id() != told.type().id()) {
          return Optional.of(
              "sources[" + at + "].type: it is " + known.get().type().name() + " already");
        }
      }
      return Optional.empty();
    }
  }

  private PairingJson() {}

  /**
   * The pairing that a document tells of.
   *
   * @throws MalformedInputException when it is not of its form; it names the member
   */
  public static Pairing read(JsonNode document, GatewayId gateway) {
    var sensor =
        new NewSensor(
            gateway,
            serial("serial", document.get("serial")),
            title("title", document.get("title")),
            title("firmware", document.get("firmware")));
    var told = document.get("sources").items();
    if (told.size() > MAX_SOURCES) {
      throw new MalformedInputException("sources: at most " + MAX_SOURCES);
    }
    return new Pairing(sensor, sources(told));
  }

  private static List<PairedSource> sources(List<JsonNode> told) {
    var sources = new ArrayList<PairedSource>();
    var serials = new HashSet<String>();
    for (int at = 0; at < told.size(); at++) {
      var source = source("sources[" + at + "].", told.get(at));
      if (!serials.add(source.serial())) {
        throw new MalformedInputException("sources[" + at + "].serial: is there twice");
      }
      sources.add(source);
    }
    return sources;
  }

  private static PairedSource source(String at, JsonNode told) {
    var type =
        told.get("type")
            .text()
            .flatMap(SourceType::find)
            .orElseThrow(
                () ->
                    new MalformedInputException(at + "type: is missing, or no type has that name"));
    return new PairedSource(
        serial(at + "serial", told.get("serial")),
        type,
        interval(at + "interval", told.get("interval")),
        title(at + "title", told.get("title")));
  }

  private static String serial(String field, JsonNode told) {
    var serial = title(field, told);
    if (serial == null) {
      throw new MalformedInputException(field + ": is missing");
    }
    return serial;
  }

  private static @Nullable String title(String field, JsonNode told) {
    var title = told.text().orElse(null);
    if (title == null) {
      return null;
    }
    if (title.length() > MAX_LENGTH || SourceName.problemOf(field, title) != null) {
      throw new MalformedInputException(
          field + ": at most " + MAX_LENGTH + " characters, none of them a control character");
    }
    return title;
  }

  private static @Nullable Duration interval(String field, JsonNode told) {
    if (told instanceof Absent) {
      return null;
    }
    double seconds = told.number();
    if (!(seconds >= 1 && seconds <= MAX_INTERVAL_SECONDS)) {
      throw new MalformedInputException(
          field + ": must be from 1 to " + MAX_INTERVAL_SECONDS + " seconds");
    }
    return Duration.ofSeconds(Math.round(seconds));
  }
}
