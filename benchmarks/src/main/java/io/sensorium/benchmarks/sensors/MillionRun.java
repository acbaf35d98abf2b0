package io.sensorium.benchmarks.sensors;

/**
 * What a server made of a million series.
 *
 * @param firstRoundPerSecond points acknowledged while each series was new
 * @param perSecond points acknowledged of the rounds after it
 * @param rssBytes in the end
 * @param peakRssBytes highest ever
 * @param bytesPerPoint after a stop
 * @param readyAfterStopSeconds from the launcher's start
 * @param readyAfterKillSeconds the same, after rows that were in the log alone
 */
record MillionRun(
    double firstRoundPerSecond,
    double perSecond,
    long rssBytes,
    long peakRssBytes,
    double bytesPerPoint,
    double readyAfterStopSeconds,
    double readyAfterKillSeconds) {}
