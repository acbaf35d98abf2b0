package io.sensorium.api.admin;

import io.sensorium.api.auth.Credentials;
import io.sensorium.api.auth.Guard;
import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import io.sensorium.core.id.AccountId;
import io.sensorium.core.id.IdSource;
import io.sensorium.core.identity.Account;
import io.sensorium.core.identity.Application;
import io.sensorium.core.identity.Credential;
import io.sensorium.store.identity.Identities;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Set;

/**
 * {@code POST|GET /admin/v1/applications} and {@code POST|GET /admin/v1/accounts}.
 *
 * <p>An application belongs to the account that the body names; without one it gets an account of
 * its own.
 */
final class Applications {

  private final Guard guard;
  private final Identities identities;
  private final Credentials credentials;
  private final IdSource ids;
  private final Clock clock;

  Applications(
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
    var name = body.getString("name");
    var account = body.findString("account_id").map(this::known).orElseGet(() -> newAccount(name));
    var application = new Application(ids.newApplicationId(), account, name, clock.instant());
    var secret =
        credentials.draw(
            Credential.Kind.APPLICATION_SECRET,
            application.id().value(),
            "application secret",
            Set.of(),
            null);
    identities.addApplication(application, secret.credential());
    return Response.json(
        json -> {
          json.beginObject();
          json.field("id", application.id().value());
          json.field("name", name);
          json.field("account_id", account.value());
          json.field("secret", secret.secret().reveal());
          json.endObject();
        });
  }

  Response list(Request request) {
    guard.administrator(request);
    var applications = identities.listApplications();
    return Response.json(
        json -> {
          json.beginArray();
          for (var application : applications) {
            json.beginObject();
            json.field("id", application.id().value());
            json.field("name", application.name());
            json.field("account_id", application.account().value());
            json.field("created_at", application.createdAt(), ZoneOffset.UTC);
            json.endObject();
          }
          json.endArray();
        });
  }

  Response createAccount(Request request) throws IOException {
    guard.administrator(request);
    var name = request.jsonObject().getString("display_name");
    var id = newAccount(name);
    return Response.json(
        json -> {
          json.beginObject();
          json.field("id", id.value());
          json.field("display_name", name);
          json.endObject();
        });
  }

  Response listAccounts(Request request) {
    guard.administrator(request);
    var accounts = identities.listAccounts();
    return Response.json(
        json -> {
          json.beginArray();
          for (var account : accounts) {
            json.beginObject();
            json.field("id", account.id().value());
            json.field("display_name", account.displayName());
            json.field("created_at", account.createdAt(), ZoneOffset.UTC);
            json.endObject();
          }
          json.endArray();
        });
  }

  private AccountId known(String id) {
    if (!AccountId.isValid(id) || identities.findAccount(new AccountId(id)).isEmpty()) {
      throw ApiError.invalidParameter("account_id: there is no such account");
    }
    return new AccountId(id);
  }

  private AccountId newAccount(String displayName) {
    var account = new Account(ids.newAccountId(), displayName, clock.instant());
    identities.addAccount(account);
    return account.id();
  }
}
