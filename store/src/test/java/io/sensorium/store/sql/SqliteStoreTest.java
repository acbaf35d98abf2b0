package io.sensorium.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sensorium.core.bytes.Blob;
import io.sensorium.core.correction.Claim;
import io.sensorium.core.driving.PeriodScores;
import io.sensorium.core.driving.ScorePeriod;
import io.sensorium.core.id.CorrectionId;
import io.sensorium.core.id.UserId;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.Signals;
import io.sensorium.store.PublishedSamples;
import io.sensorium.store.Samples;
import io.sensorium.store.StoreException;
import io.sensorium.store.correction.NewCorrection;
import io.sensorium.store.database.Finding;
import io.sensorium.store.database.StoreStatus;
import io.sensorium.store.driving.PeriodSummary;
import io.sensorium.store.inbox.DamagedEntryException;
import io.sensorium.store.timeline.FoldHead;
import io.sensorium.store.timeline.Revision;
import io.sensorium.store.timeline.SnapshotChange;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SqliteStoreTest {

  private static final FoldHead HEAD = new FoldHead(Blob.EMPTY, 0, 0, Long.MAX_VALUE, 1);

  private final Samples samples = new Samples(7);
  private final UserId user = samples.user();
  private final SqliteFixture fixture = new SqliteFixture();
  private final Store store = fixture.open();

  @AfterEach
  void close() {
    store.close();
    fixture.close();
  }

  private void archive(FixTrack fixes) {
    var draft = store.archive().draft(user, Signals.ofFixes(fixes));
    var unchanged = new SnapshotChange(0, 0, List.of());
    store
        .folds()
        .commit(
            new Revision(user, List.of(), draft, HEAD, unchanged, List.of(), List.of(), List.of()));
  }

  /** Changes one byte in the middle of each payload of a table. */
  private String url() {
    return "jdbc:sqlite:" + fixture.directory().resolve("mobility.db");
  }

  private void damage(String table) throws SQLException {
    try (var connection = DriverManager.getConnection(url());
        var rows = connection.createStatement();
        var update =
            connection.prepareStatement("UPDATE " + table + " SET payload = ? WHERE rowid = ?")) {
      var found = rows.executeQuery("SELECT rowid, payload FROM " + table);
      while (found.next()) {
        var payload = found.getBytes(2);
        payload[payload.length / 2] ^= 1;
        update.setBytes(1, payload);
        update.setLong(2, found.getLong(1));
        update.executeUpdate();
      }
    }
  }

  @Test
  void aSecondStoreOnOneDirectoryIsRefused() {
    assertThatThrownBy(fixture::open)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("process " + ProcessHandle.current().pid());
  }

  @Test
  void onlyTheOwnerMayReadTheFiles() throws Exception {
    assertThat(Files.getPosixFilePermissions(fixture.directory().resolve("mobility.db")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(Files.getPosixFilePermissions(fixture.directory().resolve("accounts.db")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void aDamagedEntryIsFoundAndNamed() throws Exception {
    long position = store.inbox().append(samples.entry(user, Samples.allStreams(0))).position();
    assertThat(store.checkIntegrity(_ -> {})).isEmpty();

    damage("inbox");

    assertThatThrownBy(() -> store.inbox().listEntries(user, 10))
        .isInstanceOfSatisfying(
            DamagedEntryException.class, e -> assertThat(e.position()).isEqualTo(position));
    assertThat(store.checkIntegrity(_ -> {}))
        .containsExactly(
            new Finding("inbox", Long.toString(position), "the checksum does not hold"));
  }

  @Test
  void aDamagedBlockIsFoundAndNeverRead() throws Exception {
    archive(Samples.fixes(0, 1_000, 1));
    var checked = new ArrayList<Long>();

    damage("blocks");

    assertThatThrownBy(() -> store.archive().readFixes(user, 0, Long.MAX_VALUE))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("damaged");
    assertThat(store.checkIntegrity(checked::add))
        .extracting(Finding::table)
        .containsExactly("blocks");
    assertThat(checked).last().isEqualTo(1L);
  }

  @Test
  void damageIsFoundInEveryRowThatIsDerivedWithAChecksum() throws Exception {
    var first = LocalDate.parse("2019-01-01");
    var days =
        IntStream.range(0, 450) // more than two pages
            .mapToObj(i -> new PeriodSummary(ScorePeriod.DAY, first.plusDays(i), PeriodScores.NONE))
            .toList();
    store.drivingSummaries().replacePeriods(user, first, days);
    store.drivingSummaries().putCarBehavior(user, PublishedSamples.carBehavior());
    assertThat(store.checkIntegrity(_ -> {})).isEmpty();

    try (var connection = DriverManager.getConnection(url());
        var rows = connection.createStatement()) {
      rows.executeUpdate("UPDATE period_scores SET payload = zeroblob(12)");
      rows.executeUpdate("UPDATE car_behavior SET payload = zeroblob(12)");
    }

    assertThat(store.checkIntegrity(_ -> {}))
        .hasSize(451)
        .doesNotHaveDuplicates()
        .contains(new Finding("car_behavior", user.value(), "the checksum does not hold"));
    assertThatThrownBy(() -> store.drivingSummaries().findPeriod(user, ScorePeriod.DAY, first))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("damaged");
  }

  @Test
  void aBackupHoldsWhatTheStoreHeldAndReplacesNothing() {
    archive(Samples.fixes(0, 100, 1));
    var correction =
        new NewCorrection(
            new CorrectionId("0".repeat(24)),
            Samples.START,
            Samples.START,
            null,
            new Claim.Place("Home"));
    store.corrections().add(user, correction);
    var target = new SqliteFixture();

    store.backupTo(target.directory());

    assertThatThrownBy(() -> store.backupTo(target.directory())).isInstanceOf(StoreException.class);
    try (var copy = target.open()) {
      assertThat(copy.archive().readFixes(user, 0, Long.MAX_VALUE))
          .isEqualTo(Samples.fixes(0, 100, 1));
      assertThat(copy.corrections().list(user)).isEqualTo(store.corrections().list(user));
      assertThat(copy.corrections().listWaitingUsers()).containsExactly(user);
    }
    target.close();
  }

  @Test
  void theStatusNamesTheFilesAndTheirSizes() {
    var status = store.status();

    assertThat(status.kind()).isEqualTo("sqlite");
    assertThat(status.files())
        .extracting(StoreStatus.FileSize::name)
        .containsExactly("accounts.db", "mobility.db", "sensors.db");
    assertThat(status.files()).allSatisfy(file -> assertThat(file.bytes()).isPositive());
    assertThat(store.sizeBytes()).isEqualTo(status.sizeBytes());
  }

  @Test
  void blocksNeverOverlapAndOnlyTheLastOneIsSmallAfterAppendsInOrder() throws Exception {
    for (int i = 0; i < 60; i++) {
      archive(Samples.fixes(20L * i, 20L * (i + 1), 1));
    }
    archive(Samples.fixes(10_000, 15_000, 1));
    archive(Samples.fixes(0, 10_000, 7));

    record Block(long first, long last, int count) {}
    var blocks = new ArrayList<Block>();
    try (var connection = DriverManager.getConnection(url());
        var rows =
            connection
                .createStatement()
                .executeQuery(
                    "SELECT first_time, last_time, item_count FROM blocks ORDER BY first_time")) {
      while (rows.next()) {
        blocks.add(new Block(rows.getLong(1), rows.getLong(2), rows.getInt(3)));
      }
    }
    for (int i = 1; i < blocks.size(); i++) {
      assertThat(blocks.get(i).first()).isGreaterThan(blocks.get(i - 1).last());
    }
    assertThat(blocks).allSatisfy(block -> assertThat(block.count()).isBetween(100, 1_024));
  }
}
