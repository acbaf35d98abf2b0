package io.sensorium.simulator.rides;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.geo.Geodesy;
import io.sensorium.core.time.Micros;
import io.sensorium.core.timeline.TransportMode;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RandomTripTest {

  @Test
  void aSeedIsATrip() {
    assertThat(RandomTrip.of(7)).isEqualTo(RandomTrip.of(7)).isNotEqualTo(RandomTrip.of(8));
  }

  @Test
  void partsFollowEachOtherAndFixesAreInOrder() {
    for (long seed = 0; seed < 60; seed++) {
      var trip = RandomTrip.of(seed);
      for (int i = 1; i < trip.spans().size(); i++) {
        assertThat(trip.spans().get(i).startMicros())
            .isGreaterThanOrEqualTo(trip.spans().get(i - 1).endMicros());
      }
      for (int row = 1; row < trip.fixes().size(); row++) {
        assertThat(trip.fixes().timeMicros(row)).isGreaterThan(trip.fixes().timeMicros(row - 1));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "WALKING, 0.8, 1.9",
    "RUNNING, 1.7, 3.8",
    "BIKING, 2, 8",
    "ESCOOTER, 2.5, 6.8",
    "CAR, 1, 36",
    "MOTORCYCLE, 3, 36",
    "BUS, 2, 28",
    "TRAM, 3, 25",
    "TRAIN, 8, 75",
    "FLIGHT, 90, 260"
  })
  void eachModeIsAsFastAsItIs(TransportMode mode, double leastMps, double mostMps) {
    for (long seed = 0; seed < 20; seed++) {
      var trip = RandomTrip.of(mode, seed);
      var span = trip.spans().stream().filter(one -> one.mode() == mode).findFirst().orElseThrow();
      int from = trip.fixes().firstRowAtOrAfter(span.startMicros());
      int to = trip.fixes().firstRowAtOrAfter(span.endMicros()) - 1;
      if (to - from >= 20) {
        assertThat(mps(trip, from, to)).as("seed %d", seed).isBetween(leastMps, mostMps * 1.4);
      }
    }
  }

  private static double mps(RandomTrip trip, int from, int to) {
    var fixes = trip.fixes();
    double meters = 0;
    int last = from;
    for (int row = from + 1; row <= to; row++) {
      boolean apart = fixes.timeMicros(row) - fixes.timeMicros(last) >= 30 * Micros.PER_SECOND;
      if (apart || row == to) {
        meters +=
            Geodesy.distanceMeters(
                fixes.latitudeDeg(last),
                fixes.longitudeDeg(last),
                fixes.latitudeDeg(row),
                fixes.longitudeDeg(row));
        last = row;
      }
    }
    return meters * 1e6 / (fixes.timeMicros(to) - fixes.timeMicros(from));
  }

  @Test
  void everyModeThatIsDrawnComesUp() {
    var modes = EnumSet.noneOf(TransportMode.class);
    for (long seed = 0; seed < 200; seed++) {
      RandomTrip.of(seed).spans().forEach(span -> modes.add(span.mode()));
    }

    assertThat(modes)
        .containsExactlyInAnyOrder(
            TransportMode.WALKING,
            TransportMode.RUNNING,
            TransportMode.BIKING,
            TransportMode.ESCOOTER,
            TransportMode.CAR,
            TransportMode.BUS,
            TransportMode.TRAM,
            TransportMode.SUBWAY,
            TransportMode.TRAIN,
            TransportMode.FLIGHT);
  }
}
