package io.sensorium.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sensorium.store.StoreException;
import io.sensorium.store.sql.SqliteFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SqliteDatabaseTest {

  private static final int ROWS = 200;
  private static final byte[] PAYLOAD = new byte[10_000];

  private final SqliteFixture fixture = new SqliteFixture();
  private Path file;

  @BeforeEach
  void nameFile() {
    file = fixture.directory().resolve("sensors.db");
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private SqlDatabase open() {
    return SqlDatabase.open(new SqliteDatabase(file, Schemas.SENSORS), 2);
  }

  private long sizeAfter(Work<Integer> work) throws IOException {
    try (var database = open()) {
      database.writer().write(work);
    }
    return Files.size(file);
  }

  private static int insert(Session session) throws SQLException {
    for (int row = 0; row < ROWS; row++) {
      session.update(
          "INSERT INTO measurement_log (first_seq, last_seq, gateway_id, received_at, payload)"
              + " VALUES (?, ?, 1, 0, ?)",
          row,
          row,
          PAYLOAD);
    }
    return ROWS;
  }

  @Test
  void roomOfDeletedRowsIsGivenBackWhenNobodyWrites() throws IOException {
    long empty = sizeAfter(_ -> 0);
    long full = sizeAfter(SqliteDatabaseTest::insert);
    long emptied = sizeAfter(session -> session.update("DELETE FROM measurement_log"));

    assertThat(full).isGreaterThan(empty + (long) ROWS * PAYLOAD.length);
    assertThat(emptied).isEqualTo(empty);
  }

  @Test
  void eachCommitThatMustBeOnDiskIsSyncedWhateverCameBefore() {
    int full = 2;
    int normal = 1;
    try (var database = open()) {
      var writer = database.writer();
      Work<Long> mode = session -> session.number("PRAGMA synchronous");

      assertThat(writer.write(mode)).isEqualTo(full);
      assertThat(writer.write(mode)).isEqualTo(full);
      assertThat(writer.writeDerived(mode)).isEqualTo(normal);
      assertThat(writer.writeDerived(mode)).isEqualTo(normal);
      assertThat(writer.write(mode)).isEqualTo(full);
      assertThatThrownBy(() -> writer.writeDerived(session -> session.update("no SQL")))
          .isInstanceOf(StoreException.class);
      assertThat(writer.write(mode)).isEqualTo(full);
    }
  }
}
