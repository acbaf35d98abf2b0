package io.sensorium.store.sql.measurement;

import io.sensorium.series.SeriesSummary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The rows of a block summed up between cuts: dates at which one part ends and the next begins. */
final class BlockParts {

  /** What the rows of one part have in common; there is at least one. */
  record Part(long firstMicros, SeriesSummary summary) {}

  private static final int BYTES_BESIDE = 200;
  private static final int BYTES_PER_PART = 180; // an estimate, as all of these

  private final SealedBlock block;
  private final long[] cuts;
  private final List<Part> parts;

  private BlockParts(SealedBlock block, long[] cuts, List<Part> parts) {
    this.block = block;
    this.cuts = cuts;
    this.parts = parts;
  }

  /** Sums up a block; takes the cuts over, which ascend. */
  static BlockParts of(SealedBlock block, long[] cuts) {
    var values = block.values();
    var parts = new ArrayList<Part>(cuts.length + 1);
    int from = 0;
    for (int cut = 0; cut <= cuts.length; cut++) {
      int to = cut < cuts.length ? values.indexFrom(cuts[cut]) : values.size();
      if (to > from) {
        var summary = new SeriesSummary();
        summary.addAll(values, from, to);
        parts.add(new Part(values.timeMicros(from), summary));
      }
      from = to;
    }
    return new BlockParts(block, cuts, parts);
  }

  /** Whether these are the parts of that block between these cuts. */
  boolean areOf(SealedBlock other, long[] otherCuts) {
    return block.isLike(other) && Arrays.equals(cuts, otherCuts);
  }

  List<Part> list() {
    return parts;
  }

  /** How much memory this takes, estimated. */
  long bytes() {
    return BYTES_BESIDE + block.bytes() + (long) BYTES_PER_PART * (cuts.length + 1);
  }
}
