package io.sensorium.series;

import java.util.Arrays;

/** Codes the sequence numbers of a series, which are consecutive where rows came together. */
final class SeqColumn {
  /*
   * Runs: how long each is, and where it starts. A start is predicted by the starts before it, or, as
   * the numbers are times of arrival, by the date of the run's last row and what lies between
   * measuring and arriving; the shorter one is kept.
   */

  private static final int BY_STARTS = 0;
  private static final int BY_DATES = 1;

  private SeqColumn() {}

  static void write(ByteWriter out, long[] seqs, long[] times, int count) {
    var starts = new long[count];
    var lengths = new long[count];
    var delays = new long[count];
    int runs = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || seqs[i] != seqs[i - 1] + 1) {
        starts[runs++] = seqs[i];
      }
      lengths[runs - 1]++;
      delays[runs - 1] = starts[runs - 1] - times[i];
    }
    out.writeVarint(runs);
    FittedColumn.write(out, lengths, runs);
    var byStarts = new ByteWriter(4 * runs).writeByte(BY_STARTS);
    FittedColumn.write(byStarts, starts, runs);
    var byDates = new ByteWriter(4 * runs).writeByte(BY_DATES);
    FittedColumn.write(byDates, delays, runs);
    out.writeBytes((byDates.size() < byStarts.size() ? byDates : byStarts).toBytes());
  }

  static void read(ByteReader in, long[] seqs, long[] times, int count) {
    int runs = in.readCount(count);
    var lengths = new long[runs];
    FittedColumn.read(in, lengths, runs);
    requireSum(lengths, count);
    int way = in.readByte();
    if (way != BY_STARTS && way != BY_DATES) {
      throw new DamagedBytesException("no such code of sequence numbers: " + way);
    }
    var starts = new long[runs];
    FittedColumn.read(in, starts, runs);
    int row = 0;
    for (int run = 0; run < runs; run++) {
      int end = row + (int) lengths[run];
      long seq = way == BY_STARTS ? starts[run] : starts[run] + times[end - 1];
      while (row < end) {
        seqs[row++] = seq++;
      }
    }
  }

  private static void requireSum(long[] lengths, int count) {
    boolean good = Arrays.stream(lengths).allMatch(length -> length > 0 && length <= count);
    if (!good || Arrays.stream(lengths).sum() != count) {
      throw new DamagedBytesException("runs do not add up");
    }
  }
}
