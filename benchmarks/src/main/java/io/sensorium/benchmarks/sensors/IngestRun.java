package io.sensorium.benchmarks.sensors;

/**
 * What one server made of the whole load.
 *
 * @param first on the server that has just started
 * @param second the points that follow, on the same server
 * @param bytesPerPoint of both, in their lasting form
 */
record IngestRun(Pass first, Pass second, double bytesPerPoint, long peakRssBytes) {}
