package io.sensorium.analysis.cleaning;

import java.nio.ByteBuffer;

/** The few fixes that are not decided yet, oldest first. Mutable. */
final class WaitingFixes {

  private final CleanFix[] fixes;
  private int size;

  WaitingFixes(int capacity) {
    fixes = new CleanFix[capacity];
    for (int i = 0; i < capacity; i++) {
      fixes[i] = new CleanFix();
    }
  }

  static int savedBytes(int capacity) {
    return capacity * CleanFix.SAVED_BYTES;
  }

  int size() {
    return size;
  }

  /** The fix that has waited the longest is number 0. */
  CleanFix get(int number) {
    return fixes[number];
  }

  CleanFix newest() {
    return fixes[size - 1];
  }

  /** The cell that the next fix is written into before it is added. */
  CleanFix free() {
    return fixes[size];
  }

  void addFree() {
    size++;
  }

  void removeOldest() {
    var oldest = fixes[0];
    size--;
    for (int i = 0; i < size; i++) {
      fixes[i] = fixes[i + 1];
    }
    fixes[size] = oldest;
    oldest.clear();
  }

  void save(ByteBuffer out) {
    for (var fix : fixes) {
      fix.save(out);
    }
  }

  void restore(ByteBuffer in) {
    size = 0;
    for (var fix : fixes) {
      fix.restore(in);
      size += fix.isPresent() ? 1 : 0;
    }
  }
}
