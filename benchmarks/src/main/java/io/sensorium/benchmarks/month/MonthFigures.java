package io.sensorium.benchmarks.month;

import io.sensorium.benchmarks.metrics.Counts;

/**
 * What one simulated month measured.
 *
 * @param seconds from the first byte sent until the last event is read
 * @param cpuSeconds of the server in that time
 * @param bytesAfterRun of the data directory right after the run, write-ahead log included
 * @param bytesAfterStop of the data directory after a graceful stop
 * @param modeAgreement share of 5-second steps of the moving time
 */
record MonthFigures(
    long seed,
    int fixes,
    double seconds,
    double cpuSeconds,
    long peakRssBytes,
    long bytesAfterRun,
    long bytesAfterStop,
    Counts stays,
    double boundaryMedianSeconds,
    double boundaryP90Seconds,
    double modeAgreement) {

  double bytesPerFixAfterRun() {
    return (double) bytesAfterRun / fixes;
  }

  double bytesPerFixAfterStop() {
    return (double) bytesAfterStop / fixes;
  }
}
