package io.sensorium.store.sensing;

import io.sensorium.core.id.GatewayId;
import io.sensorium.core.id.SensorUserId;
import io.sensorium.core.id.SourceId;
import java.util.List;

/**
 * What was removed from users and devices, and whose traces elsewhere, such as measurements and
 * alarms, are still to be removed. Written in the transaction that removes, so that a crash in
 * between leaves nothing behind.
 *
 * <p>Every implementation passes {@code RemovalsContract}. Safe for use by many threads.
 */
public interface Removals {

  /** Something that is gone. */
  sealed interface Removal {}

  /** A data source. */
  record RemovedSource(SourceId source) implements Removal {}

  /** A gateway. */
  record RemovedGateway(GatewayId gateway) implements Removal {}

  /** A user. */
  record RemovedUser(SensorUserId user) implements Removal {}

  /** Some of those whose traces are there still. */
  List<Removal> list(int limit);

  /** Forgets those whose traces are removed. */
  void forget(List<Removal> removals);
}
