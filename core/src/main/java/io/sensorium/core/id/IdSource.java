package io.sensorium.core.id;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Draws new ids and secrets. Safe for use by many threads when its generator is. */
public final class IdSource {

  private final RandomGenerator random;

  public IdSource(RandomGenerator random) {
    this.random = random;
  }

  /** Draws from the system's secure generator. */
  public static IdSource secure() {
    return new IdSource(new SecureRandom());
  }

  public UserId newUserId() {
    return new UserId(hex(12));
  }

  public InstallId newInstallId() {
    return new InstallId(hex(12));
  }

  public ApplicationId newApplicationId() {
    return new ApplicationId(hex(12));
  }

  public AccountId newAccountId() {
    return new AccountId(hex(12));
  }

  public CorrectionId newCorrectionId() {
    return new CorrectionId(hex(12));
  }

  /** By which a receiver knows a message that came before. */
  public String newMessageId() {
    return "msg_" + hex(16);
  }

  public EventId newTransportId() {
    return new EventId(hex(32));
  }

  public EventId newStationaryId() {
    long high = (random.nextLong() & ~0xF000L) | 0x4000L;
    long low = (random.nextLong() & ~(3L << 62)) | (1L << 63);
    return new EventId(new UUID(high, low).toString());
  }

  /** A lower-case hexadecimal text of {@code byteCount} random bytes. */
  public String hex(int byteCount) {
    var bytes = new byte[byteCount];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
