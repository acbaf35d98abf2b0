package io.sensorium.benchmarks.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * What Linux says about the threads of a process.
 *
 * @param cpuSecondsByName used so far by the living threads of each name, without their numbers
 */
public record ThreadFigures(Map<String, Double> cpuSecondsByName) {

  private static final double NANOS_PER_SECOND = 1e9;

  /** Threads that end while this is read are left out. */
  public static ThreadFigures of(long pid) throws IOException {
    var sums = new TreeMap<String, Double>();
    var tasks = Path.of("/proc", Long.toString(pid), "task");
    try (var threads = Files.newDirectoryStream(tasks)) {
      for (var thread : threads) {
        if (Files.exists(thread.resolve("schedstat"))) {
          double seconds = seconds(Files.readString(thread.resolve("schedstat")));
          sums.merge(name(Files.readString(thread.resolve("comm"))), seconds, Double::sum);
        }
      }
    }
    return new ThreadFigures(sums);
  }

  static double seconds(String schedstat) {
    return Long.parseLong(schedstat.split(" ", 2)[0]) / NANOS_PER_SECOND;
  }

  /** A thread's name up to its number: {@code engine-1} is {@code engine}. */
  static String name(String comm) {
    return comm.strip().replaceFirst("[-#]?\\d.*$", "");
  }

  /** Of all threads. */
  public double cpuSeconds() {
    return cpuSeconds("");
  }

  /** Of all threads whose names begin so. */
  public double cpuSeconds(String namePrefix) {
    return cpuSecondsByName.entrySet().stream()
        .filter(named -> named.getKey().startsWith(namePrefix))
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }
}
