package io.sensorium.intake.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.GpsFix;
import io.sensorium.intake.fix.FixDraft;
import io.sensorium.intake.fix.TimeWindow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Keeps the points of a file. */
public final class Points implements TrackSink {

  private static final TimeWindow WINDOW =
      TimeWindow.receivedAt(Instant.parse("2026-03-03T00:00:00Z"));

  private final FixTrack.Builder good = new FixTrack.Builder(8);
  private final List<String> reasons = new ArrayList<>();

  public static Points of(TrackFileReader reader, String text) {
    var points = new Points();
    reader.read(new ByteArrayInputStream(text.getBytes(UTF_8)), points);
    return points;
  }

  public static Points ofResource(TrackFileReader reader, String name) {
    var points = new Points();
    String path = "/io/sensorium/intake/" + name;
    try (InputStream in = Objects.requireNonNull(Points.class.getResourceAsStream(path), path)) {
      reader.read(in, points);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return points;
  }

  @Override
  public void point(FixDraft draft) {
    String problem = draft.problem(WINDOW);
    if (problem == null) {
      draft.addTo(good);
    } else {
      unreadable(problem);
    }
  }

  @Override
  public void unreadable(String reason) {
    reasons.add(reason);
  }

  public FixTrack track() {
    return good.build();
  }

  public GpsFix fix(int row) {
    return track().fix(row);
  }

  public int size() {
    return good.size();
  }

  /** Why points were rejected, in the order of the file. */
  public List<String> reasons() {
    return reasons;
  }
}
