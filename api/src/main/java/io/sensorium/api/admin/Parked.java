package io.sensorium.api.admin;

import io.sensorium.api.auth.Guard;
import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import io.sensorium.core.id.UserId;
import io.sensorium.store.inbox.Inbox;
import io.sensorium.store.inbox.ParkedInput;
import java.time.ZoneOffset;
import java.util.function.Consumer;

/** {@code GET /admin/v1/parked} and {@code POST /admin/v1/parked/{id}/replay}. */
final class Parked {

  private final Guard guard;
  private final Inbox inbox;
  private final Consumer<UserId> wake;

  /**
   * @param wake tells the engine that an input of the user waits again
   */
  Parked(Guard guard, Inbox inbox, Consumer<UserId> wake) {
    this.guard = guard;
    this.inbox = inbox;
    this.wake = wake;
  }

  Response list(Request request) {
    guard.administrator(request);
    var inputs = inbox.listParked();
    return Response.json(
        json -> {
          json.beginArray();
          for (var input : inputs) {
            json.beginObject();
            json.field("id", input.id());
            json.field("user_id", input.user().value());
            json.field("items", input.itemCount());
            json.field("received_at", input.receivedAt(), ZoneOffset.UTC);
            json.field("parked_at", input.parkedAt(), ZoneOffset.UTC);
            json.field("reason", input.reason());
            json.endObject();
          }
          json.endArray();
        });
  }

  Response replay(Request request) {
    guard.administrator(request);
    long id = id(request.pathParameter("id"));
    var user =
        inbox.listParked().stream()
            .filter(input -> input.id() == id)
            .map(ParkedInput::user)
            .findFirst()
            .orElseThrow(ApiError::notFound);
    if (!inbox.replay(id)) {
      throw ApiError.notFound();
    }
    wake.accept(user);
    return Response.empty();
  }

  private static long id(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw ApiError.notFound();
    }
  }
}
