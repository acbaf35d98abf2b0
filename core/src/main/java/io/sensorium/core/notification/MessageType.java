package io.sensorium.core.notification;

import java.util.Optional;

/** The kinds of messages about people, with the bit by which a webhook asks for them. */
public enum MessageType {
  TRANSPORT("transport", 1),
  STATIONARY("stationary", 2),
  LOCATION("location", 4),
  MOMENT("moment", 8);

  private final String wireName;
  private final int bit;

  MessageType(String wireName, int bit) {
    this.wireName = wireName;
    this.bit = bit;
  }

  /** The type of that name; empty when there is none. */
  public static Optional<MessageType> findByWireName(String wireName) {
    for (var type : values()) {
      if (type.wireName.equals(wireName)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  public String wireName() {
    return wireName;
  }

  public int bit() {
    return bit;
  }
}
