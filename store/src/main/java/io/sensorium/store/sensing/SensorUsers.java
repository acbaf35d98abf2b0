package io.sensorium.store.sensing;

import io.sensorium.core.id.SensorUserId;
import io.sensorium.core.sensing.Privilege;
import io.sensorium.core.sensing.SensorUser;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Users of the sensor API, in hierarchies.
 *
 * <p>Every implementation passes {@code SensorUsersContract}. Safe for use by many threads.
 */
public interface SensorUsers {

  /** A user to be; the password is hashed already. */
  record NewUser(
      @Nullable SensorUserId parent,
      String email,
      String passwordHash,
      String firstName,
      String lastName,
      Set<Privilege> privileges,
      Instant createdAt) {}

  /** The user; empty when somebody has that e-mail address, compared without case. */
  Optional<SensorUser> create(NewUser user);

  Optional<SensorUser> find(SensorUserId id);

  Optional<SensorUser> findByEmail(String email);

  /** The argon2id hash of the password, as text with its parameters. */
  String getPasswordHash(SensorUserId id);

  void setPasswordHash(SensorUserId id, String hash);

  /** Puts names, country, zone, unit and channel: what users may change themselves. */
  void update(SensorUser user);

  void setPrivileges(SensorUserId id, Set<Privilege> privileges);

  /** Everybody below in the hierarchy, children before their children, each by id. */
  List<SensorUser> listDescendants(SensorUserId id);

  List<SensorUser> list();

  boolean isStrictDescendant(SensorUserId ancestor, SensorUserId user);

  /**
   * Removes the user and what is theirs here; children go to the user's parent. Their gateways wait
   * for a new owner: without their names, and with new sensors and sources in place of the old.
   */
  boolean delete(SensorUserId id);

  /** Rises with every change of any user: whoever remembers users forgets them then. */
  long changeCount();
}
