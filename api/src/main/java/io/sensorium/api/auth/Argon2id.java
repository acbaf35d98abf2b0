package io.sensorium.api.auth;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import io.sensorium.api.common.ApiError;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Hashes passwords with Argon2id. A hash is text that holds its own parameters and salt: {@code
 * $argon2id$v=19$m=12288,t=3,p=1$salt$hash}.
 */
final class Argon2id {
  /*
   * One of the parameter sets that OWASP's Password Storage Cheat Sheet holds to be equal: 12 MiB, 3
   * passes, 1 lane. Each hashing takes that memory, so at most four run at once: 48 MiB, and 12 MiB
   * that the library keeps. Whoever does not get a turn in time is asked to come again.
   */

  private static final int MEMORY_KIB = 12_288;
  private static final int PASSES = 3;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;

  private static final int AT_ONCE = 4;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private final Semaphore turns = new Semaphore(AT_ONCE, true);
  private final RandomGenerator random;

  /**
   * @param random secure; draws the salts
   */
  Argon2id(RandomGenerator random) {
    this.random = random;
  }

  String hash(String password) {
    var salt = randomBytes(SALT_BYTES);
    return inTurn(() -> function().hash(bytes(password), salt).getResult());
  }

  /** What no password has as its hash; to try one takes as long as with any other. */
  String hashOfNobody() {
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(MEMORY_KIB, PASSES, LANES, base64(SALT_BYTES), base64(HASH_BYTES));
  }

  private String base64(int byteCount) {
    return Base64.getEncoder().withoutPadding().encodeToString(randomBytes(byteCount));
  }

  private byte[] randomBytes(int count) {
    var bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  /** The library keeps it, with its memory, from the first use on. */
  private static Argon2Function function() {
    return Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);
  }

  /** Whether the password is the one that was hashed, with whatever parameters that was. */
  boolean verify(String password, String hash) {
    return inTurn(
        () ->
            Argon2Function.getInstanceFromHash(hash)
                .check(bytes(password), hash.getBytes(StandardCharsets.US_ASCII)));
  }

  private <T> T inTurn(Supplier<T> work) {
    try {
      if (!turns.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
        throw ApiError.unavailable("too many logins at once", LONGEST_WAIT);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ApiError.unavailable("the server stops", LONGEST_WAIT);
    }
    try {
      return work.get();
    } finally {
      turns.release();
    }
  }

  private static byte[] bytes(String password) {
    return password.getBytes(StandardCharsets.UTF_8);
  }
}
