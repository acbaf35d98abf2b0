package io.sensorium.server;

/** Told how far long work is. */
public interface Progress {

  /**
   * Shows a share of the whole, and a word on what is being done.
   *
   * @param doneRatio 0 to 1
   */
  void show(double doneRatio, String note);
}
