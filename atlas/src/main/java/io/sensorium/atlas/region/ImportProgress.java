package io.sensorium.atlas.region;

/** Is told how far an import has come. */
@FunctionalInterface
public interface ImportProgress {

  /**
   * Says how far the work in hand is.
   *
   * @param doneRatio 0 to 1 of the layer in hand
   * @param note what is being done, in a few words
   */
  void show(double doneRatio, String note);
}
