package io.sensorium.intake.mqtt;

import java.util.concurrent.CompletableFuture;

/** Hands messages to the broker. */
@FunctionalInterface
interface MqttPublisher {

  /** Completes when the broker has taken the message over. */
  CompletableFuture<?> publish(String topic, byte[] payload);
}
