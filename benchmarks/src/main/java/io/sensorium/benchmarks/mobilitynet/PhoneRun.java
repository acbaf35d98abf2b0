package io.sensorium.benchmarks.mobilitynet;

import io.sensorium.benchmarks.timeline.Interval;
import io.sensorium.core.time.Micros;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;

/**
 * What one phone recorded in one go.
 *
 * @param spec what the carrier set out to do
 * @param stem the path of its files without the stream's name
 */
record PhoneRun(String phone, String spec, Interval when, String stem) {

  private static final Pattern NAME =
      Pattern.compile("ucb-sdb-(.+)__(.+)__(\\d+)_(\\d+)__location\\.csv\\.gz");
  private static final Pattern REPEATED = Pattern.compile("_(pilot|bak)$");
  private static final ZoneId PLACE = ZoneId.of("America/Los_Angeles");

  static boolean isLocationFile(Path file) {
    return NAME.matcher(file.getFileName().toString()).matches();
  }

  static PhoneRun of(Path locationFile) {
    var name = NAME.matcher(locationFile.getFileName().toString());
    if (!name.matches()) {
      throw new IllegalArgumentException("not a location file: " + locationFile);
    }
    var when =
        new Interval(
            Long.parseLong(name.group(3)) * Micros.PER_SECOND,
            Long.parseLong(name.group(4)) * Micros.PER_SECOND);
    var path = locationFile.toString();
    var stem = path.substring(0, path.length() - "location.csv.gz".length());
    return new PhoneRun(name.group(1), name.group(2), when, stem);
  }

  Path file(String stream) {
    return Path.of(stem + stream + ".csv.gz");
  }

  /** Whether the phone lay still all the time. */
  boolean isStationary() {
    return spec.contains("calibration_stationary_only");
  }

  /** The journey, which all phones of a carrier share; trials and repetitions count as the same. */
  String route() {
    return REPEATED.matcher(spec).replaceFirst("");
  }

  /** The local date of its start. */
  LocalDate day() {
    return LocalDate.ofInstant(Micros.toInstant(when.startMicros()), PLACE);
  }

  /** How the phone was set to record; the same for the two makes of a number. */
  String setting() {
    return switch (phone.charAt(phone.length() - 1)) {
      case '1' -> "always on";
      case '2', '3' -> "duty cycled";
      case '4' -> "power control";
      default -> "other";
    };
  }
}
