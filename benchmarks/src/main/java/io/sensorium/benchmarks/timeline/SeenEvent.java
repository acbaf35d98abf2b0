package io.sensorium.benchmarks.timeline;

import io.sensorium.core.timeline.TransportMode;

/** What the server says that somebody did during one span of time. */
public sealed interface SeenEvent {

  Interval when();

  /** Somebody stayed. */
  record Stay(Interval when) implements SeenEvent {}

  /** Somebody moved. */
  record Leg(Interval when, TransportMode mode) implements SeenEvent {}
}
