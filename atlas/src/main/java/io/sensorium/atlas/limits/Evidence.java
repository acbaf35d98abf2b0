package io.sensorium.atlas.limits;

/** What tells a limit that no sign tells, the more telling the later. */
enum Evidence {
  /** Roads of any class within some 2 km for which the law says the same. */
  AREA(Reach.AROUND, 17, 10),
  /** Those within some 500 m. */
  AREA_NEAR(Reach.AROUND, 15, 10),
  /** Roads of the class in the country for which the law says the same. */
  CLASS(Reach.EVERYWHERE, 0, 10),
  /** Those of them among as many houses. */
  DENSITY(Reach.EVERYWHERE, 0, 20),
  /** Those of them that are built alike. */
  TRAITS(Reach.EVERYWHERE, 0, 8),
  /** Roads of the class within some 2 km for which the law says the same. */
  NEIGHBOURHOOD(Reach.AROUND, 17, 10),
  /** Those of them within some 500 m. */
  CORNER(Reach.AROUND, 15, 10),
  /** Those within some 2 km that are built alike. */
  ALIKE(Reach.AROUND, 17, 10),
  /** What the road goes on as, with whatever name. */
  AHEAD(Reach.AHEAD, 0, 1),
  /** The same street within some 2 km. */
  STREET_FAR(Reach.STREET, 17, 2),
  /** The same street within some 250 m. */
  STREET_NEAR(Reach.STREET, 14, 0.5);

  /** Where the signs are that it takes. */
  enum Reach {
    /** Wherever, in the region. */
    EVERYWHERE,
    /** In the cells around. */
    AROUND,
    /** In the cells around, along the same street. */
    STREET,
    /** At both ends of the road. */
    AHEAD
  }

  private final Reach reach;
  private final int cellBits;
  private final double priorVotes;

  Evidence(Reach reach, int cellBits, double priorVotes) {
    this.reach = reach;
    this.cellBits = cellBits;
    this.priorVotes = priorVotes;
  }

  Reach reach() {
    return reach;
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
    long law = mix(mix(ordinal(), road.country().hashCode()), road.law().code());
    long key = mix(law, road.kind());
    return switch (this) {
      case AREA, AREA_NEAR -> law;
      case CLASS, NEIGHBOURHOOD, CORNER -> key;
      case DENSITY -> mix(key, road.density());
      case TRAITS -> mix(mix(key, road.density()), road.traits());
      case ALIKE -> mix(key, road.traits());
      case AHEAD -> 0;
      case STREET_FAR, STREET_NEAR ->
          mix(mix(mix(ordinal(), road.country().hashCode()), road.kind()), road.street());
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
