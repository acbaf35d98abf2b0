package io.sensorium.atlas.limits;

/** What a limit stands on. The order is stored: new constants go to the end. */
public enum LimitSource {
  /** Nothing is known of a limit. */
  UNKNOWN,
  /** A sign, as the map has it. */
  SIGNED,
  /** The law, for a kind of road that the map tells for sure. */
  LAW,
  /** The law, for a kind of road that is likely by other tags and by the houses around. */
  LIKELY_LAW,
  /** The law, for any road of the country. */
  FALLBACK_LAW,
  /** Signs along the same street, and not the law. */
  SAME_STREET,
  /** Signs on roads of the kind around and in the region, and not the law. */
  ROADS_AROUND
}
