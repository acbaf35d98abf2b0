package io.sensorium.store.sql;

import io.sensorium.core.id.ApplicationId;
import io.sensorium.core.id.InstallId;
import io.sensorium.core.id.UserId;
import io.sensorium.core.identity.Credential;
import io.sensorium.core.identity.Secret;
import io.sensorium.core.identity.Tombstone;
import io.sensorium.core.identity.User;
import io.sensorium.core.time.Micros;
import io.sensorium.store.database.Session;
import io.sensorium.store.database.SqlDatabase;
import io.sensorium.store.erasure.Erasures;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Erasures as deletions in both databases that know people. */
final class SqlErasures implements Erasures {
  /*
   * No transaction spans both databases. What is to be done is written down first, in the accounts,
   * and struck out last: whatever a crash interrupts is done again.
   */

  /** Rows that one transaction removes at the most, so that others need not wait for long. */
  private static final int ROWS_AT_ONCE = 200;

  private static final String OF_USER_AND_INSTALLS =
      "owner_id = ? OR owner_id IN (SELECT install_id FROM installs WHERE user_id = ?)";

  private final SqlDatabase accounts;
  private final SqlDatabase mobility;
  private final IdentityChanges changes;
  private final ErasedUsers erased;

  SqlErasures(
      SqlDatabase accounts, SqlDatabase mobility, IdentityChanges changes, ErasedUsers erased) {
    this.accounts = accounts;
    this.mobility = mobility;
    this.changes = changes;
    this.erased = erased;
  }

  @Override
  public boolean begin(UserId user, Instant now) {
    return changes.change(
        session -> {
          var found =
              session.find(
                  IdentityRows.USER + "WHERE user_id = ?", IdentityRows::readUser, user.value());
          if (found.isEmpty()) {
            return false;
          }
          session.update(
              "INSERT INTO erasures (user_id, asked_at) VALUES (?, ?) ON CONFLICT DO NOTHING",
              user.value(),
              Micros.of(now));
          writeTombstones(session, found.get(), now);
          takeExternalId(session, found.get());
          return session.update(
                  "UPDATE installs SET state = 'DELETED' WHERE user_id = ?", user.value())
              >= 0;
        });
  }

  private static void writeTombstones(Session session, User user, Instant now) throws SQLException {
    var names = new ArrayList<String>();
    for (var install : listInstalls(session, user.id())) {
      names.add(Tombstone.of(install));
    }
    listCredentials(session, user.id()).stream()
        .filter(credential -> user instanceof User.Person && credential.isActiveAt(now))
        .map(Tombstone::of)
        .forEach(names::add);
    for (var name : names) {
      session.update(
          """
          INSERT INTO tombstones (name_sha256, application_id) VALUES (?, ?)
          ON CONFLICT DO NOTHING
          """,
          name,
          user.application().value());
    }
  }

  private static List<InstallId> listInstalls(Session session, UserId user) throws SQLException {
    return session.list(
        "SELECT install_id FROM installs WHERE user_id = ?",
        row -> new InstallId(row.getString(1)),
        user.value());
  }

  private static List<Credential> listCredentials(Session session, UserId user)
      throws SQLException {
    return session.list(
        IdentityRows.CREDENTIAL + "WHERE " + OF_USER_AND_INSTALLS,
        IdentityRows::readCredential,
        user.value(),
        user.value());
  }

  private static void takeExternalId(Session session, User user) throws SQLException {
    var externalId = IdentityRows.externalId(user);
    if (externalId == null) {
      return;
    }
    session.update(
        "DELETE FROM authentication_codes WHERE application_id = ? AND external_id = ?",
        user.application().value(),
        externalId);
    session.update("UPDATE users SET external_id = NULL WHERE user_id = ?", user.id().value());
  }

  @Override
  public List<UserId> listUnfinished() {
    return accounts
        .readers()
        .read(
            session ->
                session.list(
                    "SELECT user_id FROM erasures ORDER BY asked_at, user_id",
                    row -> new UserId(row.getString(1))));
  }

  @Override
  public void removeFacts(UserId user) {
    erased.add(user);
    var installs = accounts.readers().read(session -> listInstalls(session, user));
    while (removeAll(user, installs)) {
      // a parked input may have been put back between two tables: until nothing is found any more
    }
  }

  private boolean removeAll(UserId user, List<InstallId> installs) {
    boolean found = false;
    for (var table : PersonTables.BY_USER) {
      found |= removeFrom(table, "user_id", user.value());
    }
    for (var table : PersonTables.BY_INSTALL) {
      for (var install : installs) {
        found |= removeFrom(table, "install_id", install.value());
      }
    }
    return found;
  }

  /* By the rows' own order where there is one; clustered tables have none, and short rows. */
  private boolean removeFrom(String table, String column, String value) {
    boolean found = false;
    while (mobility.writer().write(session -> removeSome(session, table, column, value)) > 0) {
      found = true;
    }
    return found;
  }

  private static int removeSome(Session session, String table, String column, String value)
      throws SQLException {
    return switch (table) {
      case "blocks" ->
          session.update(
              """
              DELETE FROM blocks WHERE block_id IN
                (SELECT block_id FROM blocks WHERE user_id = ? LIMIT ?)
              """,
              value,
              ROWS_AT_ONCE);
      case "inbox", "parked" ->
          session.update(
              "DELETE FROM %s WHERE position IN (SELECT position FROM %s WHERE user_id = ? LIMIT ?)"
                  .formatted(table, table),
              value,
              ROWS_AT_ONCE);
      default -> session.update("DELETE FROM " + table + " WHERE " + column + " = ?", value);
    };
  }

  @Override
  public void purgeFacts(Duration atMost) {
    mobility.purge(atMost);
  }

  @Override
  public void finish(UserId user, Duration atMost) {
    changes.change(
        session -> {
          session.update(
              "DELETE FROM credentials WHERE " + OF_USER_AND_INSTALLS, user.value(), user.value());
          session.update("DELETE FROM installs WHERE user_id = ?", user.value());
          session.update("DELETE FROM users WHERE user_id = ?", user.value());
          return session.update("DELETE FROM erasures WHERE user_id = ?", user.value());
        });
    accounts.purge(atMost);
  }

  @Override
  public Optional<ApplicationId> findErasedInstall(InstallId install) {
    return findTombstone(Tombstone.of(install));
  }

  @Override
  public boolean isErased(Secret shown) {
    return findTombstone(Tombstone.of(shown)).isPresent();
  }

  private Optional<ApplicationId> findTombstone(String name) {
    return accounts
        .readers()
        .read(
            session ->
                session.find(
                    "SELECT application_id FROM tombstones WHERE name_sha256 = ?",
                    row -> new ApplicationId(row.getString(1)),
                    name));
  }
}
