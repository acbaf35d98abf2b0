package io.sensorium.benchmarks.corruption;

import io.sensorium.core.geo.Geodesy;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.simulator.random.Dice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Spoils a track. The same seed spoils the same track in the same way. */
final class Corruption {

  private static final double SPIKE_SHARE = 0.01;
  private static final double DUPLICATE_SHARE = 0.02;
  private static final double SHUFFLE_SHARE = 0.05;

  private final Set<Fault> faults;
  private final Dice spikeDice;
  private final Dice arrivalDice;
  private final ClockJumps clockJumps;
  private final Gaps gaps;

  Corruption(Set<Fault> faults, long seed) {
    var dice = new Dice(seed).fork("corruption");
    this.faults = faults;
    this.spikeDice = dice.fork("spikes");
    this.arrivalDice = dice.fork("arrival");
    this.clockJumps = new ClockJumps(dice.fork("clock"));
    this.gaps = new Gaps(dice.fork("gaps"));
  }

  /** Spoils a track whose rows are in order and each there once. */
  SpoiltTrack spoil(FixTrack track) {
    var rows = new FixTrack.Builder(track.size());
    var good = new FixTrack.Builder(track.size());
    var spikes = new ArrayList<Spike>();
    for (int row = 0; row < track.size(); row++) {
      long timeMicros = track.timeMicros(row);
      if (faults.contains(Fault.GAPS) && gaps.holds(timeMicros)) {
        continue;
      }
      double meters = drawSpikeMeters();
      long clockErrorMicros =
          faults.contains(Fault.CLOCK_JUMPS) ? clockJumps.errorMicros(timeMicros) : 0;
      var spoilt = spoiltRow(track, row, meters, clockErrorMicros);
      rows.addRow(spoilt, 0);
      if (meters > 0) {
        spikes.add(new Spike(spoilt, meters));
      } else if (clockErrorMicros == 0) {
        good.addRow(spoilt, 0);
      }
    }
    return new SpoiltTrack(inOrderOfArrival(rows.build()), good.build(), spikes);
  }

  private double drawSpikeMeters() {
    boolean moved = faults.contains(Fault.SPIKES) && spikeDice.chance(SPIKE_SHARE);
    return moved ? SizeClass.drawMeters(spikeDice) : 0;
  }

  private FixTrack spoiltRow(FixTrack track, int row, double meters, long clockErrorMicros) {
    var position = track.position(row);
    if (meters > 0) {
      position = Geodesy.destination(position, spikeDice.uniform(0, 360), meters);
    }
    boolean moved = meters > 0;
    return new FixTrack.Builder(1)
        .addRow(
            track.timeMicros(row) + clockErrorMicros,
            moved ? e7(position.latitudeDeg()) : track.latitudeE7(row),
            moved ? e7(position.longitudeDeg()) : track.longitudeE7(row),
            track.accuracyMm(row),
            track.altitudeCm(row),
            track.speedMmps(row),
            track.bearingCdeg(row),
            faults.contains(Fault.NO_UPTIME) ? FixTrack.ABSENT_LONG : track.uptimeMillis(row),
            track.provider(row))
        .build();
  }

  private static int e7(double degrees) {
    return (int) StrictMath.round(degrees * 1e7);
  }

  /** A row that arrives at a place of the queue that need not be its own. */
  private record Arrival(double place, int row) {}

  private FixTrack inOrderOfArrival(FixTrack rows) {
    List<Arrival> arrivals = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      boolean late = faults.contains(Fault.SHUFFLES) && arrivalDice.chance(SHUFFLE_SHARE);
      arrivals.add(new Arrival(late ? arrivalDice.uniform(0, rows.size()) : row, row));
      if (faults.contains(Fault.DUPLICATES) && arrivalDice.chance(DUPLICATE_SHARE)) {
        arrivals.add(new Arrival(arrivalDice.uniform(row, rows.size()), row));
      }
    }
    arrivals.sort(Comparator.comparingDouble(Arrival::place));
    var arrival = new FixTrack.Builder(arrivals.size());
    arrivals.forEach(a -> arrival.addRow(rows, a.row()));
    return arrival.build();
  }
}
