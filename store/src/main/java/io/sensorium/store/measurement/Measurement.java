package io.sensorium.store.measurement;

import io.sensorium.core.id.SourceId;

/**
 * A stored row.
 *
 * @param value in the source's unit; NaN where the type is blank
 * @param typeCode the code of a {@link io.sensorium.core.measurement.MeasurementType}
 * @param seq when it was stored, in microseconds since 1970, made to rise
 */
public record Measurement(SourceId source, long timeMicros, double value, int typeCode, long seq) {}
