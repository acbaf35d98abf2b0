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
      Operations operations,
      Webhooks.Services webhookServices) {
    var applications = new Applications(guard, identities, credentials, ids, clock);
    var keys = new ApiKeys(guard, identities, credentials, clock);
    var tokens = new AdminTokens(guard, identities, credentials, clock);
    var users = new Users(guard, identities);
    var installs = new Installs(guard, identities);
    var parked = new Parked(guard, inbox, wake);
    var parkedNews = new ParkedNews(guard, webhookServices.notifications());
    var maintenance = new Maintenance(guard, operations);
    var webhooks = new Webhooks(guard, identities, webhookServices, ids, clock);
    var deliveries = new WebhookDeliveries(guard, identities, webhookServices, clock);
    return Routes.builder()
        .get("/admin/v1/status", new ShowStatus(guard, operations))
        .post("/admin/v1/accounts", applications::createAccount)
        .get("/admin/v1/accounts", applications::listAccounts)
        .post("/admin/v1/applications", applications::create)
        .get("/admin/v1/applications", applications::list)
        .patch("/admin/v1/applications/{id}", applications::patch)
        .delete("/admin/v1/applications/{id}", applications::remove)
        .post("/admin/v1/applications/{id}/api-keys", keys::create)
        .get("/admin/v1/applications/{id}/api-keys", keys::list)
        .delete("/admin/v1/applications/{id}/api-keys/{key}", keys::revoke)
        .post("/admin/v1/applications/{id}/webhooks", webhooks::create)
        .get("/admin/v1/applications/{id}/webhooks", webhooks::list)
        .get("/admin/v1/applications/{id}/webhooks/{webhook}", webhooks::show)
        .patch("/admin/v1/applications/{id}/webhooks/{webhook}", webhooks::change)
        .delete("/admin/v1/applications/{id}/webhooks/{webhook}", webhooks::delete)
        .post("/admin/v1/applications/{id}/webhooks/{webhook}/secret", webhooks::rotateSecret)
        .post("/admin/v1/applications/{id}/webhooks/{webhook}/test", webhooks::test)
        .post("/admin/v1/applications/{id}/webhooks/{webhook}/replay", deliveries::replayFailed)
        .get("/admin/v1/applications/{id}/webhooks/{webhook}/deliveries", deliveries::list)
        .get(
            "/admin/v1/applications/{id}/webhooks/{webhook}/deliveries/{delivery}",
            deliveries::show)
        .post(
            "/admin/v1/applications/{id}/webhooks/{webhook}/deliveries/{delivery}/replay",
            deliveries::replay)
        .post(
            "/admin/v1/control-users",
            new ControlUsers(guard, identities, credentials, ids, clock)::create)
        .post("/admin/v1/admin-tokens", tokens::create)
        .get("/admin/v1/admin-tokens", tokens::list)
        .delete("/admin/v1/admin-tokens/{id}", tokens::revoke)
        .get("/admin/v1/users", users::list)
        .patch("/admin/v1/users/{id}", users::patch)
        .get("/admin/v1/users/{id}/installs", installs::list)
        .patch("/admin/v1/installs/{id}", installs::patch)
        .get("/admin/v1/parked", parked::list)
        .post("/admin/v1/parked/{id}/replay", parked::replay)
        .get("/admin/v1/notifications/parked", parkedNews::list)
        .post("/admin/v1/notifications/parked/replay", parkedNews::replay)
        .post("/admin/v1/verify", maintenance::verify)
        .post("/admin/v1/backup", maintenance::backup)
        .post("/admin/v1/maps/reload", maintenance::reloadMaps)
        .build();
  }
}
