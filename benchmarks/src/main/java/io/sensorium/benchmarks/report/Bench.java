package io.sensorium.benchmarks.report;

import java.io.IOException;

/** One benchmark. */
public interface Bench {

  /** The word that starts it. */
  String name();

  /** What it measures, in one line. */
  String purpose();

  /** Whether it writes into the sources; then it runs only when it is named. */
  default boolean writesSources() {
    return false;
  }

  /** Runs to the end; takes minutes. */
  Report run() throws IOException, InterruptedException;
}
