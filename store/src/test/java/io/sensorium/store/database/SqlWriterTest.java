package io.sensorium.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sensorium.store.StoreException;
import io.sensorium.store.sql.SqliteFixture;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SqlWriterTest {

  private static final String INSERT = "INSERT INTO counters (name, value) VALUES (?, 1)";

  private final SqliteFixture fixture = new SqliteFixture();
  private SqlDatabase database;

  @BeforeEach
  void open() {
    var file = fixture.directory().resolve("mobility.db");
    database = SqlDatabase.open(new SqliteDatabase(file, Schemas.MOBILITY), 2);
  }

  @AfterEach
  void close() {
    database.close();
    fixture.close();
  }

  /** Has all of the work wait while the writer is busy, then lets it go. */
  private List<Future<Integer>> writeTogether(List<Work<Integer>> works)
      throws InterruptedException {
    var writer = database.writer();
    var started = new CountDownLatch(1);
    var mayEnd = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var _ = threads.submit(() -> writer.write(_ -> awaitEnd(started, mayEnd)));
      started.await();
      var results = new ArrayList<Future<Integer>>();
      for (var work : works) {
        results.add(threads.submit(() -> writer.write(work)));
      }
      while (writer.waitingCount() < works.size()) {
        Thread.onSpinWait();
      }
      mayEnd.countDown();
      return results;
    }
  }

  private static int awaitEnd(CountDownLatch started, CountDownLatch mayEnd) {
    try {
      started.countDown();
      mayEnd.await();
      return 0;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Work<Integer> insert(String name) {
    return session -> session.update(INSERT, name);
  }

  private List<String> names() {
    return database
        .readers()
        .read(s -> s.list("SELECT name FROM counters ORDER BY name", row -> row.getString(1)));
  }

  @Test
  void workThatWaitsAtTheSameTimeSharesOneCommit() throws Exception {
    var works = new ArrayList<Work<Integer>>();
    for (int i = 0; i < 40; i++) {
      works.add(insert("name " + i));
    }

    var results = writeTogether(works);

    for (var result : results) {
      assertThat(result.get()).isEqualTo(1);
    }
    assertThat(names()).hasSize(40);
    assertThat(database.writer().commitCount()).isEqualTo(2); // the busy one, and all the others
  }

  @Test
  void whatFailsIsUndoneAloneAndItsNeighboursGoOn() throws Exception {
    Work<Integer> failsHalfway =
        session -> {
          session.update(INSERT, "half");
          throw new IllegalStateException("of its own");
        };
    Work<Integer> failsInSql = session -> session.update("INSERT INTO no_such_table VALUES (1)");

    var results = writeTogether(List.of(insert("a"), failsHalfway, failsInSql, insert("b")));

    assertThat(names()).containsExactly("a", "b");
    assertThat(results.get(0).get()).isEqualTo(1);
    assertThat(results.get(3).get()).isEqualTo(1);
    assertThatThrownBy(() -> results.get(1).get())
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseMessage("of its own");
    assertThatThrownBy(() -> results.get(2).get())
        .cause()
        .isInstanceOf(StoreException.class)
        .hasRootCauseInstanceOf(SQLException.class);
  }

  @Test
  void whatFailsAloneIsUndoneToo() {
    var writer = database.writer();

    assertThatThrownBy(
            () ->
                writer.write(
                    session -> {
                      session.update(INSERT, "half");
                      throw new IllegalStateException("of its own");
                    }))
        .hasMessage("of its own");

    writer.write(insert("next"));
    assertThat(names()).containsExactly("next");
  }

  @Test
  void aClosedWriterRefusesWork() {
    database.writer().close();

    assertThatThrownBy(() -> database.writer().write(insert("late")))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("closed");
  }
}
