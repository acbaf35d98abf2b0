package io.sensorium.api.sensors;

import io.sensorium.api.auth.Passwords;
import io.sensorium.api.common.ApiError;
import io.sensorium.api.sensors.json.UserJson;
import io.sensorium.core.sensing.Privilege;
import io.sensorium.core.sensing.SensorUser;
import io.sensorium.store.sensing.SensorUsers;
import io.sensorium.store.sensing.SensorUsers.NewUser;

/**
 * {@code POST /v1/users} with {@code email=...&password=12345678&fname=my&lname=name}: a user below
 * the caller.
 */
final class CreateUser implements SensorMethod {

  private final SensorUsers users;
  private final Passwords passwords;

  CreateUser(SensorUsers users, Passwords passwords) {
    this.users = users;
    this.passwords = passwords;
  }

  @Override
  public Answer answer(Call call) {
    if (!call.subject().may(Privilege.CREATE_USERS)) {
      throw ApiError.forbidden("the privilege create_users is needed");
    }
    var parameters = call.parameters();
    var email = Email.get(parameters);
    var password = NewPassword.get(parameters, "password");
    var firstName = parameters.getText("fname", Lengths.NAME);
    var lastName = parameters.getText("lname", Lengths.NAME);
    if (users.findByEmail(email).isPresent()) {
      throw taken(); // before the password is hashed, which takes time
    }
    var user =
        users
            .create(
                new NewUser(
                    call.owner(),
                    email,
                    passwords.hash(password),
                    firstName,
                    lastName,
                    SensorUser.DEFAULT_PRIVILEGES,
                    call.now()))
            .orElseThrow(CreateUser::taken);
    return Answer.changed(json -> UserJson.write(json.name("user"), user));
  }

  private static ApiError taken() {
    return ApiError.conflict("somebody has that e-mail address").about("email");
  }
}
