package io.sensorium.engine.sensing;

import io.sensorium.analysis.alarm.AlarmFold;
import io.sensorium.core.alarm.AlarmHead;
import io.sensorium.core.alarm.AlarmState;
import io.sensorium.core.measurement.Series;
import io.sensorium.core.time.Micros;
import io.sensorium.store.alarm.AlarmTrack;
import java.util.Optional;

/** An alarm as the engine has it in memory: its head may be ahead of the one on disk. */
final class KeptAlarm {

  /** Dates between which something is to be derived anew. */
  record Span(long firstMicros, long lastMicros) {

    Span and(Span other) {
      return new Span(
          Math.min(firstMicros, other.firstMicros), Math.max(lastMicros, other.lastMicros));
    }

    boolean covers(long first, long last) {
      return firstMicros <= first && last <= lastMicros;
    }
  }

  final AlarmFold fold;
  private AlarmTrack track;
  private Optional<AlarmHead> head;
  private Optional<Span> unsure;
  private Span readSpan = new Span(0, -1);
  private long readTicket;

  /** An alarm as it was read, with the head that was known of it before, if any. */
  KeptAlarm(AlarmTrack track, Optional<AlarmHead> known) {
    this.track = track;
    fold = new AlarmFold(track.terms());
    head = known.or(track::head);
    unsure = unseenTerms(track);
  }

  private static Optional<Span> unseenTerms(AlarmTrack track) {
    if (track.termsSeen() == track.terms().size()) {
      return Optional.empty();
    }
    var firstUnseen = track.terms().get(track.termsSeen()).from();
    return Optional.of(new Span(Micros.of(firstUnseen), Long.MAX_VALUE));
  }

  AlarmTrack track() {
    return track;
  }

  Optional<AlarmHead> head() {
    return head;
  }

  long beginMicros() {
    return Micros.of(track.terms().getFirst().from());
  }

  boolean follows(long timeMicros) {
    return unsure.isEmpty() && head.isPresent() && fold.follows(head.get(), timeMicros);
  }

  boolean awaitsTick() {
    return head.isPresent() && head.get().state() == AlarmState.PENDING;
  }

  boolean isUnsaved() {
    return unsure.isEmpty() && !head.equals(track.head());
  }

  /** What is to be derived anew before the head can be trusted. */
  Optional<Span> unsure() {
    return unsure;
  }

  void doubt(Span span) {
    unsure = Optional.of(unsure.map(span::and).orElse(span));
  }

  void trust() {
    unsure = Optional.empty();
  }

  void moveTo(AlarmHead newHead) {
    head = Optional.of(newHead);
  }

  void savedAt(AlarmHead newHead) {
    head = Optional.of(newHead);
    track = track.at(newHead);
  }

  /** Remembers that a span was read when arrivals up to a ticket were in the store. */
  void hasRead(Span span, long ticket) {
    readSpan = span;
    readTicket = ticket;
  }

  /** Whether rows were in the store when their span was read last. */
  boolean knows(Series rows, long ticket) {
    return ticket <= readTicket
        && readSpan.covers(rows.timeMicros(0), rows.timeMicros(rows.size() - 1));
  }
}
