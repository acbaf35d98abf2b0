package io.sensorium.atlas.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.atlas.timezone.BorderZones;
import io.sensorium.core.geo.LatLon;
import io.sensorium.core.place.Address;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Asks the index of the world for places whose address anybody can look up. */
class WorldGazetteerTest {

  @TempDir private static Path cache;

  private static WorldGazetteer gazetteer;

  @BeforeAll
  static void open() {
    gazetteer = new WorldGazetteer(new BorderZones(cache), cache);
  }

  @ParameterizedTest
  @CsvSource({
    "51.0543, 3.7174, België / Belgique / Belgien, Gent, city",
    "51.2300, 2.9200, België / Belgique / Belgien, Ostend, town",
    "47.1410, 9.5209, Liechtenstein, Vaduz, village",
    "47.3769, 8.5417, Schweiz / Suisse / Svizzera, Zürich, city",
    "60.1699, 24.9384, Suomi / Finland, Helsinki, city",
    "43.7384, 7.4246, Monaco, Monaco, town",
    "52.5200, 13.4050, Deutschland, Berlin, city",
    "37.8044, -122.2712, United States, Oakland, city",
    "-36.8485, 174.7633, New Zealand / Aotearoa, Auckland, city",
    "-16.7800, 179.9900, Fiji, , ",
  })
  void aPositionInATownHasTheTownAndItsCountryByTheirOwnNames(
      double latitudeDeg, double longitudeDeg, String country, String city, String cityType) {
    var address = gazetteer.addressAt(new LatLon(latitudeDeg, longitudeDeg));

    assertThat(address.country()).isEqualTo(country);
    if (city != null) {
      assertThat(address.city()).isEqualTo(city);
      assertThat(address.cityType()).isEqualTo(cityType);
    }
  }

  @Test
  void theNearestTownAcrossTheBorderIsNotTheCityOfAPlaceOnThisSide() {
    var strasbourgSide = gazetteer.addressAt(new LatLon(48.5739, 7.7950));
    var kehlSide = gazetteer.addressAt(new LatLon(48.5730, 7.8080));

    assertThat(strasbourgSide.country()).isEqualTo("France");
    assertThat(strasbourgSide.city()).isEqualTo("Strasbourg");
    assertThat(kehlSide.country()).isEqualTo("Deutschland");
    assertThat(kehlSide.city()).isEqualTo("Kehl");
  }

  @Test
  void theHighSeasAreNowhere() {
    assertThat(gazetteer.addressAt(new LatLon(40, -40))).isEqualTo(Address.UNKNOWN);
  }

  @Test
  void theDesertHasACountryAndNoCity() {
    var address = gazetteer.addressAt(new LatLon(21.5, 20.5));

    assertThat(address.country()).isNotNull();
    assertThat(address.city()).isNull();
    assertThat(address.cityType()).isNull();
  }
}
