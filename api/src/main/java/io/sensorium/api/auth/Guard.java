package io.sensorium.api.auth;

import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.RateLimiter;
import io.sensorium.api.common.Request;
import io.sensorium.core.id.UserId;
import io.sensorium.core.identity.Access;
import io.sensorium.core.identity.Application;
import io.sensorium.core.identity.Caller;
import io.sensorium.core.identity.Scope;
import io.sensorium.core.identity.User;
import io.sensorium.store.identity.Identities;
import java.util.Optional;

/** Stands before every endpoint: finds out who calls, and refuses who may not. */
public final class Guard {

  private final Authentication authentication;
  private final Identities identities;
  private final RateLimiter requests;
  private final RateLimiter failedLogins;

  /**
   * @param requests limits each credential
   * @param failedLogins limits each address that shows credentials that do not hold
   */
  public Guard(
      Authentication authentication,
      Identities identities,
      RateLimiter requests,
      RateLimiter failedLogins) {
    this.authentication = authentication;
    this.identities = identities;
    this.requests = requests;
    this.failedLogins = failedLogins;
  }

  /** Who calls; refuses with 401 when no credential is shown or it does not hold. */
  public Caller caller(Request request) {
    return caller(request, request.bearerToken());
  }

  /** The same, for a secret that came in another way than as a bearer token. */
  public Caller caller(Request request, Optional<String> revealedSecret) {
    var caller = revealedSecret.flatMap(authentication::authenticate);
    if (caller.isEmpty()) {
      failedLogins.check(request.peer().getHostAddress());
      throw ApiError.unauthorized();
    }
    requests.check(caller.get().name());
    return caller.get();
  }

  /** The user whom the path names, if the caller may do to them what the scope says. */
  public User reader(Request request, Scope scope) {
    var caller = caller(request);
    var target = find(request.pathParameter("user_id"));
    var account =
        target
            .map(User::application)
            .flatMap(identities::findApplication)
            .map(Application::account);
    var decision = Access.decide(caller, scope, target.orElse(null), account.orElse(null));
    return switch (decision) {
      case ALLOWED -> target.orElseThrow();
      case FORBIDDEN -> throw ApiError.forbidden();
      case SCOPE_MISSING -> throw ApiError.scopeMissing(scope.wireName());
      case USER_DOES_NOT_BELONG_TO_APP -> throw ApiError.userDoesNotBelongToApp();
      case USER_NOT_FOUND -> throw ApiError.userNotFound();
    };
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

  private Optional<User> find(String id) {
    return UserId.isValid(id) ? identities.findUser(new UserId(id)) : Optional.empty();
  }
}
