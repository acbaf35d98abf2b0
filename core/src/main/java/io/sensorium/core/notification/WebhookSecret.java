package io.sensorium.core.notification;

import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * The key that signs what is sent to a callback, as Standard Webhooks writes it: {@code whsec_} and
 * Base64. Never logged; its text form hides it.
 *
 * @param text as it is shown, once
 */
public record WebhookSecret(String text) {

  private static final String PREFIX = "whsec_";
  private static final int DRAWN_BYTES = 32;
  private static final int MIN_BYTES = 24;
  private static final int MAX_BYTES = 64;

  public WebhookSecret {
    int length = text.startsWith(PREFIX) ? decode(text).length : 0;
    if (length < MIN_BYTES || length > MAX_BYTES) {
      throw new IllegalArgumentException("a secret is whsec_ and 24 to 64 bytes in Base64");
    }
  }

  public static WebhookSecret draw(RandomGenerator random) {
    var key = new byte[DRAWN_BYTES];
    random.nextBytes(key);
    return of(key);
  }

  public static WebhookSecret of(byte[] key) {
    return new WebhookSecret(PREFIX + Base64.getEncoder().encodeToString(key));
  }

  /** The bytes that sign. */
  public byte[] key() {
    return decode(text);
  }

  @Override
  public String toString() {
    return "WebhookSecret[whsec_***]";
  }

  private static byte[] decode(String text) {
    return Base64.getDecoder().decode(text.substring(PREFIX.length()));
  }
}
