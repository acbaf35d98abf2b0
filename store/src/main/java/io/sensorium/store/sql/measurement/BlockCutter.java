package io.sensorium.store.sql.measurement;

import io.sensorium.core.measurement.Series;
import io.sensorium.series.SeriesCodec;
import java.util.ArrayList;
import java.util.List;

/** Divides rows into pieces that fill their pages. */
final class BlockCutter {
  /*
   * Two blocks with their small columns fill a page of SQLite, and four one of PostgreSQL, which would
   * put longer ones elsewhere. How many rows that are shows when they are encoded, so the next block is
   * tried with as many as the last one had, and then with more or fewer. Each try costs as much as all
   * the rest of sealing, so the first guess goes by the block that the rows come from.
   */

  /** No payload is longer, other than that of one row. */
  private static final int MAX_BYTES = 1_950;

  private static final int MAX_ROWS = 4_096;

  /** A payload that reaches this is long enough. */
  private static final int FULL_BYTES = MAX_BYTES * 31 / 32;

  /** What a try aims at, so that it seldom exceeds the most. */
  private static final int AIM_BYTES = MAX_BYTES * 79 / 80;

  private static final int FEW_ROWS = 128;
  private static final int FIRST_GUESS = 1_024;
  private static final int TRIES = 4;

  private final Series rows;
  private final List<Piece> pieces = new ArrayList<>();
  private int guess;

  private BlockCutter(Series rows, int guess) {
    this.rows = rows;
    this.guess = guess;
  }

  /** How many rows may fill a block if they are like those of another one. */
  static int guess(int rows, int bytes) {
    return rows < FEW_ROWS ? FIRST_GUESS : (int) ((long) rows * AIM_BYTES / bytes);
  }

  /** Full pieces, and a last one with the rest: for the end of a series, which goes on to grow. */
  static List<Piece> cut(Series rows) {
    return cut(rows, FIRST_GUESS);
  }

  /** As above, when it is known about how many rows fill a block. */
  static List<Piece> cut(Series rows, int guess) {
    var cutter = new BlockCutter(rows, guess);
    int from = 0;
    while (from < rows.size()) {
      from = cutter.cutOne(from, rows.size());
    }
    return cutter.pieces;
  }

  /** Pieces of about the same length, with room for more: for the middle of a series. */
  static List<Piece> cutEvenly(Series rows) {
    int parts = cut(rows).size();
    int share = Math.ceilDiv(rows.size(), parts);
    var cutter = new BlockCutter(rows, share);
    int from = 0;
    while (from < rows.size()) {
      cutter.guess = share;
      from = cutter.cutOne(from, Math.min(rows.size(), from + share));
    }
    return cutter.pieces;
  }

  /** Whether a block of that size is long enough. */
  static boolean isFull(int rows, int bytes) {
    return bytes >= FULL_BYTES || rows >= MAX_ROWS;
  }

  private int cutOne(int from, int to) {
    int most = Math.min(to - from, MAX_ROWS);
    int count = Math.min(guess, most);
    int best = 0;
    byte[] bestPayload = {};
    for (int tries = 0; count > best && (tries < TRIES || best == 0); tries++) {
      var payload = SeriesCodec.encode(rows, from, from + count);
      boolean fits = payload.length <= MAX_BYTES || count == 1;
      if (fits) {
        best = count;
        bestPayload = payload;
        if (count == most || payload.length >= FULL_BYTES) {
          break;
        }
      }
      count = Math.clamp((long) count * AIM_BYTES / payload.length, 1, most);
    }
    pieces.add(Piece.of(rows, from, from + best, bestPayload));
    guess = Math.max(best, 1);
    return from + best;
  }
}
