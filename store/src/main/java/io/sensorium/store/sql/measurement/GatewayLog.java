package io.sensorium.store.sql.measurement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The batches of one gateway that wait to be sealed, and the sources that have rows in them. */
final class GatewayLog {

  /** What is sealed at once: the numbers of the batches, and at least all sources they have. */
  record Harvest(List<SourceHead> heads, List<Long> firstSeqs, long rows, long oldestMicros) {

    boolean isEmpty() {
      return firstSeqs.isEmpty();
    }
  }

  private static final int FEW = 16;

  private List<SourceHead> heads = new ArrayList<>();
  private long[] firstSeqs = new long[4];
  private int batches;
  private long rows;
  private long oldestMicros = Long.MAX_VALUE;
  private long touchedNanos;

  /** Notes a source that has rows to be sealed. Noting it twice does no harm. */
  synchronized void note(SourceHead head) {
    heads.add(head);
  }

  /** Adds a batch all of whose rows are in memory. */
  synchronized void add(long firstSeq, int rowCount, long receivedMicros) {
    touchedNanos = System.nanoTime();
    if (batches == firstSeqs.length) {
      firstSeqs = Arrays.copyOf(firstSeqs, 2 * batches);
    }
    firstSeqs[batches++] = firstSeq;
    rows += rowCount;
    oldestMicros = Math.min(oldestMicros, receivedMicros);
  }

  synchronized Harvest take() {
    var keys = Arrays.stream(firstSeqs, 0, batches).boxed().toList();
    var bySource =
        heads.stream().distinct().sorted(Comparator.comparingLong(SourceHead::sourceId)).toList();
    var harvest = new Harvest(bySource, keys, rows, oldestMicros);
    heads = new ArrayList<>();
    firstSeqs = new long[4];
    batches = 0;
    rows = 0;
    oldestMicros = Long.MAX_VALUE;
    return harvest;
  }

  /** Takes back what could not be sealed. */
  synchronized void putBack(Harvest harvest) {
    heads.addAll(harvest.heads());
    harvest.firstSeqs().forEach(firstSeq -> add(firstSeq, 0, harvest.oldestMicros()));
    rows += harvest.rows();
  }

  synchronized boolean isEmpty() {
    return batches == 0;
  }

  synchronized long oldestMicros() {
    return oldestMicros;
  }

  /** Whether there are so many rows that it pays to seal them. */
  synchronized boolean isFull(MeasurementLimits limits) {
    return hasRows(limits, limits.sealRowsPerSource());
  }

  /** Whether no batch came of late. */
  synchronized boolean isAtRest(MeasurementLimits limits) {
    return System.nanoTime() - touchedNanos >= limits.rest().toNanos();
  }

  /** Whether there are so many rows that it pays to seal them before nobody will for long. */
  synchronized boolean isWorthSealing(MeasurementLimits limits) {
    return hasRows(limits, limits.sealRowsPerSource() / FEW);
  }

  private boolean hasRows(MeasurementLimits limits, int perSource) {
    return rows >= limits.sealRows() && rows >= (long) perSource * heads.size();
  }
}
