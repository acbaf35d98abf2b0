package io.sensorium.core.identity;

import io.sensorium.core.id.ApplicationId;
import io.sensorium.core.id.InstallId;
import io.sensorium.core.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One installation of an app on one phone, and the person it belongs to. */
public record Install(
    InstallId id,
    UserId user,
    ApplicationId application,
    Device device,
    State state,
    Instant createdAt) {

  /** Only an active install's uploads are taken. */
  public enum State {
    ACTIVE,
    DEACTIVATED,
    DISABLED,
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
