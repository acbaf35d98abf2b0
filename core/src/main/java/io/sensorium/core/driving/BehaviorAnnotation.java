package io.sensorium.core.driving;

import io.sensorium.core.geo.LatLon;
import io.sensorium.core.id.EventId;
import io.sensorium.core.timeline.TimelineEvent.Span;
import java.util.List;
import java.util.Locale;

/** Something that the driver or the phone did during a part of a transport. Has an end. */
public sealed interface BehaviorAnnotation {

  /** From start to end; annotations are over when they are told. */
  Span when();

  /** A section in which manoeuvres can be told. */
  record Boundary(Span when) implements BehaviorAnnotation {
    public Boundary {
      requireEnd(when);
    }
  }

  /**
   * A change of speed.
   *
   * @param magnitudeValue greatest size of the acceleration, in fifths of m/s²; positive
   * @param path the trajectory cut to the span
   */
  record Acceleration(Span when, Change change, double magnitudeValue, List<LatLon> path)
      implements BehaviorAnnotation {
    public Acceleration {
      requireEnd(when);
      requirePositive(magnitudeValue);
      path = List.copyOf(path);
    }
  }

  /**
   * A change of direction.
   *
   * @param magnitudeValue greatest size of the centripetal acceleration, in fifths of m/s²;
   *     positive
   * @param path the trajectory cut to the span
   */
  record Turn(Span when, Maneuver maneuver, double magnitudeValue, List<LatLon> path)
      implements BehaviorAnnotation {
    public Turn {
      requireEnd(when);
      requirePositive(magnitudeValue);
      path = List.copyOf(path);
    }
  }

  /**
   * The phone was used.
   *
   * @param path the trajectory cut to the span
   */
  record PhoneUse(Span when, Usage usage, List<LatLon> path) implements BehaviorAnnotation {
    public PhoneUse {
      requireEnd(when);
      path = List.copyOf(path);
    }
  }

  /**
   * The vehicle crashed.
   *
   * @param transport the event in which it happened
   * @param maxMagnitudeValue greatest size of the acceleration, in G
   * @param confidencePercent how sure it is that it was one, 0 to 100
   * @param speedAtImpactKmh speed just before
   * @param deltaKmh by how much the crash changed the speed
   */
  record Crash(
      Span when,
      EventId transport,
      LatLon position,
      double maxMagnitudeValue,
      int confidencePercent,
      double speedAtImpactKmh,
      double deltaKmh,
      Origin origin)
      implements BehaviorAnnotation {
    public Crash {
      requireEnd(when);
      requirePositive(maxMagnitudeValue);
      if (confidencePercent < 0 || confidencePercent > 100) {
        throw new IllegalArgumentException("confidence must be within 0..100");
      }
      if (!(speedAtImpactKmh >= 0) || !(deltaKmh >= 0)) {
        throw new IllegalArgumentException("speeds must not be negative");
      }
    }
  }

  /** How the speed changed. The order is stored. */
  enum Change {
    ACCELERATE,
    BRAKE,
    /** Slower without braking. */
    COAST;

    /** The word that the API uses. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How the direction changed. The order is stored. */
  enum Maneuver {
    LEFT_TURN,
    RIGHT_TURN,
    ROUNDABOUT,
    LANE_SWITCH;

    /** The word that the API uses. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What the phone was used for. The order is stored. */
  enum Usage {
    /** Any handling, whatever for. */
    PHONE_HANDLING,
    HANDLING_WITHOUT_CALLING,
    HANDSFREE_CALLING,
    HANDHELD_CALLING
  }

  /** Who told of a crash. The names are the API's, the order is stored. */
  enum Origin {
    NA,
    AUTOMATICALLY_DETECT,
    APP_TEST_EVENT,
    MANUALLY_REQUESTED
  }

  private static void requireEnd(Span when) {
    if (when.end() == null) {
      throw new IllegalArgumentException("an annotation has an end");
    }
  }

  private static void requirePositive(double magnitude) {
    if (!(magnitude > 0)) {
      throw new IllegalArgumentException("magnitude must be positive: " + magnitude);
    }
  }
}
