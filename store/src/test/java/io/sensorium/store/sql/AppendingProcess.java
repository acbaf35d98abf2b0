package io.sensorium.store.sql;

import io.sensorium.core.signals.Signals;
import io.sensorium.store.Samples;
import java.nio.file.Path;
import java.util.ArrayList;

/** Appends to the store of a directory and tells each position, until it is killed. */
final class AppendingProcess {

  private AppendingProcess() {}

  public static void main(String[] arguments) throws InterruptedException {
    int run = Integer.parseInt(arguments[1]);
    var store = Store.openSqlite(Path.of(arguments[0]));
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < 4; i++) {
      var samples = new Samples(100L * run + i);
      threads.add(Thread.ofPlatform().start(() -> append(store, samples)));
    }
    for (var thread : threads) {
      thread.join();
    }
  }

  private static void append(Store store, Samples samples) {
    var user = samples.user();
    for (long second = 0; true; second++) {
      var signals = Signals.ofFixes(Samples.fixesAt(second));
      long position = store.inbox().append(samples.entry(user, signals)).position();
      System.out.println(position);
    }
  }
}
