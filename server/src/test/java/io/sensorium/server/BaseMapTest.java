package io.sensorium.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sensorium.atlas.osm.MadeMap;
import io.sensorium.atlas.tiles.DecodedTile;
import io.sensorium.atlas.tiles.DecodedTile.Spot;
import io.sensorium.core.geo.LatLon;
import io.sensorium.server.config.ConfigReader;
import io.sensorium.simulator.map.TownMap;
import io.sensorium.simulator.town.Town;
import io.sensorium.simulator.town.TownSetting;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The base map of a simulated town, as a browser asks for it. */
class BaseMapTest {

  private static final Town TOWN = Town.of(TownSetting.GHENT, 42);
  private static final int ZOOM = 14;
  private static final int UNITS_PER_PIXEL = 8;
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\"\\\\<]*");

  @TempDir private static Path directory;
  private static SensoriumServer server;

  /** A position on the grid of tiles, in tiles. */
  private record Place(double x, double y) {

    static Place of(LatLon at) {
      double sin = Math.sin(Math.toRadians(at.latitudeDeg()));
      double x = (at.longitudeDeg() + 180) / 360;
      double y = 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
      return new Place(x * (1 << ZOOM), y * (1 << ZOOM));
    }

    int column() {
      return (int) x;
    }

    int row() {
      return (int) y;
    }

    /** How far from a line of this place's tile, in units. */
    double unitsFrom(List<Spot> line) {
      double atX = (x - column()) * 4096;
      double atY = (y - row()) * 4096;
      double least = Double.MAX_VALUE;
      for (int i = 1; i < line.size(); i++) {
        var from = line.get(i - 1);
        double alongX = line.get(i).x() - from.x();
        double alongY = line.get(i).y() - from.y();
        double square = alongX * alongX + alongY * alongY;
        double ratio = ((atX - from.x()) * alongX + (atY - from.y()) * alongY) / square;
        double clamped = Math.clamp(ratio, 0.0, 1.0);
        least =
            Math.min(
                least,
                Math.hypot(atX - from.x() - clamped * alongX, atY - from.y() - clamped * alongY));
      }
      return least;
    }
  }

  @BeforeAll
  static void serveATown() {
    importTown(directory);
    server = start(directory, Map.of());
  }

  private static void importTown(Path data) {
    var file = TownMap.write(TOWN, directory.resolve(TownMap.FILE_NAME));
    Maps.in(data).importFile("town", file, (_, _) -> {});
  }

  private static SensoriumServer start(Path data, Map<String, String> more) {
    var settings = new HashMap<>(Map.of("http.port", "0", "tls.port", "-1"));
    settings.putAll(more);
    return SensoriumServer.start(ConfigReader.read(settings), data);
  }

  @AfterAll
  static void stop() {
    server.close();
    HTTP.close();
  }

  private static HttpResponse<byte[]> get(SensoriumServer of, String path, String... headers)
      throws Exception {
    var request = HttpRequest.newBuilder(URI.create(of.urls().getFirst() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HTTP.send(request.build(), BodyHandlers.ofByteArray());
  }

  private static HttpResponse<byte[]> get(String path, String... headers) throws Exception {
    return get(server, path, headers);
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static JsonNode style(SensoriumServer of) throws Exception {
    return new JsonMapper().readTree(get(of, "/map/style.json").body());
  }

  private static Place middle() {
    return Place.of(TOWN.plane().toLatLon(TOWN.streets().crossing(0)));
  }

  private static String path(Place at) {
    return "/map/tiles/" + ZOOM + "/" + at.column() + "/" + at.row() + ".mvt";
  }

  private static DecodedTile tile(int column, int row) throws Exception {
    var path = "/map/tiles/" + ZOOM + "/" + column + "/" + row + ".mvt";
    return DecodedTile.of(get(path, "Accept-Encoding", "gzip").body());
  }

  @Test
  void everyStreetIsDrawnWhereItLiesWithinHalfAPixel() throws Exception {
    var tiles = new HashMap<String, DecodedTile>();
    int seen = 0;
    for (var street : TOWN.streets().streets()) {
      if (street.roadway().road().name().equals("RAIL")) {
        continue;
      }
      var from = TOWN.plane().toLatLon(TOWN.streets().crossing(street.from()));
      var to = TOWN.plane().toLatLon(TOWN.streets().crossing(street.to()));
      var place =
          Place.of(
              new LatLon(
                  (from.latitudeDeg() + to.latitudeDeg()) / 2,
                  (from.longitudeDeg() + to.longitudeDeg()) / 2));
      var known = tiles.get(path(place));
      var drawn = known == null ? tile(place.column(), place.row()) : known;
      tiles.put(path(place), drawn);
      var roadClass = street.road().mapName().replace("_link", "");
      double off =
          drawn.layer("road").stream()
              .filter(road -> roadClass.equals(road.attributes().get("class")))
              .filter(
                  road ->
                      street.name().isEmpty()
                          || street.name().equals(road.attributes().get("name")))
              .flatMap(road -> road.parts().stream())
              .mapToDouble(place::unitsFrom)
              .min()
              .orElse(Double.MAX_VALUE);
      assertThat(off).as("%s", street).isLessThan(UNITS_PER_PIXEL / 2.0);
      seen++;
    }
    assertThat(seen).isGreaterThan(200);
  }

  @Test
  void whatCrossesABorderOfTilesIsAtTheSamePlaceOnBothSides() throws Exception {
    int compared = 0;
    var middle = middle();
    for (int step = -2; step < 2; step++) {
      int column = middle.column() + step;
      var left = tile(column, middle.row());
      var right = tile(column + 1, middle.row());
      for (var layer : List.of("road", "water", "landuse", "building")) {
        var crossingsOfLeft = crossings(left, layer, 4096);
        var crossingsOfRight = crossings(right, layer, 0);
        assertThat(crossingsOfLeft).hasSameSizeAs(crossingsOfRight);
        for (int i = 0; i < crossingsOfLeft.size(); i++) {
          assertThat(crossingsOfLeft.get(i)).isCloseTo(crossingsOfRight.get(i), within(1.0));
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(20);
  }

  private static List<Double> crossings(DecodedTile tile, String layer, int border) {
    var found = new ArrayList<Double>();
    for (var shape : tile.layer(layer)) {
      for (var part : shape.parts()) {
        for (int i = 1; i < part.size(); i++) {
          var from = part.get(i - 1);
          var to = part.get(i);
          if ((from.x() < border) != (to.x() < border)) {
            double ratio = (double) (border - from.x()) / (to.x() - from.x());
            double y = from.y() + ratio * (to.y() - from.y());
            if (y >= 0 && y <= 4096) {
              found.add(y);
            }
          }
        }
      }
    }
    found.sort(null);
    return found;
  }

  @Test
  void housesAreOuterRingsThatDoNotCrossThemselves() throws Exception {
    var houses = tile(middle().column(), middle().row()).layer("building");

    assertThat(houses).hasSizeGreaterThan(100);
    for (var house : houses) {
      assertThat(house.type()).isEqualTo(3);
      assertThat(house.doubleArea(0)).isPositive();
      assertThat(crosses(house.parts().getFirst())).as("%s", house).isFalse();
    }
  }

  private static boolean crosses(List<Spot> ring) {
    int sides = ring.size() - 1;
    for (int i = 0; i < sides; i++) {
      for (int j = i + 2; j < sides; j++) {
        boolean areNeighbours = i == 0 && j == sides - 1;
        if (!areNeighbours
            && turn(ring.get(i), ring.get(i + 1), ring.get(j))
                    * turn(ring.get(i), ring.get(i + 1), ring.get(j + 1))
                < 0
            && turn(ring.get(j), ring.get(j + 1), ring.get(i))
                    * turn(ring.get(j), ring.get(j + 1), ring.get(i + 1))
                < 0) {
          return true;
        }
      }
    }
    return false;
  }

  private static long turn(Spot a, Spot b, Spot c) {
    return Long.signum(
        (long) (b.x() - a.x()) * (c.y() - a.y()) - (long) (b.y() - a.y()) * (c.x() - a.x()));
  }

  @Test
  void aTileIsPackedTaggedAndKeptForAsLongAsItsAddressSays() throws Exception {
    var edition = style(server).at("/sources/base/tiles/0").asString().replaceFirst(".*v=", "");
    var tile = get(path(middle()), "Accept-Encoding", "gzip");
    var ofEdition = get(path(middle()) + "?v=" + edition, "Accept-Encoding", "gzip");
    var plain = get(path(middle()));

    assertThat(tile.statusCode()).isEqualTo(200);
    assertThat(header(tile, "Content-Type")).isEqualTo("application/vnd.mapbox-vector-tile");
    assertThat(header(tile, "Content-Encoding")).isEqualTo("gzip");
    assertThat(header(tile, "Vary")).isEqualTo("Accept-Encoding");
    assertThat(header(tile, "Cache-Control")).isEqualTo("public, max-age=300");
    assertThat(header(ofEdition, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
    assertThat(header(plain, "Content-Encoding")).isEmpty();
    assertThat(DecodedTile.of(packed(plain.body())).layers())
        .isEqualTo(DecodedTile.of(tile.body()).layers());
    var again =
        get(path(middle()), "Accept-Encoding", "gzip", "If-None-Match", header(tile, "ETag"));
    assertThat(again.statusCode()).isEqualTo(304);
  }

  private static byte[] packed(byte[] bytes) throws Exception {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }

  @Test
  void whereNothingIsDrawnIsNoContentAndOutsideOfTheMapIsNotFound() throws Exception {
    int empty = 0;
    var middle = middle();
    for (int row = middle.row() - 8; row <= middle.row() + 8; row++) {
      for (int column = middle.column() - 8; column <= middle.column() + 8; column++) {
        var answer = get("/map/tiles/14/" + column + "/" + row + ".mvt");
        assertThat(answer.statusCode()).isIn(200, 204, 404);
        if (answer.statusCode() == 204) {
          empty++;
          assertThat(answer.body()).isEmpty();
          assertThat(header(answer, "Cache-Control")).isEqualTo("public, max-age=300");
        }
      }
    }
    assertThat(empty).isPositive();
    for (var wrong :
        List.of(
            "14/0/0.mvt",
            "15/16748/11112.mvt",
            "3/4/2.mvt",
            "14/99999/5.mvt",
            "14/8374/5556",
            "14/8374/5556.png",
            "14/-1/5556.mvt",
            "14/8374/9999999999.mvt",
            "x/8374/5556.mvt")) {
      assertThat(get("/map/tiles/" + wrong).statusCode()).as(wrong).isEqualTo(404);
    }
  }

  @Test
  void theStyleNamesAddressesOfThisServerAlone() throws Exception {
    var style = style(server);

    assertThat(style.path("version").asInt()).isEqualTo(8);
    assertThat(style.has("glyphs")).isFalse();
    assertThat(style.has("sprite")).isFalse();
    assertThat(style.at("/sources/base/tiles/0").asString())
        .matches("/map/tiles/\\{z}/\\{x}/\\{y}\\.mvt\\?v=[0-9a-f]{32}");
    assertThat(style.at("/sources/base/attribution").asString())
        .contains("© OpenStreetMap contributors");
    assertThat(ADDRESS.matcher(style.toString()).results().map(found -> found.group()))
        .containsExactly("https://www.openstreetmap.org/copyright");
    var layers = style.path("layers").valueStream().toList();
    assertThat(layers).hasSizeGreaterThan(10);
    assertThat(layers.stream().skip(1).map(it -> it.path("source").asString()))
        .containsOnly("base");
    var drawn = layers.stream().map(it -> it.path("source-layer").asString()).distinct();
    assertThat(drawn)
        .containsExactlyInAnyOrder(
            "",
            "landuse",
            "water",
            "waterway",
            "building",
            "road",
            "rail",
            "boundary",
            "place",
            "poi");
  }

  @Test
  void thePageLoadsNothingFromElsewhere() throws Exception {
    var page = get("/map");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(header(page, "Content-Security-Policy"))
        .startsWith("default-src 'none'; ")
        .doesNotContain("unsafe", "http", "*");
    assertThat(new String(page.body(), StandardCharsets.UTF_8))
        .doesNotContain("http://", "https://", "style=\"", "onload");
    for (var file :
        List.of(
            "page.js",
            "page.css",
            "maplibre-gl.mjs",
            "maplibre-gl-worker.mjs",
            "maplibre-gl.css")) {
      var answer = get("/map/" + file);
      assertThat(answer.statusCode()).as(file).isEqualTo(200);
      assertThat(header(answer, "Content-Type"))
          .startsWith(file.endsWith(".css") ? "text/css" : "text/javascript");
    }
  }

  @Test
  void withoutAMapTheStyleIsEmptyAndValid(@TempDir Path data) throws Exception {
    try (var empty = start(data, Map.of())) {
      var style = style(empty);

      assertThat(style.path("sources").isEmpty()).isTrue();
      assertThat(style.path("layers").valueStream().map(it -> it.path("type").asString()))
          .containsExactly("background");
      assertThat(get(empty, path(middle())).statusCode()).isEqualTo(404);
      assertThat(get(empty, "/map").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aMapThatIsImportedWhileServingIsLaidOverTheOthers(@TempDir Path data) throws Exception {
    importTown(data);
    try (var running = start(data, Map.of())) {
      var client = new TestClient(URI.create(running.urls().getFirst()), data);
      var before = style(running);
      var at = TOWN.plane().toLatLon(TOWN.streets().crossing(0));
      var made = new MadeMap();
      made.line(
          Map.of("highway", "primary", "name", "From Elsewhere"),
          at.latitudeDeg(),
          at.longitudeDeg(),
          at.latitudeDeg(),
          at.longitudeDeg() + 0.0005);
      Maps.in(data).importFile("other", made.write(data.resolve("other.osm.pbf")), (_, _) -> {});
      client.post("/admin/v1/maps/reload", client.adminToken(), null);

      var names = names(get(running, path(middle()), "Accept-Encoding", "gzip").body());
      var townNames = names(get(path(middle()), "Accept-Encoding", "gzip").body());

      assertThat(style(running).at("/sources/base/tiles"))
          .isNotEqualTo(before.at("/sources/base/tiles"));
      assertThat(names).contains("From Elsewhere").containsAll(townNames);
      assertThat(townNames).isNotEmpty().doesNotContain("From Elsewhere");
    }
  }

  private static List<String> names(byte[] tile) throws Exception {
    return DecodedTile.of(tile).layer("road").stream()
        .flatMap(road -> Stream.ofNullable(road.attributes().get("name")))
        .distinct()
        .toList();
  }

  @Test
  void aMapThatIsNotPublishedIsNotThere(@TempDir Path data) throws Exception {
    try (var closed = start(data, Map.of("map.published", "false"))) {
      for (var path : List.of("/map", "/map/style.json", path(middle()))) {
        assertThat(get(closed, path).statusCode()).isEqualTo(404);
      }
    }
  }
}
