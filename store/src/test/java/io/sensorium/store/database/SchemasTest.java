package io.sensorium.store.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.store.sql.SqliteFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemasTest {

  private final SqliteFixture fixture = new SqliteFixture();

  @AfterEach
  void close() {
    fixture.close();
  }

  /** Fails when a migration was added and the newest version was not raised. */
  @ParameterizedTest
  @ValueSource(strings = {Schemas.ACCOUNTS, Schemas.MOBILITY, Schemas.SENSORS})
  void aDatabaseIsCurrentOnceItsLastMigrationHasRun(String schema) {
    var database = new SqliteDatabase(fixture.directory().resolve(schema + ".db"), schema);
    assertThat(Schemas.isCurrent(database)).isFalse();

    database.migrate();

    assertThat(Schemas.isCurrent(database)).isTrue();
  }
}
