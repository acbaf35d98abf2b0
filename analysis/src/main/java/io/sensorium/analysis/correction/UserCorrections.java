package io.sensorium.analysis.correction;

import io.sensorium.core.correction.Claim;
import io.sensorium.core.correction.Correction;
import io.sensorium.core.time.Micros;
import io.sensorium.core.timeline.TransportMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All corrections of one person that are in force, asked what they say of an event.
 *
 * <p>The answer depends on the event's own span alone, not on its neighbours. See
 * docs/algorithms/corrections.md.
 */
public final class UserCorrections {
  /*
   * A correction is of an event when either lies in the other by half: a part of what was corrected,
   * or what has grown out of it. Where both kinds meet, as after two transports became one, the
   * correction that tells of most of the event goes before one that told of a small part of it.
   */

  public static final UserCorrections NONE = new UserCorrections(List.of());

  private static final long LONGEST_NO_STAY_MICROS = Micros.of(Claim.NotAStay.LONGEST_STAY);

  private record Span(long startMicros, long endMicros) {

    /** As it is shown: cut to milliseconds. */
    static Span shown(long startMicros, long endMicros) {
      return new Span(cut(startMicros), cut(endMicros));
    }

    private static long cut(long micros) {
      return Math.floorDiv(micros, Micros.PER_MILLI) * Micros.PER_MILLI;
    }

    /** Whether at least half of the other lies in this one. */
    boolean holdsHalfOf(Span other) {
      if (equals(other)) {
        return true;
      }
      long lengthMicros = other.endMicros - other.startMicros;
      if (lengthMicros == 0) {
        return startMicros <= other.startMicros && other.startMicros < endMicros;
      }
      long shared = Math.min(endMicros, other.endMicros) - Math.max(startMicros, other.startMicros);
      return 2 * shared >= lengthMicros;
    }
  }

  private final List<Correction> modes;
  private final List<Correction> places;
  private final List<Correction> noStays;

  /**
   * @param inForce in the order in which they were given
   */
  public UserCorrections(List<Correction> inForce) {
    this.modes = newestFirst(inForce, Claim.Mode.class);
    this.places = newestFirst(inForce, Claim.Place.class);
    this.noStays = newestFirst(inForce, Claim.NotAStay.class);
  }

  private static List<Correction> newestFirst(List<Correction> all, Class<? extends Claim> kind) {
    var some = new ArrayList<Correction>();
    for (var correction : all.reversed()) {
      if (kind.isInstance(correction.claim())) {
        some.add(correction);
      }
    }
    return List.copyOf(some);
  }

  /** The mode that the person gave to a transport. */
  public Optional<TransportMode> modeOf(long startMicros, long endMicros) {
    return decisive(modes, startMicros, endMicros) instanceof Claim.Mode(var mode)
        ? Optional.ofNullable(mode)
        : Optional.empty();
  }

  /** The name that the person gave to the place of a stay. */
  public Optional<String> placeOf(long startMicros, long endMicros) {
    return decisive(places, startMicros, endMicros) instanceof Claim.Place(var name)
        ? Optional.ofNullable(name)
        : Optional.empty();
  }

  /** Whether the person said that what looks like a stay is a part of a trip. */
  public boolean isNoStay(long startMicros, long endMicros) {
    return endMicros - startMicros <= LONGEST_NO_STAY_MICROS
        && decisive(noStays, startMicros, endMicros) instanceof Claim.NotAStay(boolean holds)
        && holds;
  }

  /** Whether any stay can have been taken for a part of a trip. */
  public boolean joinsTrips() {
    return noStays.stream().anyMatch(it -> it.claim().equals(new Claim.NotAStay(true)));
  }

  private static @Nullable Claim decisive(
      List<Correction> newestFirst, long startMicros, long endMicros) {
    var event = Span.shown(startMicros, endMicros);
    Claim ofPart = null;
    for (var correction : newestFirst) {
      var corrected = new Span(correction.startMicros(), correction.endMicros());
      if (corrected.holdsHalfOf(event)) {
        return correction.claim();
      }
      if (ofPart == null && event.holdsHalfOf(corrected)) {
        ofPart = correction.claim();
      }
    }
    return ofPart;
  }
}
