package io.sensorium.simulator.truth;

import io.sensorium.core.geo.LatLon;
import io.sensorium.core.time.Micros;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes truth as JSON, one span a line; times are Unix milliseconds. A road is its start, its end,
 * the id of its way in the town's map, its type, and its limit in km/h.
 */
public final class TruthJson {

  private static final int DECIMALS = 6;

  private TruthJson() {}

  /**
   * Writes spans as they come.
   *
   * @throws UncheckedIOException when {@code out} fails
   */
  public static void write(Stream<TrueSpan> spans, Appendable out) {
    spans.forEachOrdered(
        span -> {
          try {
            out.append(line(span)).append('\n');
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  static String line(TrueSpan span) {
    return switch (span) {
      case TrueSpan.Stay stay ->
          """
          {"type":"stay",%s,"position":%s,"place":"%s","purpose":"%s"}"""
              .formatted(times(span), position(stay.position()), stay.place(), stay.purpose());
      case TrueSpan.Leg leg ->
          """
          {"type":"leg",%s,"trip":%d,"mode":"%s","length_m":%d,"path":%s,"roads":%s}"""
              .formatted(
                  times(span),
                  leg.trip(),
                  leg.mode().wireName(),
                  Math.round(leg.lengthMeters()),
                  path(leg),
                  roads(leg));
    };
  }

  private static String times(TrueSpan span) {
    return "\"start\":%d,\"end\":%d"
        .formatted(span.startMicros() / Micros.PER_MILLI, span.endMicros() / Micros.PER_MILLI);
  }

  private static String path(TrueSpan.Leg leg) {
    var text = new StringBuilder("[");
    for (var point : leg.path()) {
      text.append(text.length() == 1 ? "[" : ",[");
      text.append(point.timeMicros() / Micros.PER_MILLI).append(',');
      text.append(position(point.position()).substring(1));
    }
    return text.append(']').toString();
  }

  private static String roads(TrueSpan.Leg leg) {
    return leg.roads().stream()
        .map(
            road ->
                "[%d,%d,%d,\"%s\",%s]"
                    .formatted(
                        road.startMicros() / Micros.PER_MILLI,
                        road.endMicros() / Micros.PER_MILLI,
                        road.wayId(),
                        road.roadType(),
                        BigDecimal.valueOf(road.limitKmh())
                            .setScale(1, RoundingMode.HALF_EVEN)
                            .toPlainString()))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String position(LatLon position) {
    return "[" + rounded(position.latitudeDeg()) + "," + rounded(position.longitudeDeg()) + "]";
  }

  private static String rounded(double deg) {
    return BigDecimal.valueOf(deg).setScale(DECIMALS, RoundingMode.HALF_EVEN).toPlainString();
  }
}
