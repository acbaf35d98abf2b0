package io.sensorium.api.admin;

import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.Request;
import io.sensorium.core.id.ApplicationId;
import io.sensorium.core.id.CallbackId;
import io.sensorium.store.identity.Identities;
import io.sensorium.store.outbox.Callback;
import io.sensorium.store.outbox.Callbacks;

/** Finds the application and the webhook that a path names, or refuses with 404. */
final class WebhookFinder {

  private final Identities identities;
  private final Callbacks webhooks;

  WebhookFinder(Identities identities, Callbacks webhooks) {
    this.identities = identities;
    this.webhooks = webhooks;
  }

  ApplicationId application(Request request) {
    var id = request.pathParameter("id");
    if (!ApplicationId.isValid(id) || identities.findApplication(new ApplicationId(id)).isEmpty()) {
      throw ApiError.notFound();
    }
    return new ApplicationId(id);
  }

  /** Of that application: another's is not found. */
  Callback webhook(Request request) {
    return webhooks
        .find(application(request), new CallbackId(number(request, "webhook")))
        .orElseThrow(ApiError::notFound);
  }

  /** The positive number at that place of the path. */
  static long number(Request request, String name) {
    try {
      long number = Long.parseLong(request.pathParameter(name));
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException _) {
      throw ApiError.notFound();
    }
    throw ApiError.notFound();
  }
}
