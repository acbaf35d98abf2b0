package io.sensorium.atlas.osm;

/** Is shown the elements of a file in their order: nodes, ways, relations, each by rising id. */
public interface OsmVisitor {

  /**
   * A node.
   *
   * @param latitudeE7 degrees north times 10^7
   * @param longitudeE7 degrees east times 10^7
   * @param tags valid until this returns
   */
  default void node(long id, int latitudeE7, int longitudeE7, Tags tags) {}

  /**
   * A way.
   *
   * @param nodeIds the nodes along it, valid until this returns
   * @param nodeCount how many of the array count
   * @param tags valid until this returns
   */
  default void way(long id, long[] nodeIds, int nodeCount, Tags tags) {}

  /**
   * A relation.
   *
   * @param members valid until this returns
   * @param tags valid until this returns
   */
  default void relation(long id, Members members, Tags tags) {}
}
