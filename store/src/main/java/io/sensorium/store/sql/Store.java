package io.sensorium.store.sql;

import io.sensorium.store.StoreException;
import io.sensorium.store.alarm.AlarmTracks;
import io.sensorium.store.alarm.Alarms;
import io.sensorium.store.archive.Archive;
import io.sensorium.store.archive.History;
import io.sensorium.store.contact.Contacts;
import io.sensorium.store.correction.Corrections;
import io.sensorium.store.database.Backend;
import io.sensorium.store.database.Finding;
import io.sensorium.store.database.PostgresBackend;
import io.sensorium.store.database.Schemas;
import io.sensorium.store.database.SqlDatabase;
import io.sensorium.store.database.SqliteBackend;
import io.sensorium.store.database.StoreStatus;
import io.sensorium.store.directory.DirectoryLock;
import io.sensorium.store.driving.Drives;
import io.sensorium.store.driving.DrivingSummaries;
import io.sensorium.store.erasure.Erasures;
import io.sensorium.store.habit.Habits;
import io.sensorium.store.identity.Identities;
import io.sensorium.store.identity.Links;
import io.sensorium.store.inbox.Inbox;
import io.sensorium.store.measurement.MeasurementAging;
import io.sensorium.store.measurement.Measurements;
import io.sensorium.store.retention.Retention;
import io.sensorium.store.sensing.Devices;
import io.sensorium.store.sensing.Removals;
import io.sensorium.store.sensing.SensorUsers;
import io.sensorium.store.sensing.Workflows;
import io.sensorium.store.sql.alarm.AlarmTables;
import io.sensorium.store.sql.contact.SqlContacts;
import io.sensorium.store.sql.driving.SqlDrives;
import io.sensorium.store.sql.driving.SqlDrivingSummaries;
import io.sensorium.store.sql.habit.SqlHabits;
import io.sensorium.store.sql.measurement.MeasurementLimits;
import io.sensorium.store.sql.measurement.SqlMeasurements;
import io.sensorium.store.sql.outbox.OutboxTables;
import io.sensorium.store.sql.outbox.TimelineOutboxTables;
import io.sensorium.store.sql.retention.SqlRetention;
import io.sensorium.store.sql.sensing.SensingStore;
import io.sensorium.store.timeline.Folds;
import io.sensorium.store.timeline.Timelines;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Everything that a server keeps, on SQLite in a directory or on PostgreSQL by URL. */
public final class Store implements AutoCloseable {

  private final Backend backend;
  private final SqlDatabase accounts;
  private final SqlDatabase mobility;
  private final SqlDatabase sensors;
  private final @Nullable DirectoryLock ownLock;
  private final Inbox inbox;
  private final Archive archive;
  private final History history;
  private final Timelines timelines;
  private final Folds folds;
  private final Corrections corrections;
  private final Drives drives;
  private final DrivingSummaries drivingSummaries;
  private final Habits habits;
  private final Identities identities;
  private final Links links;
  private final Erasures erasures;
  private final OutboxTables outbox;
  private final TimelineOutboxTables timelineOutbox;
  private final AlarmTables alarms;
  private final Contacts contacts;
  private final SensingStore sensing;
  private final SqlMeasurements measurements;
  private final Retention retention;

  private Store(
      Backend backend,
      SqlDatabase accounts,
      SqlDatabase mobility,
      SqlDatabase sensors,
      @Nullable DirectoryLock ownLock) {
    this.backend = backend;
    this.accounts = accounts;
    this.mobility = mobility;
    this.sensors = sensors;
    this.ownLock = ownLock;
    var changes = new IdentityChanges(accounts.writer());
    var erased = new ErasedUsers(mobility.writer(), mobility.readers());
    var arrivals = new ArrivalOrder(mobility.readers());
    inbox = new SqlInbox(mobility.writer(), mobility.readers(), erased, arrivals);
    archive = new SqlArchive(mobility.readers());
    history = new SqlHistory(mobility.readers());
    timelines = new SqlTimelines(mobility.readers());
    folds = new SqlFolds(mobility.writer(), mobility.readers(), erased, arrivals);
    corrections = new SqlCorrections(mobility.writer(), mobility.readers(), erased);
    drives = new SqlDrives(mobility.writer(), mobility.readers());
    drivingSummaries =
        new SqlDrivingSummaries(mobility.writer(), mobility.readers(), erased::refuse);
    habits = new SqlHabits(mobility.writer(), mobility.readers(), erased::refuse);
    identities = new SqlIdentities(changes, accounts.readers());
    links = new SqlLinks(changes, accounts.readers());
    erasures = new SqlErasures(accounts, mobility, changes, erased);
    outbox = new OutboxTables(sensors.writer(), sensors.readers());
    timelineOutbox =
        new TimelineOutboxTables(mobility.writer(), mobility.readers(), erased::refuse);
    alarms = new AlarmTables(sensors.writer(), sensors.readers());
    contacts = new SqlContacts(sensors.writer(), sensors.readers());
    sensing = new SensingStore(sensors, Clock.systemUTC());
    measurements = new SqlMeasurements(sensors, Clock.systemUTC(), MeasurementLimits.DEFAULT);
    retention = new SqlRetention(sensors.writer(), sensors.readers());
  }

  /** Opens the files of a directory that the caller holds, and goes on holding. */
  public static Store openSqlite(DirectoryLock lock) {
    return open(new SqliteBackend(lock.directory()), null);
  }

  /**
   * Opens the files of a directory, and holds it until the store is closed.
   *
   * @throws StoreException when another process holds the directory
   */
  public static Store openSqlite(Path directory) {
    var lock = DirectoryLock.acquire(directory, Clock.systemUTC().instant());
    try {
      return open(new SqliteBackend(directory), lock);
    } catch (RuntimeException e) { // the lock is ours: it goes when the store does not come
      lock.close();
      throw e;
    }
  }

  /**
   * Opens a PostgreSQL database, such as {@code jdbc:postgresql://host/name?user=u&password=p} or
   * {@code postgresql://u:p@host/name}.
   *
   * @throws StoreException when another server runs on it
   */
  public static Store openPostgres(String url) {
    return open(new PostgresBackend(url), null);
  }

  private static Store open(Backend backend, @Nullable DirectoryLock lock) {
    var opened = new ArrayList<SqlDatabase>();
    try {
      for (var schema : List.of(Schemas.ACCOUNTS, Schemas.MOBILITY, Schemas.SENSORS)) {
        opened.add(SqlDatabase.open(backend.database(schema), backend.readerCount()));
      }
      return new Store(backend, opened.get(0), opened.get(1), opened.get(2), lock);
    } catch (RuntimeException e) { // what is open already is closed before the caller hears of it
      opened.forEach(SqlDatabase::close);
      throw e;
    }
  }

  public Inbox inbox() {
    return inbox;
  }

  public Alarms alarms() {
    return alarms.alarms();
  }

  public Contacts contacts() {
    return contacts;
  }

  public AlarmTracks alarmTracks() {
    return alarms.tracks();
  }

  public Archive archive() {
    return archive;
  }

  public History history() {
    return history;
  }

  public Timelines timelines() {
    return timelines;
  }

  public Folds folds() {
    return folds;
  }

  public Corrections corrections() {
    return corrections;
  }

  public Drives drives() {
    return drives;
  }

  public DrivingSummaries drivingSummaries() {
    return drivingSummaries;
  }

  public Habits habits() {
    return habits;
  }

  public Identities identities() {
    return identities;
  }

  public Links links() {
    return links;
  }

  public Erasures erasures() {
    return erasures;
  }

  public Measurements measurements() {
    return measurements;
  }

  public MeasurementAging measurementAging() {
    return measurements;
  }

  public Retention retention() {
    return retention;
  }

  public OutboxTables outbox() {
    return outbox;
  }

  public TimelineOutboxTables timelineOutbox() {
    return timelineOutbox;
  }

  public SensorUsers sensorUsers() {
    return sensing.sensorUsers();
  }

  public Devices devices() {
    return sensing.devices();
  }

  public Workflows workflows() {
    return sensing.workflows();
  }

  public Removals removals() {
    return sensing.removals();
  }

  /**
   * Reads all that has a checksum, and has SQLite check its files.
   *
   * @param progress hears how many rows have been checked so far
   */
  public List<Finding> checkIntegrity(LongConsumer progress) {
    var findings = new ArrayList<Finding>();
    findings.addAll(backend.checkFiles(accounts));
    findings.addAll(backend.checkFiles(mobility));
    findings.addAll(backend.checkFiles(sensors));
    var check = new IntegrityCheck(progress);
    check.checkMobility(mobility.readers());
    check.checkSensors(sensors.readers());
    findings.addAll(check.findings());
    return List.copyOf(findings);
  }

  /**
   * Writes a copy of all databases into a directory, as of one moment each, while work goes on.
   *
   * @throws StoreException when a file of that name exists, and always on PostgreSQL, which has
   *     tools of its own
   */
  public void backupTo(Path directory) {
    backend.backup(accounts, directory);
    backend.backup(mobility, directory);
    backend.backup(sensors, directory);
  }

  public StoreStatus status() {
    return new StoreStatus(
        backend.kind(),
        List.of(backend.size(accounts), backend.size(mobility), backend.size(sensors)));
  }

  public long sizeBytes() {
    return status().sizeBytes();
  }

  /** Transactions that the mobility database has committed since it was opened. */
  long commitCount() {
    return mobility.writer().commitCount();
  }

  @Override
  public void close() {
    measurements.close();
    sensors.close();
    mobility.close();
    accounts.close();
    if (ownLock != null) {
      ownLock.close();
    }
  }
}
