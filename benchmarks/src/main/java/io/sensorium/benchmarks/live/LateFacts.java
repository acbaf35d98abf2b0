package io.sensorium.benchmarks.live;

import io.sensorium.core.signals.ActivitySample;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.Signals;
import io.sensorium.core.time.Micros;
import io.sensorium.simulator.PersonHistory;
import io.sensorium.simulator.phone.NoiseProfile;
import io.sensorium.simulator.phone.Sampling;
import io.sensorium.simulator.truth.TrueSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One person's history without some of its facts, and these facts.
 *
 * @param history in order, what is late left out
 * @param late each kind of late facts, by its name; the last of them is not late but comes again
 */
record LateFacts(List<Signals> history, Map<String, Signals> late) {

  private static final Instant START = Instant.parse("2025-01-05T23:00:00Z"); // a Monday
  private static final Duration INTERVAL = Duration.ofSeconds(15);
  private static final long LATE_FROM_MICROS = Micros.of(START.plus(Duration.ofDays(12)));
  private static final long FEW_DAYS_MICROS = 3 * Micros.PER_DAY;
  private static final int FIXES_PER_PIECE = 2_000;

  /** A span of which fixes are late; the bounds belong to it. */
  private record Span(long fromMicros, long toMicros) {

    boolean contains(long micros) {
      return micros >= fromMicros && micros <= toMicros;
    }
  }

  /** The same facts are late however long the history is. */
  static LateFacts of(long seed, Duration length) {
    var whole = PersonHistory.of(seed, START, length, Sampling.every(INTERVAL), NoiseProfile.WHOLE);
    var spans = spans(seed);
    var history = new ArrayList<Signals>();
    var parts = new LinkedHashMap<String, List<Signals>>();
    whole.batches(FIXES_PER_PIECE).forEach(piece -> split(piece, spans, history, parts));
    var late = new LinkedHashMap<String, Signals>();
    spans
        .keySet()
        .forEach(name -> late.put(name, Signals.concat(parts.getOrDefault(name, List.of()))));
    late.put("a known batch again", history.get(history.size() / 2));
    return new LateFacts(history, late);
  }

  private static Map<String, Span> spans(long seed) {
    var days =
        PersonHistory.of(
            seed, START, Duration.ofDays(20), Sampling.every(INTERVAL), NoiseProfile.WHOLE);
    var truth = days.truth();
    var rest = longest(truth.stays(), LATE_FROM_MICROS);
    var ride = longest(truth.legs(), LATE_FROM_MICROS + FEW_DAYS_MICROS);
    var trip = longest(truth.legs(), LATE_FROM_MICROS + 2 * FEW_DAYS_MICROS - Micros.PER_DAY);
    var spans = new LinkedHashMap<String, Span>();
    spans.put("a fix at rest", one(rest));
    spans.put("a fix on the way", one(ride));
    spans.put("a whole leg", new Span(trip.startMicros(), trip.endMicros()));
    return spans;
  }

  private static TrueSpan longest(List<? extends TrueSpan> spans, long fromMicros) {
    return spans.stream()
        .filter(span -> span.startMicros() >= fromMicros)
        .filter(span -> span.startMicros() < fromMicros + FEW_DAYS_MICROS)
        .max((a, b) -> Long.compare(micros(a), micros(b)))
        .orElseThrow();
  }

  private static long micros(TrueSpan span) {
    return span.endMicros() - span.startMicros();
  }

  /** The middle of the span, as wide as the time from a fix to the next. */
  private static Span one(TrueSpan span) {
    long middle = span.startMicros() + micros(span) / 2;
    return new Span(middle, middle + Micros.of(INTERVAL) - 1);
  }

  private static void split(
      Signals piece,
      Map<String, Span> spans,
      List<Signals> history,
      Map<String, List<Signals>> late) {
    var rest = piece;
    for (var named : spans.entrySet()) {
      var part = part(rest, named.getValue(), true);
      late.computeIfAbsent(named.getKey(), _ -> new ArrayList<>()).add(part);
      rest = part(rest, named.getValue(), false);
    }
    history.add(rest);
  }

  private static Signals part(Signals signals, Span span, boolean inside) {
    var fixes = new FixTrack.Builder(signals.fixes().size());
    for (int row = 0; row < signals.fixes().size(); row++) {
      if (span.contains(signals.fixes().timeMicros(row)) == inside) {
        fixes.addRow(signals.fixes(), row);
      }
    }
    var activity = new ArrayList<ActivitySample>();
    for (var sample : signals.activity()) {
      if (span.contains(Micros.of(sample.time())) == inside) {
        activity.add(sample);
      }
    }
    return new Signals(fixes.build(), List.of(), activity, List.of(), List.of());
  }
}
