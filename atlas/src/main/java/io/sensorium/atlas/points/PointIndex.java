package io.sensorium.atlas.points;

import io.sensorium.core.geo.Geodesy;
import java.nio.ByteBuffer;

/**
 * Finds the points near a position in the bytes that {@link PointIndexWriter} wrote.
 *
 * <p>Safe for use by many threads; keeps nothing.
 */
public final class PointIndex {
  /*
   * Squares of a fraction of a degree, from south to north and in each row from west to east; only
   * those that hold points are written. The squares of a row that may hold near points follow each
   * other, so a row costs one binary search and reads on from there.
   */

  static final int MAGIC = 0x53505431;
  static final int HEADER_BYTES = 16;
  static final int POINT_BYTES = 12;

  private static final double METERS_PER_DEGREE =
      StrictMath.toRadians(1) * Geodesy.EARTH_RADIUS_METERS;

  private final ByteBuffer bytes;
  private final int cellsPerDegree;
  private final Squares squares;
  private final int size;
  private final int pointsAt;
  private final int recordsAt;

  /** Takes each point that is found. */
  public interface Visitor {

    /**
     * Takes one point.
     *
     * @param record where the record of the point begins in the bytes
     */
    void visit(double meters, double latitudeDeg, double longitudeDeg, int record);
  }

  /** Reads the bytes where they lie; they must not change as long as this is in use. */
  public PointIndex(ByteBuffer bytes) {
    if (bytes.getInt(0) != MAGIC) {
      throw new IllegalArgumentException("not an index of points");
    }
    this.bytes = bytes;
    this.cellsPerDegree = bytes.getInt(4);
    int count = bytes.getInt(8);
    this.size = bytes.getInt(12);
    this.squares = new Squares(bytes, HEADER_BYTES, count, size);
    this.pointsAt = squares.endsAt();
    this.recordsAt = pointsAt + POINT_BYTES * size;
  }

  static int row(double latitudeDeg, int cellsPerDegree) {
    return (int) Math.floor((latitudeDeg + 90) * cellsPerDegree);
  }

  static int column(double longitudeDeg, int cellsPerDegree) {
    return (int) Math.floor((longitudeDeg + 180) * cellsPerDegree);
  }

  static int cell(int row, int column, int cellsPerDegree) {
    return row * (360 * cellsPerDegree + 1) + column;
  }

  /** The record that begins at a place in the bytes. */
  public RecordReader record(int position) {
    return new RecordReader(bytes, position);
  }

  /** How many points there are. */
  public int size() {
    return size;
  }

  /** Shows all points within a radius, in no order that matters but always the same. */
  public void visitNear(
      double latitudeDeg, double longitudeDeg, double radiusMeters, Visitor visitor) {
    double reachDeg = radiusMeters / METERS_PER_DEGREE;
    double cos = StrictMath.cos(StrictMath.toRadians(latitudeDeg));
    double reachEastDeg = Math.min(180, reachDeg / Math.max(cos, 1e-6) * 1.01);
    var search = new Search(latitudeDeg, longitudeDeg, cos, radiusMeters, visitor);
    double west = longitudeDeg - reachEastDeg;
    double east = longitudeDeg + reachEastDeg;
    int lastRow = row(Math.min(90, latitudeDeg + reachDeg), cellsPerDegree);
    for (int row = row(Math.max(-90, latitudeDeg - reachDeg), cellsPerDegree);
        row <= lastRow;
        row++) {
      search.visitRow(row, Math.max(-180, west), Math.min(180, east));
      if (west < -180) {
        search.visitRow(row, west + 360, 180);
      }
      if (east > 180) {
        search.visitRow(row, -180, east - 360);
      }
    }
  }

  /** Looks for points on a plane that touches the earth at the position. */
  private final class Search {

    private final double latitudeDeg;
    private final double longitudeDeg;
    private final double cos;
    private final double radiusMeters;
    private final Visitor visitor;

    Search(
        double latitudeDeg, double longitudeDeg, double cos, double radiusMeters, Visitor visitor) {
      this.latitudeDeg = latitudeDeg;
      this.longitudeDeg = longitudeDeg;
      this.cos = cos;
      this.radiusMeters = radiusMeters;
      this.visitor = visitor;
    }

    void visitRow(int row, double westDeg, double eastDeg) {
      int lastKey = cell(row, column(eastDeg, cellsPerDegree), cellsPerDegree);
      int from = squares.firstFrom(cell(row, column(westDeg, cellsPerDegree), cellsPerDegree));
      for (int n = from; n < squares.count() && squares.key(n) <= lastKey; n++) {
        int end = squares.start(n + 1);
        for (int point = squares.start(n); point < end; point++) {
          visit(pointsAt + POINT_BYTES * point);
        }
      }
    }

    private void visit(int at) {
      double pointLatitudeDeg = bytes.getInt(at) * 1e-7;
      double pointLongitudeDeg = bytes.getInt(at + 4) * 1e-7;
      double northMeters = (pointLatitudeDeg - latitudeDeg) * METERS_PER_DEGREE;
      double eastDeg = Math.abs(pointLongitudeDeg - longitudeDeg);
      double eastMeters = Math.min(eastDeg, 360 - eastDeg) * cos * METERS_PER_DEGREE;
      double meters = Math.sqrt(northMeters * northMeters + eastMeters * eastMeters);
      if (meters <= radiusMeters) {
        visitor.visit(
            meters, pointLatitudeDeg, pointLongitudeDeg, recordsAt + bytes.getInt(at + 8));
      }
    }
  }
}
