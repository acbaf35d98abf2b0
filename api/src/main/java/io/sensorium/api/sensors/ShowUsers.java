package io.sensorium.api.sensors;

import io.sensorium.api.sensors.json.UserJson;
import io.sensorium.store.sensing.SensorUsers;

/**
 * {@code GET /v1/users[?list]}: the user, or with {@code list} the user and everybody below, each
 * with the user above.
 */
final class ShowUsers implements SensorMethod {

  private final SensorUsers users;
  private final ChangeWatch changes = new ChangeWatch();

  ShowUsers(SensorUsers users) {
    this.users = users;
  }

  @Override
  public Answer answer(Call call) {
    var subject = call.subject();
    var lastChange = changes.lastChange(users.changeCount(), call.now());
    int maxAge = MaxAge.sinceChange(lastChange, call.now());
    if (!call.parameters().isOn("list")) {
      return Answer.keptFor(maxAge, json -> UserJson.write(json.name("user"), subject));
    }
    var below = users.listDescendants(subject.id());
    return Answer.keptFor(
        maxAge,
        json -> {
          json.beginArray("users");
          UserJson.write(json, subject, null); // who is above is not the subject's to know
          below.forEach(user -> UserJson.write(json, user, user.parent()));
          json.endArray();
        });
  }
}
