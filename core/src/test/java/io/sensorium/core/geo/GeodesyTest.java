package io.sensorium.core.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class GeodesyTest {

  @Test
  void lengthsAreThoseOfTheContractsSample() {
    var first = new LatLon(50.78568, 4.49673);
    var second = new LatLon(50.78618, 4.49722);
    var third = new LatLon(50.78624, 4.49731);

    assertThat(first.distanceMetersTo(second)).isCloseTo(65.477, within(0.001));
    assertThat(second.distanceMetersTo(third)).isCloseTo(9.205, within(0.001));
  }

  @Test
  void theAntimeridianIsCrossedTheShortWay() {
    var west = new LatLon(-17.0, 179.9995);
    var east = new LatLon(-17.0, -179.9995);

    assertThat(west.distanceMetersTo(east)).isCloseTo(106.5, within(0.1));
  }

  @Test
  void goingSomewhereAndMeasuringTheWayGivesTheDistanceAndTheCourse() {
    var random = new Random(1);
    for (int i = 0; i < 1_000; i++) {
      var from = new LatLon(random.nextDouble(-80, 80), random.nextDouble(-180, 180));
      double distanceMeters = random.nextDouble(1, 100_000);
      double bearingDeg = random.nextDouble(0, 360);

      var to = Geodesy.destination(from, bearingDeg, distanceMeters);

      assertThat(from.distanceMetersTo(to)).isCloseTo(distanceMeters, within(0.001));
      double turnedDeg = Math.abs(Geodesy.bearingDeg(from, to) - bearingDeg);
      assertThat(Math.min(turnedDeg, 360 - turnedDeg)).isLessThan(0.01);
    }
  }
}
