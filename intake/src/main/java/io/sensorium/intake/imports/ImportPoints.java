package io.sensorium.intake.imports;

import io.sensorium.core.signals.FixTrack;
import io.sensorium.intake.files.TrackSink;
import io.sensorium.intake.fix.FixDraft;
import io.sensorium.intake.fix.TimeWindow;
import io.sensorium.intake.signals.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Gathers the points of one file into chunks, and counts what becomes of them. */
final class ImportPoints implements TrackSink {

  private static final String STREAM = "fixes";

  private final ImportBatches batches;
  private final TimeWindow window;
  private final LongSupplier bytesRead;
  private final ImportProgress known;
  private final Consumer<ImportProgress> onProgress;
  private final List<Rejection> firstRejections = new ArrayList<>();
  private FixTrack.Builder good = new FixTrack.Builder(TrackImport.CHUNK_POINTS);
  private int chunk;
  private int pointsInChunk;
  private int rejectedInChunk;
  private long accepted;
  private long rejected;

  ImportPoints(
      ImportBatches batches,
      LongSupplier bytesRead,
      ImportProgress known,
      Consumer<ImportProgress> onProgress) {
    this.batches = batches;
    this.window = batches.window();
    this.bytesRead = bytesRead;
    this.known = known;
    this.onProgress = onProgress;
    accepted = known.accepted();
    rejected = known.rejected();
    firstRejections.addAll(known.firstRejections());
  }

  @Override
  public void point(FixDraft draft) {
    if (isKnownChunk()) {
      endPoint();
      return;
    }
    String problem = draft.problem(window);
    if (problem == null) {
      draft.addTo(good);
      endPoint();
    } else {
      unreadable(problem);
    }
  }

  @Override
  public void unreadable(String reason) {
    if (!isKnownChunk()) {
      rejectedInChunk++;
      if (firstRejections.size() < ImportProgress.MAX_REJECTIONS) {
        firstRejections.add(new Rejection(STREAM, pointNumber(), reason));
      }
    }
    endPoint();
  }

  /** Submits what is left, and says what became of the file. */
  ImportProgress finish() {
    if (pointsInChunk > 0) {
      endChunk();
    }
    return progress();
  }

  private boolean isKnownChunk() {
    return chunk < known.chunks();
  }

  private int pointNumber() {
    long number = (long) chunk * TrackImport.CHUNK_POINTS + pointsInChunk;
    return (int) Math.min(Integer.MAX_VALUE, number);
  }

  private void endPoint() {
    pointsInChunk++;
    if (pointsInChunk == TrackImport.CHUNK_POINTS) {
      endChunk();
    }
  }

  private void endChunk() {
    boolean isNew = !isKnownChunk();
    if (isNew) {
      submitChunk();
    }
    chunk++;
    pointsInChunk = 0;
    if (isNew) {
      onProgress.accept(progress());
    }
  }

  private void submitChunk() {
    var fixes = good.build();
    good = new FixTrack.Builder(TrackImport.CHUNK_POINTS);
    batches.submit(chunk, fixes);
    accepted += fixes.size();
    rejected += rejectedInChunk;
    rejectedInChunk = 0;
  }

  private ImportProgress progress() {
    return new ImportProgress(
        Math.max(chunk, known.chunks()),
        bytesRead.getAsLong(),
        accepted,
        rejected,
        firstRejections);
  }
}
