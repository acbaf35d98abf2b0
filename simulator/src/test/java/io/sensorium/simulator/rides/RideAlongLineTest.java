package io.sensorium.simulator.rides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sensorium.core.geo.Geodesy;
import io.sensorium.core.geo.LatLon;
import io.sensorium.core.timeline.TransportMode;
import java.util.List;
import org.junit.jupiter.api.Test;

class RideAlongLineTest {

  private static final LatLon START = new LatLon(51, 4);
  private static final LatLon CORNER = new LatLon(51.02, 4);
  private static final LatLon END = new LatLon(51.02, 4.03);
  private static final double ERROR_METERS = 200; // of the coarsest phone

  @Test
  void theRideGoesRoundTheCornerToTheEnd() {
    for (long seed = 0; seed < 20; seed++) {
      var trip = RandomTrip.along(List.of(START, CORNER, END), TransportMode.TRAM, seed);

      assertThat(trip.spans()).singleElement().extracting("mode").isEqualTo(TransportMode.TRAM);
      assertThat(nearestMeters(trip, START)).isLessThan(ERROR_METERS);
      assertThat(nearestMeters(trip, END)).isLessThan(ERROR_METERS);
      assertThat(farthestMeters(trip)).isLessThan(ERROR_METERS);
    }
  }

  private static double nearestMeters(RandomTrip trip, LatLon place) {
    double nearest = Double.MAX_VALUE;
    for (int row = 0; row < trip.fixes().size(); row++) {
      nearest = Math.min(nearest, meters(position(trip, row), place));
    }
    return nearest;
  }

  /** How far the farthest fix is from the line, which goes north and then east. */
  private static double farthestMeters(RandomTrip trip) {
    double farthest = 0;
    for (int row = 0; row < trip.fixes().size(); row++) {
      var seen = position(trip, row);
      var onNorth =
          new LatLon(Math.clamp(seen.latitudeDeg(), START.latitudeDeg(), CORNER.latitudeDeg()), 4);
      var onEast = new LatLon(51.02, Math.clamp(seen.longitudeDeg(), 4, END.longitudeDeg()));
      farthest = Math.max(farthest, Math.min(meters(seen, onNorth), meters(seen, onEast)));
    }
    return farthest;
  }

  private static LatLon position(RandomTrip trip, int row) {
    return new LatLon(trip.fixes().latitudeE7(row) * 1e-7, trip.fixes().longitudeE7(row) * 1e-7);
  }

  private static double meters(LatLon a, LatLon b) {
    return Geodesy.distanceMeters(
        a.latitudeDeg(), a.longitudeDeg(), b.latitudeDeg(), b.longitudeDeg());
  }

  @Test
  void aPointIsNoLine() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RandomTrip.along(List.of(START), TransportMode.BUS, 1));
  }
}
