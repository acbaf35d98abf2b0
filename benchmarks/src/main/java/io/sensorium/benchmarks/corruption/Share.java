package io.sensorium.benchmarks.corruption;

import io.sensorium.benchmarks.report.Figures;
import java.util.List;

/** How many of some things have a property. */
record Share(int part, int whole) {

  static final Share NONE = new Share(0, 0);

  Share {
    if (part < 0 || part > whole) {
      throw new IllegalArgumentException("more than there are: " + part + " of " + whole);
    }
  }

  static Share sum(List<Share> shares) {
    return shares.stream().reduce(NONE, Share::plus);
  }

  Share plus(Share other) {
    return new Share(part + other.part, whole + other.whole);
  }

  Share plus(boolean hasProperty) {
    return new Share(part + (hasProperty ? 1 : 0), whole + 1);
  }

  /** NaN of nothing. */
  double ratio() {
    return whole == 0 ? Double.NaN : (double) part / whole;
  }

  String show(int decimals) {
    return Figures.decimals(ratio(), decimals);
  }
}
