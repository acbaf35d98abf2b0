package io.sensorium.engine.sensing;

import io.sensorium.analysis.alarm.AlarmFold;
import io.sensorium.core.alarm.AlarmTransition;
import io.sensorium.core.time.Micros;
import io.sensorium.store.alarm.AlarmTrack;
import io.sensorium.store.alarm.AlarmTracks;
import io.sensorium.store.measurement.Measurements;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Derives the logs of alarms once more from the measurements alone, and compares. */
public final class AlarmVerification {
  /*
   * A running server may have stored rows that its alarms have not looked at yet. What they may
   * change begins with the first of them, so only what is before is compared.
   */

  private static final int TRACKS_PER_READ = 1_000;
  private static final int UNSEEN_ROWS = 10_000;

  /**
   * What was found.
   *
   * @param compared lines of logs
   * @param notCompared alarms whose measurements are not all kept any more, or that are about to be
   *     derived anew
   * @param differences in words; empty when all is well
   */
  public record Report(int compared, int notCompared, List<String> differences) {

    public Report {
      differences = List.copyOf(differences);
    }
  }

  private final Measurements measurements;
  private final AlarmTracks tracks;

  public AlarmVerification(Measurements measurements, AlarmTracks tracks) {
    this.measurements = measurements;
    this.tracks = tracks;
  }

  /** Checks all alarms that there are. */
  public Report verify() {
    var differences = new ArrayList<String>();
    int compared = 0;
    int notCompared = 0;
    var page = tracks.listChangedAfter(0, TRACKS_PER_READ);
    while (!page.isEmpty()) {
      for (var track : page) {
        if (track.deleted()) {
          continue;
        }
        var logged = isComparable(track) ? compare(track, differences) : Optional.<Integer>empty();
        compared += logged.orElse(0);
        notCompared += logged.isPresent() ? 0 : 1;
      }
      page = tracks.listChangedAfter(page.getLast().change(), TRACKS_PER_READ);
    }
    return new Report(compared, notCompared, differences);
  }

  private boolean isComparable(AlarmTrack track) {
    return track.head().isPresent()
        && track.termsSeen() == track.terms().size()
        && beginMicros(track) >= measurements.keptFromMicros();
  }

  private static long beginMicros(AlarmTrack track) {
    return Micros.of(track.terms().getFirst().from());
  }

  /** How many lines were compared; empty when too much is about to be looked at. */
  private Optional<Integer> compare(AlarmTrack track, List<String> differences) {
    var rule = track.rule();
    var unseen =
        measurements.listBySeq(
            List.of(rule.source()),
            tracks.seenSeq() + 1,
            Long.MAX_VALUE,
            Optional.empty(),
            UNSEEN_ROWS);
    if (unseen.size() == UNSEEN_ROWS) {
      return Optional.empty();
    }
    long untilMicros = track.head().orElseThrow().lastTimeMicros() + 1;
    for (var row : unseen) {
      untilMicros = Math.min(untilMicros, row.timeMicros());
    }
    var history = new StoredHistory(measurements, tracks, rule.id(), rule.source());
    var logged = history.listTransitions(beginMicros(track), untilMicros);
    if (!derived(track, history, untilMicros).equals(logged)) {
      differences.add("the log of alarm " + rule.id().value() + " differs");
    }
    return Optional.of(logged.size());
  }

  private List<AlarmTransition> derived(AlarmTrack track, StoredHistory history, long untilMicros) {
    return new AlarmFold(track.terms())
            .repair(
                Optional.empty(), beginMicros(track), Long.MAX_VALUE, history, tracks.lastTick())
            .transitions()
            .stream()
            .filter(transition -> Micros.of(transition.date()) < untilMicros)
            .toList();
  }
}
