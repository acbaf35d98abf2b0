package io.sensorium.engine.ledger;

import io.sensorium.core.id.EventId;
import io.sensorium.store.timeline.Retirement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides which of the events derived anew keep the ids of the events they replace.
 *
 * <p>An id goes to the event of the same type with the greatest overlap that covers at least half
 * of the old event; ties go to the older event. An id that finds no event is retired, and names the
 * event that overlaps it most, of whatever type.
 */
public final class EventIds {

  /** An event as far as the ledger looks at it; both ends in microseconds. */
  public record Extent(boolean stay, long startMicros, long endMicros) {

    long overlapMicros(Extent other) {
      return Math.min(endMicros, other.endMicros) - Math.max(startMicros, other.startMicros);
    }

    private boolean keepsIdOf(Extent old) {
      long overlap = overlapMicros(old);
      return stay == old.stay && overlap > 0 && 2 * overlap >= old.endMicros - old.startMicros;
    }
  }

  /** An event that has an id. */
  public record Named(EventId id, Extent extent) {}

  /**
   * What was decided.
   *
   * @param kept for each new event the id it takes over, or null where it needs a new one
   */
  public record Decision(List<@Nullable EventId> kept, List<Orphan> orphans) {}

  /**
   * An old id without an event of its own.
   *
   * @param successor index of the new event that took its place, or -1
   */
  public record Orphan(EventId id, int successor) {

    /** The retirement, once every new event has its id. */
    public Retirement retire(List<EventId> newIds) {
      return new Retirement(id, successor < 0 ? null : newIds.get(successor));
    }
  }

  private record Claim(int oldIndex, int newIndex, long overlapMicros) {}

  private EventIds() {}

  /** Both lists oldest first. */
  public static Decision decide(List<Named> old, List<Extent> fresh) {
    var kept = new @Nullable EventId[fresh.size()];
    var settled = new HashSet<Integer>();
    for (var claim : claims(old, fresh)) {
      if (kept[claim.newIndex] == null && !settled.contains(claim.oldIndex)) {
        kept[claim.newIndex] = old.get(claim.oldIndex).id();
        settled.add(claim.oldIndex);
      }
    }
    var orphans = new ArrayList<Orphan>();
    for (int i = 0; i < old.size(); i++) {
      if (!settled.contains(i)) {
        orphans.add(new Orphan(old.get(i).id(), mostOverlapping(old.get(i).extent(), fresh)));
      }
    }
    return new Decision(Arrays.asList(kept), List.copyOf(orphans));
  }

  private static List<Claim> claims(List<Named> old, List<Extent> fresh) {
    var claims = new ArrayList<Claim>();
    int firstCandidate = 0;
    for (int o = 0; o < old.size(); o++) {
      var extent = old.get(o).extent();
      while (firstCandidate < fresh.size()
          && fresh.get(firstCandidate).endMicros() < extent.startMicros()) {
        firstCandidate++;
      }
      for (int n = firstCandidate;
          n < fresh.size() && fresh.get(n).startMicros() <= extent.endMicros();
          n++) {
        if (fresh.get(n).keepsIdOf(extent)) {
          claims.add(new Claim(o, n, extent.overlapMicros(fresh.get(n))));
        }
      }
    }
    claims.sort(
        Comparator.comparingLong(Claim::overlapMicros)
            .reversed()
            .thenComparingInt(Claim::oldIndex)
            .thenComparingInt(Claim::newIndex));
    return claims;
  }

  private static int mostOverlapping(Extent old, List<Extent> fresh) {
    int best = -1;
    long bestOverlap = 0;
    for (int n = 0; n < fresh.size(); n++) {
      long overlap = old.overlapMicros(fresh.get(n));
      if (overlap > bestOverlap) {
        best = n;
        bestOverlap = overlap;
      }
    }
    return best;
  }
}
