package io.sensorium.benchmarks.alarms;

import java.time.Instant;

/** A measurement of one source. */
record Row(Instant date, double value) {}
