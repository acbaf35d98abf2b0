package io.sensorium.benchmarks.timeline;

import io.sensorium.core.time.Micros;
import io.sensorium.core.timeline.TransportMode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads answers of {@code GET /v2/users/:id/events}. */
public final class EventsJson {

  private static final JsonMapper JSON = new JsonMapper();

  private EventsJson() {}

  /**
   * Reads one answer.
   *
   * @param openEndMicros the end of an event that still goes on
   */
  public static List<SeenEvent> read(String answer, long openEndMicros) {
    var events = new ArrayList<SeenEvent>();
    for (var node : JSON.readTree(answer)) {
      events.add(event(node, openEndMicros));
    }
    return events;
  }

  private static SeenEvent event(JsonNode node, long openEndMicros) {
    long start = micros(node.required("start"));
    var end = node.required("end");
    var when = new Interval(start, end.isNull() ? Math.max(start, openEndMicros) : micros(end));
    var type = node.required("type").asString();
    return switch (type) {
      case "Stationary" -> new SeenEvent.Stay(when);
      case "Transport" -> new SeenEvent.Leg(when, mode(node.required("mode").asString()));
      default -> throw new IllegalArgumentException("unknown type of event: " + type);
    };
  }

  private static long micros(JsonNode node) {
    return Micros.of(OffsetDateTime.parse(node.asString()).toInstant());
  }

  private static TransportMode mode(String wireName) {
    return TransportMode.valueOf(wireName.toUpperCase(Locale.ROOT));
  }
}
