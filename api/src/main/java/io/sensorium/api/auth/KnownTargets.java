package io.sensorium.api.auth;

import io.sensorium.core.id.AccountId;
import io.sensorium.core.identity.User;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Users whom a caller was allowed to reach, as long as nobody's credentials, install or user
 * changed at all.
 */
final class KnownTargets {
  /*
   * By caller and user: whoever may not reach a user finds none here, whether another caller may or
   * the user does not exist, and so learns nothing from the time that it takes.
   */

  private static final int MAX_REMEMBERED = 10_000;

  /** A user, and the account of their application. */
  record Target(User user, AccountId account) {}

  private record Reach(String caller, String user) {}

  private record Known(long changeCount, Target target) {}

  private final LongSupplier changes;
  private final Map<Reach, Known> remembered = new ConcurrentHashMap<>();

  KnownTargets(LongSupplier changes) {
    this.changes = changes;
  }

  /**
   * To be asked for before what will be remembered is read: what changes later, counts as later.
   */
  long changeCount() {
    return changes.getAsLong();
  }

  Optional<Target> find(String caller, String user, long changeCount) {
    var known = remembered.get(new Reach(caller, user));
    return known != null && known.changeCount() == changeCount
        ? Optional.of(known.target())
        : Optional.empty();
  }

  void remember(String caller, String user, long changeCount, Target target) {
    if (remembered.size() >= MAX_REMEMBERED) {
      remembered.clear();
    }
    remembered.put(new Reach(caller, user), new Known(changeCount, target));
  }
}
