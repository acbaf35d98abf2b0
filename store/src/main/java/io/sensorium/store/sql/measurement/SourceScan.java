package io.sensorium.store.sql.measurement;

import io.sensorium.core.measurement.Series;
import io.sensorium.series.SeriesSummary;
import io.sensorium.store.database.Session;
import io.sensorium.store.sql.measurement.Aging.Remainder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;

/** Goes through the rows of one source in a period, those in blocks and those in memory as one. */
final class SourceScan {
  /*
   * A block that no row in memory lies in, and whose rows all lie in one span of the visitor, is not
   * read: its summary is enough. Of a block that became too old only the summary is left.
   */

  /** Takes rows and summaries in the order of time. */
  interface Visitor {

    /** A block with rows from the one date to the other, also such as lie outside of the period. */
    void block(SealedBlock block, long firstMicros, long lastMicros);

    /** Whether a summary is enough for what lies between two dates, both inclusive. */
    boolean takesSummary(long firstMicros, long lastMicros);

    void summary(long firstMicros, SeriesSummary summary);

    void row(long timeMicros, double value, int typeCode, long seq);
  }

  private final PackedRows memory;
  private final long fromMicros;
  private final long toMicros;
  private final Visitor visitor;
  private final ArrayDeque<Remainder> remainders = new ArrayDeque<>();
  private int next; // of the rows in memory

  /**
   * A scan of the rows from {@code fromMicros} to {@code toMicros}, exclusive.
   *
   * @param memory the rows of the period in memory, as they were before the session's snapshot
   */
  SourceScan(PackedRows memory, long fromMicros, long toMicros, Visitor visitor) {
    this.memory = memory;
    this.fromMicros = fromMicros;
    this.toMicros = toMicros;
    this.visitor = visitor;
  }

  void run(Session session, long source) throws SQLException {
    remainders.addAll(Aging.list(session, source, fromMicros, toMicros));
    try (var block = BlockRows.open(session, source, fromMicros, toMicros)) {
      while (block.next()) {
        visitBlock(block);
      }
    }
    visitRemaindersUntil(Long.MAX_VALUE);
    visitMemoryUntil(memory.size());
  }

  /** What is left of blocks that went, and the rows before each of them. */
  private void visitRemaindersUntil(long micros) {
    while (!remainders.isEmpty() && remainders.getFirst().firstMicros() <= micros) {
      var left = remainders.removeFirst();
      visitMemoryUntil(memory.indexFrom(left.firstMicros()));
      if (visitor.takesSummary(left.firstMicros(), left.lastMicros())) {
        visitor.summary(left.firstMicros(), left.summary());
      }
    }
  }

  private void visitBlock(ResultSet block) throws SQLException {
    long firstMicros = block.getLong(2);
    long lastMicros = block.getLong(3);
    if (lastMicros < fromMicros) {
      return;
    }
    visitRemaindersUntil(firstMicros);
    visitMemoryUntil(memory.indexFrom(firstMicros));
    int end = memory.indexFrom(lastMicros + 1);
    boolean inside = firstMicros >= fromMicros && lastMicros < toMicros;
    if (inside && end == next && visitor.takesSummary(firstMicros, lastMicros)) {
      visitor.summary(firstMicros, BlockRows.sealed(block).summary());
    } else if (end == next) {
      visitor.block(BlockRows.sealed(block), firstMicros, lastMicros);
    } else {
      visitMerged(BlockRows.sealed(block).rows(), end);
    }
  }

  private void visitMerged(Series rows, int memoryEnd) {
    var sealed = PackedRows.of(rows).copyOf(rows.indexFrom(fromMicros), rows.indexFrom(toMicros));
    var merged = PackedRows.merge(sealed, memory.copyOf(next, memoryEnd));
    next = memoryEnd;
    visitAll(merged, 0, merged.size());
  }

  private void visitMemoryUntil(int end) {
    visitAll(memory, next, end);
    next = Math.max(next, end);
  }

  private void visitAll(PackedRows rows, int from, int to) {
    for (int row = from; row < to; row++) {
      visitor.row(rows.timeMicros(row), rows.value(row), rows.typeCode(row), rows.seq(row));
    }
  }
}
