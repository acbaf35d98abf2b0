package io.sensorium.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sensorium.core.id.UserId;
import io.sensorium.core.identity.Application;
import io.sensorium.store.Samples;
import io.sensorium.store.StoreException;
import io.sensorium.store.erasure.PersonWithEverything;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever is erased is in no byte of any file. */
class SqliteErasedBytesTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int WINDOW = 24;

  private final SqliteFixture fixture = new SqliteFixture();
  private final Store store = fixture.open();
  private final Application application = PersonWithEverything.application(store, 1);

  @AfterEach
  void close() {
    store.close();
    fixture.close();
  }

  private void erase(UserId user) {
    store.erasures().begin(user, Samples.START);
    store.erasures().removeFacts(user);
    store.erasures().purgeFacts(PATIENCE);
    store.erasures().finish(user, PATIENCE);
  }

  private Connection mobility() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + fixture.directory().resolve("mobility.db"));
  }

  /** What tells that somebody is in a file: their names, and pieces of each of their payloads. */
  private Set<String> marksOf(PersonWithEverything who) throws SQLException {
    var marks = new HashSet<>(who.texts());
    for (var column :
        List.of("inbox.payload", "parked.payload", "blocks.payload", "paths.payload")) {
      var table = column.substring(0, column.indexOf('.'));
      try (var reader = mobility();
          var query =
              reader.prepareStatement("SELECT payload FROM " + table + " WHERE user_id = ?")) {
        query.setString(1, who.person().id().value());
        var rows = query.executeQuery();
        while (rows.next()) {
          addPieces(marks, rows.getBytes(1));
        }
      }
    }
    return marks;
  }

  private static void addPieces(Set<String> marks, byte[] payload) {
    for (int at = 0; at + WINDOW <= payload.length; at += 500) {
      marks.add(text(Arrays.copyOfRange(payload, at, at + WINDOW)));
    }
  }

  /** One character for each byte. */
  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private Set<String> found(Set<String> marks, Path directory) throws IOException {
    var found = new TreeSet<String>();
    try (var files = Files.walk(directory)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var content = text(Files.readAllBytes(file));
        marks.stream().filter(content::contains).forEach(found::add);
      }
    }
    return found;
  }

  @Test
  void noFileHoldsAByteOfWhoWasErasedAndEveryOneOfTheOther() throws Exception {
    var anna = PersonWithEverything.in(store, application, 2, "Anna");
    var berta = PersonWithEverything.in(store, application, 3, "Berta");
    var annas = marksOf(anna);
    var bertas = marksOf(berta);
    bertas.forEach(annas::remove); // both were at the same places
    assertThat(found(annas, fixture.directory()))
        .containsAll(anna.texts())
        .hasSizeGreaterThan(anna.texts().size());

    erase(anna.person().id());

    assertThat(found(annas, fixture.directory())).isEmpty();
    assertThat(found(bertas, fixture.directory())).containsAll(berta.texts());
    assertThat(store.checkIntegrity(_ -> {})).isEmpty();
  }

  @Test
  void aBackupMadeAfterwardsKnowsNobody() throws Exception {
    var anna = PersonWithEverything.in(store, application, 2, "Anna");
    erase(anna.person().id());
    var target = new SqliteFixture();

    store.backupTo(target.directory());

    assertThat(found(new HashSet<>(anna.texts()), target.directory())).isEmpty();
    target.close();
  }

  @Test
  void aReaderWhoSeesTheOldStateIsWaitedFor() throws Exception {
    var anna = PersonWithEverything.in(store, application, 2, "Anna");
    var user = anna.person().id();
    try (var reader = mobility();
        var statement = reader.createStatement()) {
      statement.execute("BEGIN");
      assertThat(statement.executeQuery("SELECT count(*) FROM blocks").next()).isTrue();
      store.erasures().begin(user, Samples.START);
      store.erasures().removeFacts(user);

      assertThatThrownBy(() -> store.erasures().purgeFacts(Duration.ofMillis(200)))
          .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.isRetryable()).isTrue());
      assertThat(found(Set.of(user.value()), fixture.directory())).isNotEmpty();

      var purge = CompletableFuture.runAsync(() -> store.erasures().purgeFacts(PATIENCE));
      statement.execute("COMMIT");
      purge.get();
    }
    store.erasures().finish(user, PATIENCE);

    assertThat(found(new HashSet<>(anna.texts()), fixture.directory())).isEmpty();
  }

  @Test
  void everyTableThatKnowsPeopleIsInTheListOfThose() throws Exception {
    var known = new TreeSet<String>();
    for (var column : List.of("user_id", "install_id")) {
      try (var reader = mobility();
          var query =
              reader.prepareStatement(
                  """
                  SELECT m.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c
                  WHERE m.type = 'table' AND c.name = ?
                  """)) {
        query.setString(1, column);
        var rows = query.executeQuery();
        while (rows.next()) {
          known.add(rows.getString(1));
        }
      }
    }
    var listed = new TreeSet<>(PersonTables.BY_USER);
    listed.addAll(PersonTables.BY_INSTALL);

    assertThat(listed).isEqualTo(known);
  }
}
