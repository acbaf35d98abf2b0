package io.sensorium.server;

import io.sensorium.core.identity.Credential;
import io.sensorium.core.identity.KeyExpiry;
import io.sensorium.store.identity.Identities;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells in the log, two weeks and one week before, that an API key will expire. */
final class KeyReminders {

  private static final Logger log = LoggerFactory.getLogger(KeyReminders.class);

  private final Identities identities;
  private @Nullable Instant lastLook;

  KeyReminders(Identities identities) {
    this.identities = identities;
  }

  /** After a start, all keys that are near their end are told of. */
  void look(Instant now) {
    var latest = now.plus(KeyExpiry.NOTICE.getFirst());
    for (var key : identities.listExpiring(Credential.Kind.API_KEY, now, latest)) {
      if (KeyExpiry.isReminderDue(key, lastLook, now)) {
        log.warn(
            "API key {} ({}) of application {} expires at {}",
            key.id(),
            key.name(),
            key.ownerId(),
            key.expiresAt());
      }
    }
    lastLook = now;
  }
}
