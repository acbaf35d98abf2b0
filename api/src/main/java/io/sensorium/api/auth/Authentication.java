package io.sensorium.api.auth;

import io.sensorium.core.id.ApplicationId;
import io.sensorium.core.id.InstallId;
import io.sensorium.core.id.UserId;
import io.sensorium.core.identity.Application;
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
  /*
   * Who called before is remembered as long as nobody's credentials, install or user changed at
   * all: a phone's upload needs no query, and a revocation holds from the moment it is answered.
   */

  /** Whether a caller is let in at all. */
  public enum Standing {
    GOOD,
    /** The install, its person or the application is switched off. */
    DISABLED,
    /** The person is being erased. */
    DELETED
  }

  /** Who calls, and whether they are let in. */
  public record Identified(Caller caller, Standing standing) {}

  private record Known(Credential credential, Optional<Identified> caller) {}

  private final Identities identities;
  private final Clock clock;
  private final WhileUnchanged<String, Known> remembered;

  public Authentication(Identities identities, Clock clock) {
    this.identities = identities;
    this.clock = clock;
    this.remembered = new WhileUnchanged<>(identities::changeCount);
  }

  /**
   * The caller whom the secret belongs to, if they are let in; empty when it is unknown, expired or
   * revoked too.
   */
  public Optional<Caller> authenticate(String revealedSecret) {
    return identify(revealedSecret)
        .filter(identified -> identified.standing() == Standing.GOOD)
        .map(Identified::caller);
  }

  /** The caller whom the secret belongs to; empty when it is unknown, expired or revoked. */
  public Optional<Identified> identify(String revealedSecret) {
    return Secret.parse(revealedSecret).flatMap(this::identify);
  }

  private Optional<Identified> identify(Secret secret) {
    return find(secret.id())
        .filter(known -> secret.matches(known.credential()))
        .filter(known -> known.credential().isActiveAt(clock.instant()))
        .flatMap(Known::caller);
  }

  private Optional<Known> find(String credentialId) {
    long changeCount = remembered.changeCount();
    var known = remembered.find(credentialId, changeCount);
    if (known.isPresent()) {
      return known;
    }
    var read = identities.findCredential(credentialId).map(this::known);
    read.ifPresent(it -> remembered.remember(credentialId, changeCount, it));
    return read;
  }

  private Known known(Credential credential) {
    return new Known(credential, caller(credential).map(this::identified));
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
      case APPLICATION_SECRET, REFRESH -> Optional.empty();
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
    return identities.findUser(install.user()).map(user -> (User.Person) user);
  }

  private Identified identified(Caller caller) {
    return new Identified(caller, standing(caller));
  }

  private Standing standing(Caller caller) {
    return switch (caller) {
      case Caller.Administrator _, Caller.Controller _ -> Standing.GOOD;
      case Caller.Key key -> ofApplication(key.application());
      case Caller.Phone phone -> ofInstall(phone.person(), phone.install());
      case Caller.Uploader uploader -> ofInstall(uploader.person(), uploader.install());
    };
  }

  private Standing ofInstall(User.Person person, Install install) {
    return switch (install.state()) {
      case DELETED -> Standing.DELETED;
      case DISABLED -> Standing.DISABLED;
      case ACTIVE, DEACTIVATED ->
          person.canLogin() ? ofApplication(install.application()) : Standing.DISABLED;
    };
  }

  private Standing ofApplication(ApplicationId id) {
    return identities.findApplication(id).filter(Application::deactivated).isPresent()
        ? Standing.DISABLED
        : Standing.GOOD;
  }
}
