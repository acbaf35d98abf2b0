package io.sensorium.api.device;

import io.sensorium.api.auth.Credentials;
import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.Handler;
import io.sensorium.api.common.JsonObject;
import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import io.sensorium.core.id.ApplicationId;
import io.sensorium.core.id.IdSource;
import io.sensorium.core.identity.Credential;
import io.sensorium.core.identity.Install;
import io.sensorium.core.identity.Secret;
import io.sensorium.core.identity.User;
import io.sensorium.store.identity.Identities;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/**
 * {@code POST /device/v1/installs}: a phone introduces itself with its application's secret, and
 * becomes the first install of a new person.
 */
final class CreateInstall implements Handler {

  private final Identities identities;
  private final Credentials credentials;
  private final IdSource ids;
  private final Clock clock;

  CreateInstall(Identities identities, Credentials credentials, IdSource ids, Clock clock) {
    this.identities = identities;
    this.credentials = credentials;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Response handle(Request request) throws IOException {
    var body = request.jsonObject();
    var application = application(body);
    var device = device(body.findObject("device").orElse(JsonObject.EMPTY));
    var user =
        new User.Person(
            ids.newUserId(), application, clock.instant(), true, User.SdkSettings.DEFAULT, null);
    var install =
        new Install(
            ids.newInstallId(),
            user.id(),
            application,
            device,
            Install.State.ACTIVE,
            clock.instant());
    var issued = Tokens.issue(credentials, install.id());
    identities.register(
        user, install, List.of(issued.token().credential(), issued.refresh().credential()));
    return Response.json(
        json -> {
          json.beginObject();
          json.field("user_id", user.id().value());
          json.field("install_id", install.id().value());
          issued.write(json);
          json.endObject();
        });
  }

  private ApplicationId application(JsonObject body) {
    var id = body.getString("application_id");
    var secret = Secret.parse(body.getString("application_secret"));
    if (!ApplicationId.isValid(id)) {
      throw ApiError.unauthorized();
    }
    return secret
        .flatMap(shown -> identities.findCredential(shown.id()).filter(shown::matches))
        .filter(known -> known.kind() == Credential.Kind.APPLICATION_SECRET)
        .filter(known -> known.ownerId().equals(id) && known.isActiveAt(clock.instant()))
        .map(known -> new ApplicationId(known.ownerId()))
        .orElseThrow(ApiError::unauthorized);
  }

  private static Install.Device device(JsonObject device) {
    var form = device.findString("form").orElse("phone");
    if (!Set.of("phone", "tablet").contains(form)) {
      throw ApiError.invalidParameter("device.form: must be phone or tablet");
    }
    return new Install.Device(
        device.findString("os").orElse(null),
        device.findString("os_version").orElse(null),
        device.findString("model").orElse(null),
        form.equals("tablet") ? Install.Device.Form.TABLET : Install.Device.Form.PHONE);
  }
}
