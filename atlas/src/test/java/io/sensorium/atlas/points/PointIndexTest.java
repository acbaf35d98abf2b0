package io.sensorium.atlas.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sensorium.core.geo.Geodesy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PointIndexTest {

  private static final int POINTS = 3_000;
  private static final double RADIUS_METERS = 40_000;

  private final int[] latitudeE7 = new int[POINTS];
  private final int[] longitudeE7 = new int[POINTS];

  @Test
  void findsExactlyThePointsWithinTheRadiusEverywhere() throws IOException {
    for (double[] corner : new double[][] {{50, 4}, {-1, -1}, {-17, 178.5}, {69, -180}, {-89, 0}}) {
      var index = indexOfPointsAt(corner[0], corner[1]);
      var random = new Random(3);
      for (int draw = 0; draw < 20; draw++) {
        double latitudeDeg = corner[0] + random.nextDouble();
        double longitudeDeg = wrapped(corner[1] + random.nextDouble() * 2);

        var found = new TreeSet<Integer>();
        index.visitNear(
            latitudeDeg,
            longitudeDeg,
            RADIUS_METERS,
            (meters, _, _, record) -> {
              int point = (int) index.record(record).number();
              assertThat(meters)
                  .isCloseTo(distance(latitudeDeg, longitudeDeg, point), within(200d));
              found.add(point);
            });

        assertThat(found)
            .containsAll(pointsWithin(latitudeDeg, longitudeDeg, RADIUS_METERS - 200))
            .isSubsetOf(pointsWithin(latitudeDeg, longitudeDeg, RADIUS_METERS + 200));
      }
    }
  }

  @Test
  void otherBytesAreRefused() {
    assertThatThrownBy(() -> new PointIndex(ByteBuffer.allocate(100)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void numbersAndWordsOfARecordAreReadInTheirOrder() {
    byte[] bytes = new RecordWriter().number(300).text("Łódź").signed(-5).number(0).toBytes();

    var reader = new RecordReader(ByteBuffer.wrap(bytes), 0);

    assertThat(reader.number()).isEqualTo(300);
    assertThat(reader.text()).isEqualTo("Łódź");
    assertThat(reader.signed()).isEqualTo(-5);
    assertThat(reader.number()).isZero();
    assertThat(reader.position()).isEqualTo(bytes.length);
  }

  private PointIndex indexOfPointsAt(double latitudeDeg, double longitudeDeg) throws IOException {
    var random = new Random(2);
    var writer = new PointIndexWriter(8);
    for (int point = 0; point < POINTS; point++) {
      latitudeE7[point] = (int) ((latitudeDeg + random.nextDouble()) * 1e7);
      longitudeE7[point] = (int) (wrapped(longitudeDeg + random.nextDouble() * 2) * 1e7);
      byte[] record = new RecordWriter().number(point).toBytes();
      writer.add(latitudeE7[point], longitudeE7[point], record);
    }
    var out = new ByteArrayOutputStream();
    writer.write(out);
    assertThat(out.size()).isEqualTo(writer.length());
    return new PointIndex(ByteBuffer.wrap(out.toByteArray()));
  }

  private Set<Integer> pointsWithin(double latitudeDeg, double longitudeDeg, double meters) {
    var points = new TreeSet<Integer>();
    IntStream.range(0, POINTS)
        .filter(point -> distance(latitudeDeg, longitudeDeg, point) <= meters)
        .forEach(points::add);
    return points;
  }

  private double distance(double latitudeDeg, double longitudeDeg, int point) {
    return Geodesy.distanceMeters(
        latitudeDeg, longitudeDeg, latitudeE7[point] * 1e-7, longitudeE7[point] * 1e-7);
  }

  private static double wrapped(double longitudeDeg) {
    return longitudeDeg > 180 ? longitudeDeg - 360 : longitudeDeg;
  }
}
