package io.sensorium.core.sensing;

/** A make of gateway, as the sensor API numbers it. */
public record GatewayType(int id, String name) {

  public static final GatewayType DEFAULT = new GatewayType(10, "B16");

  /** The number of makes that the sensor API does not know. */
  private static final int OTHER = 100;

  /** The make of that name. */
  public static GatewayType named(String name) {
    return name.equals(DEFAULT.name()) ? DEFAULT : new GatewayType(OTHER, name);
  }
}
