package io.sensorium.intake.mqtt;

import java.net.URI;
import javax.net.ssl.TrustManagerFactory;

/**
 * Which broker is asked for which topics.
 *
 * @param broker {@code mqtt://host:1883} or {@code mqtts://host:8883}
 * @param clientId names the session that the broker keeps; of this server alone
 * @param user empty when the broker asks for none
 * @param trustAcl whether the broker lets each gateway write to its own topics alone; else each
 *     message shows the gateway's token, and commands are signed
 * @param trust whose certificates are trusted
 */
public record MqttSettings(
    URI broker,
    String clientId,
    String user,
    String password,
    boolean trustAcl,
    TrustManagerFactory trust,
    MqttTopics topics) {

  private static final int PLAIN_PORT = 1883;
  private static final int TLS_PORT = 8883;

  public MqttSettings {
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
