package io.sensorium.atlas.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.atlas.osm.MadeMap;
import io.sensorium.atlas.osm.OsmFile;
import io.sensorium.atlas.timezone.BorderZones;
import io.sensorium.core.geo.LatLon;
import io.sensorium.core.place.Address;
import io.sensorium.core.place.Gazetteer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A state called Alba, whose city Alba lies in its south-west; made where Bavaria is. */
class AddressesLayerTest {

  @TempDir private static Path directory;

  private static MapAddresses map;
  private static Gazetteer gazetteer;

  @BeforeAll
  static void build() throws IOException {
    var made = new MadeMap();
    long alba = place(made, "Alba", "city", 48.15, 11.15);
    place(made, "Berg", "village", 48.25, 11.15);
    place(made, "Nord", "village", 48.35, 11.11);
    place(made, "Süd", "village", 48.35, 11.19);
    place(made, "Feldstadt", "town", 48.55, 11.5);
    place(made, "Weiler", "hamlet", 48.55, 11.62);
    made.area(border("Alba", 4), 48.0, 11.0, 49.0, 12.0);
    made.area(border("Kreis Alba", 6), 48.0, 11.0, 48.4, 11.4);
    made.area(border("Alba", 8), 48.1, 11.1, 48.2, 11.2, alba);
    made.area(border("Altstadt", 9), 48.14, 11.14, 48.16, 11.16);
    made.area(border("Berg", 8), 48.2, 11.1, 48.3, 11.2);
    made.area(border("Nord-Süd", 8), 48.3, 11.1, 48.4, 11.2);
    made.box(Map.of("place", "hamlet", "name", "Eck"), 48.21, 11.11, 48.22, 11.12);
    made.line(Map.of("highway", "residential", "name", "Ring"), 48.1501, 11.14, 48.1501, 11.16);
    made.line(Map.of("highway", "residential", "name", "Gasse"), 48.1507, 11.14, 48.1507, 11.16);
    var layer = new AddressesLayer();
    layer.build(OsmFile.open(made.write(directory.resolve("map"))), directory, (_, _) -> {});
    map = layer.open(directory);
    var cache = directory.resolve("cache");
    var maps = new AtlasGazetteer.Maps("made@1", List.of(map), List.of());
    gazetteer = new AtlasGazetteer(new WorldGazetteer(new BorderZones(cache), cache), () -> maps);
  }

  private static long place(
      MadeMap made, String name, String type, double latitudeDeg, double longitudeDeg) {
    return made.point(Map.of("name", name, "place", type), latitudeDeg, longitudeDeg);
  }

  private static Map<String, String> border(String name, int level) {
    return Map.of(
        "boundary", "administrative", "admin_level", Integer.toString(level), "name", name);
  }

  private static Address at(double latitudeDeg, double longitudeDeg) {
    return map.addressAt(new LatLon(latitudeDeg, longitudeDeg));
  }

  @Test
  void anAddressHasAllThatTheMapKnows() {
    assertThat(at(48.1502, 11.15))
        .isEqualTo(new Address(null, "Alba", "Kreis Alba", "Alba", "city", "Ring"));
  }

  @Test
  void theStreetIsTheNearestWithinSight() {
    assertThat(at(48.1506, 11.15).street()).isEqualTo("Gasse");
    assertThat(at(48.18, 11.15).street()).isNull();
  }

  @Test
  void aPartOfACityIsNoCity() {
    assertThat(at(48.145, 11.145).city()).isEqualTo("Alba");
  }

  @Test
  void theBorderDecidesAndNotWhichTownIsNearer() {
    assertThat(at(48.199, 11.15).city()).isEqualTo("Alba");
    assertThat(at(48.201, 11.15).city()).isEqualTo("Berg");
  }

  @Test
  void aHamletWithABorderOfItsOwnIsTheSmallestOfTheAreasAround() {
    assertThat(at(48.215, 11.115))
        .extracting(Address::city, Address::cityType)
        .containsExactly("Eck", "hamlet");
  }

  @Test
  void inAMunicipalityThatWasMergedItIsTheNearestOfItsVillages() {
    assertThat(at(48.35, 11.12).city()).isEqualTo("Nord");
    assertThat(at(48.35, 11.18).city()).isEqualTo("Süd");
  }

  @Test
  void aStateThatBearsTheNameOfItsCityIsNoCity() {
    assertThat(at(48.55, 11.51))
        .extracting(Address::city, Address::cityType, Address::region)
        .containsExactly("Feldstadt", "town", "Alba");
  }

  @Test
  void aTownReachesFartherThanAHamlet() {
    assertThat(at(48.55, 11.59).city()).isEqualTo("Feldstadt");
    assertThat(at(48.55, 11.615).city()).isEqualTo("Weiler");
  }

  @Test
  void beyondTheMapItSaysNothingAndTheWorldAnswers() {
    assertThat(at(51.05, 3.72)).isEqualTo(Address.UNKNOWN);
    assertThat(gazetteer.addressAt(new LatLon(51.0543, 3.7174)).city()).isEqualTo("Gent");
  }

  @Test
  void whatTheMapDoesNotKnowTheWorldAdds() {
    var address = gazetteer.addressAt(new LatLon(48.1502, 11.15));

    assertThat(address.city()).isEqualTo("Alba");
    assertThat(address.country()).isEqualTo("Deutschland");
    assertThat(gazetteer.version()).isEqualTo("geonames-2023-03,made@1");
  }
}
