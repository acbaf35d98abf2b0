package io.sensorium.core.habit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.geo.LatLon;
import io.sensorium.core.place.Address;
import io.sensorium.core.place.Place;
import io.sensorium.core.timeline.Significance;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LocationClusterTest {

  @Test
  void homesComeFirstThenWorkplacesThenTheRestByTheirLastVisit() {
    var gym = cluster(Significance.REGULAR, 1);
    var shop = cluster(Significance.POI, 9);
    var work = cluster(Significance.WORK, 8);
    var home = cluster(Significance.HOME, 5);
    var holidayHome = cluster(Significance.HOME, 6);

    assertThat(Stream.of(gym, work, home, shop, holidayHome).sorted(LocationCluster.BY_IMPORTANCE))
        .isEqualTo(List.of(holidayHome, home, work, shop, gym));
  }

  private static LocationCluster cluster(Significance significance, long lastVisit) {
    return new LocationCluster(
        Instant.ofEpochSecond(lastVisit),
        ZoneOffset.UTC,
        new LatLon(51, 4),
        40,
        false,
        significance,
        Address.UNKNOWN,
        Place.UNKNOWN);
  }
}
