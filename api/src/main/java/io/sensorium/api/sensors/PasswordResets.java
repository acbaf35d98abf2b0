package io.sensorium.api.sensors;

import io.sensorium.api.auth.Passwords;
import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.Handler;
import io.sensorium.api.common.RateLimiter;
import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import io.sensorium.api.sensors.json.UserJson;
import io.sensorium.api.sensors.parameter.Parameters;
import io.sensorium.store.sealing.SealingKey;
import io.sensorium.store.sensing.SensorUsers;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;

/** For whoever forgot the password: a token by mail, and with it a new password. */
final class PasswordResets {

  private static final Duration VALIDITY = Duration.ofHours(1);
  private static final int MAX_TOKEN_LENGTH = 1_000;

  private final SensorUsers users;
  private final Passwords passwords;
  private final SealingKey key;
  private final PasswordMails mails;
  private final RateLimiter attempts;
  private final Clock clock;

  /**
   * Resets for all users.
   *
   * @param attempts limits each address, and the mails to each user
   */
  PasswordResets(
      SensorUsers users,
      Passwords passwords,
      SealingKey key,
      PasswordMails mails,
      RateLimiter attempts,
      Clock clock) {
    this.users = users;
    this.passwords = passwords;
    this.key = key;
    this.mails = mails;
    this.attempts = attempts;
    this.clock = clock;
  }

  /**
   * {@code POST /v1/users/password_reset} with {@code email}: sends a mail, and says the same
   * whether there is such a user or not.
   */
  Handler request() {
    return open(
        parameters -> {
          var email = Email.get(parameters);
          attempts.check("reset:" + email.toLowerCase(Locale.ROOT));
          Thread.ofVirtual().name("password-reset").start(() -> send(email)); // takes no time
          return Answer.changed(json -> json.field("requested", true));
        });
  }

  /** {@code POST /v1/users/password_reset/confirm} with {@code token} and {@code new_password} */
  Handler confirm() {
    return open(
        parameters -> {
          var text = parameters.getText("token", MAX_TOKEN_LENGTH);
          var wanted = NewPassword.get(parameters, "new_password");
          var token = ResetToken.unseal(text, key).orElseThrow(PasswordResets::invalidToken);
          var user = users.find(token.user()).orElseThrow(PasswordResets::invalidToken);
          if (!token.replaces(users.getPasswordHash(user.id()), clock.instant())) {
            throw invalidToken();
          }
          users.setPasswordHash(user.id(), passwords.hash(wanted));
          return Answer.changed(json -> UserJson.write(json.name("user"), user));
        });
  }

  private void send(String email) {
    var user = users.findByEmail(email);
    if (user.isPresent()) {
      var expiresAt = clock.instant().plus(VALIDITY);
      var hash = users.getPasswordHash(user.get().id());
      var token = ResetToken.of(user.get().id(), expiresAt, hash).seal(key);
      mails.send(user.get(), token, expiresAt);
    }
  }

  private static ApiError invalidToken() {
    return Parameters.invalid("token", "does not hold, or holds no more");
  }

  /** A method for callers who are not known. */
  @FunctionalInterface
  private interface OpenMethod {
    Answer answer(Parameters parameters);
  }

  private Handler open(OpenMethod method) {
    return request -> handle(request, method);
  }

  private Response handle(Request request, OpenMethod method) throws IOException {
    long startNanos = System.nanoTime();
    attempts.check("reset-from:" + request.peer().getHostAddress());
    var answer = method.answer(Parameters.read(request));
    return Endpoint.respond(request, answer, startNanos);
  }
}
