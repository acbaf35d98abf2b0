package io.sensorium.intake.measurements;

import java.util.ArrayList;
import java.util.List;

/** Collects what was not taken: the first rows by name, the others by number. */
final class Rejections {

  private final List<RejectedRow> named = new ArrayList<>();
  private int count;

  void add(int index, String reason) {
    if (count < MeasurementReceipt.MAX_REJECTIONS) {
      named.add(new RejectedRow(index, reason));
    }
    count++;
  }

  int count() {
    return count;
  }

  /** In the order of what was sent. */
  List<RejectedRow> named() {
    return named.stream()
        .sorted((one, other) -> Integer.compare(one.index(), other.index()))
        .toList();
  }
}
