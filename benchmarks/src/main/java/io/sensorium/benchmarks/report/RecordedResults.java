package io.sensorium.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The generated part of a Markdown file: one section per bench, between two markers. */
public final class RecordedResults {

  private final Path file;

  public RecordedResults(Path file) {
    this.file = file;
  }

  /** Puts a bench's results in place of its earlier ones. */
  public void record(String bench, String markdown) throws IOException {
    Files.writeString(file, replaced(Files.readString(file), bench, markdown));
  }

  /**
   * The text with a bench's section replaced.
   *
   * @throws IllegalArgumentException when the text has no markers for the bench
   */
  static String replaced(String text, String bench, String markdown) {
    var begin = "<!-- begin " + bench + " -->\n";
    var end = "<!-- end " + bench + " -->";
    int from = text.indexOf(begin);
    int to = text.indexOf(end, Math.max(0, from));
    if (from < 0 || to < 0) {
      throw new IllegalArgumentException("the file has no markers for " + bench);
    }
    return text.substring(0, from + begin.length()) + markdown + text.substring(to);
  }
}
