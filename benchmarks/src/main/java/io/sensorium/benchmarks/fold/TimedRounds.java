package io.sensorium.benchmarks.fold;

import com.sun.management.OperatingSystemMXBean;
import io.sensorium.benchmarks.metrics.Quantiles;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;

/** Times a piece of work after it is warm. */
final class TimedRounds {

  private static final int WARM_UP_ROUNDS = 3;
  private static final int ROUNDS = 5;

  private TimedRounds() {}

  /** Work whose result is kept, so that it cannot be left out. */
  @FunctionalInterface
  interface Work {
    long run();
  }

  /** Median seconds of a round, on one thread. */
  static double medianSeconds(Work work) {
    long kept = 0;
    for (int i = 0; i < WARM_UP_ROUNDS; i++) {
      kept += work.run();
    }
    var seconds = new ArrayList<Double>();
    for (int i = 0; i < ROUNDS; i++) {
      long started = System.nanoTime();
      kept += work.run();
      seconds.add((System.nanoTime() - started) / 1e9);
    }
    if (kept == Long.MIN_VALUE) {
      throw new IllegalStateException("the work gave nothing");
    }
    return Quantiles.median(seconds);
  }

  /** Processor seconds of all threads in one round; what else the machine does is left out. */
  static double cpuSeconds(Work work) {
    var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long started = system.getProcessCpuTime();
    if (work.run() == Long.MIN_VALUE) {
      throw new IllegalStateException("the work gave nothing");
    }
    return (system.getProcessCpuTime() - started) / 1e9;
  }
}
