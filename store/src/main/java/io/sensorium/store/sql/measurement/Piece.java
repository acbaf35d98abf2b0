package io.sensorium.store.sql.measurement;

import io.sensorium.core.bytes.Blob;
import io.sensorium.core.measurement.Series;

/** What a block holds, wherever in the table it is to lie. */
record Piece(long firstMicros, long lastMicros, long minSeq, long maxSeq, int rows, Blob payload) {

  /** The rows from {@code from} on, up to but not {@code to}, which were encoded. */
  static Piece of(Series rows, int from, int to, byte[] payload) {
    long minSeq = Long.MAX_VALUE;
    long maxSeq = Long.MIN_VALUE;
    for (int row = from; row < to; row++) {
      minSeq = Math.min(minSeq, rows.seq(row));
      maxSeq = Math.max(maxSeq, rows.seq(row));
    }
    return new Piece(
        rows.timeMicros(from),
        rows.timeMicros(to - 1),
        minSeq,
        maxSeq,
        to - from,
        Blob.copyOf(payload));
  }

  int bytes() {
    return payload.size();
  }
}
