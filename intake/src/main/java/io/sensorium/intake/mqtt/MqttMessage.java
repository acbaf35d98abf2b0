package io.sensorium.intake.mqtt;

import java.time.Instant;

/** A message as the broker delivered it. */
final class MqttMessage {

  private final String topic;
  private final byte[] payload;
  private final boolean retained;
  private final Instant receivedAt;

  MqttMessage(String topic, byte[] payload, boolean retained, Instant receivedAt) {
    this.topic = topic;
    this.payload = payload;
    this.retained = retained;
    this.receivedAt = receivedAt;
  }

  String topic() {
    return topic;
  }

  /** Not to be changed. */
  byte[] payload() {
    return payload;
  }

  /** Whether it was sent before the subscription, and kept by the broker. */
  boolean isRetained() {
    return retained;
  }

  Instant receivedAt() {
    return receivedAt;
  }
}
