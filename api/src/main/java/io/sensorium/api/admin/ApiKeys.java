package io.sensorium.api.admin;

import io.sensorium.api.auth.Credentials;
import io.sensorium.api.auth.Guard;
import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.JsonWriter;
import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import io.sensorium.api.common.Timestamps;
import io.sensorium.core.id.ApplicationId;
import io.sensorium.core.identity.Credential;
import io.sensorium.core.identity.KeyExpiry;
import io.sensorium.core.identity.Scope;
import io.sensorium.store.identity.Identities;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code POST|GET|DELETE /admin/v1/applications/{id}/api-keys}. */
final class ApiKeys {

  /** Active keys of one application at the most. */
  static final int MAX_ACTIVE = 10;

  private final Guard guard;
  private final Identities identities;
  private final Credentials credentials;
  private final Clock clock;

  ApiKeys(Guard guard, Identities identities, Credentials credentials, Clock clock) {
    this.guard = guard;
    this.identities = identities;
    this.credentials = credentials;
    this.clock = clock;
  }

  Response create(Request request) throws IOException {
    guard.administrator(request);
    var application = application(request);
    var body = request.jsonObject();
    var drawn =
        credentials.draw(
            Credential.Kind.API_KEY,
            application,
            body.getString("name"),
            scopes(body.listStrings("scopes")),
            Expiry.asked(body, clock.instant()).orElse(Credentials.API_KEY_VALIDITY));
    if (!identities.addCredential(drawn.credential(), MAX_ACTIVE, clock.instant())) {
      throw ApiError.invalidParameter("at most " + MAX_ACTIVE + " keys may be active");
    }
    return Response.json(
        json -> {
          json.beginObject();
          json.field("id", drawn.credential().id());
          json.field("api_key", drawn.secret().reveal());
          writeTerms(json, drawn.credential());
          json.endObject();
        });
  }

  Response list(Request request) {
    guard.administrator(request);
    var keys = identities.listCredentials(Credential.Kind.API_KEY, application(request));
    return Response.json(
        json -> {
          json.beginArray();
          for (var key : keys) {
            json.beginObject();
            json.field("id", key.id());
            json.field("name", key.name());
            writeTerms(json, key);
            json.field("active", key.isActiveAt(clock.instant()));
            json.field("expires_soon", KeyExpiry.isNear(key, clock.instant()));
            json.endObject();
          }
          json.endArray();
        });
  }

  Response revoke(Request request) {
    guard.administrator(request);
    var application = application(request);
    var key = request.pathParameter("key");
    if (!identities.revokeCredential(Credential.Kind.API_KEY, application, key, clock.instant())) {
      throw ApiError.notFound();
    }
    return Response.empty();
  }

  private String application(Request request) {
    var id = request.pathParameter("id");
    if (!ApplicationId.isValid(id) || identities.findApplication(new ApplicationId(id)).isEmpty()) {
      throw ApiError.notFound();
    }
    return id;
  }

  private static Set<Scope> scopes(List<String> names) {
    if (names.isEmpty()) {
      throw ApiError.invalidParameter("scopes: must name at least one scope");
    }
    return names.stream()
        .map(
            name ->
                Scope.findByWireName(name)
                    .orElseThrow(
                        () -> ApiError.invalidParameter("scopes: there is no scope " + name)))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static void writeTerms(JsonWriter json, Credential key) {
    json.beginArray("scopes");
    key.scopes().stream().map(Scope::wireName).sorted().forEach(json::value);
    json.endArray();
    var expiresAt = key.expiresAt();
    json.field("expires_at", expiresAt == null ? null : Timestamps.millisZulu(expiresAt));
  }
}
