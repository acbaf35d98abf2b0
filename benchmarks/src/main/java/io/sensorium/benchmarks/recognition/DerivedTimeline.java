package io.sensorium.benchmarks.recognition;

import io.sensorium.analysis.flow.FoldCursor;
import io.sensorium.analysis.flow.Piece;
import io.sensorium.analysis.legs.Leg;
import io.sensorium.analysis.legs.LegAnalysis;
import io.sensorium.analysis.recognition.MotionRecognition;
import io.sensorium.analysis.recognition.Recognised;
import io.sensorium.analysis.recognition.Recognition;
import io.sensorium.analysis.recognition.StepRecognition;
import io.sensorium.benchmarks.timeline.Interval;
import io.sensorium.benchmarks.timeline.SeenEvent;
import io.sensorium.benchmarks.timeline.SeenTimeline;
import io.sensorium.core.signals.ActivitySample;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.Signals;
import io.sensorium.core.time.Micros;
import java.util.ArrayList;
import java.util.List;

/** Derives a timeline in process, by the code that the server does it with. */
final class DerivedTimeline {

  private final LegAnalysis legs;
  private final FixTrack fixes;
  private final List<ActivitySample> samples;

  private DerivedTimeline(LegAnalysis legs, FixTrack fixes, List<ActivitySample> samples) {
    this.legs = legs;
    this.fixes = fixes;
    this.samples = samples;
  }

  /** Signals in any order, in which a chunk of motion comes once. */
  static SeenTimeline of(Signals signals, LegAnalysis legs, long endMicros) {
    var samples = recognised(signals);
    return new DerivedTimeline(legs, signals.fixes().sortedDistinct(), samples).derive(endMicros);
  }

  /** What was recognised, in order. */
  static List<ActivitySample> recognised(Signals signals) {
    var items = new ArrayList<Recognised>();
    signals.activity().stream().map(Recognised::byPhone).forEach(items::add);
    items.addAll(StepRecognition.of(signals.steps()));
    var motion = new MotionRecognition();
    signals.motion().forEach(motion::add);
    items.addAll(motion.finish());
    return Recognition.merge(items);
  }

  private SeenTimeline derive(long endMicros) {
    var events = new ArrayList<SeenEvent>();
    for (var piece : pieces(endMicros)) {
      switch (piece) {
        case Piece.Stay stay -> events.add(new SeenEvent.Stay(when(stay)));
        case Piece.Trip trip ->
            legsOf(trip).stream().map(DerivedTimeline::event).forEach(events::add);
        case Piece.Gap _ -> {}
      }
    }
    return new SeenTimeline(events);
  }

  private List<Piece> pieces(long endMicros) {
    var pieces = new ArrayList<Piece>();
    var cursor = FoldCursor.start();
    int next = 0;
    for (int row = 0; row < fixes.size(); row++) {
      while (next < samples.size() && timeMicros(samples.get(next)) <= fixes.timeMicros(row)) {
        cursor.recognise(samples.get(next++));
      }
      cursor.fold(fixes, row, pieces::add);
    }
    samples.subList(next, samples.size()).forEach(cursor::recognise);
    cursor.tail(endMicros).pieces().forEach(part -> pieces.add(part.piece()));
    return pieces;
  }

  private List<Leg> legsOf(Piece.Trip trip) {
    int from = fixes.firstRowAtOrAfter(trip.startMicros());
    int to = fixes.firstRowAtOrAfter(trip.endMicros() + 1);
    var heard =
        samples.stream()
            .filter(sample -> timeMicros(sample) >= trip.startMicros())
            .filter(sample -> timeMicros(sample) <= trip.endMicros())
            .toList();
    return legs.analyse(trip, fixes.slice(from, to), heard);
  }

  private static SeenEvent event(Leg leg) {
    return new SeenEvent.Leg(new Interval(leg.startMicros(), leg.endMicros()), leg.mode());
  }

  private static Interval when(Piece piece) {
    return new Interval(piece.startMicros(), piece.endMicros());
  }

  private static long timeMicros(ActivitySample sample) {
    return Micros.of(sample.time());
  }
}
