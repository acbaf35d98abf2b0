package io.sensorium.api.people;

import io.sensorium.api.auth.Guard;
import io.sensorium.api.common.Handler;
import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;

/** {@code DELETE /users/:user_id}: 200 and no body, once nothing of the user is left. */
final class EraseUser implements Handler {

  private final Guard guard;
  private final Erasure erasure;

  EraseUser(Guard guard, Erasure erasure) {
    this.guard = guard;
    this.erasure = erasure;
  }

  @Override
  public Response handle(Request request) {
    erasure.erase(guard.eraser(request).id());
    return Response.empty();
  }
}
