package io.sensorium.delivery.telling;

import io.sensorium.core.id.CallbackId;
import io.sensorium.core.notification.Notification;

/**
 * The body of a delivery: {@code {"type", "callback", "event_type", "timestamp", "data"}}, where
 * {@code type} is the bit that the callback was registered with, and {@code event_type} the name of
 * what happened.
 */
final class Envelope {

  private Envelope() {}

  /**
   * A body.
   *
   * @param timestamp when it happened, as the API writes dates
   * @param data what it is about, JSON
   */
  static String body(
      Notification notification, CallbackId callback, String timestamp, String data) {
    return """
        {"type":%d,"callback":%d,"event_type":"%s","timestamp":"%s","data":%s}"""
        .formatted(
            notification.type().callbackBit(),
            callback.value(),
            notification.type().wireName(),
            timestamp,
            data);
  }
}
