package io.sensorium.atlas.timezone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sensorium.atlas.AtlasException;
import io.sensorium.core.geo.LatLon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BorderZonesTest {

  @TempDir private static Path cache;

  private final BorderZones zones = new BorderZones(cache);

  @Test
  void aZoneHoldsInAllOfTheSquareThatIsTold() {
    var random = new Random(3);
    int wide = 0;
    for (int i = 0; i < 4_000; i++) {
      boolean atBorders = i % 2 == 0; // the enclaves of Baarle lie within a few kilometers
      double lat = atBorders ? 51.44 + random.nextGaussian() * 0.02 : random.nextDouble(-60, 70);
      double lon = atBorders ? 4.93 + random.nextGaussian() * 0.02 : random.nextDouble(-180, 180);
      var area = zones.areaAround(new LatLon(lat, lon));
      assertThat(area.zone()).isEqualTo(zones.zoneAt(area.center()));
      for (int k = 0; k < 5; k++) {
        var near =
            new LatLon(
                lat + random.nextDouble(-1, 1) * area.halfDeg(),
                lon + random.nextDouble(-1, 1) * area.halfDeg());
        assertThat(area.holds(near)).isTrue();
        assertThat(zones.zoneAt(near)).as("%s of %s", near, area).isEqualTo(area.zone());
      }
      wide += area.halfDeg() > 0.001 ? 1 : 0;
    }
    assertThat(wide).isGreaterThan(1_500);
  }

  @ParameterizedTest(name = "{0} has {3}")
  @CsvSource({
    "Ostend, 51.2300, 2.9200, Europe/Brussels",
    "London, 51.5074, -0.1278, Europe/London",
    "Greenwich on the meridian, 51.4779, 0, Europe/London",
    "Ghent, 51.0543, 3.7174, Europe/Brussels",
    "New York, 40.7128, -74.0060, America/New_York",
    "Tokyo, 35.6762, 139.6503, Asia/Tokyo",
    "Sao Paulo, -23.5505, -46.6333, America/Sao_Paulo",
    "Nairobi, -1.2921, 36.8219, Africa/Nairobi",
    "Kathmandu, 27.7172, 85.3240, Asia/Kathmandu",
    "Kolkata, 22.5726, 88.3639, Asia/Kolkata",
    "Lord Howe Island, -31.5553, 159.0821, Australia/Lord_Howe",
    "Chatham Islands, -43.9500, -176.5500, Pacific/Chatham",
    "Eucla, -31.6770, 128.8890, Australia/Eucla",
    "Broken Hill, -31.9505, 141.4532, Australia/Broken_Hill",
    "Coyhaique, -45.5712, -72.0685, America/Coyhaique",
    "Kyiv, 50.4501, 30.5234, Europe/Kyiv",
  })
  void aTownHasTheZoneOfItsCountry(String town, double lat, double lon, String zone) {
    assertThat(zones.zoneAt(new LatLon(lat, lon))).isEqualTo(ZoneId.of(zone));
  }

  @ParameterizedTest(name = "{0} has {3}")
  @CsvSource({
    "Baarle-Nassau town hall, 51.4440, 4.9290, Europe/Amsterdam",
    "Baarle-Hertog town hall, 51.4428, 4.9326, Europe/Brussels",
    "Vennbahn in Rotgen, 50.6480, 6.1890, Europe/Berlin",
    "Busingen, 47.6970, 8.6900, Europe/Busingen",
    "Campione in Italy, 45.9690, 8.9710, Europe/Rome",
    "Llivia, 42.4640, 1.9820, Europe/Madrid",
    "Vatican, 41.9022, 12.4533, Europe/Vatican",
    "Gibraltar, 36.1408, -5.3536, Europe/Gibraltar",
    "La Linea, 36.1680, -5.3480, Europe/Madrid",
    "Haparanda, 65.8330, 24.1300, Europe/Stockholm",
    "Tornio, 65.8500, 24.1800, Europe/Helsinki",
  })
  void aBorderTownHasTheZoneOfItsSide(String town, double lat, double lon, String zone) {
    assertThat(zones.zoneAt(new LatLon(lat, lon))).isEqualTo(ZoneId.of(zone));
  }

  @ParameterizedTest(name = "{0} has {3}")
  @CsvSource({
    "Indianapolis, 39.7684, -86.1581, America/Indiana/Indianapolis",
    "Tell City in Perry County, 37.9514, -86.7678, America/Indiana/Tell_City",
    "Petersburg in Pike County, 38.4920, -87.2786, America/Indiana/Petersburg",
    "Knox in Starke County, 41.2959, -86.6250, America/Indiana/Knox",
    "Winamac in Pulaski County, 41.0514, -86.6031, America/Indiana/Winamac",
    "Vevay in Switzerland County, 38.7478, -85.0672, America/Indiana/Vevay",
    "Marengo in Crawford County, 38.3692, -86.3436, America/Indiana/Marengo",
    "Vincennes in Knox County, 38.6773, -87.5286, America/Indiana/Vincennes",
    "Gary in Lake County, 41.5934, -87.3464, America/Chicago",
    "Louisville, 38.2527, -85.7585, America/Kentucky/Louisville",
    "Monticello in Wayne County, 36.8298, -84.8491, America/Kentucky/Monticello",
    "Bowling Green, 36.9685, -86.4808, America/Chicago",
  })
  void aCountyKeepsItsOwnZone(String town, double lat, double lon, String zone) {
    assertThat(zones.zoneAt(new LatLon(lat, lon))).isEqualTo(ZoneId.of(zone));
  }

  @ParameterizedTest(name = "{0} has {3}")
  @CsvSource({
    "Phoenix, 33.4484, -112.0740, America/Phoenix",
    "Window Rock of the Navajo, 35.6806, -109.0526, America/Denver",
    "Kykotsmovi of the Hopi, 35.8728, -110.6200, America/Phoenix",
    "Jeddito of the Navajo within the Hopi, 35.7697, -110.1260, America/Denver",
    "Tuba City of the Navajo, 36.1350, -111.2399, America/Denver",
    "Moenkopi of the Hopi beside it, 36.1110, -111.2220, America/Phoenix",
  })
  void anEnclaveWithinAnEnclaveKeepsItsOwnTime(String town, double lat, double lon, String zone) {
    assertThat(zones.zoneAt(new LatLon(lat, lon))).isEqualTo(ZoneId.of(zone));
  }

  @ParameterizedTest(name = "{0} has {3}")
  @CsvSource({
    "Taveuni east of the antimeridian, -16.8000, -179.9900, Pacific/Fiji",
    "Taveuni west of the antimeridian, -16.8000, 179.9900, Pacific/Fiji",
    "Taveuni on the antimeridian by its east, -16.8000, 180, Pacific/Fiji",
    "Taveuni on the antimeridian by its west, -16.8000, -180, Pacific/Fiji",
    "Kiritimati, 1.8721, -157.4278, Pacific/Kiritimati",
    "Tarawa, 1.4518, 172.9717, Pacific/Tarawa",
    "Chukotka east of the antimeridian, 66.0000, -175.0000, Asia/Anadyr",
    "South pole, -90, 0, Antarctica/McMurdo",
    "South pole by another name, -90, 123.4, Antarctica/McMurdo",
  })
  void theEdgesOfTheMapHoldLikeItsMiddle(String place, double lat, double lon, String zone) {
    assertThat(zones.zoneAt(new LatLon(lat, lon))).isEqualTo(ZoneId.of(zone));
  }

  @ParameterizedTest(name = "{0} has {3}")
  @CsvSource({
    "Mid-Atlantic, 35.0000, -40.0000, Etc/GMT+3",
    "Off Ghana, 0, 0, Etc/GMT",
    "South Pacific east of the date line, -50.0000, -179.0000, Etc/GMT+12",
    "South Pacific west of the date line, -55.0000, 175.0000, Etc/GMT-12",
    "Indian Ocean, -30.0000, 80.0000, Etc/GMT-5",
    "North pole, 90, 0, Etc/GMT",
  })
  void theSeaHasNauticalZones(String place, double lat, double lon, String zone) {
    assertThat(zones.zoneAt(new LatLon(lat, lon))).isEqualTo(ZoneId.of(zone));
  }

  @ParameterizedTest(name = "{0} degrees east is {1}")
  @CsvSource({
    "0, Etc/GMT",
    "7.4, Etc/GMT",
    "7.6, Etc/GMT-1",
    "-7.6, Etc/GMT+1",
    "180, Etc/GMT-12",
    "-180, Etc/GMT+12",
  })
  void nauticalZonesGoByLongitude(double longitudeDeg, String zone) {
    assertThat(BorderZones.nauticalZone(longitudeDeg)).isEqualTo(ZoneId.of(zone));
  }

  @Test
  void aDisputedPlaceHasTheFirstZoneInTheAlphabet() {
    var urumqi = new LatLon(43.8256, 87.6168); // Asia/Shanghai and Asia/Urumqi

    assertThat(zones.zoneAt(urumqi)).isEqualTo(ZoneId.of("Asia/Shanghai"));
  }

  @Test
  void theVersionIsThatOfTheDataAndOpensNothing(@TempDir Path unused) throws IOException {
    var version = new BorderZones(unused).version();

    assertThat(version).matches("20\\d\\d[a-z]");
    assertThat(unused).isEmptyDirectory();
  }

  @Test
  void aDamagedCopyIsReplaced(@TempDir Path own) throws IOException {
    new BorderZones(own).zoneAt(new LatLon(0, 0));
    Path copy;
    try (var files = Files.list(own)) {
      copy = files.findFirst().orElseThrow();
    }
    byte[] whole = Files.readAllBytes(copy);
    Files.write(copy, new byte[100]);

    new BorderZones(own).zoneAt(new LatLon(0, 0));

    assertThat(own.toFile().list()).hasSize(1);
    assertThat(Files.readAllBytes(copy)).isEqualTo(whole);
  }

  @Test
  void aDirectoryThatCannotBeMadeIsNamed(@TempDir Path own) throws IOException {
    var file = Files.writeString(own.resolve("file"), "not a directory");

    var broken = new BorderZones(file);

    assertThatThrownBy(() -> broken.zoneAt(new LatLon(0, 0)))
        .isInstanceOf(AtlasException.class)
        .hasMessageContaining(file.toString());
  }
}
