package io.sensorium.store.sql;

import io.sensorium.core.bytes.Blob;
import io.sensorium.core.signals.Signals;
import io.sensorium.store.Samples;
import io.sensorium.store.timeline.FoldHead;
import io.sensorium.store.timeline.Revision;
import io.sensorium.store.timeline.SnapshotChange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes batches into the store of a directory and tells each, until it is killed: by its position
 * in the inbox, or by user and second when it never was there.
 */
final class AppendingProcess {

  private AppendingProcess() {}

  public static void main(String[] arguments) throws InterruptedException {
    int run = Integer.parseInt(arguments[1]);
    boolean atOnce = arguments[2].equals("at-once");
    var store = Store.openSqlite(Path.of(arguments[0]));
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < 4; i++) {
      var samples = new Samples(100L * run + i);
      threads.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    if (atOnce) {
                      takeIn(store, samples);
                    } else {
                      append(store, samples);
                    }
                  }));
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

  private static void takeIn(Store store, Samples samples) {
    var user = samples.user();
    for (long second = 0; true; second++) {
      var signals = Signals.ofFixes(Samples.fixesAt(second));
      var revision =
          new Revision(
              user,
              List.of(),
              store.archive().draft(user, signals),
              new FoldHead(Blob.EMPTY, 0, 0, Long.MAX_VALUE, 1 + second),
              new SnapshotChange(0, 0, List.of()),
              List.of(),
              List.of(),
              List.of());
      store.folds().commitArrival(samples.entry(user, signals), revision);
      System.out.println(user.value() + " " + second);
    }
  }
}
