package io.sensorium.series;

import io.sensorium.core.geo.LatLon;
import io.sensorium.core.timeline.Path;
import io.sensorium.core.timeline.PathPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Paths as bytes; short decimals, as paths have them, take few. */
public final class PathCodec {

  /** Limits are never negative, so that this stands for one that is not known. */
  private static final double NO_LIMIT = -1;

  private PathCodec() {}

  public static byte[] encode(Path path) {
    var points = path.points();
    int size = points.size();
    var out = Frame.start(Frame.Format.PATH, 64 + 8 * size).writeVarint(size);
    var time = new long[size];
    Arrays.setAll(time, i -> points.get(i).timeMicros());
    LongColumn.write(out, time, size);
    var column = new double[size];
    Arrays.setAll(column, i -> points.get(i).position().latitudeDeg());
    RealColumn.write(out, column, size);
    Arrays.setAll(column, i -> points.get(i).position().longitudeDeg());
    RealColumn.write(out, column, size);
    Arrays.setAll(column, i -> points.get(i).speedKmh());
    RealColumn.write(out, column, size);
    TextColumn.write(out, roads(points));
    Arrays.setAll(column, i -> limit(points.get(i)));
    RealColumn.write(out, column, size);
    return Frame.seal(out);
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws DamagedBytesException when the bytes are anything else
   */
  public static Path decode(byte[] bytes) {
    var in = Frame.open(Frame.Format.PATH, bytes);
    int size = in.readCount(Frame.MAX_ITEMS);
    var time = new long[size];
    LongColumn.read(in, time, size);
    var latitude = reals(in, size);
    var longitude = reals(in, size);
    var speed = reals(in, size);
    var road = TextColumn.read(in, size);
    var limit = reals(in, size);
    var points = new ArrayList<PathPoint>(size);
    for (int i = 0; i < size; i++) {
      points.add(
          new PathPoint(
              time[i],
              new LatLon(latitude[i], longitude[i]),
              speed[i],
              road.get(i),
              limit[i] == NO_LIMIT ? null : limit[i]));
    }
    return new Path(points);
  }

  private static double[] reals(ByteReader in, int size) {
    var column = new double[size];
    RealColumn.read(in, column, size);
    return column;
  }

  private static List<@Nullable String> roads(List<PathPoint> points) {
    var roads = new ArrayList<@Nullable String>(points.size());
    points.forEach(point -> roads.add(point.roadType()));
    return roads;
  }

  private static double limit(PathPoint point) {
    var limit = point.speedLimitKmh();
    return limit == null ? NO_LIMIT : limit;
  }
}
