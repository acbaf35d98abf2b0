package io.sensorium.api.admin;

import io.sensorium.store.outbox.NotificationQueue.Parked;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Notifications that could not be told.
 *
 * @param oldest since when the first of them is parked; null when there is none
 */
public record ParkedStatus(int count, @Nullable Instant oldest) {

  public static ParkedStatus of(List<? extends Parked<?>> parked) {
    var oldest = parked.stream().map(Parked::at).min(Instant::compareTo);
    return new ParkedStatus(parked.size(), oldest.orElse(null));
  }
}
