package io.sensorium.store.correction;

import java.util.List;

/**
 * Corrections that the timeline follows once a revision is committed, by their sequence numbers.
 *
 * @param shown corrections that the timeline shows now
 * @param dropped corrections that were taken back, and that it shows no more
 */
public record SettledCorrections(List<Long> shown, List<Long> dropped) {

  public static final SettledCorrections NONE = new SettledCorrections(List.of(), List.of());

  public SettledCorrections {
    shown = List.copyOf(shown);
    dropped = List.copyOf(dropped);
  }
}
