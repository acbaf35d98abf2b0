package io.sensorium.api.auth;

import io.sensorium.core.id.ApplicationId;
import io.sensorium.core.id.InstallId;
import io.sensorium.core.id.UserId;
import io.sensorium.core.identity.Caller;
import io.sensorium.core.identity.Credential;
import io.sensorium.core.identity.Install;
import io.sensorium.core.identity.Secret;
import io.sensorium.core.identity.User;
import io.sensorium.store.identity.Identities;
import java.time.Clock;
import java.util.Optional;

/** Finds out who calls. */
public final class Authentication {

  private final Identities identities;
  private final Clock clock;

  public Authentication(Identities identities, Clock clock) {
    this.identities = identities;
    this.clock = clock;
  }

  /** The caller whom the secret belongs to; empty when it is unknown, expired or revoked. */
  public Optional<Caller> authenticate(String revealedSecret) {
    return Secret.parse(revealedSecret)
        .flatMap(secret -> identities.findCredential(secret.id()).filter(secret::matches))
        .filter(credential -> credential.isActiveAt(clock.instant()))
        .flatMap(this::caller);
  }

  private Optional<Caller> caller(Credential credential) {
    return switch (credential.kind()) {
      case ADMIN -> Optional.of(new Caller.Administrator(credential.id()));
      case API_KEY ->
          Optional.of(
              new Caller.Key(
                  new ApplicationId(credential.ownerId()), credential.scopes(), credential.id()));
      case USER_TOKEN -> phone(credential);
      case UPLOAD -> uploader(credential);
      case CONTROL ->
          identities
              .findUser(new UserId(credential.ownerId()))
              .filter(User::canLogin)
              .map(user -> new Caller.Controller((User.Control) user));
      case APPLICATION_SECRET, REFRESH, AUTHENTICATION_CODE -> Optional.empty();
    };
  }

  private Optional<Caller> phone(Credential credential) {
    return install(credential)
        .flatMap(install -> person(install).map(person -> new Caller.Phone(person, install)));
  }

  private Optional<Caller> uploader(Credential credential) {
    return install(credential)
        .flatMap(install -> person(install).map(person -> new Caller.Uploader(person, install)));
  }

  private Optional<Install> install(Credential credential) {
    return identities.findInstall(new InstallId(credential.ownerId()));
  }

  private Optional<User.Person> person(Install install) {
    return identities
        .findUser(install.user())
        .filter(User::canLogin)
        .map(user -> (User.Person) user);
  }
}
