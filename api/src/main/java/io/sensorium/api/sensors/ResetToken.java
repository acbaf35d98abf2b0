package io.sensorium.api.sensors;

import io.sensorium.core.id.SensorUserId;
import io.sensorium.core.identity.Secret;
import io.sensorium.core.time.Micros;
import io.sensorium.store.StoreException;
import io.sensorium.store.sealing.SealingKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * The right to set a new password for a user.
 *
 * @param passwordProof of the password that is to be replaced: once it is, the token holds no more
 */
record ResetToken(SensorUserId user, Instant expiresAt, String passwordProof) {
  /*
   * Nothing is stored: a token is sealed under the data directory's key. It holds once, as the hash of
   * a password, which has a salt of its own, is another after every change.
   */

  private static final String PURPOSE = "password reset";
  private static final int HEAD_LENGTH = 2 * Long.BYTES;

  static ResetToken of(SensorUserId user, Instant expiresAt, String passwordHash) {
    return new ResetToken(user, expiresAt, Secret.sha256(passwordHash));
  }

  boolean replaces(String passwordHash, Instant now) {
    return now.isBefore(expiresAt) && passwordProof.equals(Secret.sha256(passwordHash));
  }

  String seal(SealingKey key) {
    var proof = passwordProof.getBytes(StandardCharsets.US_ASCII);
    var bytes = ByteBuffer.allocate(HEAD_LENGTH + proof.length);
    bytes.putLong(user.value()).putLong(Micros.of(expiresAt)).put(proof);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(key.seal(bytes.array(), PURPOSE));
  }

  /** Empty when it is no token that was sealed here. */
  static Optional<ResetToken> unseal(String text, SealingKey key) {
    byte[] opened;
    try {
      opened = key.unseal(Base64.getUrlDecoder().decode(text), PURPOSE);
    } catch (IllegalArgumentException | StoreException e) {
      return Optional.empty();
    }
    var bytes = ByteBuffer.wrap(opened);
    var user = new SensorUserId(bytes.getLong());
    var expiresAt = Micros.toInstant(bytes.getLong());
    var proof = StandardCharsets.US_ASCII.decode(bytes).toString();
    return Optional.of(new ResetToken(user, expiresAt, proof));
  }
}
