package io.sensorium.store.sql.measurement;

import java.util.concurrent.atomic.AtomicLong;

/** How many rows wait to be sealed, and how much memory they take. */
final class WaitingRows {

  private final AtomicLong rows = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();

  void add(int rowCount, long byteCount) {
    rows.addAndGet(rowCount);
    bytes.addAndGet(byteCount);
  }

  void removeRows(long rowCount) {
    rows.addAndGet(-rowCount);
  }

  void removeBytes(long byteCount) {
    bytes.addAndGet(-byteCount);
  }

  long rows() {
    return rows.get();
  }

  long bytes() {
    return bytes.get();
  }
}
