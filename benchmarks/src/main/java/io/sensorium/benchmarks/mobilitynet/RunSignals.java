package io.sensorium.benchmarks.mobilitynet;

import io.sensorium.benchmarks.datasets.CsvTable;
import io.sensorium.core.geo.LatLon;
import io.sensorium.core.signals.ActivitySample;
import io.sensorium.core.signals.ActivityType;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.GpsFix;
import io.sensorium.core.signals.LocationProvider;
import io.sensorium.core.signals.Signals;
import io.sensorium.core.time.Micros;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a phone recorded: raw fixes, and what its recogniser said. */
final class RunSignals {

  private RunSignals() {}

  static Signals read(PhoneRun run) throws IOException {
    return new Signals(fixes(run), List.of(), activity(run), List.of(), List.of());
  }

  private static FixTrack fixes(PhoneRun run) throws IOException {
    var table = CsvTable.read(run.file("location"));
    int time = table.column("ts");
    int latitude = table.column("lat");
    int longitude = table.column("lon");
    int accuracy = table.column("accuracy");
    int altitude = table.column("altitude");
    int speed = table.column("speed");
    int bearing = table.column("bearing");
    var fixes = new FixTrack.Builder(table.rows().size());
    for (var row : table.rows()) {
      var accuracyMeters = positive(row.get(accuracy));
      fixes.add(
          new GpsFix(
              Micros.toInstant(UnixSeconds.micros(row.get(time))),
              new LatLon(
                  Double.parseDouble(row.get(latitude)), Double.parseDouble(row.get(longitude))),
              accuracyMeters != null && accuracyMeters == 0 ? null : accuracyMeters,
              row.get(altitude).isEmpty() ? null : Double.valueOf(row.get(altitude)),
              positive(row.get(speed)),
              positive(row.get(bearing)),
              null,
              LocationProvider.UNKNOWN));
    }
    return fixes.build();
  }

  /** A negative number stands for a missing one. */
  private static @Nullable Double positive(String cell) {
    var value = cell.isEmpty() ? null : Double.valueOf(cell);
    return value == null || value < 0 ? null : value;
  }

  private static List<ActivitySample> activity(PhoneRun run) throws IOException {
    if (!Files.exists(run.file("motion_activity"))) {
      return List.of();
    }
    var table = CsvTable.read(run.file("motion_activity"));
    var samples = new ArrayList<ActivitySample>();
    for (var row : table.rows()) {
      var time = Micros.toInstant(UnixSeconds.micros(row.get(table.column("ts"))));
      var type = row.get(table.column("type"));
      double confidence = confidenceRatio(row.get(table.column("confidence")));
      samples.add(new ActivitySample(time, type(type), confidence));
    }
    return samples;
  }

  /** Android's numbers, or Apple's flags joined by a plus sign. */
  static ActivityType type(String cell) {
    if (cell.startsWith("automotive")) {
      return ActivityType.IN_VEHICLE; // with "stationary" too: a vehicle that stands
    }
    return switch (cell) {
      case "0" -> ActivityType.IN_VEHICLE;
      case "1", "cycling" -> ActivityType.ON_BICYCLE;
      case "2" -> ActivityType.ON_FOOT;
      case "3", "stationary" -> ActivityType.STILL;
      case "5" -> ActivityType.TILTING;
      case "7", "walking" -> ActivityType.WALKING;
      case "8", "running" -> ActivityType.RUNNING;
      default -> ActivityType.UNKNOWN;
    };
  }

  /** Android's percents, or Apple's three words. */
  static double confidenceRatio(String cell) {
    return switch (cell) {
      case "low" -> 0.3;
      case "medium" -> 0.6;
      case "high" -> 0.9;
      default -> Math.clamp(Double.parseDouble(cell) / 100, 0, 1);
    };
  }
}
