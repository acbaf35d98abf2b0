package io.sensorium.benchmarks.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Does things at the same time. */
public final class Threads {

  private Threads() {}

  /** Does each in a thread of its own, and gives the results in the order of the tasks. */
  public static <T> List<T> all(List<Callable<T>> tasks) throws InterruptedException {
    try (var threads = Executors.newFixedThreadPool(tasks.size())) {
      var results = new ArrayList<T>();
      for (var done : threads.invokeAll(tasks)) {
        results.add(done.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw new BenchException("an upload failed", e);
    }
  }
}
