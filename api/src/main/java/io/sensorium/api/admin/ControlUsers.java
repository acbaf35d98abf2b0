package io.sensorium.api.admin;

import io.sensorium.api.auth.Credentials;
import io.sensorium.api.auth.Guard;
import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import io.sensorium.core.id.AccountId;
import io.sensorium.core.id.ApplicationId;
import io.sensorium.core.id.IdSource;
import io.sensorium.core.identity.Application;
import io.sensorium.core.identity.Credential;
import io.sensorium.core.identity.Role;
import io.sensorium.core.identity.User;
import io.sensorium.store.identity.Identities;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;

/** {@code POST /admin/v1/control-users}: somebody who reads other people's data by role. */
final class ControlUsers {

  private static final Duration TOKEN_VALIDITY = Duration.ofDays(365);

  private final Guard guard;
  private final Identities identities;
  private final Credentials credentials;
  private final IdSource ids;
  private final Clock clock;

  ControlUsers(
      Guard guard, Identities identities, Credentials credentials, IdSource ids, Clock clock) {
    this.guard = guard;
    this.identities = identities;
    this.credentials = credentials;
    this.ids = ids;
    this.clock = clock;
  }

  Response create(Request request) throws IOException {
    guard.administrator(request);
    var body = request.jsonObject();
    var account = account(body.getString("account_id"));
    var role =
        Role.findByWireName(body.getString("role"))
            .orElseThrow(
                () -> ApiError.invalidParameter("role: must be basic, spectator or developer"));
    var user =
        new User.Control(
            ids.newUserId(),
            firstApplication(account),
            clock.instant(),
            true,
            User.SdkSettings.DEFAULT,
            body.getString("email"),
            account,
            role);
    var token =
        credentials.draw(
            Credential.Kind.CONTROL, user.id().value(), "control token", Set.of(), TOKEN_VALIDITY);
    identities.addControlUser(user, token.credential());
    return Response.json(
        json -> {
          json.beginObject();
          json.field("id", user.id().value());
          json.field("token", token.secret().reveal());
          json.endObject();
        });
  }

  private AccountId account(String id) {
    if (!AccountId.isValid(id) || identities.findAccount(new AccountId(id)).isEmpty()) {
      throw ApiError.invalidParameter("account_id: there is no such account");
    }
    return new AccountId(id);
  }

  private ApplicationId firstApplication(AccountId account) {
    return identities.listApplications().stream()
        .filter(application -> application.account().equals(account))
        .map(Application::id)
        .findFirst()
        .orElseThrow(
            () -> ApiError.invalidParameter("account_id: the account has no application yet"));
  }
}
