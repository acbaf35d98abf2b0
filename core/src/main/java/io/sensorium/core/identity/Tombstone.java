package io.sensorium.core.identity;

import io.sensorium.core.id.InstallId;
import io.sensorium.core.id.UserId;

/**
 * What is kept of something that was erased: a hash of its name, by which it is known again when
 * somebody shows it, and from which it cannot be read.
 */
public final class Tombstone {
  /*
   * Ids have 96 random bits and secrets 192, so that nobody finds them by hashing guesses.
   */

  private Tombstone() {}

  /** 64 hexadecimal digits. */
  public static String of(UserId user) {
    return Secret.sha256("user:" + user);
  }

  /** 64 hexadecimal digits. */
  public static String of(InstallId install) {
    return Secret.sha256("install:" + install);
  }

  /** 64 hexadecimal digits; of a stored credential and of the secret that is shown, the same. */
  public static String of(Credential credential) {
    return ofCredential(credential.id(), credential.secretSha256());
  }

  /** 64 hexadecimal digits. */
  public static String of(Secret shown) {
    return ofCredential(shown.id(), shown.sha256());
  }

  private static String ofCredential(String id, String secretSha256) {
    return Secret.sha256("credential:" + id + ":" + secretSha256);
  }
}
