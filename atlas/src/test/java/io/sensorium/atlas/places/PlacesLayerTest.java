package io.sensorium.atlas.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sensorium.atlas.osm.MadeMap;
import io.sensorium.atlas.osm.OsmFile;
import io.sensorium.core.geo.LatLon;
import io.sensorium.core.place.PlaceCandidate;
import io.sensorium.core.place.Visit;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlacesLayerTest {

  /** 40 m to the north. */
  private static final double FORTY_METERS_DEG = 40 / 111_320.0;

  @TempDir private static Path directory;

  private static MapPlaces places;

  @BeforeAll
  static void build() throws IOException {
    var made = new MadeMap();
    made.point(Map.of("shop", "supermarket", "name", "Markt"), 50.0, 4.0);
    made.box(Map.of("leisure", "park", "name", "Stadtpark"), 50.01, 4.0, 50.02, 4.02);
    for (int house = 0; house < 12; house++) {
      double west = 4.1 + house * 0.0002;
      made.box(Map.of("building", "house", "name", "Villa"), 50.0, west, 50.0001, west + 0.0001);
    }
    made.point(
        Map.of("amenity", "restaurant", "name", "Da Mario", "cuisine", "pizza;pasta"), 50.0, 4.2);
    made.point(Map.of("amenity", "nightclub", "name", "Keller"), 50.0 + FORTY_METERS_DEG, 4.2);
    for (int shop = 0; shop < 8; shop++) {
      made.point(Map.of("shop", "clothes", "name", "Mode " + shop), 50.0, 4.3 + shop * 0.0001);
    }
    made.point(Map.of("shop", "vacant", "name", "Leer"), 50.0, 4.4);
    made.point(Map.of("amenity", "school", "name", "Schule"), 50.0, 4.5);
    made.point(Map.of("highway", "bus_stop", "name", "Schule"), 50.0001, 4.5);
    var layer = new PlacesLayer();
    layer.build(OsmFile.open(made.write(directory.resolve("map"))), directory, (_, _) -> {});
    places = layer.open(directory);
  }

  private static List<PlaceCandidate> visit(
      double latitudeDeg, double longitudeDeg, String start, String duration) {
    return places.candidatesOf(
        new Visit(
            new LatLon(latitudeDeg, longitudeDeg),
            LocalDateTime.parse("2025-06-05T" + start),
            Duration.parse(duration)));
  }

  @Test
  void halfAnHourAtASupermarketIsAVisitToItWithAllItsCategories() {
    assertThat(visit(50.0001, 4.0, "17:30", "PT30M"))
        .first()
        .satisfies(
            place -> {
              assertThat(place.name()).isEqualTo("Markt");
              assertThat(place.categories())
                  .containsExactly("shop", "food", "grocery", "supermarket");
              assertThat(place.probabilityRatio()).isBetween(0.5, 1.0);
              assertThat(place.position().latitudeDeg()).isCloseTo(50.0, within(1e-6));
            });
  }

  @Test
  void aNightBesideASupermarketIsNoVisitToItThatWouldBeNamed() {
    assertThat(visit(50.0001, 4.0, "22:00", "PT9H"))
        .allSatisfy(place -> assertThat(place.name()).isNull());
  }

  @Test
  void inTheMiddleOfAParkNothingNeedsToBeNear() {
    assertThat(visit(50.015, 4.005, "14:00", "PT50M"))
        .singleElement()
        .satisfies(place -> assertThat(place.categories()).containsExactly("leisure", "park"));
    assertThat(visit(50.025, 4.005, "14:00", "PT50M")).isEmpty();
  }

  @Test
  void homesAreOnePlaceWithoutAName() {
    assertThat(visit(50.00005, 4.1010, "19:00", "PT12H"))
        .singleElement()
        .satisfies(
            place -> {
              assertThat(place.name()).isNull();
              assertThat(place.categories()).containsExactly("building", "residential");
              assertThat(place.probabilityRatio()).isGreaterThan(0.5);
            });
  }

  @Test
  void theHourTellsTheRestaurantFromTheNightclub() {
    assertThat(visit(50.0 + FORTY_METERS_DEG / 2, 4.2, "12:30", "PT1H"))
        .first()
        .extracting(PlaceCandidate::name)
        .isEqualTo("Da Mario");
    assertThat(visit(50.0 + FORTY_METERS_DEG / 2, 4.2, "23:30", "PT3H"))
        .first()
        .extracting(PlaceCandidate::name)
        .isEqualTo("Keller");
  }

  @Test
  void aRestaurantHasItsKitchenAmongItsCategories() {
    assertThat(visit(50.0, 4.2, "12:30", "PT1H").getFirst().categories())
        .containsExactly("restaurant", "italian", "pizza");
  }

  @Test
  void amongManyShopsNoneIsNamedAndFiveAreGiven() {
    var candidates = visit(50.0, 4.30035, "15:00", "PT25M");

    assertThat(candidates).hasSize(5).allSatisfy(one -> assertThat(one.name()).isNull());
    assertThat(candidates.getFirst().categories()).containsExactly("shop", "fashion", "clothes");
    assertThat(candidates.stream().mapToDouble(PlaceCandidate::probabilityRatio).sum())
        .isLessThanOrEqualTo(1);
  }

  @Test
  void anEmptyShopIsNoPlace() {
    assertThat(visit(50.0, 4.4, "15:00", "PT25M")).isEmpty();
  }

  @Test
  void aMorningAtASchoolIsNotAWaitForTheBusBesideIt() {
    assertThat(visit(50.00005, 4.5, "08:10", "PT6H").getFirst().categories())
        .containsExactly("education", "school");
    assertThat(visit(50.00005, 4.5, "18:10", "PT6M").getFirst().categories())
        .startsWith("travel", "publictransport");
  }

  @Test
  void aVisitThatGoesOnHasCandidatesToo() {
    var goingOn = new Visit(new LatLon(50, 4), LocalDateTime.parse("2025-06-05T17:30:00"), null);

    assertThat(places.candidatesOf(goingOn)).isNotEmpty();
  }

  @Test
  void everyKindOfPlaceIsWrittenOnce() {
    assertThat(PlaceKinds.all().list())
        .hasSizeGreaterThan(120)
        .extracting(kind -> kind.key() + "=" + kind.value())
        .doesNotHaveDuplicates();
  }
}
