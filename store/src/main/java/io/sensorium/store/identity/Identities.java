package io.sensorium.store.identity;

import io.sensorium.core.id.AccountId;
import io.sensorium.core.id.ApplicationId;
import io.sensorium.core.id.InstallId;
import io.sensorium.core.id.UserId;
import io.sensorium.core.identity.Account;
import io.sensorium.core.identity.Application;
import io.sensorium.core.identity.Credential;
import io.sensorium.core.identity.Install;
import io.sensorium.core.identity.User;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everybody who is known to the server, and what they may show to prove it.
 *
 * <p>Every implementation passes {@code IdentitiesContract}. Safe for use by many threads. What is
 * added is on disk when the call returns.
 */
public interface Identities {

  void addAccount(Account account);

  Optional<Account> findAccount(AccountId id);

  List<Account> listAccounts();

  /** Adds an application together with its secret. */
  void addApplication(Application application, Credential secret);

  Optional<Application> findApplication(ApplicationId id);

  List<Application> listApplications();

  /** Replaces what may change of an application: its name, and whether it and linking are on. */
  void updateApplication(Application application);

  /** Removes an application with its secret, keys and codes; false while it has users. */
  boolean removeApplication(ApplicationId id);

  /** Adds a control user together with the token to log in with. */
  void addControlUser(User.Control user, Credential token);

  /** Adds a person with their first install and its credentials, as a whole. */
  void register(User.Person person, Install install, List<Credential> credentials);

  Optional<User> findUser(UserId id);

  /** Users in the order of their ids, of one application and external id where these are given. */
  List<User> listUsers(
      @Nullable ApplicationId application,
      @Nullable String externalId,
      @Nullable UserId after,
      int limit);

  /** Replaces what may change of a user: login and settings. {@link Links} change external ids. */
  void updateUser(User user);

  Optional<Install> findInstall(InstallId id);

  /** A person's installs, oldest first. */
  List<Install> listInstalls(UserId user);

  /**
   * Changes the state of an install that is not being erased. The one that becomes active
   * deactivates the person's other one.
   */
  void updateInstallState(InstallId id, Install.State state);

  /**
   * Adds a credential, unless its owner has {@code maxActive} active ones of the kind already.
   *
   * @return whether it was added
   */
  boolean addCredential(Credential credential, int maxActive, Instant now);

  /** Any credential, also one that is revoked or expired. */
  Optional<Credential> findCredential(String id);

  /** An owner's credentials of a kind, oldest first. */
  List<Credential> listCredentials(Credential.Kind kind, String ownerId);

  /** Credentials of a kind that are not revoked and expire in a span, the first to do so first. */
  List<Credential> listExpiring(Credential.Kind kind, Instant after, Instant upTo);

  /**
   * Adds {@code added} and lets the owner's other active credentials of the same kind expire at
   * {@code othersExpireAt} at the latest, as a whole.
   */
  void rotateCredential(Credential added, Instant othersExpireAt);

  /** Revokes a credential; false when there is no active one of that id, kind and owner. */
  boolean revokeCredential(Credential.Kind kind, String ownerId, String id, Instant now);

  /** Revokes all of an owner's credentials, of every kind. */
  void revokeCredentials(String ownerId, Instant now);

  /**
   * Rises with each change, before the call that makes it returns: what was read while it had the
   * same value still holds.
   */
  long changeCount();
}
