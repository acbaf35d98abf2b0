package io.sensorium.engine.flow;

import io.sensorium.core.id.EventId;
import io.sensorium.core.id.IdSource;
import io.sensorium.core.time.Micros;
import io.sensorium.core.timeline.TimelineEvent;
import io.sensorium.engine.ledger.EventIds;
import io.sensorium.store.timeline.Retirement;
import io.sensorium.store.timeline.StoredEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the events that a step replaces and those in their place, then settles their ids. */
final class TimelineChange {

  /**
   * What is written.
   *
   * @param old the events that were looked at anew
   * @param current the events in place of the old ones, each with its id
   * @param put those of them that differ from what is stored
   */
  record Settled(
      List<StoredEvent> old,
      List<EventId> removed,
      List<StoredEvent> current,
      List<StoredEvent> put,
      List<Retirement> retired) {}

  private final long lastKnownMicros;
  private final List<StoredEvent> old = new ArrayList<>();
  private final List<EventDraft> fresh = new ArrayList<>();

  /**
   * @param lastKnownMicros how far events reached that were open before the step
   */
  TimelineChange(long lastKnownMicros) {
    this.lastKnownMicros = lastKnownMicros;
  }

  void replace(List<StoredEvent> replaced, List<EventDraft> by) {
    old.addAll(replaced);
    fresh.addAll(by);
  }

  Settled settle(IdSource ids) {
    old.sort(Comparator.comparing(stored -> stored.event().when().start()));
    fresh.sort(Comparator.comparing(draft -> draft.when().start()));
    var decision =
        EventIds.decide(
            old.stream().map(this::named).toList(),
            fresh.stream().map(TimelineChange::extent).toList());
    var current = new ArrayList<StoredEvent>();
    for (int i = 0; i < fresh.size(); i++) {
      var draft = fresh.get(i);
      current.add(draft.withId(idFor(draft, decision.kept().get(i), ids)));
    }
    var currentIds = current.stream().map(stored -> stored.event().id()).toList();
    return new Settled(
        List.copyOf(old),
        decision.orphans().stream().map(EventIds.Orphan::id).toList(),
        current,
        changed(current),
        decision.orphans().stream().map(orphan -> orphan.retire(currentIds)).toList());
  }

  private List<StoredEvent> changed(List<StoredEvent> current) {
    var oldById = new HashMap<EventId, StoredEvent>();
    old.forEach(stored -> oldById.put(stored.event().id(), stored));
    return current.stream()
        .filter(stored -> !stored.equals(oldById.get(stored.event().id())))
        .toList();
  }

  private static EventId idFor(EventDraft draft, @Nullable EventId kept, IdSource ids) {
    if (kept != null) {
      return kept;
    }
    return draft.isStay() ? ids.newStationaryId() : ids.newTransportId();
  }

  private EventIds.Named named(StoredEvent stored) {
    var when = stored.event().when();
    var end = when.end();
    return new EventIds.Named(
        stored.event().id(),
        new EventIds.Extent(
            stored.event() instanceof TimelineEvent.Stationary,
            Micros.of(when.start()),
            end == null ? lastKnownMicros : Micros.of(end)));
  }

  private static EventIds.Extent extent(EventDraft draft) {
    return new EventIds.Extent(draft.isStay(), Micros.of(draft.when().start()), draft.lastMicros());
  }
}
