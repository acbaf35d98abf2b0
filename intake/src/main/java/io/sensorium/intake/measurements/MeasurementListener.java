package io.sensorium.intake.measurements;

import io.sensorium.store.measurement.Appended;
import io.sensorium.store.measurement.GatewayBatch;
import java.util.List;

/**
 * Is told of every batch once it is on disk, and of one that comes again too: a crash may have come
 * before what follows from it was done. It should return at once, and not throw.
 */
@FunctionalInterface
public interface MeasurementListener {

  void accepted(GatewayBatch batch, Appended appended);

  /** Tells all of them, in their order. */
  static MeasurementListener all(List<MeasurementListener> listeners) {
    var told = List.copyOf(listeners);
    return (batch, appended) -> told.forEach(each -> each.accepted(batch, appended));
  }
}
