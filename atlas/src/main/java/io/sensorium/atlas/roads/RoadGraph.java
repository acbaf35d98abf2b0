package io.sensorium.atlas.roads;

import io.sensorium.atlas.limits.Conditional;
import io.sensorium.atlas.limits.LimitCode;
import io.sensorium.atlas.limits.LimitSource;
import io.sensorium.atlas.roads.LimitResolver.WayLimit;
import java.io.IOException;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;

/**
 * The network of a region: edges between vertices, each with a shape and the way that it is of.
 *
 * <p>An edge has two directions: the <em>directed edge</em> {@code 2 * edge} goes along the way,
 * {@code 2 * edge + 1} against it. Safe for use by many threads.
 */
public final class RoadGraph {

  static final String FILE = "roads.graph";

  private static final LimitSource[] SOURCES = LimitSource.values();
  private static final RoadClass[] CLASSES = RoadClass.values();

  /** The columns of the file, in their order. */
  enum Column {
    VERTEX_FIRST,
    OUTGOING,
    EDGE_FROM,
    EDGE_TO,
    EDGE_WAY,
    EDGE_POINT,
    EDGE_LENGTH_MM,
    EDGE_URBAN,
    POINTS,
    WAY_CLASS,
    WAY_ACCESS,
    WAY_LIMIT,
    WAY_LIMIT_SOURCE,
    WAY_LIMIT_TEXT,
    WAY_ID,
    RESTRICTIONS,
    CELL_KEYS,
    CELL_FIRST,
    CELL_RUNS
  }

  private final IntBuffer vertexFirst;
  private final IntBuffer outgoing;
  private final IntBuffer edgeFrom;
  private final IntBuffer edgeTo;
  private final IntBuffer edgeWay;
  private final IntBuffer edgePoint;
  private final IntBuffer edgeLengthMm;
  private final IntBuffer edgeUrban;
  private final IntBuffer points;
  private final IntBuffer wayClass;
  private final IntBuffer wayAccess;
  private final IntBuffer wayLimit;
  private final IntBuffer wayLimitSource;
  private final IntBuffer wayLimitText;
  private final LongBuffer wayId;
  private final LongBuffer restrictions;
  private final RoadGrid grid;

  private final List<String> limitTexts;

  private RoadGraph(ColumnFile.Reader file, List<String> limitTexts) throws IOException {
    this.limitTexts = limitTexts;
    vertexFirst = file.ints(Column.VERTEX_FIRST.ordinal());
    outgoing = file.ints(Column.OUTGOING.ordinal());
    edgeFrom = file.ints(Column.EDGE_FROM.ordinal());
    edgeTo = file.ints(Column.EDGE_TO.ordinal());
    edgeWay = file.ints(Column.EDGE_WAY.ordinal());
    edgePoint = file.ints(Column.EDGE_POINT.ordinal());
    edgeLengthMm = file.ints(Column.EDGE_LENGTH_MM.ordinal());
    edgeUrban = file.ints(Column.EDGE_URBAN.ordinal());
    points = file.ints(Column.POINTS.ordinal());
    wayClass = file.ints(Column.WAY_CLASS.ordinal());
    wayAccess = file.ints(Column.WAY_ACCESS.ordinal());
    wayLimit = file.ints(Column.WAY_LIMIT.ordinal());
    wayLimitSource = file.ints(Column.WAY_LIMIT_SOURCE.ordinal());
    wayLimitText = file.ints(Column.WAY_LIMIT_TEXT.ordinal());
    wayId = file.longs(Column.WAY_ID.ordinal());
    restrictions = file.longs(Column.RESTRICTIONS.ordinal());
    grid =
        new RoadGrid(
            file.longs(Column.CELL_KEYS.ordinal()),
            file.ints(Column.CELL_FIRST.ordinal()),
            file.ints(Column.CELL_RUNS.ordinal()),
            points);
  }

  /** Opens the graph in the directory of a region. */
  public static RoadGraph open(Path directory) throws IOException {
    try (var file = new ColumnFile.Reader(directory.resolve(FILE))) {
      var texts = directory.resolve(WayLimits.FILE);
      return new RoadGraph(
          file, Files.exists(texts) ? List.copyOf(Files.readAllLines(texts)) : List.of());
    }
  }

  /** The edges near a place. */
  public RoadGrid grid() {
    return grid;
  }

  /** How many edges there are. */
  public int edgeCount() {
    return edgeFrom.limit();
  }

  /** The directed edge the other way round. */
  public static int reverse(int directed) {
    return directed ^ 1;
  }

  /** The vertex at the end of a directed edge. */
  public int head(int directed) {
    return (directed & 1) == 0 ? edgeTo.get(directed >> 1) : edgeFrom.get(directed >> 1);
  }

  /** The first of the places in {@link #outgoing} of a vertex; those of the next one follow. */
  public int firstOutgoing(int vertex) {
    return vertexFirst.get(vertex);
  }

  /** A directed edge that leaves a vertex. */
  public int outgoing(int place) {
    return outgoing.get(place);
  }

  public double lengthMeters(int directed) {
    return edgeLengthMm.get(directed >> 1) * 1e-3;
  }

  /** The first point of the shape of an edge; its last is before that of the next edge. */
  public int firstPoint(int edge) {
    return edgePoint.get(edge);
  }

  public int latitudeE7(int point) {
    return points.get(2 * point);
  }

  public int longitudeE7(int point) {
    return points.get(2 * point + 1);
  }

  /** The point of the shape at the end of a directed edge. */
  public int headPoint(int directed) {
    int edge = directed >> 1;
    return (directed & 1) == 0 ? edgePoint.get(edge + 1) - 1 : edgePoint.get(edge);
  }

  /** The number of the way that a directed edge is of. */
  public int way(int directed) {
    return edgeWay.get(directed >> 1);
  }

  /** OpenStreetMap's id of the way. */
  public long wayId(int directed) {
    return wayId.get(way(directed));
  }

  public RoadClass roadClass(int directed) {
    return CLASSES[wayClass.get(way(directed))];
  }

  /** Whether an edge lies among houses; see {@code BuiltUp}. */
  public boolean isUrban(int directed) {
    int edge = directed >> 1;
    return (edgeUrban.get(edge / Integer.SIZE) & (1 << (edge % Integer.SIZE))) != 0;
  }

  /** The bits of {@link Travel}. */
  int access(int directed) {
    return wayAccess.get(way(directed));
  }

  /** Whether people travel so on that edge, allowed or not. */
  public boolean isUsable(int directed, Travel travel) {
    return (access(directed) & travel.usableBit()) != 0;
  }

  /** Whether one may travel so in that direction. */
  public boolean isAllowed(int directed, Travel travel) {
    int bit = (directed & 1) == 0 ? travel.forwardBit() : travel.backwardBit();
    return (access(directed) & bit) != 0;
  }

  /** Whether a sign forbids to turn from one directed edge into the next. */
  public boolean isForbiddenTurn(int fromDirected, int toDirected) {
    if (restrictions.limit() == 0) {
      return false;
    }
    long key = turnKey(fromDirected, toDirected);
    int low = 0;
    int high = restrictions.limit() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      long value = restrictions.get(middle);
      if (value == key) {
        return true;
      }
      if (value < key) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return false;
  }

  static long turnKey(int fromDirected, int toDirected) {
    return ((long) fromDirected << 32) | toDirected;
  }

  /** The limit in the direction of an edge that holds at most times; a {@link LimitCode}. */
  public int limitCode(int directed) {
    int both = wayLimit.get(way(directed));
    return (directed & 1) == 0 ? both & 0xffff : both >>> 16;
  }

  /** What {@link #limitCode} stands on. */
  public LimitSource limitSource(int directed) {
    int both = wayLimitSource.get(way(directed));
    return SOURCES[(directed & 1) == 0 ? both & 0xff : (both >>> 8) & 0xff];
  }

  /** How certain {@link #limitCode} is, 0 to 1: of so many such limits so many are right. */
  public double limitCertaintyRatio(int directed) {
    int both = wayLimitSource.get(way(directed)) >>> 16;
    int steps = (directed & 1) == 0 ? both & 0xff : both >>> 8;
    return (double) steps / WayLimit.CERTAINTY_STEPS;
  }

  /** Whether another limit may hold at some times. */
  public boolean hasTimedLimit(int directed) {
    return wayLimitText.get(way(directed)) >= 0;
  }

  /** The limit in the direction of an edge at a local time; a {@link LimitCode}. */
  public int limitCodeAt(int directed, LocalDateTime localTime) {
    int text = wayLimitText.get(way(directed));
    int timed = text < 0 ? LimitCode.UNKNOWN : Conditional.codeAt(limitTexts.get(text), localTime);
    return timed == LimitCode.UNKNOWN ? limitCode(directed) : timed;
  }
}
