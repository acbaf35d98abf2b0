package io.sensorium.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.id.EventId;
import io.sensorium.core.id.IdSource;
import io.sensorium.engine.ledger.EventIds.Extent;
import io.sensorium.engine.ledger.EventIds.Named;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EventIdsTest {

  private final IdSource ids = new IdSource(new Random(7));
  private final EventId first = ids.newTransportId();
  private final EventId second = ids.newTransportId();

  @Test
  void anEventThatMovedALittleKeepsItsId() {
    var decision = EventIds.decide(List.of(trip(first, 100, 200)), List.of(trip(110, 230)));

    assertThat(decision.kept()).containsExactly(first);
    assertThat(decision.orphans()).isEmpty();
  }

  @Test
  void theLargerHalfOfASplitEventKeepsItsId() {
    var decision =
        EventIds.decide(List.of(trip(first, 100, 200)), List.of(trip(100, 130), trip(130, 200)));

    assertThat(decision.kept()).containsExactly(null, first);
  }

  @Test
  void mergedEventsLeaveTheSmallerOnesIdRetiredInFavourOfTheWhole() {
    var decision =
        EventIds.decide(
            List.of(trip(first, 100, 120), trip(second, 120, 200)), List.of(trip(100, 200)));

    assertThat(decision.kept()).containsExactly(second);
    assertThat(decision.orphans()).containsExactly(new EventIds.Orphan(first, 0));
    assertThat(decision.orphans().getFirst().retire(List.of(second)).successor()).isEqualTo(second);
  }

  @Test
  void equalOverlapGoesToTheOlderEvent() {
    var decision =
        EventIds.decide(
            List.of(trip(first, 100, 150), trip(second, 150, 200)), List.of(trip(100, 200)));

    assertThat(decision.kept()).containsExactly(first);
  }

  @Test
  void anIdNeverPassesFromATripToAStay() {
    var decision =
        EventIds.decide(List.of(trip(first, 100, 200)), List.of(new Extent(true, 100, 200)));

    assertThat(decision.kept()).containsOnlyNulls();
    assertThat(decision.orphans()).containsExactly(new EventIds.Orphan(first, 0));
  }

  @Test
  void anEventOfWhichLessThanHalfIsLeftLosesItsId() {
    var decision = EventIds.decide(List.of(trip(first, 100, 200)), List.of(trip(160, 400)));

    assertThat(decision.kept()).containsOnlyNulls();
  }

  @Test
  void anEventThatVanishedWithoutTraceHasNoSuccessor() {
    var decision = EventIds.decide(List.of(trip(first, 100, 200)), List.of(trip(200, 300)));

    assertThat(decision.orphans()).containsExactly(new EventIds.Orphan(first, -1));
    assertThat(decision.orphans().getFirst().retire(List.of()).successor()).isNull();
  }

  @Test
  void noIdIsEverGivenTwiceOrLost() {
    var random = new Random(42);
    for (int round = 0; round < 500; round++) {
      var old = randomTrips(random).stream().map(e -> new Named(ids.newTransportId(), e)).toList();
      var fresh = randomTrips(random);

      var decision = EventIds.decide(old, fresh);

      var kept = decision.kept().stream().filter(id -> id != null).toList();
      assertThat(kept).doesNotHaveDuplicates();
      assertThat(kept.size() + decision.orphans().size()).isEqualTo(old.size());
      assertThat(decision.kept()).hasSameSizeAs(fresh);
    }
  }

  private static List<Extent> randomTrips(Random random) {
    long[] at = {random.nextInt(50)};
    return random
        .ints(random.nextInt(8), 1, 40)
        .mapToObj(length -> trip(at[0] += random.nextInt(10), at[0] += length))
        .toList();
  }

  private static Extent trip(long start, long end) {
    return new Extent(false, start, end);
  }

  private static Named trip(EventId id, long start, long end) {
    return new Named(id, trip(start, end));
  }
}
