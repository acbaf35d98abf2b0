package io.sensorium.server;

import io.sensorium.api.admin.AdminTokens;
import io.sensorium.api.auth.Credentials;
import io.sensorium.core.id.IdSource;
import io.sensorium.core.identity.Credential;
import io.sensorium.store.identity.Identities;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;

/** What a new data directory gets. */
final class FirstStart {

  private FirstStart() {}

  /** Draws the first administrator's token, and writes it where only the owner can read it. */
  static void ensureAdminToken(Path directory, Identities identities, Clock clock) {
    if (AdminTokenFile.exists(directory)) {
      return;
    }
    var drawn =
        new Credentials(IdSource.secure(), clock)
            .draw(Credential.Kind.ADMIN, AdminTokens.OWNER, "first", Set.of(), null);
    identities.addCredential(drawn.credential(), Integer.MAX_VALUE, clock.instant());
    AdminTokenFile.write(directory, drawn.secret().reveal());
  }
}
