package io.sensorium.intake.imports;

import io.sensorium.intake.signals.Rejection;
import java.util.List;

/**
 * How far an import is; what a caller keeps in order to resume it.
 *
 * @param chunks so many chunks of the file are on disk
 * @param bytesRead of the file as it is, packed or not
 * @param accepted fixes in those chunks
 * @param rejected points in those chunks that were not taken
 * @param firstRejections the first {@value #MAX_REJECTIONS} of them; the index counts points
 */
public record ImportProgress(
    int chunks, long bytesRead, long accepted, long rejected, List<Rejection> firstRejections) {

  public static final int MAX_REJECTIONS = 100;

  /** Nothing is read yet. */
  public static final ImportProgress NONE = new ImportProgress(0, 0, 0, 0, List.of());

  public ImportProgress {
    firstRejections = List.copyOf(firstRejections);
  }
}
