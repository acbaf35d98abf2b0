package io.sensorium.api.sensors;

import io.sensorium.api.auth.Passwords;
import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.RateLimiter;
import io.sensorium.api.common.Request;
import io.sensorium.api.sensors.parameter.Ids;
import io.sensorium.api.sensors.parameter.Parameters;
import io.sensorium.core.id.SensorUserId;
import io.sensorium.core.sensing.Privilege;
import io.sensorium.core.sensing.SensorUser;
import io.sensorium.store.sensing.SensorUsers;

/** Stands before every method: finds out who calls, and on whose behalf. */
public final class SensorGuard {

  private static final String CHALLENGE = "Basic realm=\"Sensorium\", charset=\"UTF-8\"";
  private static final String IMPERSONATE = "impersonate";

  private final Passwords passwords;
  private final SensorUsers users;
  private final RateLimiter requests;

  /**
   * A guard for callers whom have an e-mail address and a password.
   *
   * @param requests limits each user
   */
  public SensorGuard(Passwords passwords, SensorUsers users, RateLimiter requests) {
    this.passwords = passwords;
    this.users = users;
    this.requests = requests;
  }

  /** Who calls; refuses with 401 what is not an e-mail address with its password. */
  SensorUser actor(Request request) {
    var user =
        BasicCredentials.of(request)
            .flatMap(
                shown -> passwords.authenticate(shown.email(), shown.password(), request.peer()))
            .orElseThrow(() -> ApiError.unauthorized(CHALLENGE));
    requests.check("sensor-user:" + user.id(), request);
    return user;
  }

  /**
   * On whose behalf: the actor's own, or of whom {@code impersonate} names. Whoever is not below
   * the actor, and whoever does not exist, is refused alike.
   */
  SensorUser subject(SensorUser actor, Parameters parameters) {
    if (!parameters.isGiven(IMPERSONATE)) {
      return actor;
    }
    return Ids.parse(parameters.find(IMPERSONATE).orElse(""))
        .map(SensorUserId::new)
        .filter(_ -> actor.may(Privilege.IMPERSONATE))
        .filter(id -> users.isStrictDescendant(actor.id(), id))
        .flatMap(users::find)
        .orElseThrow(() -> ApiError.forbidden("you may not act for that user").about(IMPERSONATE));
  }
}
