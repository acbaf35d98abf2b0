package io.sensorium.simulator.sensing;

import io.sensorium.core.measurement.MeasurementType;

/**
 * What a sensor measured at an instant.
 *
 * @param sensor the sensor's serial
 * @param value in the unit of the quantity, with two decimals at the most
 * @param type regular, or made because somebody pressed the sensor's button
 */
public record Reading(
    String sensor, Quantity quantity, long timeMicros, double value, MeasurementType type) {}
