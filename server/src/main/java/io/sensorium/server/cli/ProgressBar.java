package io.sensorium.server.cli;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;

/** Shows on one line of a terminal how far long work is; silent where nobody looks. */
final class ProgressBar implements AutoCloseable {

  private static final int WIDTH = 30;

  private final PrintStream out;
  private final String label;
  private final boolean shown;
  private int lastPermille = -1;

  ProgressBar(PrintStream out, String label, boolean shown) {
    this.out = out;
    this.label = label;
    this.shown = shown;
  }

  /** A bar on the error stream, if that is a terminal. */
  static ProgressBar onTerminal(String label) {
    boolean seen = Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    return new ProgressBar(System.err, label, seen);
  }

  /** Shows a share of the whole, 0 to 1, and a word on what is being done. */
  void show(double doneRatio, String note) {
    int permille = (int) (1_000 * Math.clamp(doneRatio, 0, 1));
    if (!shown || permille == lastPermille) {
      return;
    }
    lastPermille = permille;
    int filled = permille * WIDTH / 1_000;
    out.printf(
        Locale.ROOT,
        "\r%s [%s%s] %5.1f %% %s\u001b[K",
        label,
        "#".repeat(filled),
        "-".repeat(WIDTH - filled),
        permille / 10.0,
        note);
    out.flush();
  }

  @Override
  public void close() {
    if (shown && lastPermille >= 0) {
      out.println();
    }
  }
}
