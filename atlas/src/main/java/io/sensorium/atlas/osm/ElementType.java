package io.sensorium.atlas.osm;

/** What an element is, in the order in which a file has them. */
public enum ElementType {
  NODE,
  WAY,
  RELATION
}
