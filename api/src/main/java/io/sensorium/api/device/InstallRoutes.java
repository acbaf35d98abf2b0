package io.sensorium.api.device;

import io.sensorium.api.auth.Credentials;
import io.sensorium.api.common.Routes;
import io.sensorium.core.id.IdSource;
import io.sensorium.store.erasure.Erasures;
import io.sensorium.store.identity.Identities;
import io.sensorium.store.identity.Links;
import java.time.Clock;

/** The table of the calls by which a phone gets its tokens. */
public final class InstallRoutes {

  private InstallRoutes() {}

  public static Routes of(
      Identities identities,
      Links links,
      Erasures erasures,
      Credentials credentials,
      IdSource ids,
      Clock clock) {
    return Routes.builder()
        .post("/device/v1/installs", new CreateInstall(identities, links, credentials, ids, clock))
        .post("/device/v1/token", new RefreshToken(identities, erasures, credentials, clock))
        .build();
  }
}
