package io.sensorium.atlas.roads;

import io.sensorium.atlas.limits.LimitCode;
import io.sensorium.atlas.limits.RoadSetting.Spot;
import io.sensorium.atlas.roads.RoadGraph.Column;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Builds the graph of a network: first all ways, then the places of their nodes, then the file.
 *
 * <p>A vertex is where ways meet or end. Where the place of a node is not known, because the map
 * was cut out of a larger one, the way is cut too.
 */
public final class RoadGraphBuilder {

  private static final int UNKNOWN = Integer.MIN_VALUE;
  private static final double SPOT_METERS = 100;

  private final Longs wayIds = new Longs();
  private final Ints wayClasses = new Ints();
  private final Ints wayAccess = new Ints();
  private final Ints wayTagSets = new Ints();
  private final Ints wayFirstRef = new Ints();
  private final Longs refs = new Longs();
  private final TurnRestrictions restrictions = new TurnRestrictions();

  private long[] nodeIds = {};
  private int[] nodeLatitudes = {};
  private int[] nodeLongitudes = {};
  private int nodeCursor;

  /**
   * What is known of a way beside its nodes.
   *
   * @param access bits of {@link Travel}
   * @param tagSet number of the tags that matter for limits; -1 for none
   */
  public record WayFacts(long id, RoadClass road, int access, int tagSet) {}

  /** Adds a way, before any node. */
  public void addWay(WayFacts way, long[] nodes, int nodeCount) {
    if (nodeCount < 2) {
      return;
    }
    wayIds.add(way.id());
    wayClasses.add(way.road().ordinal());
    wayAccess.add(way.access());
    wayTagSets.add(way.tagSet());
    wayFirstRef.add(refs.size());
    for (int i = 0; i < nodeCount; i++) {
      refs.add(nodes[i]);
    }
  }

  /** Adds a forbidden turn, or, when {@code only}, the only turn that is allowed there. */
  public void addRestriction(long fromWay, long viaNode, long toWay, boolean only) {
    restrictions.add(fromWay, viaNode, toWay, only);
  }

  /** To be called between the last way and the first node. */
  public void finishWays() {
    wayFirstRef.add(refs.size());
    var sorted = refs.toArray();
    Arrays.sort(sorted);
    int count = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[count++] = sorted[i];
      }
    }
    nodeIds = Arrays.copyOf(sorted, count);
    nodeLatitudes = new int[count];
    nodeLongitudes = new int[count];
    Arrays.fill(nodeLatitudes, UNKNOWN);
  }

  /** Says where a node is; nodes that no way needs are passed over. */
  public void setNode(long id, int latitudeE7, int longitudeE7) {
    int node = indexOfNext(id);
    if (node >= 0) {
      nodeLatitudes[node] = latitudeE7;
      nodeLongitudes[node] = longitudeE7;
    }
  }

  /* Nodes come by rising id, as a rule: then the next one is found without searching. */
  private int indexOfNext(long id) {
    while (nodeCursor < nodeIds.length && nodeIds[nodeCursor] < id) {
      nodeCursor++;
    }
    if (nodeCursor < nodeIds.length && nodeIds[nodeCursor] == id) {
      return nodeCursor;
    }
    return nodeCursor > 0 && nodeIds[nodeCursor - 1] < id ? -1 : Arrays.binarySearch(nodeIds, id);
  }

  private int nodeOf(int ref) {
    return Arrays.binarySearch(nodeIds, refs.get(ref));
  }

  /** How many ways were added. */
  public int wayCount() {
    return wayIds.size();
  }

  /** Writes the file of a graph without limits into a directory. */
  public void write(Path directory) throws IOException {
    write(directory, LimitResolver.NONE);
  }

  /** Writes the file of the graph into a directory. */
  void write(Path directory, LimitResolver resolver) throws IOException {
    var edges = new Edges();
    for (int way = 0; way < wayCount(); way++) {
      edges.addWay(way);
    }
    var vertexFirst = new int[edges.vertexCount + 1];
    var outgoing = edges.outgoing(vertexFirst);
    edges.pointFirst.add(edges.points.size() / 2);
    var points = edges.points.toArray();
    var cells = new GridBuilder(edges.pointFirst, points);
    var builtUp = edges.builtUp();
    var limits =
        new LimitColumns(
            resolver,
            wayTagSets,
            this::spots,
            builtUp,
            edges.strokes(vertexFirst, outgoing, way -> signCode(way, resolver)));
    try (var file =
        new ColumnFile.Writer(directory.resolve(RoadGraph.FILE), Column.values().length)) {
      for (var column : Column.values()) {
        switch (column) {
          case VERTEX_FIRST -> file.add(vertexFirst);
          case OUTGOING -> file.add(outgoing);
          case EDGE_FROM -> file.add(edges.from.toArray());
          case EDGE_TO -> file.add(edges.to.toArray());
          case EDGE_WAY -> file.add(edges.way.toArray());
          case EDGE_POINT -> file.add(edges.pointFirst.toArray());
          case EDGE_LENGTH_MM -> file.add(edges.lengthMm.toArray());
          case EDGE_URBAN -> file.add(edges.urbanBits(builtUp));
          case POINTS -> file.add(points);
          case WAY_CLASS -> file.add(wayClasses.toArray());
          case WAY_ACCESS -> file.add(wayAccess.toArray());
          case WAY_LIMIT -> file.add(limits.codes());
          case WAY_LIMIT_SOURCE -> file.add(limits.sources());
          case WAY_LIMIT_TEXT -> file.add(limits.texts());
          case WAY_ID -> file.add(wayIds.toArray());
          case RESTRICTIONS -> file.add(edges.restrictedTurns(vertexFirst, outgoing));
          case CELL_KEYS -> file.add(cells.keys());
          case CELL_FIRST -> file.add(cells.first());
          case CELL_RUNS -> file.add(cells.runs());
        }
      }
    }
  }

  private int signCode(int way, LimitResolver resolver) {
    int tagSet = wayTagSets.get(way);
    return tagSet < 0 ? LimitCode.UNKNOWN : resolver.signCode(tagSet);
  }

  /** Places along a way, some {@value #SPOT_METERS} m apart, of the nodes whose place is known. */
  private List<Spot> spots(int way) {
    var spots = new ArrayList<Spot>();
    for (int ref = wayFirstRef.get(way); ref < wayFirstRef.get(way + 1); ref++) {
      int node = nodeOf(ref);
      if (nodeLatitudes[node] != UNKNOWN && (spots.isEmpty() || isFar(spots.getLast(), node))) {
        spots.add(new Spot(nodeLatitudes[node], nodeLongitudes[node]));
      }
    }
    return spots;
  }

  private boolean isFar(Spot spot, int node) {
    double meters =
        new Plane(spot.latitudeE7())
            .meters(
                spot.latitudeE7(), spot.longitudeE7(), nodeLatitudes[node], nodeLongitudes[node]);
    return meters >= SPOT_METERS;
  }

  /** Cuts ways into edges. */
  private final class Edges {

    private final Ints from = new Ints();
    private final Ints to = new Ints();
    private final Ints way = new Ints();
    private final Ints pointFirst = new Ints();
    private final Ints lengthMm = new Ints();
    private final Ints points = new Ints();
    private final int[] vertexOfNode = new int[nodeIds.length];
    private final byte[] uses = new byte[nodeIds.length];
    private int vertexCount;

    Edges() {
      Arrays.fill(vertexOfNode, -1);
      for (int one = 0; one < wayCount(); one++) {
        int last = wayFirstRef.get(one + 1) - 1;
        for (int ref = wayFirstRef.get(one); ref <= last; ref++) {
          boolean isEnd = ref == wayFirstRef.get(one) || ref == last;
          int node = nodeOf(ref);
          uses[node] = (byte) Math.min(2, uses[node] + (isEnd ? 2 : 1));
        }
      }
    }

    void addWay(int one) {
      int end = wayFirstRef.get(one + 1);
      int start = -1;
      for (int ref = wayFirstRef.get(one); ref < end; ref++) {
        int node = nodeOf(ref);
        if (nodeLatitudes[node] == UNKNOWN) {
          finishAt(one, start, ref - 1);
          start = -1;
        } else if (start < 0) {
          start = ref;
        } else if (uses[node] > 1) {
          addEdge(one, start, ref);
          start = ref;
        }
      }
      finishAt(one, start, end - 1);
    }

    private void finishAt(int one, int start, int last) {
      if (start >= 0 && last > start) {
        addEdge(one, start, last);
      }
    }

    private void addEdge(int one, int firstRef, int lastRef) {
      from.add(vertex(nodeOf(firstRef)));
      to.add(vertex(nodeOf(lastRef)));
      way.add(one);
      pointFirst.add(points.size() / 2);
      var plane = new Plane(nodeLatitudes[nodeOf(firstRef)]);
      double meters = 0;
      int before = -1;
      for (int ref = firstRef; ref <= lastRef; ref++) {
        int node = nodeOf(ref);
        points.add(nodeLatitudes[node]);
        points.add(nodeLongitudes[node]);
        if (before >= 0) {
          meters +=
              plane.meters(
                  nodeLatitudes[before],
                  nodeLongitudes[before],
                  nodeLatitudes[node],
                  nodeLongitudes[node]);
        }
        before = node;
      }
      lengthMm.add((int) Math.min(Integer.MAX_VALUE, Math.round(meters * 1e3)));
    }

    /** The lines that roads go on along. */
    Strokes strokes(int[] vertexFirst, int[] outgoing, IntUnaryOperator signOfWay) {
      return new Strokes(
          from,
          to,
          way,
          lengthMm,
          pointFirst,
          points,
          wayClasses,
          vertexFirst,
          outgoing,
          signOfWay);
    }

    /** Where the roads are dense. */
    BuiltUp builtUp() {
      var builtUp = new BuiltUp();
      var classes = RoadClass.values();
      for (int edge = 0; edge < way.size(); edge++) {
        var middle = middle(edge);
        builtUp.add(
            classes[wayClasses.get(way.get(edge))],
            middle.latitudeE7(),
            middle.longitudeE7(),
            lengthMm.get(edge) * 1e-3);
      }
      return builtUp;
    }

    private Spot middle(int edge) {
      int middle = (pointFirst.get(edge) + pointFirst.get(edge + 1)) / 2;
      return new Spot(points.get(2 * middle), points.get(2 * middle + 1));
    }

    /** A bit for each edge: whether it lies among houses. */
    int[] urbanBits(BuiltUp builtUp) {
      var bits = new int[(way.size() + Integer.SIZE - 1) / Integer.SIZE];
      for (int edge = 0; edge < way.size(); edge++) {
        if (isUrban(edge, builtUp)) {
          bits[edge / Integer.SIZE] |= 1 << (edge % Integer.SIZE);
        }
      }
      return bits;
    }

    /** Whether two of its ends and its middle lie among houses. */
    private boolean isUrban(int edge, BuiltUp builtUp) {
      int first = pointFirst.get(edge);
      int last = pointFirst.get(edge + 1) - 1;
      int urban = 0;
      for (var spot : List.of(between(first, first), between(first, last), between(last, last))) {
        urban += BuiltUp.isUrban(builtUp.density(spot)) ? 1 : 0;
      }
      return urban >= 2;
    }

    /** The middle of two points, or of all the points of the shape between them. */
    private Spot between(int first, int last) {
      int before = (first + last) / 2;
      int after = (first + last + 1) / 2;
      return new Spot(
          (int) (((long) points.get(2 * before) + points.get(2 * after)) / 2),
          (int) (((long) points.get(2 * before + 1) + points.get(2 * after + 1)) / 2));
    }

    private int vertex(int node) {
      if (vertexOfNode[node] < 0) {
        vertexOfNode[node] = vertexCount++;
      }
      return vertexOfNode[node];
    }

    /** The directed edges that leave each vertex; fills where those of each begin. */
    int[] outgoing(int[] first) {
      for (int edge = 0; edge < from.size(); edge++) {
        first[from.get(edge) + 1]++;
        first[to.get(edge) + 1]++;
      }
      for (int vertex = 0; vertex < vertexCount; vertex++) {
        first[vertex + 1] += first[vertex];
      }
      var next = first.clone();
      var outgoing = new int[2 * from.size()];
      for (int edge = 0; edge < from.size(); edge++) {
        outgoing[next[from.get(edge)]++] = 2 * edge;
        outgoing[next[to.get(edge)]++] = 2 * edge + 1;
      }
      return outgoing;
    }

    long[] restrictedTurns(int[] first, int[] outgoing) {
      return restrictions.turns(
          viaNode -> {
            int node = Arrays.binarySearch(nodeIds, viaNode);
            return node < 0 ? -1 : vertexOfNode[node];
          },
          vertex -> Arrays.copyOfRange(outgoing, first[vertex], first[vertex + 1]),
          directed -> wayIds.get(way.get(directed >> 1)));
    }
  }
}
