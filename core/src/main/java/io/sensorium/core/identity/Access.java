package io.sensorium.core.identity;

import io.sensorium.core.id.AccountId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides by the table of {@link Permission} whether a caller may do something. */
public final class Access {

  /** What was decided, and why not. */
  public enum Decision {
    ALLOWED,
    FORBIDDEN,
    SCOPE_MISSING,
    USER_DOES_NOT_BELONG_TO_APP,
    USER_NOT_FOUND
  }

  private Access() {}

  /** Whether {@code caller} may do that at all, whomever it is about. */
  public static Decision decide(Caller caller, Permission permission) {
    if (caller instanceof Caller.Key key) {
      var scope = permission.scope();
      if (scope == null) {
        return Decision.FORBIDDEN;
      }
      return key.scopes().contains(scope) ? Decision.ALLOWED : Decision.SCOPE_MISSING;
    }
    return permission.reach(caller) == Reach.NOBODY ? Decision.FORBIDDEN : Decision.ALLOWED;
  }

  /**
   * Whether {@code caller} may do that to {@code target}. An unknown user looks like somebody
   * else's to all but developers and the operator. A key reaches people, and control users to read
   * them.
   *
   * @param target the user asked for, or null when there is none
   * @param targetAccount the account of the target's application, or null when there is no target
   */
  public static Decision decide(
      Caller caller,
      Permission permission,
      @Nullable User target,
      @Nullable AccountId targetAccount) {
    var decision = decide(caller, permission);
    if (decision != Decision.ALLOWED) {
      return decision;
    }
    if (caller instanceof Caller.Key key) {
      return ofApplication(key, permission, target);
    }
    return switch (permission.reach(caller)) {
      case NOBODY -> Decision.FORBIDDEN;
      case OWN -> ownOnly(self(caller), target);
      case ACCOUNT -> ofAccount(self(caller), target, targetAccount);
      case ALL -> target == null ? Decision.USER_NOT_FOUND : Decision.ALLOWED;
    };
  }

  /** The caller, where that is the only user who can be reached; empty where there are others. */
  public static Optional<User> findOnlyReached(Caller caller, Permission permission) {
    return !(caller instanceof Caller.Key) && permission.reach(caller) == Reach.OWN
        ? Optional.ofNullable(self(caller))
        : Optional.empty();
  }

  private static @Nullable User self(Caller caller) {
    return switch (caller) {
      case Caller.Phone phone -> phone.person();
      case Caller.Controller controller -> controller.user();
      case Caller.Key _, Caller.Administrator _, Caller.Uploader _ -> null;
    };
  }

  private static Decision ownOnly(@Nullable User caller, @Nullable User target) {
    return caller != null && target != null && target.id().equals(caller.id())
        ? Decision.ALLOWED
        : Decision.FORBIDDEN;
  }

  private static Decision ofApplication(
      Caller.Key key, Permission permission, @Nullable User target) {
    boolean reachable = target instanceof User.Person || permission == Permission.READ;
    return target != null && reachable && target.application().equals(key.application())
        ? Decision.ALLOWED
        : Decision.USER_DOES_NOT_BELONG_TO_APP;
  }

  private static Decision ofAccount(
      @Nullable User caller, @Nullable User target, @Nullable AccountId targetAccount) {
    if (!(caller instanceof User.Control control)) {
      return Decision.FORBIDDEN;
    }
    if (target == null && control.role() == Role.DEVELOPER) {
      return Decision.USER_NOT_FOUND;
    }
    return control.account().equals(targetAccount) ? Decision.ALLOWED : Decision.FORBIDDEN;
  }
}
