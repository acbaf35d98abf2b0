package io.sensorium.api.device;

import io.sensorium.api.auth.Credentials;
import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.Handler;
import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import io.sensorium.core.id.InstallId;
import io.sensorium.core.identity.Credential;
import io.sensorium.core.identity.Install;
import io.sensorium.core.identity.Secret;
import io.sensorium.core.identity.User;
import io.sensorium.store.erasure.Erasures;
import io.sensorium.store.identity.Identities;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;

/**
 * {@code POST /device/v1/token}: a new user token and a new refresh secret.
 *
 * <p>The old secret holds for another day, in case the answer was lost. Who shows one that has run
 * out holds a copy: all the install's credentials are revoked.
 */
final class RefreshToken implements Handler {

  private static final Duration OVERLAP = Duration.ofDays(1);

  private final Identities identities;
  private final Erasures erasures;
  private final Credentials credentials;
  private final Clock clock;

  RefreshToken(Identities identities, Erasures erasures, Credentials credentials, Clock clock) {
    this.identities = identities;
    this.erasures = erasures;
    this.credentials = credentials;
    this.clock = clock;
  }

  @Override
  public Response handle(Request request) throws IOException {
    var body = request.jsonObject();
    var shown = Secret.parse(body.getString("refresh_secret")).orElseThrow(ApiError::unauthorized);
    var known = known(body.getString("install_id"), shown);
    if (!known.isActiveAt(clock.instant())) {
      identities.revokeCredentials(known.ownerId(), clock.instant());
      throw ApiError.unauthorized();
    }
    var install = letIn(new InstallId(known.ownerId()));
    var issued = Tokens.issue(credentials, install.id());
    identities.rotateCredential(issued.refresh().credential(), clock.instant().plus(OVERLAP));
    identities.addCredential(issued.token().credential(), Integer.MAX_VALUE, clock.instant());
    return Response.json(
        json -> {
          json.beginObject();
          json.field("user_id", install.user().value());
          issued.write(json);
          json.endObject();
        });
  }

  private Credential known(String installId, Secret shown) {
    if (erasures.isErased(shown)) {
      throw ApiError.installDeleted("Install is deleted.");
    }
    return identities
        .findCredential(shown.id())
        .filter(shown::matches)
        .filter(credential -> credential.kind() == Credential.Kind.REFRESH)
        .filter(credential -> credential.ownerId().equals(installId))
        .orElseThrow(ApiError::unauthorized);
  }

  /**
   * The install, unless somebody has switched it off; one that another displaced may still read.
   */
  private Install letIn(InstallId id) {
    var install = identities.findInstall(id).orElseThrow(ApiError::unauthorized);
    boolean on =
        identities.findUser(install.user()).filter(User::canLogin).isPresent()
            && identities
                .findApplication(install.application())
                .filter(application -> !application.deactivated())
                .isPresent();
    return switch (install.state()) {
      case DELETED -> throw ApiError.installDeleted("Install is deleted.");
      case DISABLED -> throw ApiError.installDisabled("Install is disabled.");
      case ACTIVE, DEACTIVATED -> {
        if (!on) {
          throw ApiError.installDisabled("Install is disabled.");
        }
        yield install;
      }
    };
  }
}
