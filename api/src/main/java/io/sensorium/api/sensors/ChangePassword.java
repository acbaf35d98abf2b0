package io.sensorium.api.sensors;

import io.sensorium.api.auth.Passwords;
import io.sensorium.api.common.ApiError;
import io.sensorium.api.sensors.json.UserJson;
import io.sensorium.api.sensors.parameter.Parameters;
import io.sensorium.store.sensing.SensorUsers;

/**
 * {@code POST /v1/users/:id/password} with {@code password} as it is and {@code new_password}; of
 * oneself alone, also not of somebody who is impersonated.
 */
final class ChangePassword implements SensorMethod {

  private static final String PASSWORD = "password";

  private final SensorUsers users;
  private final Passwords passwords;

  ChangePassword(SensorUsers users, Passwords passwords) {
    this.users = users;
    this.passwords = passwords;
  }

  @Override
  public Answer answer(Call call) {
    if (call.isImpersonated()) {
      throw ApiError.forbidden("only users themselves change their password");
    }
    ChangeUser.requireSelf(call);
    var parameters = call.parameters();
    var old = parameters.findExact(PASSWORD).orElseThrow(() -> Parameters.missing(PASSWORD));
    var wanted = NewPassword.get(parameters, "new_password");
    if (!passwords.verify(old, users.getPasswordHash(call.owner()))) {
      throw ApiError.forbidden("the password is another").about(PASSWORD);
    }
    users.setPasswordHash(call.owner(), passwords.hash(wanted));
    return Answer.changed(json -> UserJson.write(json.name("user"), call.subject()));
  }
}
