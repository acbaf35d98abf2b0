package io.sensorium.store.sql;

import io.sensorium.core.id.AccountId;
import io.sensorium.core.id.ApplicationId;
import io.sensorium.core.id.InstallId;
import io.sensorium.core.id.UserId;
import io.sensorium.core.identity.Account;
import io.sensorium.core.identity.Application;
import io.sensorium.core.identity.Credential;
import io.sensorium.core.identity.Install;
import io.sensorium.core.identity.Role;
import io.sensorium.core.identity.Scope;
import io.sensorium.core.identity.User;
import io.sensorium.core.time.Micros;
import io.sensorium.store.database.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Identities as rows. */
final class IdentityRows {

  static final String ACCOUNT = "SELECT account_id, display_name, created_at FROM accounts ";

  static final String APPLICATION =
      """
      SELECT application_id, account_id, name, created_at, deactivated, user_linking
      FROM applications
      """;

  static final String USER =
      """
      SELECT user_id, application_id, created_at, can_login, sdk_flavor, sdk_killswitch_action,
        sdk_debug_logging, external_id, email, account_id, role
      FROM users
      """;

  static final String INSTALL =
      """
      SELECT install_id, user_id, application_id, os, os_version, model, form, state, created_at,
        used
      FROM installs
      """;

  static final String CREDENTIAL =
      """
      SELECT credential_id, kind, owner_id, name, secret_sha256, scopes, created_at, expires_at,
        revoked_at
      FROM credentials
      """;

  private IdentityRows() {}

  static Account readAccount(ResultSet row) throws SQLException {
    return new Account(
        new AccountId(row.getString(1)), row.getString(2), Micros.toInstant(row.getLong(3)));
  }

  static Application readApplication(ResultSet row) throws SQLException {
    return new Application(
        new ApplicationId(row.getString(1)),
        new AccountId(row.getString(2)),
        row.getString(3),
        Micros.toInstant(row.getLong(4)),
        row.getInt(5) == 1,
        row.getInt(6) == 1);
  }

  static User readUser(ResultSet row) throws SQLException {
    var id = new UserId(row.getString(1));
    var application = new ApplicationId(row.getString(2));
    var createdAt = Micros.toInstant(row.getLong(3));
    boolean canLogin = row.getInt(4) == 1;
    var sdk = new User.SdkSettings(row.getString(5), row.getString(6), readFlag(row, 7));
    var role = row.getString(11);
    if (role == null) {
      return new User.Person(id, application, createdAt, canLogin, sdk, row.getString(8));
    }
    return new User.Control(
        id,
        application,
        createdAt,
        canLogin,
        sdk,
        row.getString(9),
        new AccountId(row.getString(10)),
        Role.valueOf(role));
  }

  static Install readInstall(ResultSet row) throws SQLException {
    return new Install(
        new InstallId(row.getString(1)),
        new UserId(row.getString(2)),
        new ApplicationId(row.getString(3)),
        new Install.Device(
            row.getString(4),
            row.getString(5),
            row.getString(6),
            Install.Device.Form.valueOf(row.getString(7))),
        Install.State.valueOf(row.getString(8)),
        Micros.toInstant(row.getLong(9)),
        row.getInt(10) == 1);
  }

  static Credential readCredential(ResultSet row) throws SQLException {
    return new Credential(
        row.getString(1),
        Credential.Kind.valueOf(row.getString(2)),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        readScopes(row.getString(6)),
        Micros.toInstant(row.getLong(7)),
        readInstant(row, 8),
        readInstant(row, 9));
  }

  static void insert(Session session, Credential credential) throws SQLException {
    session.update(
        """
        INSERT INTO credentials (credential_id, kind, owner_id, name, secret_sha256, scopes,
          created_at, expires_at, revoked_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        credential.id(),
        credential.kind().name(),
        credential.ownerId(),
        credential.name(),
        credential.secretSha256(),
        credential.scopes().stream().map(Scope::name).sorted().collect(Collectors.joining(" ")),
        Micros.of(credential.createdAt()),
        micros(credential.expiresAt()),
        micros(credential.revokedAt()));
  }

  static void insert(Session session, User user) throws SQLException {
    var control = user instanceof User.Control c ? c : null;
    session.update(
        """
        INSERT INTO users (user_id, application_id, created_at, can_login, sdk_flavor,
          sdk_killswitch_action, sdk_debug_logging, external_id, email, account_id, role)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        user.id().value(),
        user.application().value(),
        Micros.of(user.createdAt()),
        user.canLogin() ? 1 : 0,
        user.sdk().flavor(),
        user.sdk().killswitchAction(),
        flag(user.sdk().debugLogging()),
        externalId(user),
        control == null ? null : control.email(),
        control == null ? null : control.account().value(),
        control == null ? null : control.role().name());
  }

  static void insert(Session session, Install install) throws SQLException {
    session.update(
        """
        INSERT INTO installs (install_id, user_id, application_id, os, os_version, model, form,
          state, created_at, used)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        install.id().value(),
        install.user().value(),
        install.application().value(),
        install.device().os(),
        install.device().osVersion(),
        install.device().model(),
        install.device().form().name(),
        install.state().name(),
        Micros.of(install.createdAt()),
        install.used() ? 1 : 0);
  }

  /** Deactivates the active install of the same person, if that is another one. */
  static void displaceOthers(Session session, InstallId id) throws SQLException {
    session.update(
        """
        UPDATE installs SET state = 'DEACTIVATED'
        WHERE state = 'ACTIVE' AND install_id <> ?
          AND user_id = (SELECT user_id FROM installs WHERE install_id = ?)
        """,
        id.value(),
        id.value());
  }

  static @Nullable String externalId(User user) {
    return user instanceof User.Person person ? person.externalId() : null;
  }

  static @Nullable Integer flag(@Nullable Boolean value) {
    if (value == null) {
      return null;
    }
    return value ? 1 : 0;
  }

  private static @Nullable Long micros(@Nullable Instant instant) {
    return instant == null ? null : (Long) Micros.of(instant);
  }

  private static @Nullable Instant readInstant(ResultSet row, int column) throws SQLException {
    long micros = row.getLong(column);
    return row.wasNull() ? null : Micros.toInstant(micros);
  }

  private static @Nullable Boolean readFlag(ResultSet row, int column) throws SQLException {
    int flag = row.getInt(column);
    return row.wasNull() ? null : (Boolean) (flag == 1);
  }

  private static Set<Scope> readScopes(String names) {
    return Arrays.stream(names.split(" "))
        .filter(name -> !name.isEmpty())
        .map(Scope::valueOf)
        .collect(Collectors.toSet());
  }
}
