package io.sensorium.api.device;

import io.sensorium.api.auth.Credentials;
import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.Handler;
import io.sensorium.api.common.JsonObject;
import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import io.sensorium.core.id.ApplicationId;
import io.sensorium.core.id.IdSource;
import io.sensorium.core.identity.AuthenticationCode;
import io.sensorium.core.identity.Credential;
import io.sensorium.core.identity.Install;
import io.sensorium.core.identity.Secret;
import io.sensorium.core.identity.User;
import io.sensorium.store.identity.Identities;
import io.sensorium.store.identity.Links;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/**
 * {@code POST /device/v1/installs}: a phone introduces itself.
 *
 * <p>With its application's secret it becomes the first install of a new person. With an
 * authentication code it becomes an install of the person whom the code is for.
 */
final class CreateInstall implements Handler {

  private final Identities identities;
  private final Links links;
  private final Credentials credentials;
  private final IdSource ids;
  private final Clock clock;

  CreateInstall(
      Identities identities, Links links, Credentials credentials, IdSource ids, Clock clock) {
    this.identities = identities;
    this.links = links;
    this.credentials = credentials;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Response handle(Request request) throws IOException {
    var body = request.jsonObject();
    var code = body.findString("authentication_code");
    var device = device(body.findObject("device").orElse(JsonObject.EMPTY));
    var id = ids.newInstallId();
    var issued = Tokens.issue(credentials, id);
    var secrets = List.of(issued.token().credential(), issued.refresh().credential());
    var comer = new Links.Comer(ids.newUserId(), id, device, secrets, clock.instant());
    var install = code.isPresent() ? byCode(body, code.get(), comer) : bySecret(body, comer);
    return Response.json(
        json -> {
          json.beginObject();
          json.field("user_id", install.user().value());
          json.field("install_id", install.id().value());
          issued.write(json);
          json.endObject();
        });
  }

  private Install byCode(JsonObject body, String code, Links.Comer comer) {
    var now = clock.instant();
    var hash = Secret.sha256(code);
    var application = body.findString("application_id");
    return links
        .findCode(hash, now)
        .map(AuthenticationCode::application)
        .filter(owner -> application.isEmpty() || application.get().equals(owner.value()))
        .flatMap(_ -> links.registerByCode(hash, comer, now))
        .orElseThrow(ApiError::unauthorized);
  }

  private Install bySecret(JsonObject body, Links.Comer comer) {
    var application = application(body);
    var person =
        new User.Person(
            comer.newPerson(),
            application,
            comer.createdAt(),
            true,
            User.SdkSettings.DEFAULT,
            null);
    var install =
        new Install(
            comer.install(),
            person.id(),
            application,
            comer.device(),
            Install.State.ACTIVE,
            comer.createdAt(),
            false);
    identities.register(person, install, comer.credentials());
    return install;
  }

  private ApplicationId application(JsonObject body) {
    var id = body.getString("application_id");
    var secret = Secret.parse(body.getString("application_secret"));
    if (!ApplicationId.isValid(id)) {
      throw ApiError.unauthorized();
    }
    var application =
        secret
            .flatMap(shown -> identities.findCredential(shown.id()).filter(shown::matches))
            .filter(known -> known.kind() == Credential.Kind.APPLICATION_SECRET)
            .filter(known -> known.ownerId().equals(id) && known.isActiveAt(clock.instant()))
            .flatMap(known -> identities.findApplication(new ApplicationId(known.ownerId())))
            .orElseThrow(ApiError::unauthorized);
    if (application.deactivated()) {
      throw ApiError.forbidden("the application is deactivated");
    }
    return application.id();
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
