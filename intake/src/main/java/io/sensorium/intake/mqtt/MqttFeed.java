package io.sensorium.intake.mqtt;

import java.util.Set;

/** Topics of one kind, and what becomes of the messages on them. Safe for use by many threads. */
interface MqttFeed {

  /**
   * A wish for messages.
   *
   * @param durable whether the broker keeps messages while the server is away; else they are of the
   *     present alone
   */
  record Subscription(String filter, boolean durable) {}

  /** What is subscribed to whenever a connection begins. */
  Set<Subscription> subscriptions();

  /** Whether messages on this topic are for this feed. */
  boolean takes(String topic);

  /** Whether messages on this topic tell how others are to be read: those may wait for it. */
  default boolean announces(String topic) {
    return false;
  }

  /**
   * Takes a message in; it is acknowledged when this returns.
   *
   * @throws io.sensorium.intake.IntakeException when it has no sense, or there is no room
   * @throws io.sensorium.store.StoreException when it could not be stored
   */
  void take(MqttMessage message);
}
