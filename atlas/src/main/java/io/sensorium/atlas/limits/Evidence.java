package io.sensorium.atlas.limits;

/** What tells a limit that no sign tells, the more telling the later. */
enum Evidence {
  /** Roads of the class in the country for which the law says the same. */
  CLASS(0, 10),
  /** Those of them among as many houses. */
  DENSITY(0, 20),
  /** Those of them that are built alike. */
  TRAITS(0, 8),
  /** Roads of the class within some 2 km. */
  NEIGHBOURHOOD(17, 10),
  /** Roads of the class within some 500 m. */
  CORNER(15, 10),
  /** The same street within some 2 km. */
  STREET_FAR(17, 2),
  /** The same street within some 250 m. */
  STREET_NEAR(14, 0.5);

  private final int cellBits;
  private final double priorVotes;

  Evidence(int cellBits, double priorVotes) {
    this.cellBits = cellBits;
    this.priorVotes = priorVotes;
  }

  boolean isOfStreet() {
    return this == STREET_FAR || this == STREET_NEAR;
  }

  /** Whether it is the same wherever the road is. */
  boolean isGlobal() {
    return cellBits == 0;
  }

  /** A cell is two to that power of 10^-7 degrees wide. */
  int cellBits() {
    return cellBits;
  }

  /** As how many votes counts what is known without it. */
  double priorVotes() {
    return priorVotes;
  }

  /** What roads have in common that are evidence for each other, wherever they are. */
  long keyOf(RoadSetting road) {
    long key = mix(mix(ordinal(), road.country().hashCode()), road.kind());
    return switch (this) {
      case CLASS -> mix(key, road.law().code());
      case DENSITY -> mix(mix(key, road.law().code()), road.density());
      case TRAITS -> mix(mix(mix(key, road.law().code()), road.density()), road.traits());
      case NEIGHBOURHOOD, CORNER -> key;
      case STREET_FAR, STREET_NEAR -> mix(key, road.street());
    };
  }

  /** The key of what lies in one cell. */
  static long inCell(long key, int row, int column) {
    return mix(mix(key, row), column);
  }

  /* The finisher of MurmurHash3, which spreads each bit over all others. */
  private static long mix(long hash, long value) {
    long mixed = hash * 0x9E3779B97F4A7C15L + value;
    mixed = (mixed ^ (mixed >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }
}
