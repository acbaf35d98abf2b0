package io.sensorium.intake.signals;

import io.sensorium.core.signals.Signals;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A batch as its sender wrote it, good items apart from bad ones.
 *
 * @param batchId the sender's name for the batch; a repeated one is the same batch
 * @param sentAt when the phone sent it, by the phone's clock
 * @param signals the good items, in the order in which they came
 */
public record Decoded(
    @Nullable String batchId,
    @Nullable Instant sentAt,
    Signals signals,
    List<Rejection> rejections) {

  public Decoded {
    rejections = List.copyOf(rejections);
  }
}
