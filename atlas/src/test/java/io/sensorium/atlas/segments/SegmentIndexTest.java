package io.sensorium.atlas.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sensorium.atlas.shape.Lines;
import io.sensorium.core.geo.Geodesy;
import java.awt.geom.Line2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SegmentIndexTest {

  private static final double METERS_PER_DEGREE = Math.toRadians(1) * Geodesy.EARTH_RADIUS_METERS;

  private record Segment(double aLat, double aLon, double bLat, double bLon) {}

  @Test
  void theNearestOfManyLinesIsAsFarAsWhenAllAreMeasured() throws IOException {
    var random = new Random(5);
    for (double[] corner : new double[][] {{51, 4}, {-0.2, -0.2}, {-34, -179.9}}) {
      var writer = new SegmentIndexWriter();
      var segments = new ArrayList<Segment>();
      for (int n = 0; n < 300; n++) {
        double latitude = corner[0] + random.nextDouble(0.4);
        double longitude = corner[1] + random.nextDouble(0.4);
        double reach = n % 10 == 0 ? 0.2 : 0.01;
        var segment =
            new Segment(
                latitude,
                longitude,
                latitude + random.nextDouble(-reach, reach),
                Math.max(-180, longitude + random.nextDouble(-reach, reach)));
        segments.add(segment);
        writer.add(Lines.of(segment.aLat, segment.aLon, segment.bLat, segment.bLon), 0);
      }
      var index = open(writer);

      for (int draw = 0; draw < 200; draw++) {
        double latitude = corner[0] + random.nextDouble(0.4);
        double longitude = corner[1] + random.nextDouble(0.4);
        assertThat(index.metersToNearest(latitude, longitude, 5_000))
            .isCloseTo(nearestOf(segments, latitude, longitude), within(0.2));
      }
    }
  }

  @Test
  void whatIsFartherThanAskedIsNotFound() throws IOException {
    var writer = new SegmentIndexWriter();
    writer.add(Lines.of(51.0, 4.0, 51.0, 4.1), 0);

    assertThat(open(writer).metersToNearest(51.01, 4.05, 1_000)).isInfinite();
    assertThat(open(writer).metersToNearest(51.01, 4.05, 1_200)).isCloseTo(1_113, within(1d));
  }

  @Test
  void aLineIsFoundAcrossTheAntimeridian() throws IOException {
    var writer = new SegmentIndexWriter();
    writer.add(Lines.of(-17.0, 179.999, -17.1, 179.999), 0);

    assertThat(open(writer).metersToNearest(-17.05, -179.999, 500)).isCloseTo(213, within(1d));
  }

  private static double nearestOf(List<Segment> segments, double latitude, double longitude) {
    double cos = Math.cos(Math.toRadians(latitude));
    double nearest = Double.POSITIVE_INFINITY;
    for (var s : segments) {
      double ax = (s.aLon - longitude) * cos * METERS_PER_DEGREE;
      double ay = (s.aLat - latitude) * METERS_PER_DEGREE;
      double bx = (s.bLon - longitude) * cos * METERS_PER_DEGREE;
      double by = (s.bLat - latitude) * METERS_PER_DEGREE;
      nearest = Math.min(nearest, Line2D.ptSegDist(ax, ay, bx, by, 0, 0));
    }
    return nearest <= 5_000 ? nearest : Double.POSITIVE_INFINITY;
  }

  private static SegmentIndex open(SegmentIndexWriter writer) throws IOException {
    var out = new ByteArrayOutputStream();
    writer.write(out);
    return new SegmentIndex(ByteBuffer.wrap(out.toByteArray()));
  }
}
