package io.sensorium.simulator.sensing;

import io.sensorium.core.alarm.Direction;
import java.util.ArrayList;
import java.util.List;

/**
 * What was true at a site.
 *
 * @param readings all that was measured, each once, oldest first
 * @param incidents all that went wrong, by the start
 */
public record SensingTruth(List<Reading> readings, List<Incident> incidents) {

  public SensingTruth {
    readings = List.copyOf(readings);
    incidents = List.copyOf(incidents);
  }

  /** What one source measured, oldest first. */
  public List<Reading> readings(String sensor, Quantity quantity) {
    return readings.stream()
        .filter(one -> one.sensor().equals(sensor) && one.quantity() == quantity)
        .toList();
  }

  public List<Incident> incidents(Incident.Kind kind) {
    return incidents.stream().filter(incident -> incident.kind() == kind).toList();
  }

  /** When a source was beyond a threshold, oldest first. A value equal to it is within. */
  public List<Excursion> excursions(
      String sensor, Quantity quantity, Direction direction, double threshold) {
    var excursions = new ArrayList<Excursion>();
    Excursion run = null;
    for (var reading : readings(sensor, quantity)) {
      double over = direction == Direction.ABOVE ? 1 : -1;
      boolean isBeyond = over * reading.value() > over * threshold;
      if (isBeyond) {
        long start = run == null ? reading.timeMicros() : run.startMicros();
        double before = run == null ? reading.value() : run.extreme();
        double extreme = over * reading.value() > over * before ? reading.value() : before;
        run = new Excursion(start, Long.MAX_VALUE, extreme);
      } else if (run != null) {
        excursions.add(new Excursion(run.startMicros(), reading.timeMicros(), run.extreme()));
        run = null;
      }
    }
    if (run != null) {
      excursions.add(run);
    }
    return List.copyOf(excursions);
  }
}
