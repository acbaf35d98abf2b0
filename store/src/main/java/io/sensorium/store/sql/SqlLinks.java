package io.sensorium.store.sql;

import io.sensorium.core.id.ApplicationId;
import io.sensorium.core.id.InstallId;
import io.sensorium.core.id.UserId;
import io.sensorium.core.identity.Activation;
import io.sensorium.core.identity.AuthenticationCode;
import io.sensorium.core.identity.Install;
import io.sensorium.core.identity.Linking;
import io.sensorium.core.identity.Linking.Decision;
import io.sensorium.core.identity.Linking.Subject;
import io.sensorium.core.identity.Tombstone;
import io.sensorium.core.identity.User;
import io.sensorium.core.time.Micros;
import io.sensorium.store.database.ReaderPool;
import io.sensorium.store.database.Session;
import io.sensorium.store.identity.Links;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Links as changes of the tables of users and installs, each in one transaction. */
final class SqlLinks implements Links {

  private static final String CODE =
      """
      SELECT c.code_sha256, c.application_id, c.external_id, c.expires_at
      FROM authentication_codes c JOIN applications a ON a.application_id = c.application_id
      WHERE c.code_sha256 = ? AND c.expires_at > ? AND a.deactivated = 0 AND a.user_linking = 1
      """;

  private static final String MARK_USED =
      """
      UPDATE installs SET used = 1 WHERE install_id = ? AND user_id = ? AND state = 'ACTIVE'
      """;

  private final IdentityChanges changes;
  private final ReaderPool readers;

  SqlLinks(IdentityChanges changes, ReaderPool readers) {
    this.changes = changes;
    this.readers = readers;
  }

  @Override
  public Decision link(ApplicationId application, InstallId install, String externalId) {
    return changes.change(session -> link(session, application, install, externalId));
  }

  @Override
  public boolean addCode(AuthenticationCode code, Instant now) {
    return changes.change(session -> addCode(session, code, now));
  }

  private static boolean addCode(Session session, AuthenticationCode code, Instant now)
      throws SQLException {
    session.update("DELETE FROM authentication_codes WHERE expires_at <= ?", Micros.of(now));
    long active =
        session.number(
            """
            SELECT count(*) FROM authentication_codes WHERE application_id = ? AND external_id = ?
            """,
            code.application().value(),
            code.externalId());
    if (active >= AuthenticationCode.MAX_ACTIVE) {
      return false;
    }
    session.update(
        """
        INSERT INTO authentication_codes (code_sha256, application_id, external_id, expires_at)
        VALUES (?, ?, ?, ?)
        """,
        code.codeSha256(),
        code.application().value(),
        code.externalId(),
        Micros.of(code.expiresAt()));
    return true;
  }

  @Override
  public Optional<AuthenticationCode> findCode(String codeSha256, Instant now) {
    return readers.read(session -> findCode(session, codeSha256, now));
  }

  private static Optional<AuthenticationCode> findCode(
      Session session, String codeSha256, Instant now) throws SQLException {
    return session.find(CODE, SqlLinks::readCode, codeSha256, Micros.of(now));
  }

  private static AuthenticationCode readCode(ResultSet row) throws SQLException {
    return new AuthenticationCode(
        row.getString(1),
        new ApplicationId(row.getString(2)),
        row.getString(3),
        Micros.toInstant(row.getLong(4)));
  }

  @Override
  public Optional<Decision> linkByCode(String codeSha256, InstallId install, Instant now) {
    return changes.change(
        session -> {
          var code = findCode(session, codeSha256, now);
          if (code.isEmpty()) {
            return Optional.empty();
          }
          var decision = link(session, code.get().application(), install, code.get().externalId());
          switch (decision) {
            case Decision.Refused _ -> {}
            case Decision.Keeps(var person) -> {
              useUp(session, codeSha256);
              activate(session, install, person);
            }
            case Decision.Names _, Decision.Joins _ -> useUp(session, codeSha256);
          }
          return Optional.of(decision);
        });
  }

  @Override
  public Optional<Install> registerByCode(String codeSha256, Comer comer, Instant now) {
    return changes.change(
        session -> {
          var code = findCode(session, codeSha256, now);
          if (code.isEmpty()) {
            return Optional.empty();
          }
          useUp(session, codeSha256);
          return Optional.of(register(session, code.get(), comer));
        });
  }

  private static Install register(Session session, AuthenticationCode code, Comer comer)
      throws SQLException {
    var holder = findHolder(session, code.application(), code.externalId());
    var person = holder == null ? insertPerson(session, code, comer) : holder.id();
    var others = installs(session, person);
    boolean active = Activation.takesOver(comer.device().form(), others);
    if (active) {
      displace(session, others);
    }
    var install =
        new Install(
            comer.install(),
            person,
            code.application(),
            comer.device(),
            active ? Install.State.ACTIVE : Install.State.DEACTIVATED,
            comer.createdAt(),
            false);
    IdentityRows.insert(session, install);
    for (var credential : comer.credentials()) {
      IdentityRows.insert(session, credential);
    }
    return install;
  }

  private static UserId insertPerson(Session session, AuthenticationCode code, Comer comer)
      throws SQLException {
    IdentityRows.insert(
        session,
        new User.Person(
            comer.newPerson(),
            code.application(),
            comer.createdAt(),
            true,
            User.SdkSettings.DEFAULT,
            code.externalId()));
    return comer.newPerson();
  }

  private static void useUp(Session session, String codeSha256) throws SQLException {
    session.update("DELETE FROM authentication_codes WHERE code_sha256 = ?", codeSha256);
  }

  @Override
  public boolean markUsed(InstallId install, UserId person) {
    return changes.change(
        session -> session.update(MARK_USED, install.value(), person.value()) == 1);
  }

  private static Decision link(
      Session session, ApplicationId application, InstallId install, String externalId)
      throws SQLException {
    var holder = findHolder(session, application, externalId);
    var decision = Linking.decide(application, findSubject(session, install), externalId, holder);
    switch (decision) {
      case Decision.Refused _, Decision.Keeps _ -> {}
      case Decision.Names(var person) ->
          session.update(
              "UPDATE users SET external_id = ? WHERE user_id = ?", externalId, person.value());
      case Decision.Joins(var person) -> join(session, install, person);
    }
    return decision;
  }

  /** Gives the install to the person, and removes its own one, who has nothing else. */
  private static void join(Session session, InstallId id, UserId person) throws SQLException {
    var own = getInstall(session, id).user();
    session.update(
        "UPDATE installs SET user_id = ?, state = 'DEACTIVATED' WHERE install_id = ?",
        person.value(),
        id.value());
    activate(session, id, person);
    session.update("DELETE FROM users WHERE user_id = ?", own.value());
  }

  private static void activate(Session session, InstallId id, UserId person) throws SQLException {
    var others =
        installs(session, person).stream().filter(install -> !install.id().equals(id)).toList();
    if (Activation.takesOver(getInstall(session, id).device().form(), others)) {
      displace(session, others);
      session.update("UPDATE installs SET state = 'ACTIVE' WHERE install_id = ?", id.value());
    }
  }

  private static void displace(Session session, List<Install> others) throws SQLException {
    for (var id : Activation.displaced(others)) {
      session.update("UPDATE installs SET state = 'DEACTIVATED' WHERE install_id = ?", id.value());
    }
  }

  private static Subject findSubject(Session session, InstallId id) throws SQLException {
    var install = findInstall(session, id);
    if (install.isPresent()) {
      var person =
          session
              .find(
                  IdentityRows.USER + "WHERE user_id = ?",
                  IdentityRows::readUser,
                  install.get().user().value())
              .orElseThrow();
      return new Subject.Known(install.get(), (User.Person) person);
    }
    return session
        .find(
            "SELECT application_id FROM tombstones WHERE name_sha256 = ?",
            row -> (Subject) new Subject.Erased(new ApplicationId(row.getString(1))),
            Tombstone.of(id))
        .orElseGet(Subject.Unknown::new);
  }

  private static User.@Nullable Person findHolder(
      Session session, ApplicationId application, String externalId) throws SQLException {
    return session
        .find(
            IdentityRows.USER + "WHERE application_id = ? AND external_id = ?",
            row -> (User.Person) IdentityRows.readUser(row),
            application.value(),
            externalId)
        .orElse(null);
  }

  private static List<Install> installs(Session session, UserId person) throws SQLException {
    return session.list(
        IdentityRows.INSTALL + "WHERE user_id = ?", IdentityRows::readInstall, person.value());
  }

  private static Install getInstall(Session session, InstallId id) throws SQLException {
    return findInstall(session, id).orElseThrow();
  }

  private static Optional<Install> findInstall(Session session, InstallId id) throws SQLException {
    return session.find(
        IdentityRows.INSTALL + "WHERE install_id = ?", IdentityRows::readInstall, id.value());
  }
}
