package io.sensorium.store.measurement;

/**
 * What the values of one span of time have in common.
 *
 * @param mean arithmetic, of an exact sum
 */
public record Group(long startMicros, long count, double min, double max, double mean) {}
