package io.sensorium.core.identity;

import io.sensorium.core.id.AccountId;
import io.sensorium.core.id.ApplicationId;
import io.sensorium.core.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody known to the server: a person with phones, or a control user who reads. */
public sealed interface User {

  UserId id();

  ApplicationId application();

  Instant createdAt();

  boolean canLogin();

  SdkSettings sdk();

  /**
   * How the app on the phone shall behave.
   *
   * @param flavor what the app collects, such as {@code full}; null means the application's own
   * @param killswitchAction {@code enable_sdk} or {@code disable_sdk}
   */
  record SdkSettings(
      @Nullable String flavor, String killswitchAction, @Nullable Boolean debugLogging) {

    public static final SdkSettings DEFAULT = new SdkSettings(null, "enable_sdk", null);
  }

  /**
   * A person whose days are derived from the signals of their phones.
   *
   * @param externalId the customer's own name of the person, once linked
   */
  record Person(
      UserId id,
      ApplicationId application,
      Instant createdAt,
      boolean canLogin,
      SdkSettings sdk,
      @Nullable String externalId)
      implements User {}

  /** Somebody who reads other people's data by role. */
  record Control(
      UserId id,
      ApplicationId application,
      Instant createdAt,
      boolean canLogin,
      SdkSettings sdk,
      String email,
      AccountId account,
      Role role)
      implements User {}
}
