package io.sensorium.core.identity;

import io.sensorium.core.bytes.Digests;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A credential as it is shown: {@code <id>.<secret>}. Never logged; its text form hides the secret.
 */
public record Secret(String id, String secret) {

  private static final MessageDigest SHA_256 = Digests.sha256(); // only ever cloned

  /** Reads {@code <id>.<secret>}; empty when the text has another form. */
  public static Optional<Secret> parse(String text) {
    int dot = text.indexOf('.');
    if (dot < 1 || dot > 64 || dot == text.length() - 1 || text.length() > 512) {
      return Optional.empty();
    }
    return Optional.of(new Secret(text.substring(0, dot), text.substring(dot + 1)));
  }

  /** The text that is shown once to whom it belongs. */
  public String reveal() {
    return id + "." + secret;
  }

  public String sha256() {
    return sha256(secret);
  }

  /** Compares in constant time. */
  public boolean matches(Credential credential) {
    return MessageDigest.isEqual(
        sha256().getBytes(StandardCharsets.US_ASCII),
        credential.secretSha256().getBytes(StandardCharsets.US_ASCII));
  }

  /** 64 lower-case hexadecimal digits. */
  public static String sha256(String text) {
    try {
      var digest = (MessageDigest) SHA_256.clone(); // each request asks: no search for a provider
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("Java's SHA-256 can be cloned", e);
    }
  }

  @Override
  public String toString() {
    return "Secret[" + id + ".***]";
  }
}
