package io.sensorium.api.sensors;

import io.sensorium.api.common.ApiError;
import io.sensorium.api.sensors.json.DateStyle;
import io.sensorium.api.sensors.json.DeliveryJson;
import io.sensorium.api.sensors.parameter.Ids;
import io.sensorium.core.id.CallbackId;
import io.sensorium.core.id.DeliveryId;
import io.sensorium.store.outbox.Callbacks;
import io.sensorium.store.outbox.Deliveries;
import io.sensorium.store.outbox.Delivery;

/** The methods that show what was sent to a callback, and send it once more. */
final class DeliveryMethods {

  private static final int PAGE_SIZE = 100;

  private final Callbacks callbacks;
  private final Deliveries deliveries;
  private final DateStyle dates;

  DeliveryMethods(Callbacks callbacks, Deliveries deliveries, DateStyle dates) {
    this.callbacks = callbacks;
    this.deliveries = deliveries;
    this.dates = dates;
  }

  /** {@code GET /v1/callbacks/:id/deliveries[?offset=<next>]}: newest first. */
  Answer list(Call call) {
    var callback = callback(call);
    var before =
        call.parameters()
            .find("offset")
            .filter(text -> !text.equals("0"))
            .map(text -> new DeliveryId(Ids.get("offset", text)));
    var found = deliveries.list(callback, before, PAGE_SIZE + 1);
    boolean isLast = found.size() <= PAGE_SIZE;
    var page = isLast ? found : found.subList(0, PAGE_SIZE);
    return Answer.keptFor(
        MaxAge.LEAST,
        json -> {
          json.name("deliveries").array(page, it -> DeliveryJson.write(json, dates, it));
          if (!isLast) {
            json.field("next", page.getLast().id().toString());
          }
        });
  }

  /** {@code GET /v1/callbacks/:id/deliveries/:delivery}: with all attempts. */
  Answer show(Call call) {
    var log = log(call, callback(call));
    return Answer.keptFor(
        MaxAge.LEAST, json -> DeliveryJson.write(json.name("delivery"), dates, log));
  }

  /** {@code POST /v1/callbacks/:id/deliveries/:delivery/replay} */
  Answer replay(Call call) {
    var callback = callback(call);
    var delivery = log(call, callback).delivery();
    if (!deliveries.replay(callback, delivery.id(), call.now())) {
      throw ApiError.conflict("it waits already, or its callback is disabled");
    }
    var log = log(call, callback);
    return Answer.changed(json -> DeliveryJson.write(json.name("delivery"), dates, log));
  }

  private CallbackId callback(Call call) {
    return callbacks
        .find(call.owner(), new CallbackId(call.pathId("id")))
        .orElseThrow(ApiError::notFound)
        .id();
  }

  private Delivery.Log log(Call call, CallbackId callback) {
    return deliveries
        .findLog(callback, new DeliveryId(call.pathId("delivery")))
        .orElseThrow(ApiError::notFound);
  }
}
