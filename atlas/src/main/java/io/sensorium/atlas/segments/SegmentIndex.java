package io.sensorium.atlas.segments;

import io.sensorium.atlas.points.RecordReader;
import io.sensorium.atlas.points.Squares;
import io.sensorium.core.geo.Geodesy;
import java.nio.ByteBuffer;

/**
 * Finds the pieces of lines near a position in the bytes that {@link SegmentIndexWriter} wrote.
 *
 * <p>Safe for use by many threads; keeps nothing.
 */
public final class SegmentIndex {
  /*
   * Squares of a hundredth of a degree; a piece lies in one, and its ends are given in 65,535th parts
   * of it, which is 2 cm. Only squares with pieces are written, row by row, each row from west to east.
   */

  static final int MAGIC = 0x53534731;
  static final int CELLS_PER_DEGREE = 100;
  static final int STEPS = 65_535;

  private static final int HEADER_BYTES = 12;
  private static final int PIECE_BYTES = 12;
  private static final int COLUMNS = 1 << 16;
  private static final double METERS_PER_DEGREE =
      StrictMath.toRadians(1) * Geodesy.EARTH_RADIUS_METERS;

  private final ByteBuffer bytes;
  private final Squares squares;
  private final int size;
  private final int piecesAt;
  private final int recordsAt;

  /** Takes each piece that is found. */
  public interface Visitor {

    /**
     * Takes one piece.
     *
     * @param meters how far it is
     * @param aEast where its first end lies, in metres from the position
     * @param record for {@link SegmentIndex#record}
     */
    void visit(double meters, double aEast, double aNorth, double bEast, double bNorth, int record);
  }

  /** Reads the bytes where they lie; they must not change as long as this is in use. */
  public SegmentIndex(ByteBuffer bytes) {
    if (bytes.getInt(0) != MAGIC) {
      throw new IllegalArgumentException("not an index of segments");
    }
    this.bytes = bytes;
    int count = bytes.getInt(4);
    this.size = bytes.getInt(8);
    this.squares = new Squares(bytes, HEADER_BYTES, count, size);
    this.piecesAt = squares.endsAt();
    this.recordsAt = piecesAt + PIECE_BYTES * size;
  }

  static int cellOf(double deg) {
    return (int) Math.floor(deg * CELLS_PER_DEGREE);
  }

  static int key(int row, int column) {
    return row * COLUMNS + column;
  }

  /** The record of a piece that was visited. */
  public RecordReader record(int record) {
    return new RecordReader(bytes, recordsAt + record);
  }

  /** How many pieces there are. */
  public int size() {
    return size;
  }

  /** How far the nearest piece is, infinite when none is within the radius. */
  public double metersToNearest(double latitudeDeg, double longitudeDeg, double radiusMeters) {
    var nearest = new Nearest();
    visitNear(latitudeDeg, longitudeDeg, radiusMeters, nearest);
    return nearest.meters;
  }

  private static final class Nearest implements Visitor {

    private double meters = Double.POSITIVE_INFINITY;

    @Override
    public void visit(
        double pieceMeters, double aEast, double aNorth, double bEast, double bNorth, int record) {
      meters = Math.min(meters, pieceMeters);
    }
  }

  /** Shows all pieces within a radius, in an order that is always the same. */
  public void visitNear(
      double latitudeDeg, double longitudeDeg, double radiusMeters, Visitor visitor) {
    double reachDeg = radiusMeters / METERS_PER_DEGREE;
    double cos = Math.max(1e-6, StrictMath.cos(StrictMath.toRadians(latitudeDeg)));
    double reachEastDeg = Math.min(180, reachDeg / cos * 1.01);
    var search = new Search(latitudeDeg, longitudeDeg, cos, radiusMeters, visitor);
    int lastRow = cellOf(Math.min(90, latitudeDeg + reachDeg));
    double west = longitudeDeg - reachEastDeg;
    double east = longitudeDeg + reachEastDeg;
    for (int row = cellOf(Math.max(-90, latitudeDeg - reachDeg)); row <= lastRow; row++) {
      search.visitRow(row, Math.max(-180, west), Math.min(180, east), 0);
      if (west < -180) {
        search.visitRow(row, west + 360, 180, -360);
      }
      if (east > 180) {
        search.visitRow(row, -180, east - 360, 360);
      }
    }
  }

  /** Looks for pieces on a plane that touches the earth at the position. */
  private final class Search {

    private final double latitudeDeg;
    private final double longitudeDeg;
    private final double eastMetersPerDegree;
    private final double radiusMeters;
    private final Visitor visitor;

    Search(
        double latitudeDeg, double longitudeDeg, double cos, double radiusMeters, Visitor visitor) {
      this.latitudeDeg = latitudeDeg;
      this.longitudeDeg = longitudeDeg;
      this.eastMetersPerDegree = cos * METERS_PER_DEGREE;
      this.radiusMeters = radiusMeters;
      this.visitor = visitor;
    }

    void visitRow(int row, double westDeg, double eastDeg, int shiftDeg) {
      int lastKey = key(row, cellOf(eastDeg));
      for (int n = squares.firstFrom(key(row, cellOf(westDeg)));
          n < squares.count() && squares.key(n) <= lastKey;
          n++) {
        int column = squares.key(n) - key(row, 0);
        int end = squares.start(n + 1);
        for (int piece = squares.start(n); piece < end; piece++) {
          visit(piecesAt + PIECE_BYTES * piece, row, column, shiftDeg);
        }
      }
    }

    private void visit(int at, int row, int column, int shiftDeg) {
      double aNorth = north(row, bytes.getShort(at));
      double aEast = east(column, bytes.getShort(at + 2), shiftDeg);
      double bNorth = north(row, bytes.getShort(at + 4));
      double bEast = east(column, bytes.getShort(at + 6), shiftDeg);
      double meters = meters(aEast, aNorth, bEast, bNorth);
      if (meters <= radiusMeters) {
        visitor.visit(meters, aEast, aNorth, bEast, bNorth, bytes.getInt(at + 8));
      }
    }

    private double north(int row, short steps) {
      double deg = (row + (steps & 0xffff) / (double) STEPS) / CELLS_PER_DEGREE;
      return (deg - latitudeDeg) * METERS_PER_DEGREE;
    }

    private double east(int column, short steps, int shiftDeg) {
      double deg = (column + (steps & 0xffff) / (double) STEPS) / CELLS_PER_DEGREE;
      return (deg + shiftDeg - longitudeDeg) * eastMetersPerDegree;
    }

    private static double meters(double aEast, double aNorth, double bEast, double bNorth) {
      double alongEast = bEast - aEast;
      double alongNorth = bNorth - aNorth;
      double square = alongEast * alongEast + alongNorth * alongNorth;
      double share =
          square == 0 ? 0 : Math.clamp(-(aEast * alongEast + aNorth * alongNorth) / square, 0, 1);
      double eastMeters = aEast + share * alongEast;
      double northMeters = aNorth + share * alongNorth;
      return Math.sqrt(eastMeters * eastMeters + northMeters * northMeters);
    }
  }
}
