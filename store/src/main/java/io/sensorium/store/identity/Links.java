package io.sensorium.store.identity;

import io.sensorium.core.id.ApplicationId;
import io.sensorium.core.id.InstallId;
import io.sensorium.core.id.UserId;
import io.sensorium.core.identity.AuthenticationCode;
import io.sensorium.core.identity.Credential;
import io.sensorium.core.identity.Install;
import io.sensorium.core.identity.Linking;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Brings installs and people together by external ids.
 *
 * <p>One person of an application has an external id, and one install of a person is active. Every
 * implementation passes {@code LinksContract}. Safe for use by many threads; each change is decided
 * and made as a whole, and is on disk when the call returns.
 */
public interface Links {

  /** An install that is to be made by a code, for the code's person or for a new one. */
  record Comer(
      UserId newPerson,
      InstallId install,
      Install.Device device,
      List<Credential> credentials,
      Instant createdAt) {

    public Comer {
      credentials = List.copyOf(credentials);
    }
  }

  /** Does what {@link Linking} decides, and tells what that was. */
  Linking.Decision link(ApplicationId application, InstallId install, String externalId);

  /**
   * Adds a code, and forgets those that have expired.
   *
   * @return false when there are {@link AuthenticationCode#MAX_ACTIVE} for its external id
   */
  boolean addCode(AuthenticationCode code, Instant now);

  /** A code that holds. */
  Optional<AuthenticationCode> findCode(String codeSha256, Instant now);

  /**
   * As {@link #link}, for who shows the code of an external id. The install becomes the person's
   * active one where {@link io.sensorium.core.identity.Activation} says so, also when it belonged
   * to the person before. The code is used up unless that is refused.
   *
   * @return empty when the code does not hold
   */
  Optional<Linking.Decision> linkByCode(String codeSha256, InstallId install, Instant now);

  /**
   * Makes an install of the person of the code's external id, or of a new person who gets it, and
   * uses up the code.
   *
   * @return the install; empty when the code does not hold
   */
  Optional<Install> registerByCode(String codeSha256, Comer comer, Instant now);

  /**
   * Writes down that an install uploads, before it does.
   *
   * @return false when it is not the active install of that person any more
   */
  boolean markUsed(InstallId install, UserId person);
}
