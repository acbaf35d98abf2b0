package io.sensorium.core.identity;

import io.sensorium.core.id.ApplicationId;
import io.sensorium.core.id.InstallId;
import io.sensorium.core.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One installation of an app on one phone, and the person it belongs to.
 *
 * @param used whether it has uploaded anything: from then on it stays with its person
 */
public record Install(
    InstallId id,
    UserId user,
    ApplicationId application,
    Device device,
    State state,
    Instant createdAt,
    boolean used) {

  /** Only an active install's uploads are taken. The names are stored. */
  public enum State {
    /** The one install of its person that uploads. */
    ACTIVE,
    /** Another install of the person took over; reading goes on. */
    DEACTIVATED,
    /** The operator has switched it off. */
    DISABLED,
    /** Its person is being erased. */
    DELETED
  }

  /** The phone, as it described itself. */
  public record Device(
      @Nullable String os, @Nullable String osVersion, @Nullable String model, Form form) {

    /** A tablet never displaces an active phone. */
    public enum Form {
      PHONE,
      TABLET
    }
  }
}
