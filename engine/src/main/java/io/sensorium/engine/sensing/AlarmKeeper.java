package io.sensorium.engine.sensing;

import io.sensorium.analysis.alarm.Derived;
import io.sensorium.core.alarm.AlarmHead;
import io.sensorium.core.id.AlarmId;
import io.sensorium.core.id.SourceId;
import io.sensorium.core.measurement.Series;
import io.sensorium.engine.sensing.KeptAlarm.Span;
import io.sensorium.store.StoreException;
import io.sensorium.store.alarm.AlarmRevision;
import io.sensorium.store.alarm.AlarmTrack;
import io.sensorium.store.alarm.AlarmTracks;
import io.sensorium.store.alarm.LoggedTransition;
import io.sensorium.store.measurement.Measurements;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the log of all alarms as their measurements say; for one thread. */
final class AlarmKeeper {

  private static final Logger log = LoggerFactory.getLogger(AlarmKeeper.class);
  private static final int TRACKS_PER_READ = 1_000;
  private static final int STEPS_PER_COMMIT = 1_000;

  private final Measurements measurements;
  private final AlarmTracks tracks;
  private final Clock clock;
  private final LongSupplier lastTicket;
  private final SourceSet watched = new SourceSet();
  private final Map<AlarmId, KeptAlarm> alarms = new HashMap<>();
  private final Map<SourceId, List<KeptAlarm>> bySource = new HashMap<>();
  private long seenChange;
  private long commitCount;
  private long tickMicros;

  /**
   * Begins without alarms.
   *
   * @param lastTicket of the arrivals that are in the store
   */
  AlarmKeeper(Measurements measurements, AlarmTracks tracks, Clock clock, LongSupplier lastTicket) {
    this.measurements = measurements;
    this.tracks = tracks;
    this.clock = clock;
    this.lastTicket = lastTicket;
    tickMicros = tracks.lastTick();
  }

  /** The sources that have an alarm; may be asked by any thread. */
  SourceSet watched() {
    return watched;
  }

  /** The sources that have an alarm. */
  List<SourceId> sources() {
    return List.copyOf(bySource.keySet());
  }

  /** Whether nothing has to be derived anew. */
  boolean isSure() {
    return alarms.values().stream().allMatch(alarm -> alarm.unsure().isEmpty());
  }

  /** Steps that were saved because something shows. */
  long commitCount() {
    return commitCount;
  }

  /** Reads what was changed by others, and derives what follows from that. */
  void refresh() {
    var changed = new ArrayList<KeptAlarm>();
    var page = tracks.listChangedAfter(seenChange, TRACKS_PER_READ);
    while (!page.isEmpty()) {
      page.forEach(track -> take(track).ifPresent(changed::add));
      seenChange = page.getLast().change();
      page = tracks.listChangedAfter(seenChange, TRACKS_PER_READ);
    }
    changed.forEach(this::repairIfUnsure);
    repairRemoved();
  }

  private Optional<KeptAlarm> take(AlarmTrack track) {
    var before = Optional.ofNullable(alarms.remove(track.rule().id()));
    before.ifPresent(this::forget);
    if (track.deleted()) {
      return Optional.empty();
    }
    var kept = new KeptAlarm(track, before.flatMap(KeptAlarm::head));
    before.flatMap(KeptAlarm::unsure).ifPresent(kept::doubt);
    alarms.put(track.rule().id(), kept);
    bySource.computeIfAbsent(track.rule().source(), source -> new ArrayList<>()).add(kept);
    watched.add(track.rule().source().value());
    return Optional.of(kept);
  }

  private void forget(KeptAlarm alarm) {
    var source = alarm.track().rule().source();
    bySource.computeIfPresent(
        source,
        (id, all) -> {
          all.remove(alarm);
          return all.isEmpty() ? null : all;
        });
  }

  private void repairRemoved() {
    for (var repair : tracks.listRepairs(TRACKS_PER_READ)) {
      doubt(repair.source(), new Span(repair.fromMicros(), repair.toMicros() - 1));
      tracks.forgetRepair(repair.id());
    }
  }

  /** Takes measurements that were stored, also of long ago. */
  void arrived(SourceId source, Series rows, long ticket) {
    for (var alarm : List.copyOf(bySource.getOrDefault(source, List.of()))) {
      int first = rows.indexFrom(alarm.beginMicros());
      if (first == rows.size()) {
        continue;
      }
      var span = new Span(rows.timeMicros(first), rows.timeMicros(rows.size() - 1));
      if (alarm.follows(span.firstMicros())) {
        attempt(alarm, span, () -> extend(alarm, rows));
      } else if (!alarm.knows(rows, ticket)) {
        alarm.doubt(span);
        repairIfUnsure(alarm);
      }
    }
  }

  /** Derives anew what the measurements of a span, which are other now, may have changed. */
  void doubt(SourceId source, Span span) {
    for (var alarm : List.copyOf(bySource.getOrDefault(source, List.of()))) {
      alarm.doubt(span);
      repairIfUnsure(alarm);
    }
  }

  /** Triggers what was only waiting for time to pass, and tries again what failed. */
  void tick(long micros) {
    tickMicros = Math.max(tickMicros, micros);
    for (var alarm : List.copyOf(alarms.values())) {
      if (alarm.unsure().isPresent()) {
        repairIfUnsure(alarm);
      } else if (alarm.awaitsTick()) {
        long last = headOf(alarm).lastTimeMicros();
        attempt(alarm, new Span(last, last), () -> extend(alarm, Series.EMPTY));
      }
    }
  }

  /** Saves how far alarms have come that nothing happened to. */
  void flush() {
    var unsaved = alarms.values().stream().filter(KeptAlarm::isUnsaved).toList();
    for (int i = 0; i < unsaved.size(); i += STEPS_PER_COMMIT) {
      var some = unsaved.subList(i, Math.min(unsaved.size(), i + STEPS_PER_COMMIT));
      tracks.commitQuiet(some.stream().map(this::quiet).toList());
      some.forEach(alarm -> alarm.savedAt(headOf(alarm)));
    }
  }

  private AlarmRevision quiet(KeptAlarm alarm) {
    return new AlarmRevision(
        alarm.track(), headOf(alarm), List.of(), List.of(), List.of(), clock.instant());
  }

  private void repairIfUnsure(KeptAlarm alarm) {
    alarm.unsure().ifPresent(span -> attempt(alarm, span, () -> repair(alarm, span)));
  }

  private boolean repair(KeptAlarm alarm, Span span) {
    long ticket = lastTicket.getAsLong(); // drawn before reading: what has it is read
    var rule = alarm.track().rule();
    var history = new StoredHistory(measurements, tracks, rule.id(), rule.source());
    var derived =
        alarm.fold.repair(alarm.head(), span.firstMicros(), span.lastMicros(), history, tickMicros);
    boolean saved = save(alarm, derived);
    if (saved) {
      alarm.trust();
      alarm.hasRead(new Span(derived.fromMicros(), derived.toMicros() - 1), ticket);
    }
    return saved;
  }

  private boolean extend(KeptAlarm alarm, Series rows) {
    return save(alarm, alarm.fold.extend(headOf(alarm), rows, tickMicros));
  }

  /** False when the alarm was changed since it was read. */
  private boolean save(KeptAlarm alarm, Derived derived) {
    var id = alarm.track().rule().id();
    List<LoggedTransition> logged =
        derived.onlyAdds()
            ? List.of()
            : tracks.listTransitions(id, derived.fromMicros(), derived.toMicros());
    var change = LogChange.between(logged, derived.transitions());
    var revision = change.of(alarm.track(), derived.head(), clock.instant());
    if (revision.isQuiet()) {
      alarm.moveTo(derived.head());
      return true;
    }
    boolean saved = tracks.commit(revision);
    if (saved) {
      commitCount++;
      alarm.savedAt(derived.head());
    }
    return saved;
  }

  /*
   * What fails for one alarm stops no other: it is derived anew with the next tick. When it was
   * changed meanwhile, the refresh that is to come takes the doubt over.
   */
  private void attempt(KeptAlarm alarm, Span span, BooleanSupplier step) {
    boolean done = false;
    try {
      done = step.getAsBoolean();
    } catch (StoreException e) {
      if (e.isRetryable()) {
        throw e;
      }
      log.error("alarm {} cannot be derived", alarm.track().rule().id(), e);
    } catch (RuntimeException e) {
      log.error("alarm {} cannot be derived", alarm.track().rule().id(), e);
    } finally {
      if (!done) {
        alarm.doubt(span);
      }
    }
  }

  private static AlarmHead headOf(KeptAlarm alarm) {
    return alarm.head().orElseThrow();
  }
}
