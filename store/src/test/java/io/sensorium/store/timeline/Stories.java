package io.sensorium.store.timeline;

import io.sensorium.core.bytes.Blob;
import io.sensorium.core.id.EventId;
import io.sensorium.core.id.UserId;
import io.sensorium.core.time.Micros;
import io.sensorium.core.timeline.AnalysisType;
import io.sensorium.core.timeline.Path;
import io.sensorium.core.timeline.PathPoint;
import io.sensorium.core.timeline.Significance;
import io.sensorium.core.timeline.TimelineEvent;
import io.sensorium.core.timeline.TimelineEvent.Span;
import io.sensorium.core.timeline.TimelineEvent.Stationary;
import io.sensorium.core.timeline.TimelineEvent.Transport;
import io.sensorium.core.timeline.TransportMode;
import io.sensorium.store.Samples;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events and revisions for tests. */
public final class Stories {

  static final ZoneOffset OFFSET = ZoneOffset.ofHours(1);

  private Stories() {}

  public static StoredEvent stay(EventId id, String start, @Nullable String end) {
    var when = span(start, end);
    var event =
        new Stationary(
            id, when, AnalysisType.INDEPTH, Samples.HOME, Significance.NONREGULAR, "Chez Zoë");
    return stored(when, event, Path.EMPTY);
  }

  public static StoredEvent trip(EventId id, String start, String end) {
    var when = span(start, end);
    var event = new Transport(id, when, AnalysisType.INDEPTH, TransportMode.BIKING, 0.8125, 4_321);
    return stored(when, event, path());
  }

  static Path path() {
    return new Path(
        List.of(
            new PathPoint(Samples.second(0), Path.rounded(51.1, 3.7), 12.5, null, null),
            new PathPoint(Samples.second(9), Path.rounded(51.2, 3.8), 13.5, "primary", 50.0)));
  }

  private static StoredEvent stored(Span when, TimelineEvent event, Path path) {
    long start = Micros.of(when.start());
    var end = when.end();
    return end == null
        ? new StoredEvent(event, StoredEvent.OPEN, start, start + 1, "basis", path)
        : new StoredEvent(event, Micros.of(end) + 5, start, Micros.of(end), "basis", path);
  }

  private static Span span(String start, @Nullable String end) {
    return new Span(Instant.parse(start), OFFSET, end == null ? null : Instant.parse(end), OFFSET);
  }

  static FoldHead head(long revision) {
    return new FoldHead(state("head " + revision), 10, 20, 30, revision);
  }

  static Blob state(String text) {
    return Blob.copyOf(text.getBytes(StandardCharsets.UTF_8));
  }

  static SnapshotChange noSnapshots() {
    return new SnapshotChange(0, 0, List.of());
  }

  public static Revision put(UserId user, StoredEvent... events) {
    return new Revision(
        user, List.of(), null, head(1), noSnapshots(), List.of(), List.of(events), List.of());
  }

  public static Revision remove(UserId user, EventId event) {
    return new Revision(
        user, List.of(), null, head(2), noSnapshots(), List.of(event), List.of(), List.of());
  }
}
