package io.sensorium.benchmarks.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * What Linux says about a process.
 *
 * @param cpuSeconds used so far, by the program and by the kernel on its behalf
 * @param peakRssBytes most memory ever resident
 */
public record ProcessFigures(double cpuSeconds, long peakRssBytes) {

  private static final double TICKS_PER_SECOND = 100; // USER_HZ, fixed on Linux
  private static final int UTIME = 11; // counted from the field after the name
  private static final int STIME = 12;
  private static final Pattern PEAK = Pattern.compile("(?m)^VmHWM:\\s*(\\d+) kB$");

  public static ProcessFigures of(long pid) throws IOException {
    var proc = Path.of("/proc", Long.toString(pid));
    return parse(Files.readString(proc.resolve("stat")), Files.readString(proc.resolve("status")));
  }

  static ProcessFigures parse(String stat, String status) {
    var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    long ticks = Long.parseLong(fields[UTIME]) + Long.parseLong(fields[STIME]);
    var peak = PEAK.matcher(status);
    if (!peak.find()) {
      throw new IllegalArgumentException("no VmHWM in the status of the process");
    }
    return new ProcessFigures(ticks / TICKS_PER_SECOND, Long.parseLong(peak.group(1)) * 1_024);
  }
}
