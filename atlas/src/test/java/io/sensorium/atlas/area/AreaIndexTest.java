package io.sensorium.atlas.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sensorium.core.geo.LatLon;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Squares the index of small made-up maps with their polygons. */
class AreaIndexTest {

  private static final int INNER = 0;
  private static final int OUTER = 1;
  private static final int OVERLAPPING = 2;

  private final Boundaries boundaries = new Boundaries(List.of("Inner", "Outer", "Overlapping"));
  private final List<Path2D> shapes = new ArrayList<>();

  @Test
  void anEnclaveInAnEnclaveIsFoundInEveryCell() throws IOException {
    polygon(OUTER, -20, -20, 20, -20, 20, 20, -20, 20);
    polygon(OUTER, -8, 0, 0, -8, 8, 0, 0, 8); // a hole whose sides run through corners of cells
    polygon(INNER, -8, 0, 0, -8, 8, 0, 0, 8);
    polygon(INNER, -2, -2, 2, -2, 2, 2, -2, 2);
    polygon(OUTER, -2, -2, 2, -2, 2, 2, -2, 2);
    polygon(OVERLAPPING, 16, 16, 30, 16, 30, 30, 16, 30);

    assertIndexFindsWhatThePolygonsHold();
  }

  @Test
  void sidesThroughCornersOfCellsFlipTheirAreaOnce() throws IOException {
    polygon(INNER, -32, -32, 32, 32, 0, 32); // its longest side holds many corners
    polygon(OUTER, -32, 32, 32, -32, 32, -16);
    polygon(OVERLAPPING, -1, -1, 1, 1, 1, -1);

    assertIndexFindsWhatThePolygonsHold();
  }

  @Test
  void randomStarsAreFoundInEveryCell() throws IOException {
    var random = new Random(7);
    for (int area : new int[] {INNER, OUTER, OVERLAPPING}) {
      var star = new double[80];
      double centerDeg = random.nextDouble(-10, 10);
      for (int corner = 0; corner < 40; corner++) {
        double radiusDeg = random.nextDouble(1, 25);
        star[2 * corner] = (float) (centerDeg + radiusDeg * Math.cos(corner * Math.PI / 20));
        star[2 * corner + 1] = (float) (centerDeg + radiusDeg * Math.sin(corner * Math.PI / 20));
      }
      polygon(area, star);
    }

    assertIndexFindsWhatThePolygonsHold();
  }

  @Test
  void otherBytesAreRefused() {
    assertThatThrownBy(() -> new AreaIndex(ByteBuffer.allocate(100)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void polygon(int area, double... corners) {
    while (shapes.size() <= area) {
      shapes.add(new Path2D.Double(Path2D.WIND_EVEN_ODD));
    }
    boundaries.startRing(area, (float) corners[0], (float) corners[1]);
    shapes.get(area).moveTo(corners[0], corners[1]);
    for (int at = 2; at < corners.length; at += 2) {
      boundaries.lineTo(area, (float) corners[at], (float) corners[at + 1]);
      shapes.get(area).lineTo(corners[at], corners[at + 1]);
    }
    boundaries.lineTo(area, (float) corners[0], (float) corners[1]);
    shapes.get(area).closePath();
  }

  private void assertIndexFindsWhatThePolygonsHold() throws IOException {
    var index = index(2);
    var areas = shapes.stream().map(Area::new).toList();
    var random = new Random(1);

    for (int draw = 0; draw < 20_000; draw++) {
      var point = new LatLon(random.nextDouble(-40, 40), random.nextDouble(-40, 40));
      assertThat(index.areaAt(point.latitudeDeg(), point.longitudeDeg()))
          .as("area at %s", point)
          .isEqualTo(firstThatHolds(areas, point));
      assertThat(index.areasAt(point.latitudeDeg(), point.longitudeDeg()))
          .as("all areas at %s", point)
          .containsExactly(allThatHold(areas, point));
    }
  }

  private AreaIndex index(int maxEdgesPerCell) throws IOException {
    var out = new ByteArrayOutputStream();
    var root = new IndexBuilder(boundaries, maxEdgesPerCell).build();
    IndexWriter.write(boundaries, root, out);
    return new AreaIndex(ByteBuffer.wrap(out.toByteArray()));
  }

  private static int[] allThatHold(List<Area> areas, LatLon point) {
    return IntStream.range(0, areas.size())
        .filter(n -> areas.get(n).contains(point.longitudeDeg(), point.latitudeDeg()))
        .toArray();
  }

  private static int firstThatHolds(List<Area> areas, LatLon point) {
    for (int area = 0; area < areas.size(); area++) {
      if (areas.get(area).contains(point.longitudeDeg(), point.latitudeDeg())) {
        return area;
      }
    }
    return -1;
  }
}
