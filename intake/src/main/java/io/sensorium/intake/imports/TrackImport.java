package io.sensorium.intake.imports;

import io.sensorium.intake.InputTooLargeException;
import io.sensorium.intake.MalformedInputException;
import io.sensorium.intake.accept.Accept;
import io.sensorium.intake.files.LimitedInflation;
import java.time.Clock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes files into users' histories by the one way in, in batches, and no faster than they are
 * analysed.
 *
 * <p>A chunk is {@value #CHUNK_POINTS} points of a file, good and bad, and its batch is named by
 * the file's identity and the chunk's number. So an import that is repeated, or resumed after it
 * broke off, has the effect of one import. Safe for use by many threads.
 */
public final class TrackImport {

  public static final int CHUNK_POINTS = 10_000;

  private final Accept accept;
  private final Backpressure backpressure;
  private final Clock clock;

  public TrackImport(Accept accept, Backpressure backpressure, Clock clock) {
    this.accept = accept;
    this.backpressure = backpressure;
    this.clock = clock;
  }

  /**
   * Imports {@code in}; does not close it.
   *
   * @param known how far an earlier import of this file came; its chunks are passed over
   * @param onProgress told after every chunk that was stored
   * @throws java.io.UncheckedIOException when {@code in} fails; the import may be resumed
   * @throws io.sensorium.store.StoreException when a batch could not be stored; it may be resumed
   */
  public ImportResult run(
      ImportFile file,
      LimitedInflation in,
      ImportProgress known,
      Consumer<ImportProgress> onProgress) {
    var batches = new ImportBatches(accept, backpressure, clock.instant(), file);
    var points = new ImportPoints(batches, in::bytesRead, known, onProgress);
    String error = read(file, in, points);
    return new ImportResult(points.finish(), error);
  }

  private static @Nullable String read(ImportFile file, LimitedInflation in, ImportPoints points) {
    try {
      file.reader().read(in, points);
      return null;
    } catch (MalformedInputException | InputTooLargeException unreadable) {
      return unreadable.getMessage();
    }
  }
}
