package io.sensorium.intake.accept;

import io.sensorium.intake.signals.Rejection;
import java.util.List;

/**
 * What became of a batch, as its sender is told. What it calls accepted is on disk.
 *
 * @param accepted how many items were good
 * @param rejected the first {@value #MAX_REJECTIONS} items that were not
 * @param rejectedCount how many were not
 * @param duplicate whether the batch was known already; it is answered as it was the first time
 * @param position the batch's place in the inbox; 0 when nothing was stored this time
 */
public record Receipt(
    int accepted, List<Rejection> rejected, int rejectedCount, boolean duplicate, long position) {

  /** So many rejected items are named; more are only counted. */
  public static final int MAX_REJECTIONS = 1_000;

  public Receipt {
    rejected = List.copyOf(rejected);
    if (rejected.size() > rejectedCount) {
      throw new IllegalArgumentException("fewer rejected than named: " + rejectedCount);
    }
  }

  static Receipt of(int accepted, List<Rejection> rejections) {
    var named = rejections.subList(0, Math.min(MAX_REJECTIONS, rejections.size()));
    return new Receipt(accepted, named, rejections.size(), false, 0);
  }

  Receipt storedAt(long inboxPosition) {
    return new Receipt(accepted, rejected, rejectedCount, false, inboxPosition);
  }

  Receipt asDuplicate() {
    return new Receipt(accepted, rejected, rejectedCount, true, 0);
  }
}
