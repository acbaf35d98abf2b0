package io.sensorium.api.admin;

import io.sensorium.api.auth.Guard;
import io.sensorium.api.auth.Passwords;
import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.JsonObject;
import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import io.sensorium.api.sensors.json.UserJson;
import io.sensorium.core.id.SensorUserId;
import io.sensorium.core.sensing.Privilege;
import io.sensorium.core.sensing.SensorUser;
import io.sensorium.store.sensing.SensorUsers;
import io.sensorium.store.sensing.SensorUsers.NewUser;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * {@code POST|GET /admin/v1/sensor-users} and {@code PATCH|DELETE /admin/v1/sensor-users/{id}}.
 *
 * <p>Users look as in the sensor API. A new one may create users, whatever privileges are named; a
 * change sets exactly those that it names.
 */
final class SensorUserMethods {

  private static final int PAGE = 1_000;
  private static final int LEAST_PASSWORD = 8;
  private static final int MAX_PASSWORD = 1_000;
  private static final int MAX_NAME = 200;
  private static final int MAX_EMAIL = 254;

  /** A colon would end it in HTTP Basic. */
  private static final Pattern EMAIL = Pattern.compile("[^\\s\\p{Cntrl}:@]+@[^\\s\\p{Cntrl}:@]+");

  private final Guard guard;
  private final SensorUsers users;
  private final Passwords passwords;
  private final Clock clock;
  private final Runnable sweep;

  SensorUserMethods(
      Guard guard, SensorUsers users, Passwords passwords, Clock clock, Runnable sweep) {
    this.guard = guard;
    this.users = users;
    this.passwords = passwords;
    this.clock = clock;
    this.sweep = sweep;
  }

  Response create(Request request) throws IOException {
    guard.administrator(request);
    var body = request.jsonObject();
    var email = email(body.getString("email").strip());
    var password = password(body.getString("password"));
    var firstName = name(body, "fname");
    var lastName = name(body, "lname");
    var parent = parent(body).orElse(null);
    var privileges = privileges(body.listStrings("privileges"));
    privileges.addAll(SensorUser.DEFAULT_PRIVILEGES);
    var user =
        users
            .create(
                new NewUser(
                    parent,
                    email,
                    passwords.hash(password),
                    firstName,
                    lastName,
                    privileges,
                    clock.instant()))
            .orElseThrow(() -> ApiError.conflict("email: somebody has that address"));
    return answer(user);
  }

  /** At most 1,000 by id; {@code after} goes on behind an id. */
  Response list(Request request) {
    guard.administrator(request);
    long after =
        request
            .query()
            .find("after")
            .map(
                text ->
                    id(text).orElseThrow(() -> ApiError.invalidParameter("after: is not an id")))
            .map(SensorUserId::value)
            .orElse(0L);
    var page = users.list().stream().filter(user -> user.id().value() > after).limit(PAGE).toList();
    return Response.json(
        json -> json.array(page, user -> UserJson.write(json, user, user.parent())));
  }

  Response patch(Request request) throws IOException {
    guard.administrator(request);
    var user = user(request);
    var body = request.jsonObject();
    var password = body.findString("password").map(SensorUserMethods::password);
    var privileges = privileges(body.listStrings("privileges"));
    password.map(passwords::hash).ifPresent(hash -> users.setPasswordHash(user.id(), hash));
    if (body.has("privileges")) {
      users.setPrivileges(user.id(), privileges);
    }
    return answer(users.find(user.id()).orElseThrow(ApiError::notFound));
  }

  Response delete(Request request) {
    guard.administrator(request);
    users.delete(user(request).id());
    sweep.run();
    return Response.empty();
  }

  private static Response answer(SensorUser user) {
    return Response.json(json -> UserJson.write(json, user, user.parent()));
  }

  private SensorUser user(Request request) {
    return id(request.pathParameter("id")).flatMap(users::find).orElseThrow(ApiError::notFound);
  }

  private Optional<SensorUserId> parent(JsonObject body) {
    var id = body.findLong("parent_id");
    if (id.isEmpty()) {
      return Optional.empty();
    }
    var parent = id(Long.toString(id.getAsLong())).flatMap(users::find).map(SensorUser::id);
    if (parent.isEmpty()) {
      throw ApiError.invalidParameter("parent_id: there is no such user");
    }
    return parent;
  }

  private static Optional<SensorUserId> id(String text) {
    try {
      return Optional.of(new SensorUserId(Long.parseLong(text)));
    } catch (IllegalArgumentException e) { // of both: no number, or none of an id
      return Optional.empty();
    }
  }

  private static String email(String text) {
    if (text.length() > MAX_EMAIL || !EMAIL.matcher(text).matches()) {
      throw ApiError.invalidParameter("email: must be an e-mail address");
    }
    return text;
  }

  private static String password(String text) {
    if (text.length() < LEAST_PASSWORD || text.length() > MAX_PASSWORD) {
      throw ApiError.invalidParameter(
          "password: must have " + LEAST_PASSWORD + " to " + MAX_PASSWORD + " characters");
    }
    return text;
  }

  private static String name(JsonObject body, String member) {
    var text = body.getString(member);
    if (text.length() > MAX_NAME) {
      throw ApiError.invalidParameter(member + ": at most " + MAX_NAME + " characters");
    }
    return text;
  }

  private static Set<Privilege> privileges(List<String> names) {
    return names.stream()
        .map(SensorUserMethods::privilege)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static Privilege privilege(String name) {
    return Arrays.stream(Privilege.values())
        .filter(privilege -> privilege.name().toLowerCase(Locale.ROOT).equals(name))
        .findAny()
        .orElseThrow(() -> ApiError.invalidParameter("privileges: there is no " + name));
  }
}
