package io.sensorium.simulator.sensing;

/** Something that a sensor measures. */
public enum Quantity {
  TEMPERATURE("temp"),
  HUMIDITY("humi"),
  CO2("co2"),
  /** 1 while the door is open, 0 while it is shut; told when it changes, and now and then. */
  DOOR("door"),
  BATTERY("batt"),
  RADIO("wireless");

  private final String type;

  Quantity(String type) {
    this.type = type;
  }

  /** The type of data source, as the gateway API names it. */
  public String type() {
    return type;
  }
}
