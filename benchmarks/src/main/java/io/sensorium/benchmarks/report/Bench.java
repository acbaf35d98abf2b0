package io.sensorium.benchmarks.report;

import java.io.IOException;

/** One benchmark. */
public interface Bench {

  /** The word that starts it. */
  String name();

  /** What it measures, in one line. */
  String purpose();

  /** Runs to the end; takes minutes. */
  Report run() throws IOException, InterruptedException;
}
