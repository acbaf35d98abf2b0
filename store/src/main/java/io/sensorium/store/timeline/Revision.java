package io.sensorium.store.timeline;

import io.sensorium.core.id.EventId;
import io.sensorium.core.id.UserId;
import io.sensorium.core.notification.TimelineNotification;
import io.sensorium.store.archive.ArchiveDraft;
import io.sensorium.store.correction.SettledCorrections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that one step of the engine changes for one user; committed as a whole or not at all.
 *
 * @param foldedPositions inbox entries that the step has folded; they are deleted
 * @param archive the archive as it becomes, or null when it does not change
 * @param removed events that are no more
 * @param put events that are new or changed
 * @param corrections those that the timeline follows from now on
 * @param news what is told of it, from the commit on
 */
public record Revision(
    UserId user,
    List<Long> foldedPositions,
    @Nullable ArchiveDraft archive,
    FoldHead head,
    SnapshotChange snapshots,
    List<EventId> removed,
    List<StoredEvent> put,
    List<Retirement> retired,
    SettledCorrections corrections,
    List<TimelineNotification> news) {

  /** A revision that settles no corrections and of which nothing is told. */
  public Revision(
      UserId user,
      List<Long> foldedPositions,
      @Nullable ArchiveDraft archive,
      FoldHead head,
      SnapshotChange snapshots,
      List<EventId> removed,
      List<StoredEvent> put,
      List<Retirement> retired) {
    this(
        user,
        foldedPositions,
        archive,
        head,
        snapshots,
        removed,
        put,
        retired,
        SettledCorrections.NONE,
        List.of());
  }

  public Revision {
    foldedPositions = List.copyOf(foldedPositions);
    removed = List.copyOf(removed);
    put = List.copyOf(put);
    retired = List.copyOf(retired);
    news = List.copyOf(news);
  }
}
