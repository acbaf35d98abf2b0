package io.sensorium.api.mobility;

import io.sensorium.api.auth.Guard;
import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.Handler;
import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import io.sensorium.core.identity.Application;
import io.sensorium.core.identity.Caller;
import io.sensorium.core.identity.Scope;
import io.sensorium.core.identity.User;
import io.sensorium.store.identity.Identities;

/** {@code GET /v2/users/:user_id} and {@code GET /v2/users/me}. */
final class ShowProfile implements Handler {

  /** Whose profile a request asks for. */
  private interface Subject {
    User of(Request request);
  }

  private final Subject subject;
  private final Identities identities;

  private ShowProfile(Subject subject, Identities identities) {
    this.subject = subject;
    this.identities = identities;
  }

  /** The user whom the path names. */
  static ShowProfile byId(Guard guard, Identities identities) {
    return new ShowProfile(request -> guard.reader(request, Scope.USER_READ), identities);
  }

  /** The caller's own; only a user token has one. */
  static ShowProfile own(Guard guard, Identities identities) {
    return new ShowProfile(request -> own(guard.caller(request)), identities);
  }

  private static User own(Caller caller) {
    return switch (caller) {
      case Caller.Phone phone -> phone.person();
      case Caller.Controller controller -> controller.user();
      case Caller.Key _, Caller.Administrator _, Caller.Uploader _ -> throw ApiError.forbidden();
    };
  }

  @Override
  public Response handle(Request request) {
    var user = subject.of(request);
    var account =
        identities
            .findApplication(user.application())
            .map(Application::account)
            .flatMap(identities::findAccount)
            .orElseThrow(() -> new IllegalStateException("no account of user " + user.id()));
    return Response.json(json -> ProfileWriter.write(json, user, account));
  }
}
