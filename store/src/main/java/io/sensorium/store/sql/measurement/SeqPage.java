package io.sensorium.store.sql.measurement;

import io.sensorium.core.id.SourceId;
import io.sensorium.core.measurement.Series;
import io.sensorium.store.database.Session;
import io.sensorium.store.measurement.Measurement;
import io.sensorium.store.sql.measurement.BlockRows.SeqHeader;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Reads the first rows of several sources in the order of sequence number, then source. */
final class SeqPage {
  /*
   * Blocks are read in the order of their least numbers, until the page is full of lesser ones. What a
   * block and memory both have is told apart as in every read: a row in memory may repeat a sealed one,
   * and then does not count, or correct it, and then the sealed one does not. A row that was sealed
   * after memory was looked at is offered by memory: the head may not tell yet that a block has it.
   */

  static final Comparator<Measurement> ORDER =
      Comparator.comparingLong(Measurement::seq).thenComparingLong(row -> row.source().value());

  /** A source and its rows in memory. */
  record Part(SourceId source, SourceHead head, PackedRows memory, int epoch) {}

  /** A block that may have numbers of the page, and whose source it is. */
  private record Candidate(Part part, SeqHeader header) {}

  private final SourceHeads heads;
  private final long fromSeq;
  private final long toSeq;
  private final Optional<Measurement> after;
  private final int limit;
  private final TreeSet<Measurement> page = new TreeSet<>(ORDER);

  SeqPage(SourceHeads heads, long fromSeq, long toSeq, Optional<Measurement> after, int limit) {
    this.heads = heads;
    this.fromSeq = Math.max(fromSeq, after.map(Measurement::seq).orElse(Long.MIN_VALUE));
    this.toSeq = toSeq;
    this.after = after;
    this.limit = limit;
  }

  /** Looks at the rows in memory; to be called before the session's snapshot is taken. */
  List<Part> partsOf(List<SourceId> sources) {
    var result = new ArrayList<Part>(sources.size());
    for (var source : sources) {
      var head = heads.obtain(source.value());
      int epoch = head.epoch();
      result.add(new Part(source, head, head.snapshot(Long.MIN_VALUE, Long.MAX_VALUE), epoch));
    }
    return result;
  }

  List<Measurement> read(Session session, List<Part> unread) throws SQLException {
    var candidates = new ArrayList<Candidate>();
    for (var part : unread) {
      learnReach(session, part);
      if (part.head().mayHaveSealedSeq(fromSeq)) {
        BlockRows.listBySeq(session, part.source().value(), fromSeq, toSeq)
            .forEach(header -> candidates.add(new Candidate(part, header)));
      }
      offerMemory(session, part);
    }
    candidates.sort(Comparator.comparingLong(candidate -> candidate.header().minSeq()));
    for (var candidate : candidates) {
      if (page.size() == limit && page.last().seq() < candidate.header().minSeq()) {
        break;
      }
      offerBlock(session, candidate.part(), candidate.header());
    }
    return new ArrayList<>(page);
  }

  private static void learnReach(Session session, Part part) throws SQLException {
    if (part.head().mayHaveSealedSeq(Long.MAX_VALUE)) {
      var reach = BlockRows.reach(session, part.source().value());
      part.head().learnReach(reach.lastMicros(), reach.lastSeq(), part.epoch());
    }
  }

  private void offerMemory(Session session, Part part) throws SQLException {
    var memory = part.memory();
    var known = new KnownBlock();
    for (int row = 0; row < memory.size(); row++) {
      boolean asked = isAsked(part.source(), memory.seq(row));
      if (asked && !known.outdoes(session, part, row)) {
        offer(measurement(part.source(), memory, row));
      }
    }
  }

  private void offerBlock(Session session, Part part, SeqHeader header) throws SQLException {
    var rows = PackedRows.of(blockOf(session, part.source().value(), header.firstMicros()));
    for (int row = 0; row < rows.size(); row++) {
      if (isAsked(part.source(), rows.seq(row)) && !isCorrected(part.memory(), rows, row)) {
        offer(measurement(part.source(), rows, row));
      }
    }
  }

  private static boolean isCorrected(PackedRows memory, PackedRows rows, int row) {
    int same = memory.indexFrom(rows.timeMicros(row));
    return same < memory.size()
        && memory.timeMicros(same) == rows.timeMicros(row)
        && PackedRows.isUpperValid(rows, row, memory, same);
  }

  private boolean isAsked(SourceId source, long seq) {
    if (seq < fromSeq || seq > toSeq) {
      return false;
    }
    boolean before =
        after.isPresent()
            && seq == after.get().seq()
            && source.value() <= after.get().source().value();
    return !before;
  }

  private void offer(Measurement row) {
    boolean full = page.size() == limit;
    if (full && ORDER.compare(row, page.last()) >= 0) {
      return;
    }
    if (page.add(row) && full) { // what is being sealed is found twice
      page.pollLast();
    }
  }

  private static Measurement measurement(SourceId source, PackedRows rows, int row) {
    return new Measurement(
        source, rows.timeMicros(row), rows.value(row), rows.typeCode(row), rows.seq(row));
  }

  private static Series blockOf(Session session, long source, long firstMicros)
      throws SQLException {
    try (var block = BlockRows.open(session, source, firstMicros, firstMicros + 1)) {
      return block.next() ? BlockRows.sealed(block).rows() : Series.EMPTY;
    }
  }

  /** The block that was looked at last, as rows in memory follow each other. */
  private static final class KnownBlock {

    private PackedRows rows = PackedRows.NONE;
    private long fromMicros = Long.MAX_VALUE;
    private long toMicros = Long.MIN_VALUE;

    /** Whether another, sealed row counts, and not the row in memory. */
    boolean outdoes(Session session, Part part, int row) throws SQLException {
      long time = part.memory().timeMicros(row);
      if (!part.head().mayBeSealed(time)) {
        return false;
      }
      if (time < fromMicros || time > toMicros) {
        load(session, part.source().value(), time);
      }
      int same = rows.indexFrom(time);
      return same < rows.size()
          && rows.timeMicros(same) == time
          && rows.seq(same) != part.memory().seq(row)
          && !PackedRows.isUpperValid(rows, same, part.memory(), row);
    }

    private void load(Session session, long source, long time) throws SQLException {
      rows = PackedRows.of(blockOf(session, source, time));
      fromMicros = rows.isEmpty() ? time : Math.min(time, rows.timeMicros(0));
      toMicros = rows.isEmpty() ? time : Math.max(time, rows.lastTimeMicros());
    }
  }
}
