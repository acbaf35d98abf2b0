package io.sensorium.api.admin;

import io.sensorium.api.auth.Credentials;
import io.sensorium.api.auth.Guard;
import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.JsonWriter;
import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import io.sensorium.core.id.AccountId;
import io.sensorium.core.id.ApplicationId;
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
 * {@code POST|GET|PATCH|DELETE /admin/v1/applications} and {@code POST|GET /admin/v1/accounts}.
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
          applications.forEach(application -> write(json, application));
          json.endArray();
        });
  }

  /** Changes the name, and whether the application and linking are on. */
  Response patch(Request request) throws IOException {
    guard.administrator(request);
    var known = find(request);
    var body = request.jsonObject();
    var changed =
        new Application(
            known.id(),
            known.account(),
            body.has("name") ? body.getString("name") : known.name(),
            known.createdAt(),
            body.findBoolean("is_deactivated").orElse(known.deactivated()),
            body.findBoolean("user_linking").orElse(known.userLinking()));
    identities.updateApplication(changed);
    return Response.json(json -> write(json, changed));
  }

  /** Only when nobody belongs to it any more. */
  Response remove(Request request) {
    guard.administrator(request);
    if (!identities.removeApplication(find(request).id())) {
      throw ApiError.conflict("the application has users: erase them first");
    }
    return Response.empty();
  }

  private Application find(Request request) {
    var id = request.pathParameter("id");
    if (!ApplicationId.isValid(id)) {
      throw ApiError.notFound();
    }
    return identities.findApplication(new ApplicationId(id)).orElseThrow(ApiError::notFound);
  }

  private static void write(JsonWriter json, Application application) {
    json.beginObject();
    json.field("id", application.id().value());
    json.field("name", application.name());
    json.field("account_id", application.account().value());
    json.field("is_deactivated", application.deactivated());
    json.field("user_linking", application.userLinking());
    json.field("created_at", application.createdAt(), ZoneOffset.UTC);
    json.endObject();
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
