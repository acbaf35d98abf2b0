package io.sensorium.api.sensors;

import io.sensorium.api.common.ApiError;
import io.sensorium.api.sensors.json.CallbackJson;
import io.sensorium.api.sensors.json.DateStyle;
import io.sensorium.api.sensors.parameter.Parameters;
import io.sensorium.core.id.CallbackId;
import io.sensorium.core.notification.CallbackUrl;
import io.sensorium.store.outbox.Callback;
import io.sensorium.store.outbox.Callbacks;
import io.sensorium.store.outbox.Callbacks.NewCallback;

/** The methods that list, register, change and delete callbacks. */
final class CallbackMethods {

  private final Callbacks callbacks;
  private final DateStyle dates;

  CallbackMethods(Callbacks callbacks, DateStyle dates) {
    this.callbacks = callbacks;
    this.dates = dates;
  }

  /** {@code GET /v1/callbacks} */
  Answer list(Call call) {
    var listed = callbacks.list(call.owner());
    return Answer.keptFor(
        MaxAge.CALLBACKS,
        json ->
            json.name("callbacks")
                .array(listed, callback -> CallbackJson.write(json, dates, callback)));
  }

  /** {@code POST /v1/callbacks} with {@code url=https://example.com/hook&type=3} */
  Answer create(Call call) {
    var url = url(call.parameters().get("url"));
    int type = type(call.parameters());
    var registered =
        callbacks
            .create(
                new NewCallback(
                    call.owner(),
                    call.isImpersonated() ? call.actor().id() : null,
                    url,
                    type,
                    call.now()))
            .orElseThrow(
                () ->
                    ApiError.conflict(
                        "there are " + Callbacks.MAX_PER_OWNER + " callbacks already"));
    return Answer.changed(
        json ->
            CallbackJson.write(
                json.name("callback"), dates, registered.callback(), registered.secret()));
  }

  /** {@code POST /v1/callbacks/:id} with {@code enabled=0} or {@code enabled=1} */
  Answer change(Call call) {
    var id = get(call).id();
    boolean isOn =
        call.parameters().findBoolean("enabled").orElseThrow(() -> Parameters.missing("enabled"));
    if (isOn) {
      callbacks.enable(call.owner(), id);
    } else {
      callbacks.disable(call.owner(), id, call.now());
    }
    var changed = get(call);
    return Answer.changed(json -> CallbackJson.write(json.name("callback"), dates, changed));
  }

  /** {@code POST /v1/callbacks/:id/secret}: a new secret; the old one signs too for a day. */
  Answer rotateSecret(Call call) {
    var callback = get(call);
    var secret =
        callbacks
            .rotateSecret(call.owner(), callback.id(), call.now())
            .orElseThrow(ApiError::notFound);
    return Answer.changed(
        json -> CallbackJson.write(json.name("callback"), dates, callback, secret));
  }

  /** {@code DELETE /v1/callbacks/:id} */
  Answer delete(Call call) {
    if (!callbacks.delete(call.owner(), new CallbackId(call.pathId("id")))) {
      throw ApiError.notFound();
    }
    return Answer.changed(json -> json.field("deleted", 1));
  }

  /** {@code DELETE /v1/callbacks} */
  Answer deleteAll(Call call) {
    int deleted = callbacks.deleteAll(call.owner());
    return Answer.changed(json -> json.field("deleted", deleted));
  }

  private Callback get(Call call) {
    return callbacks
        .find(call.owner(), new CallbackId(call.pathId("id")))
        .orElseThrow(ApiError::notFound);
  }

  private static CallbackUrl url(String text) {
    try {
      return new CallbackUrl(text);
    } catch (IllegalArgumentException e) {
      throw Parameters.invalid("url", "cannot be called: " + e.getMessage());
    }
  }

  private static int type(Parameters parameters) {
    parameters.get("type");
    return parameters
        .findWhole("type", 1, Callback.ALL_TYPES)
        .map(Long::intValue)
        .orElseThrow(() -> Parameters.missing("type"));
  }
}
