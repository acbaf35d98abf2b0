package io.sensorium.store.sql.measurement;

import io.sensorium.core.measurement.SourceRows;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** The rows that one batch has of a source, and the portion that came before it. */
final class Portion {
  /*
   * A batch of many rows stays in memory as it came, and each of its sources holds on to its part:
   * nothing is copied until somebody reads the rows or seals them. All of a gateway is sealed together,
   * so no batch is kept for long because of a few rows. Of a few rows this would take more than a copy.
   */

  private static final int FEW_ROWS = 4;

  private static final int BYTES_BESIDE = 48; // this and the source's place in the batch

  private static final int BYTES_PER_ROW = 17; // in the columns of a batch

  private final @Nullable Portion earlier;
  private final SourceRows rows;
  private final int source;
  private final long firstSeq;

  /**
   * A portion of a batch that is numbered from {@code firstSeq} on.
   *
   * @param source the source's place in the batch
   */
  Portion(@Nullable Portion earlier, SourceRows rows, int source, long firstSeq) {
    this.earlier = earlier;
    this.rows = rows;
    this.source = source;
    this.firstSeq = firstSeq;
  }

  /** Memory that it takes, without those before it. */
  int bytes() {
    return BYTES_BESIDE + BYTES_PER_ROW * rowCount();
  }

  boolean isSmall() {
    return rowCount() < FEW_ROWS;
  }

  PackedRows lastRow() {
    return PackedRows.ofRow(rows, rows.endRow(source) - 1, firstSeq);
  }

  /** The rows with those of a portion and of all before it; either these, which grew, or others. */
  static PackedRows pack(PackedRows packed, Portion newest) {
    var inOrder = new ArrayDeque<Portion>();
    int count = 0;
    for (Portion portion = newest; portion != null; portion = portion.earlier) {
      inOrder.addFirst(portion);
      count += portion.rowCount();
    }
    var all = packed.withRoomFor(count);
    for (var portion : inOrder) {
      all = all.plus(portion.rows, portion.source, portion.firstSeq);
    }
    return all;
  }

  private int rowCount() {
    return rows.endRow(source) - rows.firstRow(source);
  }
}
