package io.sensorium.benchmarks.peers;

import io.sensorium.benchmarks.pipeline.BenchException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Sends a load to a server: each connection in a thread of its own. */
public final class Sending {

  private static final int LOOK_EACH_MILLIS = 500;
  private static final int QUIET_LOOKS = 12; // as long as the peers let written rows rest
  private static final int LOOKS = 360;
  private static final double QUIET_CPU_SHARE = 0.04;

  private Sending() {}

  /**
   * Sends all bodies.
   *
   * @return seconds from the first byte to the last acknowledgement
   */
  public static double send(Contender server, Batches batches)
      throws IOException, InterruptedException {
    return inThreads(
        batches.bodies().size(),
        connection -> sending(server.connect(connection), batches.bodies().get(connection)));
  }

  /** Prepares what a thread does, before the clock runs. */
  interface Preparing {

    Callable<Void> prepare(int thread) throws IOException;
  }

  /**
   * Does something in several threads at once.
   *
   * @return seconds until the last of them has done it
   */
  static double inThreads(int count, Preparing preparing) throws IOException, InterruptedException {
    var work = new ArrayList<Callable<Void>>();
    for (int thread = 0; thread < count; thread++) {
      work.add(preparing.prepare(thread));
    }
    try (var threads = Executors.newFixedThreadPool(count)) {
      long started = System.nanoTime();
      for (var done : threads.invokeAll(work)) {
        done.get();
      }
      return (System.nanoTime() - started) / 1e9;
    } catch (ExecutionException e) {
      throw new BenchException("a connection failed: " + e.getCause(), e);
    }
  }

  private static Callable<Void> sending(Contender.Line line, List<byte[]> bodies) {
    return () -> {
      try (line) {
        for (var body : bodies) {
          line.send(body);
        }
      }
      return null;
    };
  }

  /** Waits until the server has done what it put off. */
  public static void awaitQuiet(Contender server) throws IOException, InterruptedException {
    int quiet = 0;
    double before = server.figures().cpuSeconds();
    for (int look = 0; look < LOOKS && quiet < QUIET_LOOKS; look++) {
      Thread.sleep(LOOK_EACH_MILLIS);
      double after = server.figures().cpuSeconds();
      quiet = after - before <= QUIET_CPU_SHARE * LOOK_EACH_MILLIS / 1_000 ? quiet + 1 : 0;
      before = after;
    }
  }
}
