package io.sensorium.engine.sensing;

import io.sensorium.analysis.alarm.AlarmDryRun;
import io.sensorium.core.alarm.AlarmCondition;
import io.sensorium.core.alarm.AlarmTrial;
import io.sensorium.core.id.SourceId;
import io.sensorium.core.measurement.Series;
import io.sensorium.core.time.Micros;
import io.sensorium.engine.sensing.Arrivals.Arrival;
import io.sensorium.engine.sensing.KeptAlarm.Span;
import io.sensorium.store.StoreException;
import io.sensorium.store.alarm.AlarmTracks;
import io.sensorium.store.alarm.Alarms;
import io.sensorium.store.measurement.GatewayBatch;
import io.sensorium.store.measurement.Measurements;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps alarms and contact as the measurements say, in a thread of its own.
 *
 * <p>Nothing that comes in waits for it. What it had not looked at when the server stopped, it
 * looks at after the start: it remembers up to which sequence number it has seen all.
 */
public final class SensingEngine implements AutoCloseable {
  /*
   * The number that is remembered is one that was the last two ticks ago: batches that were given
   * lower numbers have been handed over since. What is looked at twice changes nothing.
   */

  private static final Logger log = LoggerFactory.getLogger(SensingEngine.class);
  private static final int MAX_WAITING_ROWS = 2_000_000;
  private static final int ROWS_PER_PAGE = 5_000;
  private static final int SOURCES_PER_READ = 500;
  private static final Duration LOOK_EACH = Duration.ofMillis(200);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final Measurements measurements;
  private final Alarms alarms;
  private final AlarmTracks tracks;
  private final ContactKeeper contact;
  private final Runnable wakeOutbox;
  private final Arrivals arrivals = new Arrivals(MAX_WAITING_ROWS);
  private final AlarmKeeper keeper;
  private final Thread thread;
  private volatile Instant dueTick = Instant.MIN;
  private volatile boolean closed;
  private volatile boolean idle;
  private volatile long seenChange = -1; // from here on written by the engine's thread alone
  private volatile long doneTickMicros;
  private long seqOneTickAgo;
  private long seqTwoTicksAgo;

  /**
   * An engine that is not running yet.
   *
   * @param wakeOutbox told when there may be something to tell owners
   */
  public SensingEngine(
      Measurements measurements,
      Alarms alarms,
      AlarmTracks tracks,
      ContactKeeper contact,
      Clock clock,
      Runnable wakeOutbox) {
    this.measurements = measurements;
    this.alarms = alarms;
    this.tracks = tracks;
    this.contact = contact;
    this.wakeOutbox = wakeOutbox;
    keeper = new AlarmKeeper(measurements, tracks, clock, arrivals::lastTicket);
    thread = Thread.ofPlatform().name("sensing").daemon().unstarted(this::work);
  }

  public void start() {
    thread.start();
  }

  /** Takes a batch that a gateway sent and that is stored; returns at once. */
  public void arrived(GatewayBatch batch) {
    contact.arrived(batch);
    corrected(batch);
  }

  /** Takes rows that somebody corrected: their gateway was not heard. */
  public void corrected(GatewayBatch batch) {
    var rows = batch.rows();
    var watched = keeper.watched();
    for (int source = 0; source < rows.sourceCount(); source++) {
      if (watched.contains(rows.sourceId(source))) {
        arrivals.add(rows, source);
      }
    }
  }

  /** Lets time pass: what only waited for that happens now. */
  public void tick(Instant at) {
    dueTick = at;
    arrivals.signal();
  }

  /** Finds out what an alarm would have done in a time that is past. */
  public AlarmTrial tryOut(SourceId source, AlarmCondition condition, Instant from, Instant to) {
    var rows = measurements.read(source, Micros.of(from), Micros.of(to));
    return AlarmDryRun.run(condition, rows, from, to);
  }

  /** How much waits to be looked at: rows, changes and ticks; 0 when nothing does. */
  public int lag() {
    return isIdle() ? 0 : 1 + arrivals.waitingRows();
  }

  /** Whether all that came in, and all changes and ticks, have been looked at. */
  public boolean isIdle() {
    return idle && arrivals.isEmpty() && !isChanged() && doneTick();
  }

  private boolean doneTick() {
    return Micros.of(dueTick.equals(Instant.MIN) ? Instant.EPOCH : dueTick) <= doneTickMicros;
  }

  private boolean isChanged() {
    return alarms.changeCount() != seenChange;
  }

  private void work() {
    while (!closed) {
      try {
        if (seenChange < 0) {
          takeUp();
        }
        step();
      } catch (StoreException e) {
        log.warn("alarms could not be kept, and will be in a second: {}", e.getMessage());
        LockSupport.parkNanos(RETRY_AFTER.toNanos());
      } catch (InterruptedException e) {
        log.warn("interrupted: alarms are kept no more until the next start");
        return;
      }
    }
  }

  /** Looks at what was stored after all that had been looked at before the stop. */
  private void takeUp() {
    long change = alarms.changeCount();
    keeper.refresh();
    long seen = tracks.seenSeq();
    var sources = keeper.sources();
    for (int i = 0; i < sources.size(); i += SOURCES_PER_READ) {
      takeUp(sources.subList(i, Math.min(sources.size(), i + SOURCES_PER_READ)), seen + 1);
    }
    seqOneTickAgo = seen;
    seqTwoTicksAgo = seen;
    seenChange = change;
  }

  private void takeUp(List<SourceId> sources, long fromSeq) {
    var spans = new HashMap<SourceId, Span>();
    var page =
        measurements.listBySeq(sources, fromSeq, Long.MAX_VALUE, Optional.empty(), ROWS_PER_PAGE);
    while (!page.isEmpty()) {
      for (var row : page) {
        spans.merge(row.source(), new Span(row.timeMicros(), row.timeMicros()), Span::and);
      }
      page =
          page.size() < ROWS_PER_PAGE
              ? List.of()
              : measurements.listBySeq(
                  sources, fromSeq, Long.MAX_VALUE, Optional.of(page.getLast()), ROWS_PER_PAGE);
    }
    spans.forEach(arrivals::addUnread);
  }

  private void step() throws InterruptedException {
    refreshIfChanged();
    var arrival = arrivals.next(arrivals.isEmpty() ? LOOK_EACH.toNanos() : 0);
    idle = arrival == null;
    if (arrival != null) {
      look(arrival);
    }
    tickIfDue();
  }

  private void refreshIfChanged() {
    long change = alarms.changeCount();
    if (change != seenChange) {
      keeper.refresh();
      seenChange = change;
      wakeOutbox.run();
    }
  }

  private void look(Arrival arrival) {
    boolean done = false;
    try {
      long before = keeper.commitCount();
      switch (arrival) {
        case Arrival.Rows(var source, Series rows, long ticket) ->
            keeper.arrived(source, rows, ticket);
        case Arrival.Unread(var source, Span span) -> keeper.doubt(source, span);
      }
      if (keeper.commitCount() > before) {
        wakeOutbox.run();
      }
      done = true;
    } finally {
      if (!done) {
        arrivals.addUnread(sourceOf(arrival), spanOf(arrival));
      }
    }
  }

  private static SourceId sourceOf(Arrival arrival) {
    return switch (arrival) {
      case Arrival.Rows rows -> rows.source();
      case Arrival.Unread unread -> unread.source();
    };
  }

  private static Span spanOf(Arrival arrival) {
    return switch (arrival) {
      case Arrival.Rows(var _, Series rows, long _) ->
          new Span(rows.timeMicros(0), rows.timeMicros(rows.size() - 1));
      case Arrival.Unread unread -> unread.span();
    };
  }

  private void tickIfDue() {
    var due = dueTick;
    if (due.equals(Instant.MIN) || Micros.of(due) <= doneTickMicros) {
      return;
    }
    long micros = Micros.of(due);
    long lastSeq = measurements.lastSeq();
    tracks.writeTick(micros);
    keeper.tick(micros);
    contact.tick(due);
    keeper.flush();
    if (arrivals.isEmpty() && keeper.isSure()) {
      tracks.writeSeenSeq(seqTwoTicksAgo);
      seqTwoTicksAgo = seqOneTickAgo;
      seqOneTickAgo = lastSeq;
    }
    doneTickMicros = micros;
    wakeOutbox.run();
  }

  /** Stops after what is being looked at; the rest is looked at after the next start. */
  @Override
  public void close() {
    closed = true;
    arrivals.signal();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true; // the store is closed after this
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
