package io.sensorium.intake.mqtt;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.lifecycle.MqttClientDisconnectedContext;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3ClientBuilder;
import com.hivemq.client.mqtt.mqtt3.message.auth.Mqtt3SimpleAuth;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A client as the settings say, which connects again by itself, and whose end the broker tells. */
final class BrokerClient {

  private static final Logger log = LoggerFactory.getLogger(BrokerClient.class);

  private static final Duration FIRST_DELAY = Duration.ofSeconds(1);
  private static final Duration LONGEST_DELAY = Duration.ofMinutes(1);

  /** Where the server tells, for whoever comes later too, whether it is there. */
  static final String STATUS = "sensorium/status";

  private BrokerClient() {}

  /** The message that tells on {@link #STATUS} whether the server is there. */
  static Mqtt3Publish status(boolean online) {
    return Mqtt3Publish.builder()
        .topic(STATUS)
        .qos(MqttQos.AT_LEAST_ONCE)
        .retain(true)
        .payload((online ? "online" : "offline").getBytes(US_ASCII))
        .build();
  }

  /**
   * A client that is not connected yet.
   *
   * @param connected runs whenever it is
   * @param closed whether it is to connect no more
   */
  static Mqtt3AsyncClient of(MqttSettings settings, Runnable connected, BooleanSupplier closed) {
    var builder =
        MqttClient.builder()
            .useMqttVersion3()
            .identifier(settings.clientId())
            .serverHost(settings.broker().getHost())
            .serverPort(settings.port())
            .willPublish(status(false))
            .automaticReconnect()
            .initialDelay(FIRST_DELAY.toMillis(), TimeUnit.MILLISECONDS)
            .maxDelay(LONGEST_DELAY.toMillis(), TimeUnit.MILLISECONDS)
            .applyAutomaticReconnect()
            .addConnectedListener(_ -> connected.run())
            .addDisconnectedListener(context -> disconnected(settings, context, closed));
    return identified(secured(builder, settings), settings).buildAsync();
  }

  private static Mqtt3ClientBuilder secured(Mqtt3ClientBuilder builder, MqttSettings settings) {
    if (!settings.tls()) {
      return builder;
    }
    return builder.sslConfig(
        MqttClientSslConfig.builder().trustManagerFactory(settings.trust()).build());
  }

  private static Mqtt3ClientBuilder identified(Mqtt3ClientBuilder builder, MqttSettings settings) {
    if (settings.user().isEmpty()) {
      return builder;
    }
    return builder.simpleAuth(
        Mqtt3SimpleAuth.builder()
            .username(settings.user())
            .password(settings.password().getBytes(UTF_8))
            .build());
  }

  private static void disconnected(
      MqttSettings settings, MqttClientDisconnectedContext context, BooleanSupplier closed) {
    if (closed.getAsBoolean()) {
      context.getReconnector().reconnect(false);
      return;
    }
    log.warn("no connection to {}: {}", settings, context.getCause().getMessage());
    log.debug("why there is none", context.getCause());
  }
}
