package io.sensorium.server;

import io.sensorium.delivery.network.Trust;
import io.sensorium.intake.mqtt.MqttSettings;
import io.sensorium.intake.mqtt.MqttTopics;
import io.sensorium.intake.mqtt.MqttTopics.Mapping;
import io.sensorium.server.config.Config;
import io.sensorium.server.config.ConfigException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.TrustManagerFactory;

/** The MQTT broker that the settings name. */
public final class Broker {

  private Broker() {}

  /**
   * How it is used; empty when none is named.
   *
   * @throws ConfigException when a setting does not hold
   */
  static Optional<MqttSettings> settings(Config.Mqtt config) {
    if (config.broker().isEmpty()) {
      return Optional.empty();
    }
    var password =
        ConfigFiles.checked("mqtt.passwordFile", () -> ConfigFiles.password(config.passwordFile()));
    var trust = ConfigFiles.checked("mqtt.authorities", () -> trust(config.authorities()));
    var topics = topics(config);
    return Optional.of(
        ConfigFiles.checked(
            "mqtt.broker",
            () ->
                new MqttSettings(
                    URI.create(config.broker()),
                    config.clientId(),
                    config.user(),
                    password,
                    config.trustAcl(),
                    trust,
                    topics)));
  }

  /**
   * The topics of others that are read.
   *
   * @throws ConfigException when a setting does not hold
   */
  public static MqttTopics topics(Config.Mqtt config) {
    return new MqttTopics(
        mappings("mqtt.zigbee2mqtt", config.zigbee2mqtt()),
        mappings("mqtt.homeAssistant", config.homeAssistant()),
        mappings("mqtt.chirpStack", config.chirpStack()));
  }

  private static List<Mapping> mappings(String key, List<String> texts) {
    return ConfigFiles.checked(key, () -> texts.stream().map(Mapping::parse).toList());
  }

  private static TrustManagerFactory trust(String authorities) {
    return authorities.isEmpty()
        ? Trust.managersOfSystem()
        : Trust.managersWithAuthorities(Path.of(authorities));
  }
}
