package io.sensorium.store.sql;

import io.sensorium.core.id.AccountId;
import io.sensorium.core.id.ApplicationId;
import io.sensorium.core.id.InstallId;
import io.sensorium.core.id.UserId;
import io.sensorium.core.identity.Account;
import io.sensorium.core.identity.Application;
import io.sensorium.core.identity.Credential;
import io.sensorium.core.identity.Install;
import io.sensorium.core.identity.User;
import io.sensorium.core.time.Micros;
import io.sensorium.store.database.ReaderPool;
import io.sensorium.store.database.RowReader;
import io.sensorium.store.database.Work;
import io.sensorium.store.identity.Identities;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Identities as tables. */
final class SqlIdentities implements Identities {

  private static final String ACTIVE_OF_OWNER =
      """
      kind = ? AND owner_id = ? AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ?)
      """;

  private final IdentityChanges changes;
  private final ReaderPool readers;

  SqlIdentities(IdentityChanges changes, ReaderPool readers) {
    this.changes = changes;
    this.readers = readers;
  }

  @Override
  public long changeCount() {
    return changes.count();
  }

  private <T> T change(Work<T> work) {
    return changes.change(work);
  }

  @Override
  public void addAccount(Account account) {
    change(
        session ->
            session.update(
                "INSERT INTO accounts (account_id, display_name, created_at) VALUES (?, ?, ?)",
                account.id().value(),
                account.displayName(),
                Micros.of(account.createdAt())));
  }

  @Override
  public Optional<Account> findAccount(AccountId id) {
    return find(
        IdentityRows.ACCOUNT + "WHERE account_id = ?", IdentityRows::readAccount, id.value());
  }

  @Override
  public List<Account> listAccounts() {
    return list(
        IdentityRows.ACCOUNT + "ORDER BY created_at, account_id", IdentityRows::readAccount);
  }

  @Override
  public void addApplication(Application application, Credential secret) {
    change(
        session -> {
          IdentityRows.insert(session, secret);
          return session.update(
              """
              INSERT INTO applications
                (application_id, account_id, name, created_at, deactivated, user_linking)
              VALUES (?, ?, ?, ?, ?, ?)
              """,
              application.id().value(),
              application.account().value(),
              application.name(),
              Micros.of(application.createdAt()),
              application.deactivated() ? 1 : 0,
              application.userLinking() ? 1 : 0);
        });
  }

  @Override
  public void updateApplication(Application application) {
    change(
        session ->
            session.update(
                """
                UPDATE applications SET name = ?, deactivated = ?, user_linking = ?
                WHERE application_id = ?
                """,
                application.name(),
                application.deactivated() ? 1 : 0,
                application.userLinking() ? 1 : 0,
                application.id().value()));
  }

  @Override
  public boolean removeApplication(ApplicationId id) {
    return change(
        session -> {
          long users =
              session.number("SELECT count(*) FROM users WHERE application_id = ?", id.value());
          if (users > 0) {
            return false;
          }
          session.update("DELETE FROM authentication_codes WHERE application_id = ?", id.value());
          session.update("DELETE FROM credentials WHERE owner_id = ?", id.value());
          session.update("DELETE FROM applications WHERE application_id = ?", id.value());
          return true;
        });
  }

  @Override
  public Optional<Application> findApplication(ApplicationId id) {
    return find(
        IdentityRows.APPLICATION + "WHERE application_id = ?",
        IdentityRows::readApplication,
        id.value());
  }

  @Override
  public List<Application> listApplications() {
    return list(
        IdentityRows.APPLICATION + "ORDER BY created_at, application_id",
        IdentityRows::readApplication);
  }

  @Override
  public void addControlUser(User.Control user, Credential token) {
    change(
        session -> {
          IdentityRows.insert(session, user);
          IdentityRows.insert(session, token);
          return true;
        });
  }

  @Override
  public void register(User.Person person, Install install, List<Credential> credentials) {
    change(
        session -> {
          IdentityRows.insert(session, person);
          IdentityRows.insert(session, install);
          for (var credential : credentials) {
            IdentityRows.insert(session, credential);
          }
          return true;
        });
  }

  @Override
  public Optional<User> findUser(UserId id) {
    return find(IdentityRows.USER + "WHERE user_id = ?", IdentityRows::readUser, id.value());
  }

  @Override
  public List<User> listUsers(
      @Nullable ApplicationId application,
      @Nullable String externalId,
      @Nullable UserId after,
      int limit) {
    var sql = new StringBuilder(IdentityRows.USER).append("WHERE user_id > ?");
    var parameters = new ArrayList<Object>();
    parameters.add(after == null ? "" : after.value());
    if (application != null) {
      sql.append(" AND application_id = ?");
      parameters.add(application.value());
    }
    if (externalId != null) {
      sql.append(" AND external_id = ?");
      parameters.add(externalId);
    }
    parameters.add(limit);
    return list(
        sql.append(" ORDER BY user_id LIMIT ?").toString(),
        IdentityRows::readUser,
        parameters.toArray());
  }

  @Override
  public void updateUser(User user) {
    change(
        session ->
            session.update(
                """
                UPDATE users SET can_login = ?, sdk_flavor = ?, sdk_killswitch_action = ?,
                  sdk_debug_logging = ?
                WHERE user_id = ?
                """,
                user.canLogin() ? 1 : 0,
                user.sdk().flavor(),
                user.sdk().killswitchAction(),
                IdentityRows.flag(user.sdk().debugLogging()),
                user.id().value()));
  }

  @Override
  public Optional<Install> findInstall(InstallId id) {
    return find(
        IdentityRows.INSTALL + "WHERE install_id = ?", IdentityRows::readInstall, id.value());
  }

  @Override
  public List<Install> listInstalls(UserId user) {
    return list(
        IdentityRows.INSTALL + "WHERE user_id = ? ORDER BY created_at, install_id",
        IdentityRows::readInstall,
        user.value());
  }

  @Override
  public void updateInstallState(InstallId id, Install.State state) {
    change(
        session -> {
          if (state == Install.State.ACTIVE) {
            IdentityRows.displaceOthers(session, id);
          }
          return session.update(
              "UPDATE installs SET state = ? WHERE install_id = ? AND state <> 'DELETED'",
              state.name(),
              id.value());
        });
  }

  @Override
  public boolean addCredential(Credential credential, int maxActive, Instant now) {
    return change(
        session -> {
          long active =
              session.number(
                  "SELECT count(*) FROM credentials WHERE " + ACTIVE_OF_OWNER,
                  credential.kind().name(),
                  credential.ownerId(),
                  Micros.of(now));
          if (active >= maxActive) {
            return false;
          }
          IdentityRows.insert(session, credential);
          return true;
        });
  }

  @Override
  public Optional<Credential> findCredential(String id) {
    return find(
        IdentityRows.CREDENTIAL + "WHERE credential_id = ?", IdentityRows::readCredential, id);
  }

  @Override
  public List<Credential> listCredentials(Credential.Kind kind, String ownerId) {
    return list(
        IdentityRows.CREDENTIAL
            + "WHERE kind = ? AND owner_id = ? ORDER BY created_at, credential_id",
        IdentityRows::readCredential,
        kind.name(),
        ownerId);
  }

  @Override
  public void rotateCredential(Credential added, Instant othersExpireAt) {
    long expiryMicros = Micros.of(othersExpireAt);
    change(
        session -> {
          session.update(
              "UPDATE credentials SET expires_at = ? WHERE " + ACTIVE_OF_OWNER,
              expiryMicros,
              added.kind().name(),
              added.ownerId(),
              expiryMicros);
          IdentityRows.insert(session, added);
          return true;
        });
  }

  @Override
  public boolean revokeCredential(Credential.Kind kind, String ownerId, String id, Instant now) {
    return change(
            session ->
                session.update(
                    "UPDATE credentials SET revoked_at = ? WHERE credential_id = ? AND "
                        + ACTIVE_OF_OWNER,
                    Micros.of(now),
                    id,
                    kind.name(),
                    ownerId,
                    Micros.of(now)))
        == 1;
  }

  @Override
  public void revokeCredentials(String ownerId, Instant now) {
    change(
        session ->
            session.update(
                "UPDATE credentials SET revoked_at = ? WHERE owner_id = ? AND revoked_at IS NULL",
                Micros.of(now),
                ownerId));
  }

  @Override
  public List<Credential> listExpiring(Credential.Kind kind, Instant after, Instant upTo) {
    return list(
        IdentityRows.CREDENTIAL
            + """
            WHERE kind = ? AND revoked_at IS NULL AND expires_at > ? AND expires_at <= ?
            ORDER BY expires_at, credential_id
            """,
        IdentityRows::readCredential,
        kind.name(),
        Micros.of(after),
        Micros.of(upTo));
  }

  private <T> Optional<T> find(String sql, RowReader<T> reader, Object... parameters) {
    return readers.read(session -> session.find(sql, reader, parameters));
  }

  private <T> List<T> list(String sql, RowReader<T> reader, Object... parameters) {
    return readers.read(session -> session.list(sql, reader, parameters));
  }
}
