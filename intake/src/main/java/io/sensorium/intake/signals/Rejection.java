package io.sensorium.intake.signals;

/**
 * One item that was not taken.
 *
 * @param stream the stream that held it, such as {@code fixes}
 * @param index its place in the stream, from 0
 * @param reason names the field, and what is wrong with it
 */
public record Rejection(String stream, int index, String reason) {}
