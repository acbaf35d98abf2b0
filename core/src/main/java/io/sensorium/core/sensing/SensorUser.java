package io.sensorium.core.sensing;

import io.sensorium.core.id.SensorUserId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user of the sensor API, without the password.
 *
 * @param parent the user who created this one; null at the top of a hierarchy
 * @param country ISO 3166 code of two letters; ZZ while it is not known
 * @param temperatureUnit for display alone; values and alarms are in the source's unit
 */
public record SensorUser(
    SensorUserId id,
    @Nullable SensorUserId parent,
    String email,
    String firstName,
    String lastName,
    String country,
    ZoneId zone,
    TemperatureUnit temperatureUnit,
    NotificationChannel notificationChannel,
    Set<Privilege> privileges,
    Instant createdAt) {

  /** The country of a user who told none. */
  public static final String UNKNOWN_COUNTRY = "ZZ";

  /** What every new user may do until it is taken away. */
  public static final Set<Privilege> DEFAULT_PRIVILEGES = Set.of(Privilege.CREATE_USERS);

  /** How a client shows temperatures. */
  public enum TemperatureUnit {
    CELSIUS,
    FAHRENHEIT
  }

  /** How the user hears of alarms, beside callbacks. */
  public enum NotificationChannel {
    NONE,
    EMAIL
  }

  public SensorUser {
    privileges = Set.copyOf(privileges);
  }

  public boolean may(Privilege privilege) {
    return privileges.contains(privilege);
  }
}
