package io.sensorium.intake.measurements;

/**
 * One row that was not taken.
 *
 * @param index its place in what was sent, from 0
 * @param reason names the field, and what is wrong with it
 */
public record RejectedRow(int index, String reason) {}
