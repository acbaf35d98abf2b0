package io.sensorium.benchmarks.report;

import java.io.PrintStream;

/** A bar that fills while work is done. Not safe for use by many threads. */
public final class Progress implements AutoCloseable {

  private static final int WIDTH = 30;

  private final PrintStream out;
  private final String label;
  private final long total;
  private long done;
  private long shownPercent = -1;

  public Progress(PrintStream out, String label, long total) {
    this.out = out;
    this.label = label;
    this.total = Math.max(1, total);
    show();
  }

  public void advance() {
    advance(1);
  }

  public void advance(long steps) {
    done = Math.min(total, done + steps);
    show();
  }

  @Override
  public void close() {
    out.println();
  }

  private void show() {
    long percent = 100 * done / total;
    if (percent == shownPercent) {
      return;
    }
    shownPercent = percent;
    int filled = (int) (WIDTH * percent / 100);
    out.printf(
        "\r[%s%s] %3d %% %s", "#".repeat(filled), ".".repeat(WIDTH - filled), percent, label);
    out.flush();
  }
}
