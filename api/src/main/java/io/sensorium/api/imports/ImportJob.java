package io.sensorium.api.imports;

import io.sensorium.core.id.UserId;
import io.sensorium.intake.imports.ImportProgress;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way into a person's history.
 *
 * @param fileBytes the size of the file as it was sent
 * @param error why the file could not be read to its end; what came before is taken all the same
 */
public record ImportJob(
    String id,
    UserId user,
    State state,
    long fileBytes,
    ImportProgress progress,
    @Nullable String error) {

  /** How far it is. */
  public enum State {
    WAITING,
    RUNNING,
    DONE,
    FAILED
  }

  /** How much of the file is read, 0 to 1. */
  public double doneRatio() {
    return switch (state) {
      case WAITING -> 0;
      case RUNNING -> fileBytes == 0 ? 0 : Math.min(1, (double) progress.bytesRead() / fileBytes);
      case DONE, FAILED -> 1;
    };
  }
}
