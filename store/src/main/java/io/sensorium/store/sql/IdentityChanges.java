package io.sensorium.store.sql;

import io.sensorium.store.database.SqlWriter;
import io.sensorium.store.database.Work;
import java.util.concurrent.atomic.AtomicLong;

/** Changes of the accounts database, counted so that memories of it can tell whether they hold. */
final class IdentityChanges {

  private final SqlWriter writer;
  private final AtomicLong count = new AtomicLong();

  IdentityChanges(SqlWriter writer) {
    this.writer = writer;
  }

  long count() {
    return count.get();
  }

  <T> T change(Work<T> work) {
    try {
      return writer.write(work);
    } finally {
      count.incrementAndGet(); // also when it failed: who knows how far it came
    }
  }
}
