package io.sensorium.api.admin;

import io.sensorium.api.auth.Credentials;
import io.sensorium.api.auth.Guard;
import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import io.sensorium.core.identity.Credential;
import io.sensorium.store.identity.Identities;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST|GET|DELETE /admin/v1/admin-tokens}: named, expiring, and each use of them logged. */
public final class AdminTokens {

  /** The owner of all administrators' tokens. */
  public static final String OWNER = "server";

  private static final Logger log = LoggerFactory.getLogger(AdminTokens.class);
  private static final int MAX_ACTIVE = 100;
  private static final Duration VALIDITY = Duration.ofDays(365);

  private final Guard guard;
  private final Identities identities;
  private final Credentials credentials;
  private final Clock clock;

  AdminTokens(Guard guard, Identities identities, Credentials credentials, Clock clock) {
    this.guard = guard;
    this.identities = identities;
    this.credentials = credentials;
    this.clock = clock;
  }

  Response create(Request request) throws IOException {
    var administrator = guard.administrator(request);
    var body = request.jsonObject();
    var name = body.getString("name");
    var validity = Expiry.asked(body, clock.instant()).orElse(VALIDITY);
    var drawn = credentials.draw(Credential.Kind.ADMIN, OWNER, name, Set.of(), validity);
    if (!identities.addCredential(drawn.credential(), MAX_ACTIVE, clock.instant())) {
      throw ApiError.invalidParameter("at most " + MAX_ACTIVE + " tokens may be active");
    }
    log.info("{} made admin token {}", administrator.name(), drawn.credential().id());
    return Response.json(
        json -> {
          json.beginObject();
          json.field("id", drawn.credential().id());
          json.field("name", name);
          json.field("token", drawn.secret().reveal());
          json.endObject();
        });
  }

  Response list(Request request) {
    guard.administrator(request);
    var tokens = identities.listCredentials(Credential.Kind.ADMIN, OWNER);
    return Response.json(
        json -> {
          json.beginArray();
          for (var token : tokens) {
            json.beginObject();
            json.field("id", token.id());
            json.field("name", token.name());
            json.field("created_at", token.createdAt(), ZoneOffset.UTC);
            json.field("active", token.isActiveAt(clock.instant()));
            json.endObject();
          }
          json.endArray();
        });
  }

  Response revoke(Request request) {
    var administrator = guard.administrator(request);
    var id = request.pathParameter("id");
    if (!identities.revokeCredential(Credential.Kind.ADMIN, OWNER, id, clock.instant())) {
      throw ApiError.notFound();
    }
    log.info("{} revoked admin token {}", administrator.name(), id);
    return Response.empty();
  }
}
