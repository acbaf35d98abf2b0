package io.sensorium.core.identity;

import io.sensorium.core.id.AccountId;
import org.jspecify.annotations.Nullable;

/** Decides whether a caller may read a user's data. */
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

  /**
   * Whether {@code caller} may do to {@code target} what {@code scope} names. An unknown user looks
   * like somebody else's to all but developers and the operator.
   *
   * @param target the user asked for, or null when there is none
   * @param targetAccount the account of the target's application, or null when there is no target
   */
  public static Decision decide(
      Caller caller, Scope scope, @Nullable User target, @Nullable AccountId targetAccount) {
    return switch (caller) {
      case Caller.Uploader _ -> Decision.FORBIDDEN;
      case Caller.Administrator _ -> target == null ? Decision.USER_NOT_FOUND : Decision.ALLOWED;
      case Caller.Phone phone -> ownOnly(phone.person(), target);
      case Caller.Key key -> ofApplication(key, scope, target);
      case Caller.Controller controller -> ofRole(controller.user(), target, targetAccount);
    };
  }

  private static Decision ownOnly(User caller, @Nullable User target) {
    return target != null && target.id().equals(caller.id())
        ? Decision.ALLOWED
        : Decision.FORBIDDEN;
  }

  private static Decision ofApplication(Caller.Key key, Scope scope, @Nullable User target) {
    if (!key.scopes().contains(scope)) {
      return Decision.SCOPE_MISSING;
    }
    return target != null && target.application().equals(key.application())
        ? Decision.ALLOWED
        : Decision.USER_DOES_NOT_BELONG_TO_APP;
  }

  private static Decision ofRole(
      User.Control caller, @Nullable User target, @Nullable AccountId targetAccount) {
    return switch (caller.role()) {
      case BASIC -> ownOnly(caller, target);
      case SPECTATOR ->
          caller.account().equals(targetAccount) ? Decision.ALLOWED : Decision.FORBIDDEN;
      case DEVELOPER -> {
        if (target == null) {
          yield Decision.USER_NOT_FOUND;
        }
        yield caller.account().equals(targetAccount) ? Decision.ALLOWED : Decision.FORBIDDEN;
      }
    };
  }
}
