package io.sensorium.server;

import static io.sensorium.server.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.atlas.osm.MadeMap;
import io.sensorium.server.config.ConfigReader;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** An hour at a supermarket in Ghent, told without a map, and then with one. */
class MapNamesTest {

  private static final Instant ARRIVAL = Instant.parse("2026-03-03T15:00:00Z");
  private static final double LATITUDE_DEG = 51.0600;
  private static final double LONGITUDE_DEG = 3.7300;

  @TempDir private Path directory;

  private TestClient.Phone phone;

  @BeforeEach
  void anHourAtOnePlace() throws Exception {
    try (var server = start()) {
      var client = client(server);
      phone = client.newPhone();
      var fixes =
          IntStream.range(0, 60)
              .mapToObj(MapNamesTest::fix)
              .collect(Collectors.joining(",", "{\"fixes\":[", "]}"));
      assertThat(client.post("/device/v1/signals", phone.token(), fixes).statusCode())
          .isEqualTo(200);
      client.awaitFolded();
    }
  }

  @Test
  void withoutAMapAnEventHasCountryAndCity() throws Exception {
    try (var server = start()) {
      var event = event(client(server));

      assertThat(event.at("/address/country").asString()).isEqualTo("België / Belgique / Belgien");
      assertThat(event.at("/address/city").asString()).isEqualTo("Gent");
      assertThat(event.at("/address/city_type").asString()).isEqualTo("CITY");
      assertThat(event.at("/location/place/name").isNull()).isTrue();
      assertThat(event.at("/location/place/categories")).isEmpty();
    }
  }

  @Test
  void aMapThatIsImportedTellsThePlaceOfAnEventThatWasThereBefore() throws Exception {
    importMap();
    try (var server = start()) {
      var event = event(client(server));

      assertThat(event.at("/address/country").asString()).isEqualTo("België / Belgique / Belgien");
      assertThat(event.at("/address/city").asString()).isEqualTo("Madedorp");
      assertThat(event.at("/address/city_type").asString()).isEqualTo("VILLAGE");
      assertThat(event.at("/location/place/name").asString()).isEqualTo("Buurtmarkt");
      assertThat(texts(event.at("/location/place/categories")))
          .containsExactly("shop", "food", "grocery", "supermarket");
    }
  }

  @Test
  void aMapThatIsSwitchedWhileServingAnswersAtOnce() throws Exception {
    try (var server = start()) {
      var client = client(server);
      assertThat(event(client).at("/address/city").asString()).isEqualTo("Gent");

      importMap();
      var reload = client.post("/admin/v1/maps/reload", client.adminToken(), null);

      assertThat(reload.statusCode()).isEqualTo(200);
      assertThat(event(client).at("/address/city").asString()).isEqualTo("Madedorp");
    }
  }

  private SensoriumServer start() {
    return SensoriumServer.start(
        ConfigReader.read(Map.of("http.port", "0", "tls.port", "-1")), directory);
  }

  private TestClient client(SensoriumServer server) {
    return new TestClient(URI.create(server.urls().getFirst()), directory);
  }

  private static String fix(int minute) {
    return "{\"time\":\"%s\",\"lat\":%s,\"lon\":%s,\"accuracy\":8}"
        .formatted(ARRIVAL.plus(Duration.ofMinutes(minute)), LATITUDE_DEG, LONGITUDE_DEG);
  }

  private void importMap() throws Exception {
    var made = new MadeMap();
    made.point(Map.of("place", "village", "name", "Madedorp"), 51.0605, 3.7305);
    made.area(
        Map.of("boundary", "administrative", "admin_level", "8", "name", "Madedorp"),
        51.05,
        3.72,
        51.07,
        3.74);
    made.line(
        Map.of("highway", "residential", "name", "Kerkstraat"), 51.0599, 3.729, 51.0599, 3.731);
    made.point(
        Map.of("shop", "supermarket", "name", "Buurtmarkt"), LATITUDE_DEG, LONGITUDE_DEG + 0.0001);
    var file = made.write(directory.resolve("made.osm.pbf"));
    Maps.in(directory).importFile("made", file, (_, _) -> {});
  }

  private JsonNode event(TestClient client) throws Exception {
    var path = "/v2/users/" + phone.userId() + "/events?from=2026-03-03&to=2026-03-03";
    var events = json(client.get(path, phone.token()));
    assertThat(events).hasSize(1);
    return events.get(0);
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }
}
