package io.sensorium.api.mobility;

import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import io.sensorium.core.identity.Application;
import io.sensorium.core.identity.User;
import io.sensorium.store.identity.Identities;

/** {@code GET /v2/users/:user_id} and {@code GET /v2/users/me}. */
final class ShowProfile implements UserHandler {

  private final Identities identities;

  ShowProfile(Identities identities) {
    this.identities = identities;
  }

  @Override
  public Response handle(Request request, User user) {
    var account =
        identities
            .findApplication(user.application())
            .map(Application::account)
            .flatMap(identities::findAccount)
            .orElseThrow(() -> new IllegalStateException("no account of user " + user.id()));
    return Response.json(json -> ProfileWriter.write(json, user, account));
  }
}
