package io.sensorium.benchmarks.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.time.Micros;
import io.sensorium.core.timeline.TransportMode;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EventsJsonTest {

  @Test
  void staysAndLegsAreReadWithTheirOffsets() {
    var answer =
        """
        [{"type": "Transport", "start": "2026-03-02T08:00:00.000+01:00",
          "end": "2026-03-02T08:30:00.500+01:00", "mode": "bus", "distance": 7000},
         {"type": "Stationary", "start": "2026-03-01T20:00:00.000+01:00",
          "end": "2026-03-02T08:00:00.000+01:00", "latitude": 51.0, "longitude": 3.7}]""";

    var events = EventsJson.read(answer, 0);

    var left = micros("2026-03-02T07:00:00Z");
    assertThat(events)
        .containsExactly(
            new SeenEvent.Leg(
                new Interval(left, micros("2026-03-02T07:30:00.500Z")), TransportMode.BUS),
            new SeenEvent.Stay(new Interval(micros("2026-03-01T19:00:00Z"), left)));
  }

  @Test
  void anEventThatGoesOnEndsWhereTheReaderSays() {
    var answer =
        "[{\"type\": \"Stationary\", \"start\": \"2026-03-01T20:00:00.000+00:00\", \"end\": null}]";
    var now = micros("2026-03-01T21:00:00Z");

    var events = EventsJson.read(answer, now);

    assertThat(events)
        .containsExactly(new SeenEvent.Stay(new Interval(micros("2026-03-01T20:00:00Z"), now)));
  }

  private static long micros(String instant) {
    return Micros.of(Instant.parse(instant));
  }
}
