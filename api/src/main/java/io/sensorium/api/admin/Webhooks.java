package io.sensorium.api.admin;

import io.sensorium.api.auth.Guard;
import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.JsonWriter;
import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import io.sensorium.core.id.ApplicationId;
import io.sensorium.core.id.IdSource;
import io.sensorium.core.notification.CallbackUrl;
import io.sensorium.core.notification.MessageType;
import io.sensorium.core.notification.WebhookSecret;
import io.sensorium.store.identity.Identities;
import io.sensorium.store.outbox.Callback;
import io.sensorium.store.outbox.Callbacks;
import io.sensorium.store.outbox.Callbacks.NewCallback;
import io.sensorium.store.outbox.Deliveries;
import io.sensorium.store.outbox.NotificationQueue.NewDelivery;
import io.sensorium.store.outbox.TimelineNotifications;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code POST|GET|PATCH|DELETE /admin/v1/applications/{id}/webhooks}. */
public final class Webhooks {

  /**
   * What webhooks are made of.
   *
   * @param notifications what is new of people
   * @param trial the body of a message by which a webhook is tried
   * @param wake has deliveries sent soon
   */
  public record Services(
      Callbacks webhooks,
      Deliveries deliveries,
      TimelineNotifications notifications,
      Supplier<String> trial,
      Runnable wake) {}

  private final Guard guard;
  private final WebhookFinder finder;
  private final Services services;
  private final Callbacks webhooks;
  private final IdSource ids;
  private final Clock clock;

  Webhooks(Guard guard, Identities identities, Services services, IdSource ids, Clock clock) {
    this.guard = guard;
    this.finder = new WebhookFinder(identities, services.webhooks());
    this.services = services;
    this.webhooks = services.webhooks();
    this.ids = ids;
    this.clock = clock;
  }

  Response create(Request request) throws IOException {
    guard.administrator(request);
    var application = finder.application(request);
    var body = request.jsonObject();
    var made =
        webhooks
            .create(
                new NewCallback(
                    application,
                    null,
                    url(body.getString("url")),
                    typeBits(body.listStrings("types")),
                    clock.instant()))
            .orElseThrow(
                () ->
                    ApiError.conflict(
                        "there are " + Callbacks.MAX_PER_OWNER + " webhooks already"));
    return Response.json(json -> write(json, made.callback(), made.secret()));
  }

  Response list(Request request) {
    guard.administrator(request);
    var listed = webhooks.list(finder.application(request));
    return Response.json(json -> json.array(listed, webhook -> write(json, webhook, null)));
  }

  Response show(Request request) {
    guard.administrator(request);
    var webhook = finder.webhook(request);
    return Response.json(json -> write(json, webhook, null));
  }

  Response change(Request request) throws IOException {
    guard.administrator(request);
    var application = finder.application(request);
    var webhook = finder.webhook(request);
    var body = request.jsonObject();
    var url = body.findString("url").map(Webhooks::url).orElse(webhook.url());
    int bits = body.has("types") ? typeBits(body.listStrings("types")) : webhook.typeBits();
    webhooks.change(application, webhook.id(), url, bits);
    body.findBoolean("enabled").ifPresent(enabled -> enable(application, webhook, enabled));
    var changed = finder.webhook(request);
    return Response.json(json -> write(json, changed, null));
  }

  private void enable(ApplicationId application, Callback webhook, boolean enabled) {
    if (!enabled) {
      webhooks.disable(application, webhook.id(), clock.instant());
    } else if (webhook.disabled() != null) {
      webhooks.enable(application, webhook.id());
    }
  }

  Response delete(Request request) {
    guard.administrator(request);
    webhooks.delete(finder.application(request), finder.webhook(request).id());
    return Response.empty();
  }

  /** {@code POST .../{webhook}/secret}: a new secret; the one before signs too for a day. */
  Response rotateSecret(Request request) {
    guard.administrator(request);
    var webhook = finder.webhook(request);
    var secret =
        webhooks
            .rotateSecret(finder.application(request), webhook.id(), clock.instant())
            .orElseThrow(ApiError::notFound);
    return Response.json(json -> write(json, webhook, secret));
  }

  /** {@code POST .../{webhook}/test}: sends a message that tells nothing. */
  Response test(Request request) {
    guard.administrator(request);
    var webhook = finder.webhook(request);
    var body = "{\"data\":[" + services.trial().get() + "]}";
    var sent =
        services
            .deliveries()
            .send(new NewDelivery(webhook.id(), ids.newMessageId(), "test", body), clock.instant())
            .orElseThrow(() -> ApiError.conflict("the webhook is disabled"));
    services.wake().run();
    return Response.json(json -> WebhookDeliveries.write(json, sent));
  }

  private static CallbackUrl url(String text) {
    try {
      return new CallbackUrl(text);
    } catch (IllegalArgumentException e) {
      throw ApiError.invalidParameter("url: cannot be called: " + e.getMessage());
    }
  }

  private static int typeBits(List<String> names) {
    if (names.isEmpty()) {
      throw ApiError.invalidParameter("types: must name at least one type");
    }
    int bits = 0;
    for (var name : names) {
      bits |=
          MessageType.findByWireName(name)
              .orElseThrow(() -> ApiError.invalidParameter("types: there is no type " + name))
              .bit();
    }
    return bits;
  }

  private static void write(
      JsonWriter json, Callback webhook, @Nullable WebhookSecret drawnSecret) {
    json.beginObject();
    json.field("id", webhook.id().value());
    json.field("url", webhook.url().text());
    json.beginArray("types");
    for (var type : MessageType.values()) {
      if ((webhook.typeBits() & type.bit()) != 0) {
        json.value(type.wireName());
      }
    }
    json.endArray();
    json.field("created_at", webhook.createdAt(), ZoneOffset.UTC);
    json.field("state", word(webhook.state()));
    var disabled = webhook.disabled();
    json.field("reason", disabled == null ? null : word(disabled.reason()));
    if (drawnSecret != null) {
      json.field("secret", drawnSecret.text());
    }
    json.endObject();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
