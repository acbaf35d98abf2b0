package io.sensorium.simulator.sensing;

/**
 * Something that went wrong.
 *
 * @param serial of the sensor or gateway that it befell
 * @param endMicros the first instant after it; {@link Long#MAX_VALUE} when it never ends
 */
public record Incident(Kind kind, String serial, long startMicros, long endMicros) {

  /** What went wrong. */
  public enum Kind {
    /** The compressor of the fridge that the sensor watches did not run. */
    COOLING_FAILED,
    /** The sensor fell silent for ever. */
    SENSOR_DIED,
    /** The gateway was cut off, and sent later what it had heard. */
    GATEWAY_CUT_OFF,
    /** The gateway started anew, and sent again what it had sent last. */
    GATEWAY_REBOOTED
  }
}
