package io.sensorium.atlas.shape;

import io.sensorium.atlas.osm.Tags;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says what of a map's file is drawn, and takes what was drawn.
 *
 * @param <M> what an element means to whoever draws
 */
public interface Drawing<M> {

  /** What a node means; null when it is not drawn. */
  @Nullable M ofNode(Tags tags);

  /** What a way means; null when it is not drawn. */
  @Nullable M ofWay(Tags tags);

  /** What a relation means; null when it is not drawn. */
  @Nullable M ofRelation(Tags tags);

  /** Takes a node; all come before the first line. */
  void point(M meaning, long id, int latitudeE7, int longitudeE7);

  /** Takes a way. */
  void line(M meaning, Line line);

  /**
   * Takes a relation; all come behind the last line.
   *
   * @param lines its ways, as far as the file has them
   * @param whole whether the file has all of its ways
   * @param labels the ids of the nodes that stand for it: its label, its seat
   */
  void relation(M meaning, List<Line> lines, boolean whole, Set<Long> labels);
}
