package io.sensorium.core.notification;

/** The kinds of notifications, with the bit of a callback's type that asks for them. */
public enum NotificationType {
  MEASUREMENT_BUTTON("measurement.button", 1),
  ALARM_TRIGGERED("alarm.triggered", 2),
  ALARM_RECOVERED("alarm.recovered", 2),
  ALARM_RETRACTED("alarm.retracted", 2),
  BATTERY_LOW("system.battery_low", 4),
  SENSOR_DISCONNECTED("sensor.disconnected", 4),
  SENSOR_CONNECTED("sensor.connected", 4),
  GATEWAY_DISCONNECTED("gateway.disconnected", 4),
  GATEWAY_CONNECTED("gateway.connected", 4),
  SILENCE_RETRACTED("silence_retracted", 4),
  WORKFLOW_FINISHED("workflow.finished", 4);

  private final String wireName;
  private final int callbackBit;

  NotificationType(String wireName, int callbackBit) {
    this.wireName = wireName;
    this.callbackBit = callbackBit;
  }

  /**
   * The type of that name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static NotificationType ofWireName(String wireName) {
    for (var type : values()) {
      if (type.wireName.equals(wireName)) {
        return type;
      }
    }
    throw new IllegalArgumentException("no notification has the type " + wireName);
  }

  public String wireName() {
    return wireName;
  }

  public int callbackBit() {
    return callbackBit;
  }
}
