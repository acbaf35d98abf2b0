package io.sensorium.intake.measurements;

import java.util.List;

/**
 * What became of a batch of rows, as its sender is told. What it calls accepted is on disk.
 *
 * @param accepted how many rows were good
 * @param rejected the first {@value #MAX_REJECTIONS} rows that were not, in the order sent
 * @param rejectedCount how many were not
 * @param duplicate whether the batch was known already
 * @param seq the last row's sequence number; 0 when nothing was good
 */
public record MeasurementReceipt(
    int accepted, List<RejectedRow> rejected, int rejectedCount, boolean duplicate, long seq) {

  /** So many rejected rows are named; more are only counted. */
  public static final int MAX_REJECTIONS = 1_000;

  public MeasurementReceipt {
    rejected = List.copyOf(rejected);
  }

  public boolean isComplete() {
    return rejectedCount == 0;
  }
}
