package io.sensorium.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What the figures were measured on. */
public record Machine(String processor, int cores, long memoryBytes, String jdk) {

  private static final Pattern MODEL = Pattern.compile("(?m)^model name\\s*:\\s*(.+)$");
  private static final Pattern MEMORY = Pattern.compile("(?m)^MemTotal:\\s*(\\d+) kB$");

  /** This machine, as Linux describes it. */
  public static Machine read() throws IOException {
    return of(
        Files.readString(Path.of("/proc/cpuinfo")),
        Files.readString(Path.of("/proc/meminfo")),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.runtime.version", "unknown"));
  }

  static Machine of(String cpuinfo, String meminfo, int cores, String jdk) {
    var model = MODEL.matcher(cpuinfo);
    var memory = MEMORY.matcher(meminfo);
    return new Machine(
        model.find() ? model.group(1).strip() : "unknown processor",
        cores,
        memory.find() ? Long.parseLong(memory.group(1)) * 1_024 : 0,
        jdk);
  }

  public String describe() {
    return "%s, %d cores, %s MiB, JDK %s"
        .formatted(processor, cores, Figures.mebibytes(memoryBytes), jdk);
  }
}
