package io.sensorium.store.measurement;

/** The least and the greatest value of a period, each with the first date that has it. */
public record Extremes(double min, long minTimeMicros, double max, long maxTimeMicros) {}
