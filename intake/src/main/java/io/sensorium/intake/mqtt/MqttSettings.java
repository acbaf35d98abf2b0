package io.sensorium.intake.mqtt;

import java.net.URI;
import java.util.List;

/**
 * Which broker is asked for which topics.
 *
 * @param broker {@code mqtt://host:1883} or {@code mqtts://host:8883}
 * @param clientId names the session that the broker keeps; of this server alone
 * @param user empty when the broker asks for none
 * @param trustAcl whether the broker lets each gateway write to its own topics alone; else each
 *     message shows the gateway's token, and commands are signed
 * @param zigbee2mqtt by base topic
 * @param homeAssistant by discovery prefix
 * @param chirpStack by application id
 */
public record MqttSettings(
    URI broker,
    String clientId,
    String user,
    String password,
    boolean trustAcl,
    List<Mapping> zigbee2mqtt,
    List<Mapping> homeAssistant,
    List<Mapping> chirpStack) {

  private static final int PLAIN_PORT = 1883;
  private static final int TLS_PORT = 8883;

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

  public MqttSettings {
    zigbee2mqtt = List.copyOf(zigbee2mqtt);
    homeAssistant = List.copyOf(homeAssistant);
    chirpStack = List.copyOf(chirpStack);
    var scheme = String.valueOf(broker.getScheme());
    if (broker.getHost() == null || !(scheme.equals("mqtt") || scheme.equals("mqtts"))) {
      throw new IllegalArgumentException("must be mqtt://host:port or mqtts://host:port");
    }
  }

  boolean tls() {
    return broker.getScheme().equals("mqtts");
  }

  int port() {
    return broker.getPort() > 0 ? broker.getPort() : tls() ? TLS_PORT : PLAIN_PORT;
  }

  @Override
  public String toString() { // without the password
    return "MqttSettings[" + broker.getHost() + ":" + port() + ", " + clientId + "]";
  }
}
