package io.sensorium.delivery.mail;

import io.sensorium.core.id.IdSource;

/** Makes ids of messages under the sender's domain, after RFC 5322. */
final class MessageIds {

  private static final int RANDOM_BYTES = 16;

  private final IdSource ids;
  private final String domain;

  /**
   * Makes ids for one sender.
   *
   * @param from such as {@code Sensorium <alarms@house.example>}
   */
  MessageIds(IdSource ids, String from) {
    this.ids = ids;
    this.domain = from.substring(from.lastIndexOf('@') + 1).replaceAll("[^A-Za-z0-9.-]", "");
  }

  String next() {
    return "<" + ids.hex(RANDOM_BYTES) + "@" + domain + ">";
  }
}
