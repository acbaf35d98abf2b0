package io.sensorium.store.sql.measurement;

import io.sensorium.core.id.SourceId;
import io.sensorium.core.measurement.Series;
import io.sensorium.core.time.Micros;
import io.sensorium.series.SourceRowsCodec;
import io.sensorium.store.database.ReaderPool;
import io.sensorium.store.database.Session;
import io.sensorium.store.database.SqlDatabase;
import io.sensorium.store.database.SqlWriter;
import io.sensorium.store.measurement.Appended;
import io.sensorium.store.measurement.Extremes;
import io.sensorium.store.measurement.GatewayBatch;
import io.sensorium.store.measurement.Group;
import io.sensorium.store.measurement.Measurement;
import io.sensorium.store.measurement.MeasurementAging;
import io.sensorium.store.measurement.Measurements;
import io.sensorium.store.measurement.MeasurementsStatus;
import io.sensorium.store.sql.measurement.PublicationOrder.Ticket;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Measurements in a log, in memory and in blocks. */
public final class SqlMeasurements implements Measurements, MeasurementAging, AutoCloseable {
  /*
   * An append writes one row of the log, several of them with one sync of the disk, and then brings its
   * rows into memory. In the background they are sealed: put into blocks, and their log rows deleted,
   * in one transaction. Each read looks at memory first and at the blocks then, so it misses nothing;
   * what it sees twice, in memory and in a block just written, is the same row.
   */

  private final SqlWriter writer;
  private final ReaderPool readers;
  private final SeqSource seqs;
  private final PublicationOrder order;
  private final Head head;
  private final Sealing sealing;
  private final Aging aging;
  private final PartsCache cache;

  /** Takes up what the log holds. The database outlives this. */
  public SqlMeasurements(SqlDatabase database, Clock clock, MeasurementLimits limits) {
    writer = database.writer();
    readers = database.readers();
    long lastSeq = readers.read(LogRows::lastSeq);
    seqs = new SeqSource(clock, lastSeq);
    order = new PublicationOrder(lastSeq);
    aging = new Aging(writer, readers);
    cache = new PartsCache(limits.maxCacheBytes());
    head = new Head();
    readers.read(session -> LogRows.replay(session, head::add));
    sealing = new Sealing(new Sealer(writer, readers, seqs, head.waiting()), head, clock, limits);
    sealing.start();
  }

  @Override
  public Appended append(GatewayBatch batch) {
    if (batch.rows().isEmpty()) {
      throw new IllegalArgumentException("a batch must have rows");
    }
    sealing.requireRoom();
    var work = new Append(batch, SourceRowsCodec.encode(batch.rows()));
    try {
      var appended = writer.write(work::run);
      if (!appended.duplicate()) {
        var gateway =
            head.add(
                batch.gateway().value(),
                batch.rows(),
                appended.firstSeq(),
                Micros.of(batch.receivedAt()));
        sealing.consider(gateway);
      }
      work.settle();
      order.await(appended.lastSeq());
      return appended;
    } finally {
      work.settle();
    }
  }

  /** The writer's part of an append. */
  private final class Append {

    private final GatewayBatch batch;
    private final byte[] payload;
    private @Nullable Ticket ticket;

    Append(GatewayBatch batch, byte[] payload) {
      this.batch = batch;
      this.payload = payload;
    }

    Appended run(Session session) throws SQLException {
      var earlier = LogRows.recall(session, batch);
      if (!earlier.isEmpty()) {
        return earlier.getFirst();
      }
      long firstSeq = seqs.draw(batch.rowCount());
      var appended = new Appended(firstSeq, firstSeq + batch.rowCount() - 1, false);
      ticket = order.enrol(appended.lastSeq());
      LogRows.insert(session, batch, payload, appended);
      return appended;
    }

    /** Lets go what waits for the rows, also when they do not come. */
    void settle() {
      var enrolled = ticket;
      ticket = null;
      if (enrolled != null) {
        order.settle(enrolled);
      }
    }
  }

  @Override
  public Map<SourceId, Measurement> findLatest(Collection<SourceId> sources) {
    var latest = new HashMap<SourceId, Measurement>();
    for (var source : sources) {
      var row = latestOf(head.sources().obtain(source.value()));
      if (!row.isEmpty()) {
        latest.put(
            source,
            new Measurement(source, row.timeMicros(0), row.value(0), row.typeCode(0), row.seq(0)));
      }
    }
    return latest;
  }

  private PackedRows latestOf(SourceHead source) {
    var known = source.latest();
    if (known != null) {
      return known;
    }
    int epoch = source.epoch();
    var memory = source.snapshot(Long.MIN_VALUE, Long.MAX_VALUE);
    var last = readers.read(session -> BlockRows.findLast(session, source.sourceId()));
    return source.learnLatest(last.map(PackedRows::of).orElse(PackedRows.NONE), memory, epoch);
  }

  @Override
  public Optional<Extremes> findExtremes(SourceId source, long fromMicros, long toMicros) {
    if (fromMicros >= toMicros) {
      return Optional.empty();
    }
    var fold = new GroupFold(cache, new long[] {fromMicros, toMicros});
    scan(source, fromMicros, toMicros, fold);
    var all = fold.current();
    return all.count() == 0
        ? Optional.empty()
        : Optional.of(new Extremes(all.min(), all.minTimeMicros(), all.max(), all.maxTimeMicros()));
  }

  @Override
  public List<Group> listGroups(SourceId source, long[] bounds) {
    if (bounds.length < 2) {
      return List.of();
    }
    var fold = new GroupFold(cache, bounds.clone());
    scan(source, bounds[0], bounds[bounds.length - 1], fold);
    return fold.groups();
  }

  @Override
  public Series read(SourceId source, long fromMicros, long toMicros) {
    var rows = new RowCollector(fromMicros, toMicros);
    scan(source, fromMicros, toMicros, rows);
    return rows.series();
  }

  private void scan(SourceId source, long from, long to, SourceScan.Visitor visitor) {
    var memory = head.snapshot(source.value(), from, to);
    var scan = new SourceScan(memory, from, to, visitor);
    readers.readSnapshot(
        session -> {
          scan.run(session, source.value());
          return true;
        });
  }

  @Override
  public List<Measurement> listByDate(
      Collection<SourceId> sources,
      long fromMicros,
      long toMicros,
      Optional<Measurement> after,
      int limit) {
    var page = new DatePage(head.sources(), fromMicros, toMicros, after);
    var cursors = page.cursorsOf(sources.stream().distinct().toList());
    return readers.readSnapshot(session -> page.read(session, cursors, limit));
  }

  @Override
  public List<Measurement> listBySeq(
      Collection<SourceId> sources,
      long fromSeq,
      long toSeq,
      Optional<Measurement> after,
      int limit) {
    long visibleSeq = Math.min(toSeq, order.published());
    var page = new SeqPage(head.sources(), fromSeq, visibleSeq, after, limit);
    var parts = page.partsOf(sources.stream().distinct().toList());
    return readers.readSnapshot(session -> page.read(session, parts));
  }

  @Override
  public long delete(SourceId source, long fromMicros, long toMicros) {
    var found = head.sources().obtain(source.value());
    sealing.sealSource(found);
    return sealing.sealer().remove(found, fromMicros, toMicros);
  }

  @Override
  public void deleteSource(SourceId source) {
    delete(source, Series.MIN_TIME_MICROS, Series.MAX_TIME_MICROS + 1);
  }

  @Override
  public long removeRowsBefore(long timeMicros) {
    return sealing.sealer().inTurn(() -> aging.removeBlocksBefore(timeMicros));
  }

  @Override
  public long keptFromMicros() {
    return aging.keptFromMicros();
  }

  @Override
  public long lastSeq() {
    return seqs.last();
  }

  @Override
  public void seal() {
    sealing.sealAll();
  }

  @Override
  public MeasurementsStatus status() {
    var waiting = head.waiting();
    return readers.read(
        session ->
            new MeasurementsStatus(
                lastSeq(),
                waiting.rows(),
                waiting.bytes(),
                BlockRows.counted(session, "blocks"),
                BlockRows.counted(session, "bytes")));
  }

  /** Ends the sealing in the background; what waits and is not worth it stays in the log. */
  @Override
  public void close() {
    sealing.close();
  }
}
