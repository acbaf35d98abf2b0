package io.sensorium.api.admin;

import io.sensorium.api.auth.Credentials;
import io.sensorium.api.auth.Guard;
import io.sensorium.api.common.Routes;
import io.sensorium.core.id.IdSource;
import io.sensorium.core.id.UserId;
import io.sensorium.store.identity.Identities;
import io.sensorium.store.inbox.Inbox;
import java.time.Clock;
import java.util.function.Consumer;

/** The table of the operator's API. */
public final class AdminRoutes {

  private AdminRoutes() {}

  public static Routes of(
      Guard guard,
      Identities identities,
      Credentials credentials,
      IdSource ids,
      Clock clock,
      Inbox inbox,
      Consumer<UserId> wake,
      Operations operations) {
    var applications = new Applications(guard, identities, credentials, ids, clock);
    var keys = new ApiKeys(guard, identities, credentials, clock);
    var tokens = new AdminTokens(guard, identities, credentials, clock);
    var users = new Users(guard, identities);
    var parked = new Parked(guard, inbox, wake);
    var maintenance = new Maintenance(guard, operations);
    return Routes.builder()
        .get("/admin/v1/status", new ShowStatus(guard, operations))
        .post("/admin/v1/accounts", applications::createAccount)
        .get("/admin/v1/accounts", applications::listAccounts)
        .post("/admin/v1/applications", applications::create)
        .get("/admin/v1/applications", applications::list)
        .post("/admin/v1/applications/{id}/api-keys", keys::create)
        .get("/admin/v1/applications/{id}/api-keys", keys::list)
        .delete("/admin/v1/applications/{id}/api-keys/{key}", keys::revoke)
        .post(
            "/admin/v1/control-users",
            new ControlUsers(guard, identities, credentials, ids, clock)::create)
        .post("/admin/v1/admin-tokens", tokens::create)
        .get("/admin/v1/admin-tokens", tokens::list)
        .delete("/admin/v1/admin-tokens/{id}", tokens::revoke)
        .get("/admin/v1/users", users::list)
        .patch("/admin/v1/users/{id}", users::patch)
        .get("/admin/v1/parked", parked::list)
        .post("/admin/v1/parked/{id}/replay", parked::replay)
        .post("/admin/v1/verify", maintenance::verify)
        .post("/admin/v1/backup", maintenance::backup)
        .post("/admin/v1/maps/reload", maintenance::reloadMaps)
        .build();
  }
}
