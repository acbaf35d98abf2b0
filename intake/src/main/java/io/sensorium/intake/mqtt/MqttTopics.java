package io.sensorium.intake.mqtt;

import java.util.List;

/**
 * The topics of others that are read too.
 *
 * @param zigbee2mqtt by base topic
 * @param homeAssistant by discovery prefix
 * @param chirpStack by application id
 */
public record MqttTopics(
    List<Mapping> zigbee2mqtt, List<Mapping> homeAssistant, List<Mapping> chirpStack) {

  /** None of others. */
  public static final MqttTopics NONE = new MqttTopics(List.of(), List.of(), List.of());

  /**
   * Topics of others, and the gateway that stands for them here.
   *
   * @param name what the topics begin with
   */
  public record Mapping(String name, String gatewaySerial) {

    /**
     * Reads {@code name=serial}.
     *
     * @throws IllegalArgumentException when the text is not of that form
     */
    public static Mapping parse(String text) {
      int equals = text.lastIndexOf('=');
      if (equals < 1 || equals == text.length() - 1) {
        throw new IllegalArgumentException("must be name=gateway serial: " + text);
      }
      return new Mapping(text.substring(0, equals).strip(), text.substring(equals + 1).strip());
    }

    public Mapping {
      if (name.isBlank() || name.contains("#") || name.contains("+") || name.endsWith("/")) {
        throw new IllegalArgumentException("cannot be the start of a topic: " + name);
      }
    }
  }

  public MqttTopics {
    zigbee2mqtt = List.copyOf(zigbee2mqtt);
    homeAssistant = List.copyOf(homeAssistant);
    chirpStack = List.copyOf(chirpStack);
  }
}
