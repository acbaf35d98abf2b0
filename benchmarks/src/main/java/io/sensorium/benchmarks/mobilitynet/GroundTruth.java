package io.sensorium.benchmarks.mobilitynet;

import io.sensorium.benchmarks.datasets.CsvTable;
import io.sensorium.benchmarks.timeline.Interval;
import io.sensorium.benchmarks.timeline.ModeClass;
import io.sensorium.core.timeline.TransportMode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the carrier of the phones pressed live; it holds for all phones of a run. */
record GroundTruth(List<Leg> legs, List<Trip> trips) {

  /** A moving part of a trip whose mode is known. */
  record Leg(String spec, Interval when, TransportMode mode) {

    ModeClass modeClass() {
      return ModeClass.of(mode).orElseThrow();
    }
  }

  /** A way from one place to another, waits included. */
  record Trip(String spec, Interval when) {}

  GroundTruth {
    legs = List.copyOf(legs);
    trips = List.copyOf(trips);
  }

  static GroundTruth read(Path folder) throws IOException {
    return of(
        CsvTable.read(folder.resolve("ground_truth_sections.csv")),
        CsvTable.read(folder.resolve("ground_truth_trips.csv")));
  }

  static GroundTruth of(CsvTable sections, CsvTable trips) {
    return new GroundTruth(
        sections.rows().stream().flatMap(row -> findLeg(sections, row).stream()).toList(),
        trips.rows().stream()
            .map(row -> new Trip(row.get(trips.column("spec")), when(trips, row)))
            .toList());
  }

  private static Optional<Leg> findLeg(CsvTable table, List<String> row) {
    return findMode(row.get(table.column("mode")))
        .map(mode -> new Leg(row.get(table.column("spec")), when(table, row), mode));
  }

  private static Interval when(CsvTable table, List<String> row) {
    return new Interval(
        UnixSeconds.micros(row.get(table.column("start"))),
        UnixSeconds.micros(row.get(table.column("end"))));
  }

  /** Empty for waiting and where the label is missing. */
  private static Optional<TransportMode> findMode(String label) {
    return switch (label) {
      case "WALKING" -> Optional.of(TransportMode.WALKING);
      case "BICYCLING", "E_BIKE" -> Optional.of(TransportMode.BIKING);
      case "ESCOOTER" -> Optional.of(TransportMode.ESCOOTER);
      case "BUS" -> Optional.of(TransportMode.BUS);
      case "CAR" -> Optional.of(TransportMode.CAR);
      case "TRAIN", "SUBWAY", "LIGHT_RAIL", "TRAM" -> Optional.of(TransportMode.TRAIN);
      case "", "STOPPED" -> Optional.empty();
      default -> throw new IllegalArgumentException("unknown mode: " + label);
    };
  }

  List<Leg> legsOf(PhoneRun run) {
    return legs.stream().filter(leg -> isWithin(leg.spec(), leg.when(), run)).toList();
  }

  List<Interval> tripsOf(PhoneRun run) {
    return trips.stream()
        .filter(trip -> isWithin(trip.spec(), trip.when(), run))
        .map(Trip::when)
        .toList();
  }

  private static boolean isWithin(String spec, Interval when, PhoneRun run) {
    return spec.equals(run.spec()) && run.when().contains(when.startMicros());
  }
}
