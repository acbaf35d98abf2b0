package io.sensorium.benchmarks.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a server and the processes that it started have used.
 *
 * @param cpuSeconds by all of them, those that have ended included
 * @param peakRssBytes the sum of what each held at the most
 */
public record ServerFigures(double cpuSeconds, long peakRssBytes) {

  private static final double TICKS_PER_SECOND = 100; // USER_HZ, fixed on Linux
  private static final Pattern PEAK = Pattern.compile("(?m)^VmHWM:\\s*(\\d+) kB$");
  private static final int FIRST = 11; // utime, stime, cutime, cstime; after the name
  private static final int LAST = 14;

  static ServerFigures of(ProcessHandle server) {
    return Stream.concat(Stream.of(server), server.descendants())
        .map(process -> ofOne(process.pid()))
        .reduce(new ServerFigures(0, 0), ServerFigures::plus);
  }

  private static ServerFigures ofOne(long pid) {
    var proc = Path.of("/proc", Long.toString(pid));
    try {
      return new ServerFigures(
          cpuSeconds(Files.readString(proc.resolve("stat"))),
          peakRssBytes(Files.readString(proc.resolve("status"))));
    } catch (NoSuchFileException e) {
      return new ServerFigures(0, 0); // it ended; its parent counts it
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static double cpuSeconds(String stat) {
    var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    long ticks = 0;
    for (int i = FIRST; i <= LAST; i++) {
      ticks += Long.parseLong(fields[i]);
    }
    return ticks / TICKS_PER_SECOND;
  }

  /** None for a process that has ended, but that its parent has not yet looked at. */
  static long peakRssBytes(String status) {
    var peak = PEAK.matcher(status);
    return peak.find() ? Long.parseLong(peak.group(1)) * 1_024 : 0;
  }

  private ServerFigures plus(ServerFigures other) {
    return new ServerFigures(cpuSeconds + other.cpuSeconds, peakRssBytes + other.peakRssBytes);
  }
}
