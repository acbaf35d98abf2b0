package io.sensorium.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sensorium.core.signals.Signals;
import io.sensorium.store.Samples;
import io.sensorium.store.StoreException;
import io.sensorium.store.database.PostgresBackend;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("postgres")
class PostgresStoreTest {

  private final Samples samples = new Samples(6);

  @Test
  void aSecondServerOnOneDatabaseIsRefused() {
    var fixture = new PostgresFixture();
    try (var _ = fixture.open()) {
      assertThatThrownBy(fixture::open)
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("another server");
    }
    fixture.open().close();
  }

  @Test
  void itIsFoundIntactAndTellsItsSize() {
    try (var store = new PostgresFixture().open()) {
      store.inbox().append(samples.entry(samples.user(), Signals.ofFixes(Samples.fixesAt(1))));

      assertThat(store.checkIntegrity(_ -> {})).isEmpty();
      assertThat(store.status().kind()).isEqualTo("postgresql");
      assertThat(store.sizeBytes()).isPositive();
      assertThatThrownBy(() -> store.backupTo(Path.of("unused")))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("pg_dump");
    }
  }

  @Test
  void urlsOfBothFormsAreTaken() {
    assertThat(PostgresBackend.jdbcUrl("jdbc:postgresql://h/d?user=u"))
        .isEqualTo("jdbc:postgresql://h/d?user=u");
    assertThat(PostgresBackend.jdbcUrl("postgresql://u:p@h:5433/d"))
        .isEqualTo("jdbc:postgresql://h:5433/d?user=u&password=p");
    assertThat(PostgresBackend.jdbcUrl("postgres://h/d?sslmode=require"))
        .isEqualTo("jdbc:postgresql://h/d?sslmode=require");
  }
}
