package io.sensorium.api.auth;

import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.RateLimiter;
import io.sensorium.api.common.Request;
import io.sensorium.core.id.AccountId;
import io.sensorium.core.id.ApplicationId;
import io.sensorium.core.id.UserId;
import io.sensorium.core.identity.Access;
import io.sensorium.core.identity.Application;
import io.sensorium.core.identity.Caller;
import io.sensorium.core.identity.Permission;
import io.sensorium.core.identity.Secret;
import io.sensorium.core.identity.User;
import io.sensorium.store.erasure.Erasures;
import io.sensorium.store.identity.Identities;
import java.util.Objects;
import java.util.Optional;

/** Stands before every endpoint: finds out who calls, and refuses who may not. */
public final class Guard {

  /** A user, and the account of their application. */
  private record Target(User user, AccountId account) {}

  private record Reach(String caller, String user) {}

  private final Authentication authentication;
  private final Identities identities;
  private final Erasures erasures;
  private final CallerLimits requests;
  private final RateLimiter failedLogins;
  private final WhileUnchanged<Reach, Target> targets;

  /**
   * @param requests limits each credential, and each user
   * @param failedLogins limits each address that shows credentials that do not hold
   */
  public Guard(
      Authentication authentication,
      Identities identities,
      Erasures erasures,
      CallerLimits requests,
      RateLimiter failedLogins) {
    this.authentication = authentication;
    this.identities = identities;
    this.erasures = erasures;
    this.requests = requests;
    this.failedLogins = failedLogins;
    this.targets = new WhileUnchanged<>(identities::changeCount);
  }

  /**
   * Who calls; refuses with 401 when no credential is shown or it does not hold, with 403 when it
   * is one of who was switched off or erased.
   */
  public Caller caller(Request request) {
    return caller(request, request.bearerToken());
  }

  /** The same, for a secret that came in another way than as a bearer token. */
  public Caller caller(Request request, Optional<String> revealedSecret) {
    var identified = identified(request, revealedSecret);
    return switch (identified.standing()) {
      case GOOD -> identified.caller();
      case DISABLED -> throw disabled(identified.caller());
      case DELETED -> throw ApiError.installDeleted("Install is deleted.");
    };
  }

  private Authentication.Identified identified(Request request, Optional<String> revealedSecret) {
    var identified = revealedSecret.flatMap(authentication::identify);
    if (identified.isEmpty()) {
      revealedSecret.flatMap(Secret::parse).ifPresent(secret -> refuseErased(request, secret));
      failedLogins.check(request.peer().getHostAddress());
      throw ApiError.unauthorized();
    }
    var caller = identified.get().caller();
    requests.check(request, caller.name(), caller.owner());
    return identified.get();
  }

  /** Who was erased is known, and no guesser. */
  private void refuseErased(Request request, Secret shown) {
    if (erasures.isErased(shown)) {
      requests.check(request, "erased:" + shown.id());
      throw ApiError.installDeleted("Install is deleted.");
    }
  }

  private static ApiError disabled(Caller caller) {
    return switch (caller) {
      case Caller.Phone _, Caller.Uploader _ -> ApiError.installDisabled("Install is disabled.");
      case Caller.Key _, Caller.Controller _, Caller.Administrator _ ->
          ApiError.forbidden("the application is deactivated");
    };
  }

  /** Who calls, if they may do that at all, whomever it is about. */
  public Caller caller(Request request, Permission permission) {
    var caller = caller(request);
    refuseUnlessAllowed(Access.decide(caller, permission), permission);
    return caller;
  }

  /** The user whom the path names, if the caller may do that to them. */
  public User user(Request request, Permission permission) {
    return target(request, caller(request), permission);
  }

  /** The user who calls. */
  public User self(Request request) {
    return switch (caller(request, Permission.SELF)) {
      case Caller.Phone phone -> phone.person();
      case Caller.Controller controller -> controller.user();
      case Caller.Key _, Caller.Administrator _, Caller.Uploader _ -> throw ApiError.forbidden();
    };
  }

  /**
   * The user whom the path names, if the caller may erase them. Who has asked for it before may ask
   * again until it is done.
   */
  public User eraser(Request request) {
    var identified = identified(request, request.bearerToken());
    return switch (identified.standing()) {
      case GOOD, DELETED -> target(request, identified.caller(), Permission.DELETE);
      case DISABLED -> throw disabled(identified.caller());
    };
  }

  /** The application whose key links installs to people. */
  public Application linker(Request request) {
    if (!(caller(request, Permission.LINK) instanceof Caller.Key key)) {
      throw ApiError.forbidden();
    }
    return identities
        .findApplication(key.application())
        .filter(Application::userLinking)
        .orElseThrow(ApiError::userLinkingNotConfigured);
  }

  /*
   * Who is foreign costs what who is unknown does: a caller who reaches nobody, or only
   * themselves, is refused before anything is read, and all others make the same look-ups. Who was
   * reached is remembered by caller and user: whoever may not reach a user finds none there, whether
   * another caller may or the user does not exist, and so learns nothing from the time that it takes.
   */
  private User target(Request request, Caller caller, Permission permission) {
    refuseUnlessAllowed(Access.decide(caller, permission), permission);
    var id = request.pathParameter("user_id");
    var self = Access.findOnlyReached(caller, permission);
    if (self.isPresent()) {
      return self.filter(own -> own.id().value().equals(id)).orElseThrow(ApiError::forbidden);
    }
    var reach = new Reach(caller.name(), id);
    long changeCount = targets.changeCount();
    var known = targets.find(reach, changeCount);
    var target = known.or(() -> find(caller, id));
    refuseUnlessAllowed(
        Access.decide(
            caller,
            permission,
            target.map(Target::user).orElse(null),
            target.map(Target::account).orElse(null)),
        permission);
    var allowed = target.orElseThrow();
    if (known.isEmpty()) {
      targets.remember(reach, changeCount, allowed);
    }
    return allowed.user();
  }

  private static void refuseUnlessAllowed(Access.Decision decision, Permission permission) {
    switch (decision) {
      case ALLOWED -> {}
      case FORBIDDEN -> throw ApiError.forbidden();
      case SCOPE_MISSING -> {
        var scope = Objects.requireNonNull(permission.scope());
        throw ApiError.scopeMissing(scope.wireName());
      }
      case USER_DOES_NOT_BELONG_TO_APP -> throw ApiError.userDoesNotBelongToApp();
      case USER_NOT_FOUND -> throw ApiError.userNotFound();
    }
  }

  /** The phone that calls with its user token. */
  public Caller.Phone phone(Request request) {
    if (caller(request) instanceof Caller.Phone phone) {
      return phone;
    }
    throw ApiError.forbidden();
  }

  /** Whether the request's credential still holds and is of that user. */
  public boolean stillHolds(Request request, UserId user) {
    return request
        .bearerToken()
        .flatMap(authentication::authenticate)
        .filter(caller -> caller instanceof Caller.Phone phone && phone.person().id().equals(user))
        .isPresent();
  }

  /** Refuses everybody but the operator. */
  public Caller.Administrator administrator(Request request) {
    if (caller(request) instanceof Caller.Administrator administrator) {
      return administrator;
    }
    throw ApiError.forbidden();
  }

  /** Where there is no such user, the caller's own application is read instead. */
  private Optional<Target> find(Caller caller, String id) {
    var user = UserId.isValid(id) ? identities.findUser(new UserId(id)) : Optional.<User>empty();
    var application =
        user.map(User::application)
            .or(() -> applicationOf(caller))
            .flatMap(identities::findApplication);
    return user.flatMap(found -> application.map(it -> new Target(found, it.account())));
  }

  private static Optional<ApplicationId> applicationOf(Caller caller) {
    return switch (caller) {
      case Caller.Key key -> Optional.of(key.application());
      case Caller.Controller controller -> Optional.of(controller.user().application());
      case Caller.Administrator _, Caller.Phone _, Caller.Uploader _ -> Optional.empty();
    };
  }
}
