package io.sensorium.core.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a control user may see of an account's people. */
public enum Role {
  /** Own data only. */
  BASIC,
  /** All people of all the account's applications. */
  SPECTATOR,
  /** A spectator who also manages the applications. */
  DEVELOPER;

  /** The word that the API uses. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Role> findByWireName(String name) {
    return Arrays.stream(values()).filter(role -> role.wireName().equals(name)).findFirst();
  }
}
