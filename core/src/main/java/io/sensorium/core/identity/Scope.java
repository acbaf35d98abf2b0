package io.sensorium.core.identity;

import java.util.Arrays;
import java.util.Optional;

/** What an API key may do. */
public enum Scope {
  USER_READ("user.read"),
  USER_LINK("user.link"),
  USER_DELETE("user.delete");

  private final String wireName;

  Scope(String wireName) {
    this.wireName = wireName;
  }

  /** The word that the API uses. */
  public String wireName() {
    return wireName;
  }

  public static Optional<Scope> findByWireName(String name) {
    return Arrays.stream(values()).filter(scope -> scope.wireName.equals(name)).findFirst();
  }
}
