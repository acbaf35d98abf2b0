package io.sensorium.core.identity;

import static io.sensorium.core.identity.Reach.ACCOUNT;
import static io.sensorium.core.identity.Reach.ALL;
import static io.sensorium.core.identity.Reach.NOBODY;
import static io.sensorium.core.identity.Reach.OWN;

import org.jspecify.annotations.Nullable;

/** The table of who may do what: a row for each kind of operation, a column for each caller. */
public enum Permission {
  // user token, API key of the person's application with the scope, basic, spectator, developer,
  // operator
  /** Reading or changing oneself. */
  SELF(OWN, null, OWN, OWN, OWN, NOBODY),
  /** Reading a user's data. */
  READ(OWN, Scope.USER_READ, OWN, ACCOUNT, ACCOUNT, ALL),
  /** Deleting a user with all data. */
  DELETE(OWN, Scope.USER_DELETE, NOBODY, NOBODY, NOBODY, ALL),
  /** Saying whose installs are whose. */
  LINK(NOBODY, Scope.USER_LINK, NOBODY, NOBODY, NOBODY, NOBODY);

  private final Reach phone;
  private final @Nullable Scope key;
  private final Reach basic;
  private final Reach spectator;
  private final Reach developer;
  private final Reach operator;

  Permission(
      Reach phone,
      @Nullable Scope key,
      Reach basic,
      Reach spectator,
      Reach developer,
      Reach operator) {
    this.phone = phone;
    this.key = key;
    this.basic = basic;
    this.spectator = spectator;
    this.developer = developer;
    this.operator = operator;
  }

  /** The scope that an API key needs; null when no key may. */
  public @Nullable Scope scope() {
    return key;
  }

  /** Whom a caller without a key reaches. An upload token only ever uploads. */
  Reach reach(Caller caller) {
    return switch (caller) {
      case Caller.Phone _ -> phone;
      case Caller.Controller controller -> reach(controller.user().role());
      case Caller.Administrator _ -> operator;
      case Caller.Uploader _, Caller.Key _ -> NOBODY;
    };
  }

  private Reach reach(Role role) {
    return switch (role) {
      case BASIC -> basic;
      case SPECTATOR -> spectator;
      case DEVELOPER -> developer;
    };
  }
}
