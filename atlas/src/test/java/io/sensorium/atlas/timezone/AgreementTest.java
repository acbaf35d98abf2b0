package io.sensorium.atlas.timezone;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.atlas.area.Boundaries;
import io.sensorium.core.geo.LatLon;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.random.RandomGenerator;
import net.iakovlev.timeshape.TimeZoneEngine;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares with timeshape's own engine, which asks the polygons as they are. */
class AgreementTest {

  private static final int POINTS = 1_200;

  /** Closer than this to a border, some 1 cm, timeshape's tolerance puts a point on both sides. */
  private static final double BORDER_WIDTH_DEG = 1e-7;

  @TempDir private static Path cache;

  private static final List<LatLon> ANYWHERE = new ArrayList<>();
  private static final List<LatLon> AT_BORDERS = new ArrayList<>();

  @BeforeAll
  static void drawPoints() throws IOException {
    var random = new Random(20260701);
    Boundaries boundaries;
    try (var archive = TimeZoneEngine.class.getResourceAsStream("/data.tar.zstd")) {
      boundaries = BoundaryReader.read(Objects.requireNonNull(archive));
    }
    int[] edges = boundaries.listEdges();
    while (AT_BORDERS.size() < POINTS) {
      int vertex = edges[random.nextInt(edges.length)];
      var near = near(boundaries.longitudeDeg(vertex), boundaries.latitudeDeg(vertex), random);
      AT_BORDERS.add(near);
      ANYWHERE.add(anywhere(random));
    }
  }

  /** Between 10 cm and 1 km off, as often in each power of ten. */
  private static LatLon near(double longitudeDeg, double latitudeDeg, RandomGenerator random) {
    double offDeg = Math.pow(10, random.nextDouble(-6, -2));
    double direction = random.nextDouble(2 * Math.PI);
    double latitude = latitudeDeg + offDeg * Math.sin(direction);
    double longitude = longitudeDeg + offDeg * Math.cos(direction);
    return new LatLon(Math.clamp(latitude, -90, 90), Math.clamp(longitude, -180, 180));
  }

  /** Evenly over the globe. */
  private static LatLon anywhere(RandomGenerator random) {
    double latitudeDeg = Math.toDegrees(Math.asin(random.nextDouble(-1, 1)));
    return new LatLon(latitudeDeg, random.nextDouble(-180, 180));
  }

  @Test
  void everyPointHasTheZoneThatTimeshapeFinds() {
    var engine = TimeZoneEngine.initialize();
    var zones = new BorderZones(cache);
    var differences = new ArrayList<String>();

    for (var points : List.of(ANYWHERE, AT_BORDERS)) {
      for (var point : points) {
        var found = engine.queryAll(point.latitudeDeg(), point.longitudeDeg());
        var zone = zones.zoneAt(point);
        boolean agrees = zone.equals(chosen(found, point)) || isOnBorder(engine, point, zone);
        if (!agrees) {
          differences.add(point + ": " + zone + " but " + found);
        }
      }
    }

    assertThat(differences).isEmpty();
  }

  private static boolean isOnBorder(TimeZoneEngine engine, LatLon point, ZoneId zone) {
    for (int quarter = 0; quarter < 4; quarter++) {
      double north = BORDER_WIDTH_DEG * Math.sin(quarter * Math.PI / 2);
      double east = BORDER_WIDTH_DEG * Math.cos(quarter * Math.PI / 2);
      var beside = engine.queryAll(point.latitudeDeg() + north, point.longitudeDeg() + east);
      if (beside.equals(List.of(zone))) {
        return true;
      }
    }
    return false;
  }

  private static ZoneId chosen(List<ZoneId> found, LatLon point) {
    var ids = BoundaryReader.inOrderOfChoice(found.stream().map(ZoneId::getId).toList());
    return ids.isEmpty()
        ? BorderZones.nauticalZone(point.longitudeDeg())
        : ZoneId.of(ids.getFirst());
  }
}
