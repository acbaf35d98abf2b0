package io.sensorium.server;

import io.sensorium.store.sensing.Removals;
import io.sensorium.store.sensing.Removals.Removal;
import java.util.List;
import java.util.function.Consumer;

/**
 * Removes what is left of users, gateways and data sources that were removed. What a crash
 * interrupts is done at the next sweep.
 */
final class RemovalSweep implements Runnable {

  private static final int AT_ONCE = 200;

  private final Removals removals;
  private final List<Consumer<Removal>> traces;

  /**
   * @param traces each removes the traces in one place; doing it twice does no harm
   */
  RemovalSweep(Removals removals, List<Consumer<Removal>> traces) {
    this.removals = removals;
    this.traces = List.copyOf(traces);
  }

  @Override
  public void run() {
    var some = removals.list(AT_ONCE);
    while (!some.isEmpty()) {
      for (var removal : some) {
        traces.forEach(trace -> trace.accept(removal));
      }
      removals.forget(some);
      some = removals.list(AT_ONCE);
    }
  }
}
